/**
 * Where the fields of a document stand in its source, and the edits that put a value there: one line changes, or the lines
 * between notes marks; every other byte stays.
 */
import type { Source } from '../problems/source.ts';
import { commentsIn } from './comments.ts';
import type { Block, Box } from './document.ts';
import { labelEnd } from './fields.ts';
import { COMMENT_LINE, loneMark, readMark } from './marks.ts';
import { rowCells } from './table-source.ts';
import { hasBox, readTick, withBox, writeBox, writeNotes, writeTyped } from './values.ts';

/** A source being edited: `lines` without line ends, `ends` those that each had; lines may be put in after one. */
export interface EditedLines {
  readonly lines: string[];
  /** Lines that take the place of the next `drop` ones, by the index of the line before them. */
  readonly bodies: Map<number, { readonly drop: number; readonly lines: readonly string[] }>;
  text(): string;
}

/** A source to edit. */
export function editedLines(source: Source): EditedLines {
  const raw = source.text.split('\n');
  const lines = raw.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const bodies: EditedLines['bodies'] = new Map();
  const end = (i: number): string => (raw[i]?.endsWith('\r') ? '\r' : '');
  const text = (): string => {
    const out: string[] = [];
    for (let i = 0; i < lines.length; i++) {
      out.push(`${lines[i] ?? ''}${end(i)}`);
      const body = bodies.get(i);
      if (!body) continue;
      for (const line of body.lines) out.push(`${line}${end(i)}`);
      i += body.drop;
    }
    return out.join('\n');
  };
  return { lines, bodies, text };
}

/** A box: the line of its item, or of its table's row with its column (from 1). */
export interface BoxPlace {
  readonly option: string;
  readonly line: number;
  readonly column: number | null;
}

/** Boxes and table cells by the id of their field. */
export interface Places {
  readonly boxes: ReadonlyMap<string, readonly BoxPlace[]>;
  readonly cells: ReadonlyMap<string, { readonly line: number; readonly column: number }>;
}

/** All boxes and table cells of a document that are fields. */
export function placesOf(blocks: readonly Block[]): Places {
  const boxes = new Map<string, BoxPlace[]>();
  const cells = new Map<string, { line: number; column: number }>();
  const add = (box: Box | null, line: number, column: number | null): void => {
    if (!box) return;
    const known = boxes.get(box.field.id) ?? [];
    known.push({ option: box.option, line, column });
    boxes.set(box.field.id, known);
  };
  const walk = (block: Block): void => {
    switch (block.type) {
      case 'keep':
      case 'quote':
        block.blocks.forEach(walk);
        return;
      case 'row':
        block.stacks.flat().forEach(walk);
        return;
      case 'list':
        for (const item of block.items) item.blocks.forEach(walk);
        return;
      case 'choice':
      case 'check':
        for (const option of block.options) {
          add(option.box, option.line, null);
          option.blocks.forEach(walk);
        }
        return;
      case 'cells':
        for (const cell of block.items) {
          add(cell.box, cell.line, null);
          if (cell.choice) walk(cell.choice);
        }
        return;
      case 'table':
        for (const row of block.rows) {
          for (const [i, cell] of row.cells.entries()) {
            if (cell.field) cells.set(cell.field.id, { line: row.line, column: i + 1 });
            add(cell.box, row.line, i + 1);
          }
        }
    }
  };
  blocks.forEach(walk);
  return { boxes, cells };
}

/** Ticks a box, or takes its tick away; one that is as wanted stays as it was written. */
export function setBox(edit: EditedLines, place: BoxPlace, on: boolean): void {
  if (place.column !== null) {
    putCell(edit, place.line, place.column, (old) => ((readTick(old) ?? false) === on ? null : writeBox(on)));
    return;
  }
  // An item may begin with an empty line.
  let at = place.line - 1;
  while (at < edit.lines.length && !hasBox(edit.lines[at] ?? '')) at++;
  const line = edit.lines[at];
  if (line !== undefined) edit.lines[at] = withBox(line, on);
}

/** Writes a value into a cell of a table. */
export function setCell(edit: EditedLines, line: number, column: number, value: string): void {
  const lines = value.split(/\r\n?|\n/);
  putCell(edit, line, column, () =>
    lines.length === 1
      ? writeTyped(value, true)
      : lines.map((text) => text && writeTyped(text, true)).join('<br>'),
  );
}

/** Puts a text in a cell; the white space round it stays. */
function putCell(
  edit: EditedLines,
  line: number,
  column: number,
  next: (old: string) => string | null,
): void {
  const text = edit.lines[line - 1] ?? '';
  const range = rowCells(text)[column - 1];
  if (!range) return;
  const old = text.slice(range.start, range.end);
  const words = next(old.trim());
  if (words === null) return;
  const empty = old.trim() === '';
  const lead = (empty ? '' : /^\s*/.exec(old)?.[0]) || ' ';
  const trail = (empty ? '' : /\s*$/.exec(old)?.[0]) || ' ';
  edit.lines[line - 1] = text.slice(0, range.start) + lead + words + trail + text.slice(range.end);
}

const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/** Writes a value between a field's label and its mark; what stood there, and after the mark, goes. */
export function setField(edit: EditedLines, line: number, id: string, value: string): void {
  const text = edit.lines[line - 1] ?? '';
  const mark = commentsIn(text).find(({ inner }) => {
    const parts = readMark(inner);
    return !('other' in parts) && parts.name === 'field' && parts.id === id;
  });
  if (!mark) return;
  const inTable = /^\s*\|/.test(text);
  const after = mark.index + mark.text.length;
  const start = labelStart(text, mark.index);
  const colon = text.indexOf(':', start);
  const words = writeTyped(value, inTable);
  const tail = `${mark.text}${text.slice(after + strayLength(text.slice(after), inTable))}`;
  if (colon >= 0 && colon < mark.index) {
    edit.lines[line - 1] =
      `${text.slice(0, start + labelEnd(text.slice(start), colon - start))} ${words} ${tail}`;
    return;
  }
  // A formatter wrapped the line: the label stands on one above.
  for (let at = line - 2; at >= 0; at--) {
    const above = edit.lines[at] ?? '';
    if (above.trim() === '' || COMMENT_LINE.test(above)) return;
    const from = labelStart(above, above.length);
    const found = above.indexOf(':', from);
    if (found >= 0) {
      const label = above.slice(0, from + labelEnd(above.slice(from), found - from));
      edit.lines[at] = `${label} ${words}`;
      edit.lines[line - 1] = `${/^\s*/.exec(text)?.[0] ?? ''}${tail}`;
      return;
    }
    if (ITEM.test(above) || above.includes('-->')) return;
  }
}

/** Where the label before an offset begins: after the mark, break or bar before it. */
function labelStart(text: string, end: number): number {
  let start = 0;
  for (const match of text.slice(0, end).matchAll(/-->|<br\s*\/?>|(?<!\\)\|/gi))
    start = match.index + match[0].length;
  return start;
}

/** Length of what a person typed after a mark: it belongs to the field too, if no other mark follows in its text. */
function strayLength(after: string, inTable: boolean): number {
  const end = inTable ? /<br\s*\/?>|(?<!\\)\|/i.exec(after)?.index : undefined;
  const typed = after.slice(0, end ?? after.length);
  if (typed.includes('<!--') || typed.trim() === '') return 0;
  return typed.trimEnd().length;
}

/** Puts a text between notes marks; `line` is that of the first. */
export function setNotes(edit: EditedLines, line: number, value: string): void {
  let end = line;
  while (end < edit.lines.length && loneMark(edit.lines[end] ?? '') === null) end++;
  edit.bodies.set(line - 1, { drop: end - line, lines: ['', ...writeNotes(value), ''] });
}
