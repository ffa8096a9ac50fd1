/**
 * A grid whose columns (or rows) are levels, taken apart: the levels, the rows with their names and groups, and what stands
 * beside. Blank name cells mean the one above; a row that has a name alone is the group of the rows below it.
 */
import { type Cell, type Grid, type Place, plainCell } from '../material.ts';
import type { Meaning } from './column-words.ts';
import { columnsOf } from './columns.ts';
import { firstRows, rowsUpTo } from './grid-rows.ts';
import { areLevels, levelName, levelsAmong, withoutBrackets } from './levels.ts';
import { fold, tidy } from './names.ts';
import { columnsOfLevel, moreOf, secondHead } from './second-head.ts';

export interface MatrixLevel {
  readonly name: string;
  /** "IC4", where it stands beside or in brackets. */
  readonly code: string | null;
  /** What else stands in its head: "(Green)". */
  readonly aside: string | null;
  readonly place: Place;
}

export interface MatrixRow {
  readonly name: string;
  /** Its name as it is written, where that is a sentence. */
  readonly statement: string;
  /** What the cells before its name say, outermost first, or the group row above it. */
  readonly groups: readonly string[];
  /** What stands between its name and its levels. */
  readonly summary: string | null;
  /** What stands after its levels, by the column's head. */
  readonly asides: readonly { readonly head: string; readonly text: string }[];
  /** In the order of the levels. */
  readonly cells: readonly Cell[];
  /** What further columns of each level say, in the order of the levels, where a second head names them. */
  readonly more: readonly (readonly { readonly head: string; readonly text: string }[])[];
  /** Its name was blank: it goes on with the row above. */
  readonly goesOn: boolean;
  readonly place: Place;
}

export interface Matrix {
  readonly grid: Grid;
  /** What stands in the corner of its head. */
  readonly corner: string;
  readonly levels: readonly MatrixLevel[];
  readonly rows: readonly MatrixRow[];
  /** What stands above its head. */
  readonly above: readonly string[];
}

/** What columns beside levels are called, further to the words for skills, texts and the like. */
const BESIDE =
  /^(?:notes?|comments?|remarks?|examples?|title|names?|type|areas?|average|mean|median|total|sum|result|score|status|owner|source|links?|evidence|bemerkung(?:en)?|kommentar(?:e)?|notiz(?:en)?|beispiele?|durchschnitt|mittelwert|summe|gesamt|ergebnis|moyenne|remarques?|promedio|notas?)$/;
const BESIDE_MEANINGS: ReadonlySet<Meaning | null> = new Set<Meaning>([
  ...(['role', 'family', 'role-text', 'skill', 'skill-text', 'skill-id', 'text', 'required'] as const),
  ...(['domain', 'category', 'weight', 'roles', 'id', 'note', 'level', 'level-text'] as const),
]);
const DESCRIPTION = /^(?:descriptions?|summary|definition|meaning|beschreibung|descripcion)$/;
const GROUP = /\b(?:area|domain|category|group|theme|pillar|bereich|kategorie|gruppe)$/;
const TITLE = /\b(?:title|name|position|role|titel|bezeichnung|titre|intitule|titulo)\b/;

/** Above the head may stand a title and remarks. */
const HEAD_WITHIN = 12;
const LONGEST = 50_000;
const known = new WeakMap<Grid, { readonly said: string; readonly matrix: Matrix | null }>();

/** The grid with its levels across, whichever way it lies; null where neither a head nor the first column is a ladder. */
export function matrixOf(grid: Grid, said: readonly string[] = []): Matrix | null {
  const before = known.get(grid);
  if (before?.said === said.join()) return before.matrix;
  const matrix = analysed(grid, said);
  known.set(grid, { said: said.join(), matrix });
  return matrix;
}

function analysed(grid: Grid, said: readonly string[]): Matrix | null {
  const from = Math.max(0, grid.headRows - 1);
  const top = firstRows(grid, from + HEAD_WITHIN);
  const headAt = top.findIndex((row, y) =>
    y === from || (grid.headRows === 0 && y > from && !row.some(isNumber))
      ? levelColumns(row, said).length >= 2 && !isBody(top, y, levelColumns(row, said))
      : false,
  );
  const rows =
    top.length < from + HEAD_WITHIN
      ? top
      : headAt < 0 && top.length > 0
        ? (rowsUpTo(grid, 500) ?? [])
        : (rowsUpTo(grid, LONGEST) ?? []);
  const filled = (list: readonly (readonly Cell[])[]) =>
    list.filter((row) => row.some(({ text }) => text !== ''));
  const head = rows[headAt];
  const body = filled(rows.slice(headAt + 1));
  const above = rows
    .slice(0, Math.max(0, headAt))
    .flatMap((row) => row.flatMap(({ text, merged }) => (text === '' || merged ? [] : [text])));
  if (head && headAt >= 0 && body.length > 0)
    return { ...matrixUnder(grid, head, body, levelColumns(head, said)), above };
  const first = rows[from];
  const below = filled(rows.slice(from + 1));
  const names = below.map((row) => row[0]?.text ?? '');
  return first && (areLevels(names) || isSaid(names, said))
    ? { ...downMatrix(grid, first, below), above: [] }
    : null;
}

/** Words for levels that stand below a head of their own, and again below: they are what the table says. */
function isBody(rows: readonly (readonly Cell[])[], y: number, levels: readonly number[]): boolean {
  const full = (row: readonly Cell[]) =>
    [0, ...levels].every((x) => (row[x]?.text ?? '') !== '' && !row[x]?.merged);
  if (!rows.slice(0, y).some(full)) return false;
  const below = rows.slice(y + 1).flatMap((row) => levels.map((x) => row[x]?.text ?? ''));
  return below.some((text) => text !== '' && text.length < 60 && levelName(text) !== null);
}

/** Below the first row, numbers are values. */
function isNumber({ text }: Cell): boolean {
  return /^\d+%?$/.test(text.trim());
}

function isSaid(names: readonly string[], said: readonly string[]): boolean {
  const known = new Set(said.map(fold));
  return said.length > 1 && names.filter((name) => known.has(fold(name))).length >= 2;
}

/** True if a column's head names what stands beside levels. */
export function isBeside(head: string): boolean {
  const name = fold(head);
  // A ladder may begin at its core.
  if (name === 'core') return false;
  return BESIDE.test(name) || BESIDE_MEANINGS.has(columnsOf([head], {}).meanings[0] ?? null);
}

/** The columns whose heads are levels. */
export function levelColumns(head: readonly Cell[], said: readonly string[]): readonly number[] {
  const columns = head.flatMap(({ text, merged }, x) =>
    x > 0 && !merged && text.trim() !== '' && text.length < 60 && !isBeside(text) ? [x] : [],
  );
  const names = (list: readonly number[]) => list.map((x) => head[x]?.text ?? '');
  if (isSaid(names(columns), said)) {
    const known = new Set(said.map(fold));
    return columns.filter((x) => known.has(fold(head[x]?.text ?? '')));
  }
  const levels = new Set(levelsAmong(names(columns)));
  const known = columns.filter((x) => levels.has(head[x]?.text ?? ''));
  const [from = 0, to = 0] = [known[0], known.at(-1)];
  const between = columns.filter((x) => x >= from && x <= to);
  if (areLevels(names(columns)) && columns.length - known.length <= 1) return columns;
  return areLevels(names(between)) ? between : [];
}

/** A matrix of these columns under a head, without what stands above it. */
export function matrixUnder(
  grid: Grid,
  head: readonly Cell[],
  body: readonly (readonly Cell[])[],
  levels: readonly number[],
): Omit<Matrix, 'above'> {
  const [from = 1] = levels;
  const second = secondHead(body, levels);
  const below = second ? body.slice(1) : body;
  const nameAt = nameColumn(head, below, from);
  const more = (row: readonly Cell[]) => (second ? levels.map((_, i) => moreOf(row, second, levels, i)) : []);
  const taken = second ? levels.flatMap((_, i) => columnsOfLevel(second, levels, i)) : levels;
  const rows: MatrixRow[] = [];
  let over: string[] = [];
  let group: string | null = null;
  for (const row of below) {
    const first = row[0];
    const cells = levels.map((x) => row[x]).filter((cell) => cell !== undefined);
    if (!first) continue;
    if (isGroup(row, from) && (first.bold || groupsBelow(below, row, from))) {
      group = tidy(first.text);
      continue;
    }
    over = Array.from({ length: nameAt }, (_, x) => {
      const own = row[x];
      return own && own.text.trim() !== '' ? tidy(own.text) : (over[x] ?? '');
    });
    const name = tidy(row[nameAt]?.text ?? '');
    const before = rows.at(-1);
    rows.push({
      statement: row[nameAt]?.text ?? '',
      name: name || (before?.name ?? ''),
      groups: [...(group === null ? [] : [group]), ...over],
      ...besideLevels(row, head, nameAt, from, taken),
      more: more(row),
      cells: levels.map((x) => row[x] ?? plainCell('', first.place)),
      goesOn: name === '' && before !== undefined,
      place: cells[0]?.place ?? first.place,
    });
  }
  return {
    ...{ grid, corner: tidy(head[nameAt]?.text ?? head[0]?.text ?? ''), rows },
    levels: levels.flatMap((x) => {
      const cell = head[x];
      return cell ? levelOfHead(cell) : [];
    }),
  };
}

/** Levels down: the first column, with titles in the second where its head says so; each further column is a row of the matrix. */
function downMatrix(
  grid: Grid,
  head: readonly Cell[],
  body: readonly (readonly Cell[])[],
): Omit<Matrix, 'above'> {
  const titled =
    TITLE.test(fold(head[1]?.text ?? '')) && body.every((row) => (row[1]?.text ?? '').length < 60);
  const from = titled ? 2 : 1;
  const levels = body.flatMap((row): MatrixLevel[] => {
    const [first, second] = row;
    if (!first) return [];
    if (!titled || !second || second.text === '') return [levelOfHead(first)];
    return [{ name: tidy(second.text), code: tidy(first.text), aside: null, place: second.place }];
  });
  const rows = head.slice(from).flatMap((cell, x): MatrixRow[] => {
    const name = tidy(cell.text);
    if (name === '') return [];
    const cells = body.flatMap((row) => row[from + x] ?? (row[0] ? [plainCell('', row[0].place)] : []));
    const own = { name, statement: cell.text, groups: [], summary: null, asides: [], cells, more: [] };
    return [{ ...own, goesOn: false, place: cell.place }];
  });
  return { grid, corner: '', levels, rows };
}

/** The last of those before the levels, unless it says more than a name and the one before it names every row. */
function nameColumn(head: readonly Cell[], body: readonly (readonly Cell[])[], from: number): number {
  const grouped =
    from > 1 && GROUP.test(fold(head[0]?.text ?? '')) && !DESCRIPTION.test(fold(head[1]?.text ?? ''));
  for (let x = grouped ? 1 : 0; x < from; x++) {
    const names = body.filter((row) => !isGroup(row, from)).map((row) => row[x]?.text.trim() ?? '');
    const distinct = new Set(names).size === names.length && names.every((name) => name !== '');
    if (distinct) return x;
  }
  return from === 1 ? 0 : from - 1;
}

/** A row of one text, before the levels. */
function isGroup(row: readonly Cell[], from: number): boolean {
  const said = row.filter(({ text, merged }) => text.trim() !== '' && !merged);
  return said.length === 1 && row.slice(0, from).some((cell) => cell === said[0]);
}

/** Rows with cells follow it, and it is not the only one of its kind in a table where every other row is full. */
function groupsBelow(body: readonly (readonly Cell[])[], row: readonly Cell[], from: number): boolean {
  const groups = body.filter((one) => isGroup(one, from));
  const next = body[body.indexOf(row) + 1];
  return groups.length >= 2 && body[0] === groups[0] && next !== undefined && !isGroup(next, from);
}

/** "**Developer 1** (Green)", "Senior (IC4)". */
function levelOfHead({ text, place }: Cell): MatrixLevel {
  return { ...withoutBrackets(text), place };
}

/** What stands between the name and the levels, among them and after them: a description, and the rest under its heads. */
function besideLevels(
  row: readonly Cell[],
  head: readonly Cell[],
  nameAt: number,
  from: number,
  taken: readonly number[],
): Pick<MatrixRow, 'summary' | 'asides'> {
  const beside = row.flatMap(({ text }, x) =>
    text === '' || x <= nameAt || taken.includes(x) ? [] : [{ head: tidy(head[x]?.text ?? ''), text, x }],
  );
  const describes = ({ head: title, text, x }: (typeof beside)[number]) =>
    x < from && (title === '' || DESCRIPTION.test(fold(title)) || text.length > 25);
  return {
    summary:
      beside
        .filter(describes)
        .map(({ text }) => text)
        .join('\n\n') || null,
    asides: beside.filter((one) => !describes(one)).map(({ head: title, text }) => ({ head: title, text })),
  };
}
