/**
 * Where the stacks of a row stand: equal parts with a gap between, else twelfths on the page's columns, with the gutter as
 * white inside a stack. Where a sheet must hold it, two equal parts become as wide as makes the row lowest.
 */
import type { Row } from '../../markdown/document.ts';
import { heightOf } from '../box.ts';
import type { Build, Place } from './build.ts';
import type { Context } from './context.ts';

/** Between equal parts, millimetres as drawn. */
const GAP = 6;

/** How far one of two halves grows at most, and in which steps, in twelfths of the width. */
const SHIFT = { most: 2, step: 0.25 };

/** Lower by less than this is not lower, points. */
const LEAST = 1;

export interface Slot {
  readonly x: number;
  readonly width: number;
}

/** A place for each stack of the row. */
export function slotsOf(context: Context, row: Row, place: Place, build: Build): readonly Slot[] {
  const equal = row.widths.every((w) => w === row.widths[0]) && !row.rules.some((r) => r);
  if (!equal) return grid(context, row, place.width);
  const parts = context.dense && weighsNothing(row) ? lowest(context, row, place, build) : row.widths;
  return apart(context, parts, place.width);
}

/** True of two stacks that are not both room to write: what is to be weighed has equal halves. */
function weighsNothing(row: Row): boolean {
  const written = row.stacks.filter((stack) => stack.some((block) => block.type === 'notes')).length;
  return row.stacks.length === 2 && written < 2;
}

function lowest(context: Context, row: Row, place: Place, build: Build): readonly number[] {
  let best: readonly number[] = row.widths;
  let least = Number.POSITIVE_INFINITY;
  for (const shift of shifts()) {
    const parts = [6 + shift, 6 - shift];
    const known = [context.nodes.length, context.problems.length, context.upright.length] as const;
    const heights = apart(context, parts, place.width).map(({ width }, i) =>
      heightOf(build(row.stacks[i] ?? [], { width, parent: place.parent, narrow: true })),
    );
    [context.nodes.length, context.problems.length, context.upright.length] = known;
    if (Math.max(...heights) >= least - LEAST) continue;
    least = Math.max(...heights);
    best = parts;
  }
  return best;
}

/** Nearest to equal first: what is no lower stays as it was drawn. */
function shifts(): readonly number[] {
  const steps = Array.from({ length: SHIFT.most / SHIFT.step }, (_, i) => (i + 1) * SHIFT.step);
  return [0, ...steps.flatMap((step) => [step, -step])];
}

/** Parts of the width with a gap between. */
function apart({ across }: Context, parts: readonly number[], width: number): readonly Slot[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const room = width - across(GAP) * (parts.length - 1);
  let x = 0;
  return parts.map((part) => {
    const slot = { x, width: (room * part) / total };
    x += slot.width + across(GAP);
    return slot;
  });
}

/** On the columns: 3 mm free at the right of text, 5 of a question, 3 on either side of a rule. */
function grid({ across }: Context, row: Row, width: number): readonly Slot[] {
  const total = row.widths.reduce((sum, w) => sum + w, 0);
  let x = 0;
  return row.widths.map((part, i) => {
    const wide = (part / total) * width;
    const left = row.rules[i] ? across(3) : 0;
    const last = i === row.widths.length - 1;
    const question = row.stacks[i]?.some((b) => b.type === 'quote' && b.role === 'question') ?? false;
    const right = last ? 0 : across(question ? 5 : 3);
    const slot = { x: x + left, width: wide - left - right };
    x += wide;
    return slot;
  });
}
