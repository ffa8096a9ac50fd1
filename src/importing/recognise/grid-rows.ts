/** Rows of a grid up to a bound: tables that people lay out as ladders are short, and a long one is read as a stream elsewhere. */
import type { Cell, Grid } from '../material.ts';

/** All rows; null where there are more than `most`. */
export function rowsUpTo(grid: Grid, most: number): readonly (readonly Cell[])[] | null {
  const rows = firstRows(grid, most + 1);
  return rows.length > most ? null : rows;
}

/** So many of the first. */
export function firstRows(grid: Grid, most: number): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  for (const row of grid.rows()) {
    rows.push(row);
    if (rows.length >= most) break;
  }
  return rows;
}
