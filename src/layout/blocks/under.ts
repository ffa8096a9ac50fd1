/**
 * A row in one column, for large print: its stacks one under the other. In a keep each step is a strip of its own, with a
 * thin rule over it; where room to write goes on over the page, its step is said again.
 */
import type { Block, Row } from '../../markdown/document.ts';
import { type Box, type Child, child, columns, leaf, type Stack, stack } from '../box.ts';
import { RULE } from '../rules.ts';
import type { Build, Place } from './build.ts';
import type { Context } from './context.ts';
import { stepAgain } from './continued.ts';
import { gap } from './gap.ts';

/**
 * The row as a stack. What is not room to write is kept whole, and so is a section with its room. `ruled`: a rule stands
 * over the first stack; `head`: the one over a skill, which opens the row.
 */
export function stacksUnder(
  context: Context,
  row: Row,
  place: Place,
  build: Build,
  { head, ruled, strip }: { readonly head: Box | null; readonly ruled: boolean; readonly strip: boolean },
): Box {
  const built = row.stacks.map((blocks, i) =>
    build(blocks, {
      ...{ width: place.width, parent: place.parent, narrow: true, keep: strip },
      ...{ brief: place.brief ?? false, ruleless: head !== null && i === 0 },
    }),
  );
  if (!strip) return stack(inOrder(context, row, built, head));
  const strips: { readonly blocks: Block[]; readonly children: Child[] }[] = [];
  row.stacks.forEach((blocks, i) => {
    const before = row.stacks[i - 1]?.at(-1);
    const [first, ...rest] = built[i] ?? [];
    const last = strips.at(-1);
    if (!first) return;
    if (!last || isStep(blocks[0])) strips.push({ blocks: [...blocks], children: [first, ...rest] });
    else {
      last.children.push({ ...first, before: betweenStacks(context, before, blocks[0]) }, ...rest);
      last.blocks.push(...blocks);
    }
  });
  return stack(
    strips.map(({ blocks, children }, i) => {
      const over = i === 0 ? (head ?? (ruled ? thinRule(place.width) : null)) : thinRule(place.width);
      return child(stripBox(context, blocks, children, place.width, over, i === 0 && head !== null));
    }),
  );
}

function inOrder(
  context: Context,
  row: Row,
  built: readonly (readonly Child[])[],
  head: Box | null,
): readonly Child[] {
  const children = built.flatMap((inner, i) => {
    const before = row.stacks[i - 1]?.at(-1);
    const [first] = inner;
    if (!first) return [];
    const white = i === 0 ? first.before : betweenStacks(context, before, row.stacks[i]?.[0]);
    const keep = row.stacks[i]?.some((block) => block.type === 'notes') ?? false;
    // What stands before lines to write on says what they are for.
    const keepNext = !keep && row.stacks[i + 1]?.[0]?.type === 'notes';
    return child(stack(inner, { keep }), white, { keepNext });
  });
  return head ? [child(head, 0, { keepNext: true }), ...children] : children;
}

/** White between what ended one stack and what begins the next. */
function betweenStacks(context: Context, before: Block | undefined, first: Block | undefined): number {
  return before && first ? gap(context, [before, first], 1) : 0;
}

function isStep(block: Block | undefined): boolean {
  return block?.type === 'heading' && block.role === 'step';
}

function thinRule(width: number): Box {
  return leaf(RULE.row, [{ type: 'rule', x: 0, y: 0, width, height: RULE.row }]);
}

/** A strip: kept, but for room to write, which is parted between its lines. */
function stripBox(
  context: Context,
  blocks: readonly Block[],
  children: readonly Child[],
  width: number,
  over: Box | null,
  skill: boolean,
): Stack {
  const [heading] = blocks;
  const writes = blocks.some((block) => block.type === 'notes');
  const [first, ...rest] = children;
  const again =
    writes && heading?.type === 'heading' && isStep(heading) ? stepAgain(context, heading, width) : null;
  const inner = stack(first ? [{ ...first, before: 0 }, ...rest] : [], { keep: !writes, again });
  const body = columns({
    columns: [{ x: 0, box: inner }],
    above: skill ? 0 : context.down(1.4),
    below: context.down(skill ? 1 : 1.4),
  });
  if (!over) return stack([child(body)], { keep: !writes });
  return stack([child(over, 0, { keepNext: true }), child(body)], {
    keep: !writes,
    again: writes ? thinRule(width) : null,
  });
}
