/**
 * The rules over the rows of a table with heavy columns: thin over the whole row, heavy over its heavy columns, so that
 * neighbours read as one bar.
 *
 * Kept true: the rule stands over its row, never under it, so that a row carries it to the next page.
 */
import { type Box, leaf, type Mark } from '../box.ts';
import { RULE } from '../rules.ts';

/** The rule over a row. `heavy`: columns from 1, rising; `widths`: of all columns, points. */
export function barOver(heavy: readonly number[], widths: readonly number[], width: number): Box {
  const marks: Mark[] = [
    { type: 'rule', x: 0, y: (RULE.block - RULE.row) / 2, width, height: RULE.row },
    ...bars(heavy, widths).map(({ from, to }): Mark => {
      return { type: 'rule', x: from, y: 0, width: to - from, height: RULE.block };
    }),
  ];
  return leaf(RULE.block, marks);
}

/** Neighbouring columns as one bar each, by their edges. */
function bars(heavy: readonly number[], widths: readonly number[]): readonly { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let x = 0;
  widths.forEach((wide, i) => {
    const last = found.at(-1);
    const on = heavy.includes(i + 1);
    if (on && last && last.to === x) last.to = x + wide;
    else if (on) found.push({ from: x, to: x + wide });
    x += wide;
  });
  return found;
}
