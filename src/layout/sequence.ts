/**
 * The document's blocks as boxes in their order, on their way to pages: what stays together, what begins a page, what has
 * a shorter form, and what gives way where the document would need a page for it alone.
 */
import type { Block } from '../markdown/document.ts';
import { builder } from './blocks/build.ts';
import type { Context } from './blocks/context.ts';
import { withHead } from './blocks/continued.ts';
import { gap } from './blocks/gap.ts';
import { besideLogo, logoOf, withLogo } from './blocks/logo.ts';
import { besideHeading } from './blocks/title.ts';
import { type Box, type Child, leaf, lines } from './box.ts';
import { type Flowing, paginate } from './flow.ts';
import { spareRoom } from './sheet.ts';

export interface Sequel extends Flowing {
  readonly block: Block;
  /** It only fills a page up: no page is made for it alone. */
  readonly spare: boolean;
}

/** Lines that spare room has at least where the page has no more for it. */
const LEAST_SPARE = 2;

/**
 * The pages of a document. Room that only fills a page up is lower rather than a page more; in a compact theme it is left
 * out rather than that.
 */
export function pagesOf(
  flowing: readonly Sequel[],
  height: number,
  compact: boolean,
): ReturnType<typeof paginate> {
  const whole = paginate(flowing, height);
  if (!flowing.some(({ spare }) => spare)) return whole;
  const without = paginate(
    flowing.filter(({ spare }) => !spare),
    height,
  );
  if (whole.length <= without.length) return whole;
  const lower = paginate(flowing.map(lowered), height);
  return lower.length <= without.length ? lower : compact ? without : whole;
}

function lowered(item: Sequel): Sequel {
  const { box, spare } = item;
  if (!spare || box.kind !== 'lines') return item;
  return { ...item, box: lines({ ...box, count: Math.min(box.count, LEAST_SPARE) }) };
}

/** The blocks as boxes on their way to pages. */
export function sequence(context: Context, blocks: readonly Block[], width: number): readonly Sequel[] {
  const build = builder(context);
  const compact = context.theme.compact ?? false;
  const spare = spareRoom(blocks);
  const logo = logoOf(context);
  const result: Sequel[] = [];
  let page = false;
  let beside = -1;
  blocks.forEach((block, i) => {
    if (i === beside) return;
    if (block.type === 'page') {
      page = !compact && result.length > 0;
      return;
    }
    const headed = i === 0 && block.type === 'heading' && block.role === 'title';
    if (logo && i === 0 && !headed)
      result.push({ ...NOTHING, box: withLogo(context, leaf(0), logo, width), block });
    const both = logo && headed ? null : besideHeading(context, blocks, i, width);
    if (both) {
      beside = i + 1;
      result.push({
        ...{ ...NOTHING, box: both, before: gap(context, blocks, i), page },
        ...{ spare: spare.has(i), line: block.line, block },
      });
      page = false;
      return;
    }
    const place = { width: logo && headed ? besideLogo(logo, width) : width, parent: 0, brief: compact };
    const stacked = context.upright.length;
    for (const c of build(blocks, place, i)) {
      const again =
        block.type === 'keep' && c.box.kind === 'stack'
          ? withHead(context, block.blocks, c.box, width)
          : logo && headed
            ? withLogo(context, c.box, logo, width)
            : c.box;
      const briefly =
        !compact && block.type === 'keep' && hasBrief(block.blocks)
          ? compactForm(context, () => build(blocks, { width, parent: 0, brief: true }, i))
          : null;
      // A kept block whose ruler stands upright has a page alone, and its writing room grows.
      const alone = !compact && block.type === 'keep' && context.upright.length > stacked;
      if (alone && result.at(-1)?.keepNext !== true) page = true;
      result.push({
        ...{ box: again, before: gap(context, blocks, i), keepNext: c.keepNext, page },
        ...{ compact: briefly, spare: spare.has(i), line: block.line, block },
      });
      page = alone;
    }
  });
  return together(result, context.live);
}

/** The most of a page that a section of running text takes which is not parted. */
const SHORT = 0.25;

/** A section of a few lines of text stays together: its last words alone on a page are a page for nothing. */
function together(items: readonly Sequel[], height: number): readonly Sequel[] {
  const result = [...items];
  items.forEach((item, i) => {
    if (item.block.type !== 'heading' || item.block.role === 'title') return;
    let total = item.before + item.box.height;
    let end = i + 1;
    for (; end < items.length && total <= height * SHORT; end++) {
      const next = items[end];
      if (!next || next.page || !isText(next.block)) break;
      total += next.before + next.box.height;
    }
    if (total > height * SHORT) return;
    for (let k = i; k < end - 1; k++) {
      const held = result[k];
      if (held) result[k] = { ...held, keepNext: true };
    }
  });
  return result;
}

function isText(block: Block): boolean {
  return block.type === 'paragraph' || block.type === 'list' || block.type === 'quote';
}

const NOTHING = { before: 0, keepNext: true, page: false, compact: null, spare: false, line: 1 };

/** The kept block with its brief words, made when it is asked for; its Problems are those of the full form. */
function compactForm(context: Context, make: () => readonly Child[]): () => Box {
  let made: Box | null = null;
  return () => {
    if (made) return made;
    const known = context.problems.length;
    made = make()[0]?.box ?? leaf(0);
    context.problems.length = known;
    return made;
  };
}

function hasBrief(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.type === 'paragraph') return block.brief !== null;
    return block.type === 'row' && block.stacks.some((inner) => hasBrief(inner));
  });
}
