/**
 * A table of titles and codes beside a ladder ("Senior Engineer 1, IC4"): no matrix, but it says each level's code, how high
 * it stands beside the levels of other ladders, and how its title is spelt.
 */
import type { Cell, Grid } from '../material.ts';
import { firstRows, rowsUpTo } from './grid-rows.ts';
import { levelName } from './levels.ts';
import { fold, tidy } from './names.ts';

export interface Title {
  readonly name: string;
  readonly code: string | null;
  /** The row, from 1. */
  readonly rank: number;
}

const CODE = /^(?:[A-Z]{1,4}[ -]?)?\d{1,2}[a-z]?$/;

const MOST = 200;

export interface TitleTable {
  readonly titles: readonly Title[];
  /** Heads of the columns that are neither titles nor codes. */
  readonly beside: readonly string[];
}

/** The titles of such a table; null where it is none. */
export function titlesOf(grid: Grid): readonly Title[] | null {
  return titleTableOf(grid)?.titles ?? null;
}

/** Null where it is none. */
export function titleTableOf(grid: Grid): TitleTable | null {
  const rows = rowsUpTo(grid, MOST)?.slice(grid.headRows) ?? [];
  const cells = rows.flat().filter(({ text }) => text !== '');
  if (rows.length < 2 || cells.some(({ text, items }) => text.length > 60 || items.length > 0)) return null;
  const width = Math.max(...rows.map((row) => row.length));
  const column = (x: number) => rows.map((row) => row[x]?.text.trim() ?? '');
  const filled = (x: number) => column(x).filter((text) => text !== '');
  const columns = Array.from({ length: width }, (_, x) => x);
  const codes = columns.filter((x) => {
    const texts = filled(x);
    return texts.length >= 2 && texts.filter((text) => CODE.test(text)).length >= texts.length * 0.7;
  });
  const names = columns.filter((x) => {
    const texts = filled(x);
    return (
      !codes.includes(x) &&
      texts.length >= 2 &&
      texts.filter((text) => levelName(text)).length * 2 >= texts.length
    );
  });
  const rest = columns.filter((x) => !codes.includes(x) && !names.includes(x));
  if (rest.some((x) => filled(x).some((text) => text.length > 30 || /[.!。]$/.test(text)))) return null;
  if (codes.length === 0 || names.length === 0) return null;
  const [head = []] = grid.headRows > 0 ? firstRows(grid, 1) : [];
  const beside = rest.flatMap((x) => (filled(x).length > 0 ? tidy(head[x]?.text ?? '') || [] : []));
  const titles = rows.flatMap((row, y) =>
    names.flatMap((x): Title[] => {
      const name = tidy(row[x]?.text ?? '');
      if (name === '') return [];
      return [{ name, code: codeNear(row, x, codes), rank: y + 1 }];
    }),
  );
  return { titles, beside };
}

/** The nearest column of codes that has one in this row; of two, the one that no other title is nearer to. */
function codeNear(row: readonly Cell[], x: number, codes: readonly number[]): string | null {
  const near = codes
    .filter((at) => CODE.test(row[at]?.text.trim() ?? ''))
    .sort((a, b) => Math.abs(a - x) - Math.abs(b - x));
  const [at] = near;
  return at === undefined ? null : (row[at]?.text.trim() ?? null);
}

/** By code, which may be a name's first word ("D2 Designer"), else by name. */
export function titleFor(
  titles: readonly Title[],
  { name, code }: { readonly name: string; readonly code: string | null },
): Title | null {
  return (
    titles.find((title) => code !== null && title.code === code) ??
    titles.find((title) => fold(title.name) === fold(name)) ??
    titles.find((title) => title.code !== null && title.code === /^\S+(?= )/.exec(name)?.[0]) ??
    null
  );
}
