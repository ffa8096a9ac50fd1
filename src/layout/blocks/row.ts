/**
 * Stacks side by side. Twelfths stand on the page's columns, with the gutter as white inside a stack; equal parts are
 * two halves (or more) with a gap between. In a keep, a row is a strip: a thin rule over it, white over and under.
 */
import type { Block, Inline, Row } from '../../markdown/document.ts';
import { type Box, type Child, child, columns, leaf, reach, stack } from '../box.ts';
import { RULE } from '../rules.ts';
import type { Build, Place } from './build.ts';
import type { Context } from './context.ts';
import { slotsOf } from './slots.ts';
import { stacksUnder } from './under.ts';

/** What reaches further than this out of its stack has no room beside another, points. */
const TOLERANCE = 0.5;

/**
 * The row as a box; where what stands in a stack is too wide for it, the stacks one under the other. `first`: the row
 * opens its keep, so no rule stands over it but its heading's.
 */
export function rowBox(context: Context, row: Row, place: Place, build: Build, first: boolean): Box {
  const { across, down } = context;
  const opens = row.stacks[0]?.[0];
  const skill = opens?.type === 'heading' && opens.role === 'skill';
  const strip = isStrip(row, place);
  const short = place.brief === true && skill ? compactStrip(context, row, place, build) : null;
  if (short) return short;
  const under = (): Box => {
    const head = skill ? headRule(place.width) : null;
    return stacksUnder(context, row, place, build, { head, ruled: !first, strip });
  };
  if (context.theme.stacked) return under();
  const slots = slotsOf(context, row, place, build);
  const known = [context.nodes.length, context.problems.length, context.upright.length] as const;
  const placed = row.stacks.map((blocks, i) => {
    const slot = slots[i] ?? { x: 0, width: place.width };
    const inner = build(blocks, {
      width: slot.width,
      parent: place.parent,
      narrow: true,
      keep: strip,
      brief: place.brief ?? false,
      ruleless: skill,
    });
    return { ...slot, inner };
  });
  if (placed.some(({ width, inner }) => inner.some((c) => c.x + reach(c.box) > width + TOLERANCE))) {
    [context.nodes.length, context.problems.length, context.upright.length] = known;
    return under();
  }
  const rules = placed.flatMap(({ x }, i) =>
    row.rules[i] ? [{ x: x - across(3), width: RULE.row, full: false }] : [],
  );
  const moved = narrowEnd(row, placed, place.width);
  if (moved !== null) {
    const last = placed.length - 1;
    const from = placed[last];
    if (from) placed[last] = { ...from, x: moved };
    if (row.rules[last] && rules.length > 0)
      rules[rules.length - 1] = { x: moved - across(6.3), width: RULE.row, full: false };
  }
  const boxes = placed.map(({ x, inner }) => ({ x, box: stack(levelled(inner, strip)) }));
  if (!strip) {
    const rule = skill ? [child(headRule(place.width))] : [];
    const body = columns({ columns: boxes, rules });
    return rule.length > 0 ? stack([...rule, child(body)]) : body;
  }
  const above = skill ? 0 : down(1.4);
  const below = down(skill ? 1 : 1.4);
  const body = columns({ columns: skill ? lowered(context, boxes, row.stacks) : boxes, rules, above, below });
  const top = skill
    ? headRule(place.width)
    : first
      ? null
      : leaf(RULE.row, [{ type: 'rule', x: 0, y: 0, width: place.width, height: RULE.row }]);
  return top ? stack([child(top, 0, { keepNext: true }), child(body)]) : body;
}

/** True if the row is a strip of a kept block: it has its white inside, so none stands over it. */
export function isStrip(row: Row, place: Pick<Place, 'keep'>): boolean {
  return place.keep === true && (row.widths.some((w) => w !== row.widths[0]) || row.rules.some((r) => r));
}

/** Name, facts and the brief words in one line, where a skill's heading stands beside nothing but them. */
function compactStrip(context: Context, row: Row, place: Place, build: Build): Box | null {
  const [heading, beside] = [row.stacks[0]?.[0], row.stacks[1]?.[0]];
  const alone = row.stacks.length === 2 && row.stacks[0]?.length === 1;
  if (!alone || heading?.type !== 'heading' || beside?.type !== 'paragraph' || beside.brief === null)
    return null;
  if (row.stacks[1]?.some((block) => block.type !== 'paragraph' && block.type !== 'list')) return null;
  const words: Inline = { type: 'text', text: `\u00a0·\u00a0${beside.brief}` };
  const note: readonly Inline[] = [...(heading.note ?? []), words];
  const [line] = build([{ ...heading, note, noteBelow: false }], { ...place, ruleless: true });
  if (!line) return null;
  const top = child(headRule(place.width), 0, { keepNext: true });
  return stack([top, child(columns({ columns: [{ x: 0, box: line.box }], below: context.down(0.7) }))]);
}

function headRule(width: number): Box {
  return leaf(RULE.block, [{ type: 'rule', x: 0, y: 0, width, height: RULE.block, accent: true }]);
}

/** Stacks beside a skill's heading begin as high as its text, which stands under its rule. */
function lowered(
  context: Context,
  boxes: readonly { x: number; box: Box }[],
  stacks: readonly (readonly Block[])[],
): readonly { x: number; box: Box }[] {
  return boxes.map((c, i) => {
    const opens = stacks[i]?.[0];
    const heading = opens?.type === 'heading' && opens.role === 'skill';
    return { x: c.x, box: stack([child(leaf(heading ? 0 : context.down(0.4))), child(c.box)]) };
  });
}

function levelled(inner: readonly Child[], strip: boolean): readonly Child[] {
  return strip && inner[0] ? [{ ...inner[0], before: 0 }, ...inner.slice(1)] : inner;
}

/** A lone box at the row's end stands at the right edge: where, or null. */
function narrowEnd(
  row: Row,
  placed: readonly { x: number; inner: readonly Child[] }[],
  width: number,
): number | null {
  const blocks = row.stacks.at(-1);
  const last = placed.at(-1);
  if (placed.length < 2 || blocks?.length !== 1 || blocks[0]?.type !== 'check' || !last) return null;
  const right = last.inner[0] ? reach(last.inner[0].box) : 0;
  const x = width - right;
  return x > last.x ? x : null;
}
