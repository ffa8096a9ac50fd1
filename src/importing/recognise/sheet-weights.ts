/** Weights of skills in a small table of their own, by the skills' names. */
import type { Cell, Grid } from '../material.ts';
import { columnsOf } from './columns.ts';
import { fold } from './names.ts';
import { numberOf } from './numbers.ts';

export interface Weights {
  readonly byName: ReadonlyMap<string, number>;
  /** The cells that were read. */
  readonly used: ReadonlySet<Cell>;
}

/** A column with a head that says weight, and another with the names. */
export function weightsIn(grids: readonly Grid[], names: readonly string[]): Weights {
  const known = new Set(names.map(fold));
  const byName = new Map<string, number>();
  const used = new Set<Cell>();
  for (const grid of grids) {
    let at: number | null = null;
    for (const cells of grid.rows()) {
      const head = columnsOf(
        cells.map(({ text }) => text),
        {},
      ).at('weight');
      if (head >= 0) {
        at = head;
        const cell = cells[head];
        if (cell) used.add(cell);
        continue;
      }
      const named = cells.find(({ text }) => known.has(fold(text)));
      const cell = at === null ? undefined : cells[at];
      const weight = cell ? numberOf(cell.text) : null;
      if (!named || !cell || weight === null) continue;
      byName.set(fold(named.text), weight);
      used.add(named).add(cell);
    }
  }
  return { byName, used };
}
