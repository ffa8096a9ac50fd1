/**
 * Tables that people lay out in one grid: ladders side by side, levels under the name of each role, a column that names the
 * role of each row. Each is taken apart into grids of one role, so that what reads a table with levels need not know of them.
 *
 * Kept true: each cell keeps its place; what belongs to no part stays in the rows above one of them.
 */
import { type Cell, type Grid, plainCell } from '../material.ts';
import { columnsOf as meaningsOf } from './columns.ts';
import { rowsUpTo } from './grid-rows.ts';
import { areLevels, levelName, splitLevel } from './levels.ts';
import { isBeside, levelColumns, matrixOf } from './matrix.ts';
import { fold, tidy } from './names.ts';

export interface Part {
  readonly grid: Grid;
  /** As the grid names it; null where it does not. */
  readonly role: string | null;
}

type Row = readonly Cell[];

/** How far down a head may stand. */
const HEADS = 12;
/** Rows of the longest table that is taken apart. */
const MOST = 10_000;
const known = new WeakMap<Grid, readonly Part[]>();

/** The grid as it is, where it is one table. */
export function partsOf(grid: Grid): readonly Part[] {
  let parts = known.get(grid);
  if (!parts) {
    const rows = rowsUpTo(grid, MOST);
    parts = rows
      ? besides(grid, rows).flatMap((one) => rolesIn(one, [...one.rows()]))
      : [{ grid, role: null }];
    known.set(grid, parts);
  }
  return parts;
}

/** Tables parted by an empty column, or by a head that begins anew. */
function besides(grid: Grid, rows: readonly Row[]): readonly Grid[] {
  const at = headAt(rows, (row) => row.filter(isLevelHead).length >= 2);
  const head = rows[at];
  if (!head) return [grid];
  const body = rows.slice(at);
  const width = Math.max(...body.map((row) => row.length));
  const corner = fold(head.find(({ text }) => text !== '')?.text ?? '');
  const blocks: number[][] = [[]];
  for (let x = 0; x < width; x++) {
    const text = head[x]?.text ?? '';
    const empty = body.every((row) => (row[x]?.text ?? '') === '');
    const anew = x > 0 && fold(text) === corner && isBeside(text) && !head[x]?.merged;
    if ((empty || anew) && blocks.at(-1)?.length !== 0) blocks.push([]);
    if (!empty) blocks.at(-1)?.push(x);
  }
  const [first = [], ...others] = blocks.filter(({ length }) => length > 0);
  // What stands above the head and over no other table is the first one's.
  const own = new Set(others.flat());
  const tables = [first, ...others].map((columns, i) =>
    part(
      grid,
      rows.slice(0, at).map((row) => row.filter((_, x) => (i === 0 ? !own.has(x) : columns.includes(x)))),
      columnsOf(body, columns),
    ),
  );
  const ladders = [first, ...others].filter(
    ([from = 0], i) => !isLevelHead(head[from]) && matrixOf(tables[i] ?? grid) !== null,
  );
  return ladders.length >= 2 ? tables : [grid];
}

function rolesIn(grid: Grid, rows: readonly Row[]): readonly Part[] {
  return underRoles(grid, rows) ?? withRoleColumn(grid, rows) ?? [{ grid, role: null }];
}

/** The same levels again and again, under the name of each role or with it. */
function underRoles(grid: Grid, rows: readonly Row[]): readonly Part[] | null {
  const at = headAt(rows, (row) => row.filter(isLevelHead).length >= 4);
  const head = rows[at];
  if (!head) return null;
  const from = head.findIndex(isLevelHead);
  const levels = head.flatMap((cell, x) =>
    isLevelHead(cell) ? [{ x, ...levelUnder(rows[at - 1], cell, x, from) }] : [],
  );
  const roles = [...new Set(levels.map(({ role }) => role))];
  const again = new Set(levels.map(({ name }) => fold(name))).size < levels.length;
  const ladders = roles.map((role) => levels.filter((one) => one.role === role));
  const sound = ladders.every((ladder) => areLevels(ladder.map(({ name }) => name)));
  if (roles.length < 2 || !again || !sound || roles.includes('')) return null;
  // What stands beside the levels goes with those before it.
  const owner = (x: number) => levels.findLast((level) => level.x <= x)?.role ?? null;
  const labelled = levels.some(({ name, x }) => name === head[x]?.text);
  const above = rows.slice(0, at).map((row, y) => (labelled && y === at - 1 ? row.slice(0, from) : row));
  const names = new Map(levels.map(({ x, name }) => [x, name]));
  const renamed = head.map((cell, x) => ({ ...cell, text: names.get(x) ?? cell.text }));
  const width = Math.max(...rows.map((row) => row.length));
  return roles.map((role, i) => {
    const columns = Array.from({ length: width }, (_, x) => x).filter((x) => x < from || owner(x) === role);
    return {
      grid: part(grid, i === 0 ? above : [], columnsOf([renamed, ...rows.slice(at + 1)], columns)),
      role,
    };
  });
}

/** "Junior" under "Baker", or "Junior Baker"; role '' where neither names one. */
function levelUnder(
  over: Row | undefined,
  cell: Cell,
  x: number,
  from: number,
): { readonly role: string; readonly name: string } {
  const labels = (over ?? []).slice(from, x + 1).filter(({ text }) => text !== '');
  const label = tidy(labels.at(-1)?.text ?? '');
  if (
    label !== '' &&
    (over ?? []).slice(0, from).every(({ text }) => text === '' || fold(text) !== fold(label))
  )
    return { role: label, name: cell.text };
  const own = splitLevel(tidy(cell.text));
  return own && own.role !== '' ? { role: own.role, name: own.level } : { role: '', name: cell.text };
}

/** A column that is headed as the role, beside levels across or a column of levels. */
function withRoleColumn(grid: Grid, rows: readonly Row[]): readonly Part[] | null {
  const at = headAt(rows, (row) => roleColumn(row) !== null);
  const head = rows[at];
  const found = head && roleColumn(head);
  if (!head || !found) return null;
  const byRole = new Map<string, { readonly name: string; readonly rows: Row[] }>();
  let name = '';
  for (const row of rows.slice(at + 1)) {
    if (row.every(({ text }) => text === '')) continue;
    name = tidy(row[found.at]?.text ?? '') || name;
    const own = byRole.get(fold(name)) ?? { name, rows: [] };
    own.rows.push(row);
    byRole.set(fold(name), own);
  }
  const roles = [...byRole.values()];
  if (roles.length === 0 || roles.some((role) => role.name === '' || role.rows.length < 2)) return null;
  return roles.map((role, i) => {
    const above = i === 0 ? rows.slice(0, at) : [];
    return { grid: part(grid, above, columnsOf([head, ...role.rows], found.rest)), role: role.name };
  });
}

/** Where the role stands, and the columns beside it, that of levels first; null where the head has none. */
function roleColumn(head: Row): { readonly at: number; readonly rest: readonly number[] } | null {
  const columns = meaningsOf(
    head.map(({ text }) => text),
    {},
  );
  const at = columns.at('role');
  if (at < 0) return null;
  const rest = head.flatMap((_, x) => (x === at ? [] : [x]));
  if (levelColumns(head, []).length >= 2) return { at, rest };
  const down = columns.at('level');
  const records = columns.has('skill') || columns.has('text') || columns.has('grade');
  if (down < 0 || records || rest.length < 2) return null;
  return { at, rest: [down, ...rest.filter((x) => x !== down)] };
}

function headAt(rows: readonly Row[], isHead: (row: Row) => boolean): number {
  return rows.slice(0, HEADS).findIndex(isHead);
}

function isLevelHead(cell: Cell | undefined): boolean {
  if (!cell || cell.merged || cell.text === '' || cell.text.length >= 60) return false;
  return !isBeside(cell.text) && levelName(cell.text) !== null;
}

/** These columns of each row, in this order. */
function columnsOf(rows: readonly Row[], columns: readonly number[]): readonly Row[] {
  return rows.map((row) => {
    const [first] = row;
    return first ? columns.map((x) => row[x] ?? plainCell('', { ...first.place, column: x + 1 })) : [];
  });
}

function part(grid: Grid, above: readonly Row[], table: readonly Row[]): Grid {
  const rows = [...above, ...table];
  return { ...grid, headRows: Math.min(grid.headRows, 1), rows: () => rows };
}
