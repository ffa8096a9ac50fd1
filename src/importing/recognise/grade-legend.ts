/** A small table that says what each grade of a grade table means: "3 | Does it alone". */
import type { Grid, Material } from '../material.ts';
import { partsOf } from './apart.ts';
import { rowsUpTo } from './grid-rows.ts';
import { fold, tidy } from './names.ts';
import type { Found } from './over-tables.ts';

export interface Legend {
  readonly grid: Grid;
  /** As written, by folded name, in its order. */
  readonly names: ReadonlyMap<string, string>;
  /** What each means, by folded name. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Rows of the longest. */
const MOST = 30;

/** The first table beside those `found` that explains two of `grades` or more, and at least half of them. */
export function legendOf(
  materials: readonly Material[],
  found: readonly Found[],
  grades: readonly (string | null)[],
): Legend | null {
  const used = new Set(grades.flatMap((grade) => (grade === null ? [] : fold(grade))));
  const read = new Set(found.map(({ matrix }) => matrix.grid));
  for (const grid of materials
    .flatMap((material) => material.grids)
    .flatMap(partsOf)
    .map((part) => part.grid)) {
    const legend = read.has(grid) ? null : explained(grid, used);
    if (legend) return legend;
  }
  return null;
}

function explained(grid: Grid, used: ReadonlySet<string>): Legend | null {
  const names = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const row of rowsUpTo(grid, MOST) ?? []) {
    const [grade, ...meaning] = row.filter(({ text, merged }) => text !== '' && !merged);
    if (!grade || meaning.length === 0) continue;
    const key = fold(grade.text);
    // Its head is none, and neither are rows of another table.
    if (texts.size === 0 && !used.has(key)) continue;
    if (texts.has(key)) return null;
    names.set(key, tidy(grade.text));
    texts.set(key, meaning.map(({ text }) => text).join(': '));
  }
  const count = [...used].filter((key) => texts.has(key)).length;
  return count >= 2 && count * 2 >= used.size ? { grid, names, texts } : null;
}
