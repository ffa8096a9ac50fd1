/** Tables: as they are, or with a mark whose id makes each cell after the first column a field or a box. */
import type { ChoiceField, Inline, LineField, Table, TableCell, TableRow } from './document.ts';
import { hasField, readFields, readKeyed } from './fields.ts';
import { plain } from './inline.ts';
import { barred, type MarkParts } from './marks.ts';
import { fail, idsOf, type Reading, takeId, warn } from './reading.ts';
import type { TableNode, TableRowNode } from './tree.ts';
import { readLoneBox, readTick, readTyped } from './values.ts';

const BREAK = /<br\s*\/?>/i;

interface TableMark {
  readonly parts: MarkParts;
  readonly line: number;
}

/**
 * A table with its mark, if it has one. Problems: `rows-mismatch`, `cells-mismatch`, `widths-mismatch`, `unknown-column`,
 * `broken-columns`, `two-ticks`, those of ids and fields; `unmarked-box` (warning).
 */
export function readTable(reading: Reading, node: TableNode, mark: TableMark | null): Table {
  const [headRow, ...bodyRows] = node.rows;
  const columns = node.align.length;
  const parts = mark?.parts ?? null;
  const id = parts?.id ?? null;
  const { widths, rules } = widthsOf(reading, mark, columns);
  const cols = columnIds(parts ? idsOf(parts, 'cols') : [], columns);
  const numbers = mark ? checkTable(reading, mark, node, cols) : { small: [], ruled: [] };
  const heavy = mark ? heavyOf(reading, mark, columns, bodyRows.length) : null;
  if (id !== null && mark) takeId(reading, id, mark.line);
  const rowIds = parts ? idsOf(parts, 'rows') : [];
  const lines = parts ? linesOf(parts) : [];
  const head = headRow?.cells.map((cell) => textCell(reading, cell, headRow.line)) ?? [];
  const boxed = boxColumns(node, id);
  const rows = bodyRows.map((row, r): TableRow => {
    const first = printedCell(reading, row.cells[0] ?? '', row.line);
    const named = [parts?.label ?? '', rowName(first)].filter((text) => text !== '').join(', ');
    const others =
      id === null
        ? row.cells.slice(1).map((cell) => printedCell(reading, cell, row.line))
        : formCells(reading, { id: `${id}/${rowIds[r] ?? r + 1}`, label: named, row, cols, boxed, head });
    const name = id === null && others.length > 0 && others.every(isEmpty) ? groupHead(first) : null;
    return {
      line: row.line,
      group: name !== null,
      lines: (lines.length === 1 ? lines[0] : lines[r]) ?? null,
      cells: [name ?? first, ...others],
    };
  });
  return {
    ...{ type: 'table', line: node.line, id, label: parts?.label ?? null, widths, rules },
    ...{ align: node.align, small: numbers.small, ruled: numbers.ruled, heavy, head, rows },
  };
}

function isEmpty(cell: TableCell): boolean {
  return cell.content.length === 0 && cell.key === null;
}

/** The only filled cell of a row as a group's head, if it opens with strong: that is the group's name, and no key. */
function groupHead(cell: TableCell): TableCell | null {
  if (cell.key === null) return cell.content[0]?.type === 'strong' ? cell : null;
  const name: Inline = { type: 'strong', children: [{ type: 'text', text: cell.key }] };
  const space: Inline[] = cell.content.length > 0 ? [{ type: 'text', text: ' ' }] : [];
  return { ...cell, key: null, content: [name, ...space, ...cell.content] };
}

function linesOf(mark: MarkParts): readonly { readonly count: number; readonly grow: boolean }[] {
  return idsOf(mark, 'lines').map((text) => ({ count: Number.parseInt(text, 10), grow: text.endsWith('+') }));
}

/** A row's words, without its help: what its fields are called by. */
function rowName(first: TableCell): string {
  const end = first.content.findIndex((inline) => inline.type === 'break');
  const words = plain(end < 0 ? first.content : first.content.slice(0, end)).trim();
  return [first.key ?? '', words].filter((text) => text !== '').join(' ');
}

/** Holds the mark against the table. Returns the numbers of the columns that are set small, and of those with lines. */
function checkTable(
  reading: Reading,
  { parts, line }: TableMark,
  node: TableNode,
  cols: readonly (string | null)[],
): { small: readonly number[]; ruled: readonly number[] } {
  const columns = node.align.length;
  const rows = node.rows.length - 1;
  const wrong = (what: string, named: number, there: number): void =>
    fail(reading, 'rows-mismatch', `The mark names ${named} ${what}, the table has ${there}`, line);
  const named = idsOf(parts, 'rows').length;
  const lines = idsOf(parts, 'lines').length;
  if (named > 0 && named !== rows) wrong('rows', named, rows);
  if (lines > 1 && lines !== rows) wrong('numbers of lines', lines, rows);
  const columnNames = idsOf(parts, 'cols').length;
  if (columnNames > 0 && columnNames !== columns - 1) {
    const message = `The mark names ${columnNames} columns, the table has ${columns - 1} after its first`;
    fail(reading, 'widths-mismatch', message, line);
  }
  for (const row of node.rows) {
    if (row.written >= columns) continue;
    const message = `This row has ${row.written} cells, the table ${columns} columns`;
    fail(reading, 'cells-mismatch', message, row.line, 'a row is one line; write a line break as <br>');
  }
  const small = idsOf(parts, 'small').map(Number);
  const missing = small.find((column) => column > columns);
  if (missing !== undefined) unknownColumn(reading, `${missing}`, line);
  const ruled = idsOf(parts, 'ruled').flatMap((text) => {
    if (cols.includes(text)) return [cols.indexOf(text) + 2];
    unknownColumn(reading, text, line);
    return [];
  });
  return { small, ruled };
}

const COLUMNS = /^[1-9]\d{0,3}(?:-[1-9]\d{0,3})?$/;

/**
 * Which columns stand under a heavy rule, by row: an entry is `-` (none) or columns and ranges, parted by `+`. Problems:
 * `broken-columns`, `unknown-column`, `rows-mismatch`.
 */
function heavyOf(
  reading: Reading,
  { parts, line }: TableMark,
  columns: number,
  rows: number,
): readonly (readonly number[])[] | null {
  const entries = idsOf(parts, 'heavy');
  if (entries.length === 0) return null;
  if (entries.length !== rows) {
    const message = `"heavy=" names ${entries.length} rows, the table has ${rows}`;
    fail(reading, 'rows-mismatch', message, line, 'one entry for each row under the head; - is none');
  }
  return entries.map((entry) => {
    const found = new Set<number>();
    for (const part of entry === '-' ? [] : entry.split('+')) {
      const [from = 0, to = from] = part.split('-').map(Number);
      if (!COLUMNS.test(part) || to < from) {
        const help = 'write columns, counted from 1: 3-6, 2, 2+4-5, or - for none';
        fail(reading, 'broken-columns', `"${entry}" in "heavy=" is no list of columns`, line, help);
        return [];
      }
      if (to > columns) unknownColumn(reading, `${to}`, line);
      for (let column = from; column <= Math.min(to, columns); column++) found.add(column);
    }
    return [...found].sort((a, b) => a - b);
  });
}

function unknownColumn(reading: Reading, name: string, line: number): void {
  fail(reading, 'unknown-column', `The table has no column "${name}"`, line);
}

function widthsOf(
  reading: Reading,
  mark: TableMark | null,
  columns: number,
): { widths: readonly number[] | null; rules: readonly boolean[] } {
  const { widths, bars } = mark ? barred(mark.parts) : { widths: [], bars: new Set<number>() };
  const rules = Array.from({ length: columns + 1 }, (_, i) => bars.has(i));
  if (!mark || widths.length === 0) return { widths: null, rules };
  if (widths.length === columns) return { widths, rules };
  const message = `The mark has ${widths.length} widths, the table ${columns} columns`;
  fail(reading, 'widths-mismatch', message, mark.line, 'one width for each column');
  return { widths: null, rules };
}

/** Ids of the columns after the first: as named, else 1, 2, 3; `-` is none. */
function columnIds(named: readonly string[], columns: number): readonly (string | null)[] {
  return Array.from({ length: Math.max(0, columns - 1) }, (_, i) => {
    const id = named.length > 0 ? named[i] : `${i + 1}`;
    return id === undefined || id === '-' ? null : id;
  });
}

/** Columns (from 1) in which a box stands: a bare x is a tick there too. */
function boxColumns(node: TableNode, id: string | null): ReadonlySet<number> {
  const found = new Set<number>();
  if (id === null) return found;
  for (const row of node.rows.slice(1))
    for (const [i, cell] of row.cells.entries()) if (i > 0 && readLoneBox(cell) !== null) found.add(i);
  return found;
}

interface FormRow {
  readonly id: string;
  readonly label: string;
  readonly row: TableRowNode;
  readonly cols: readonly (string | null)[];
  readonly boxed: ReadonlySet<number>;
  readonly head: readonly TableCell[];
}

function formCells(reading: Reading, form: FormRow): TableCell[] {
  const { row, cols } = form;
  const choice = rowChoice(reading, form);
  return row.cells.slice(1).map((content, i): TableCell => {
    const col = cols[i] ?? null;
    if (col === null) return printedCell(reading, content, row.line);
    if (choice?.options.includes(col)) {
      const said = plain(form.head[i + 1]?.content ?? []).trim();
      const box = { field: choice, option: col, on: readTick(content) ?? false, said };
      return { key: null, content: [], field: null, box };
    }
    const over = plain(form.head[i + 1]?.content ?? []).trim() || col;
    const label = [form.label, over].filter((text) => text !== '').join(', ');
    if (hasField(content)) {
      const inner = readFields(reading, content, { line: row.line, cell: true, within: label });
      return { key: null, content: inner, field: null, box: null };
    }
    const field = cellField(reading, `${form.id}/${col}`, label, content, row.line);
    return { key: null, content: [], field, box: null };
  });
}

/** The boxes of a row are one choice. */
function rowChoice(reading: Reading, form: FormRow): ChoiceField | null {
  const { id, label, row, cols, boxed } = form;
  const columns = cols.flatMap((col, i) => (col !== null && boxed.has(i + 1) ? [{ col, at: i + 1 }] : []));
  if (columns.length === 0) return null;
  const ticked = columns.filter(({ at }) => readTick(row.cells[at] ?? ''));
  if (ticked.length > 1)
    fail(reading, 'two-ticks', 'Two boxes of one row are ticked', row.line, 'leave one of them');
  for (const { at } of columns) {
    const content = row.cells[at] ?? '';
    if (readTick(content) === null && readTyped(content) !== '') {
      const help = 'tick it with [x], or write in another column';
      fail(reading, 'not-a-box', 'In a column of boxes a cell is a box alone', row.line, help);
    }
  }
  const field: ChoiceField = {
    ...{ kind: 'choice', id, label, required: false, line: row.line, off: [], with: null },
    options: columns.map(({ col }) => col),
    value: ticked[0]?.col ?? null,
  };
  if (takeId(reading, id, row.line)) reading.fields.push(field);
  return field;
}

function cellField(
  reading: Reading,
  id: string,
  label: string,
  content: string,
  line: number,
): LineField | null {
  if (!takeId(reading, id, line)) return null;
  const value = content
    .split(BREAK)
    .map(readTyped)
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
  const field: LineField = { kind: 'line', id, label, required: false, line, value };
  reading.fields.push(field);
  return field;
}

/** A cell of a table or column that is no form: a box in it is only printed. */
function printedCell(reading: Reading, content: string, line: number): TableCell {
  if (readLoneBox(content) !== null) {
    const help = 'to read it back, give the table a mark with an id';
    warn(reading, 'unmarked-box', 'This box belongs to no field: it is only printed', line, help);
  }
  return textCell(reading, content, line);
}

function textCell(reading: Reading, raw: string, line: number): TableCell {
  return { ...readKeyed(reading, raw, { line, cell: true }), field: null, box: null };
}
