/**
 * Tables with a column for each role and no levels: "Skill | Backend Engineer | Data Scientist", or a row for each where short
 * marks stand in them. Each is a table of its role, with one level, which the person names or which is called by a stand-in.
 */
import { type Cell, type Grid, plainCell } from '../material.ts';
import { columnsOf } from './columns.ts';
import { isGradeWord } from './grade-words.ts';
import { rowsUpTo } from './grid-rows.ts';
import { levelName } from './levels.ts';
import { isBeside, type Matrix, type MatrixLevel, matrixUnder } from './matrix.ts';
import { isMark } from './matrix-body.ts';
import { fold, tidy } from './names.ts';
import { isAmount } from './numbers.ts';
import { roleOfTitle } from './role-name.ts';

/** What the level is called where nobody names it. */
export const ONE_LEVEL = 'Standard';

type Row = readonly Cell[];

/** How far down a head may stand. */
const HEADS = 12;
const LONGEST = 50_000;
const MOST_ROLES = 500;
/** Fewer columns beside roles may be anything. */
const LEAST_SKILLS = 3;
/** Of so many words grades and marks are. */
const FEW = 12;
/** Who does, answers for, advises, is told: what tables of tasks say. */
const RESPONSIBILITY = /^[RACIS](?:\s*[/,&+]\s*[RACIS])*$/u;

export interface RoleColumn {
  readonly role: string;
  readonly matrix: Matrix;
}

/** The columns of roles in a grid that has no levels; none where it is no such table. */
export function roleColumnsOf(grid: Grid, level: string): readonly RoleColumn[] {
  const table = tableOf(rowsUpTo(grid, LONGEST) ?? []) ?? turnedTable(grid);
  if (!table || areResponsibilities(table)) return [];
  const { head, body, columns, above } = table;
  const width = Math.max(head.length, ...body.map((row) => row.length));
  const [from = 1] = columns;
  const after = Array.from({ length: width }, (_, at) => at).filter(
    (at) => at > from && !columns.includes(at),
  );
  const found = columns.map((x) => {
    const order = [...Array(from).keys(), x, ...after];
    const place = head[x]?.place ?? grid.place;
    const of = (row: readonly Cell[]) =>
      order.map((at) => row[at] ?? plainCell('', { ...(row[0]?.place ?? place), column: at + 1 }));
    const one: MatrixLevel = { name: level, code: null, aside: null, place };
    const matrix = matrixUnder(grid, of(head), body.map(of), [from]);
    return { role: tidy(head[x]?.text ?? ''), matrix: { ...matrix, levels: [one] } };
  });
  // What is not asked of one role is no hole; what is asked of none stands with the first, to be told.
  const asked = found.map(({ matrix }) => matrix.rows.map(({ cells }) => cells.some(saysSomething)));
  return found.map(({ role, matrix }, i) => ({
    role,
    matrix: {
      ...matrix,
      rows: matrix.rows.filter((_, y) => asked[i]?.[y] || (i === 0 && !asked.some((one) => one[y]))),
      above: i === 0 ? above : [],
    },
  }));
}

function saysSomething({ text, image }: Cell): boolean {
  return text.trim() !== '' || image !== null;
}

interface Table {
  readonly head: Row;
  readonly body: readonly Row[];
  /** Where the roles stand in its head. */
  readonly columns: readonly number[];
  readonly above: readonly string[];
}

function tableOf(rows: readonly Row[]): Table | null {
  const headAt = rows.slice(0, HEADS).findIndex((row) => knownRoles(row).length >= 2);
  const head = rows[headAt];
  if (!head) return null;
  const body = rows.slice(headAt + 1).filter((row) => row.some(({ text }) => text !== ''));
  const columns = rolesIn(head, body);
  const above = rows.slice(0, headAt).flatMap((row) => row.flatMap(({ text }) => text || []));
  return columns.length >= 2 && body.length > 0 ? { head, body, columns, above } : null;
}

/** Roles down and skills across, where its cells say how well or whether a skill is asked. */
function turnedTable(grid: Grid): Table | null {
  const rows = (rowsUpTo(grid, MOST_ROLES) ?? []).filter((row) => row.some(({ text }) => text !== ''));
  const [head = []] = rows;
  const isOfRoles = columnsOf([head[0]?.text ?? ''], {}).has('role');
  if (!isOfRoles || head.length <= LEAST_SKILLS || head.some(({ text }) => text === '' || isAmount(text)))
    return null;
  const turned = head.map((cell, x) =>
    rows.map((row) => row[x] ?? plainCell('', { ...(row[0]?.place ?? cell.place), column: x + 1 })),
  );
  const columns = (turned[0] ?? []).flatMap(({ text }, x) => (x > 0 && text !== '' ? [x] : []));
  const [names = [], ...body] = turned;
  const said = body.flatMap((row) => columns.flatMap((x) => row[x] ?? []));
  if (columns.length < 2 || !said.every(isShort)) return null;
  return { head: names, body, columns, above: [] };
}

function isShort(cell: Cell): boolean {
  return (
    cell.text.trim() === '' || /^[0-9]$/.test(cell.text.trim()) || isMark(cell) || isGradeWord(cell.text)
  );
}

/** The columns whose heads are known for roles. */
function knownRoles(head: Row): readonly number[] {
  return head.flatMap(({ text, merged }, x) =>
    x > 0 && !merged && !isBeside(text) && roleOfTitle(text) !== null ? [x] : [],
  );
}

/**
 * The columns of roles, most of which are known for roles: all from the first of those on but remarks, and those before it in
 * which the same few words stand.
 */
function rolesIn(head: Row, body: readonly Row[]): readonly number[] {
  const known = knownRoles(head);
  const [from = 0] = known;
  const words = (columns: readonly number[]) =>
    new Set(body.flatMap((row) => columns.flatMap((x) => fold(row[x]?.text ?? '') || [])));
  const values = words(known);
  const alike = (x: number) => {
    const own = [...words([x])];
    return values.size <= FEW && own.length > 0 && own.every((word) => values.has(word));
  };
  const all = head.flatMap(({ text, merged }, x) =>
    x > 0 && text !== '' && !merged && !isBeside(text) && (x >= from || alike(x)) ? [x] : [],
  );
  const sure = all.filter((x) => known.includes(x) || levelName(head[x]?.text ?? '') !== null);
  const names = new Set(all.map((x) => fold(head[x]?.text ?? '')));
  return names.size === all.length && sure.length >= all.length * 0.6 ? all : [];
}

/** True of a table of tasks and who does, answers for, advises and is told. */
export function isOfResponsibilities(grid: Grid): boolean {
  const table = tableOf(rowsUpTo(grid, LONGEST) ?? []);
  return table !== null && areResponsibilities(table);
}

function areResponsibilities({ body, columns }: Table): boolean {
  const said = body.flatMap((row) => columns.flatMap((x) => row[x]?.text.trim() || []));
  return said.length > 0 && said.every((text) => RESPONSIBILITY.test(text));
}
