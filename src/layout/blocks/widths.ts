/**
 * How wide a table's columns are: by the parts its mark gives, else by what stands in them; in both each column holds its
 * longest word, where the table has room for all of them.
 *
 * Kept true: no cell is narrower than its letters: of a table with too many columns that is a Problem.
 */
import type { Inline, Table, TableCell } from '../../markdown/document.ts';
import { error } from '../../problems/problem.ts';
import { lineSpan } from '../../problems/source.ts';
import type { Style } from '../styles.ts';
import type { Context } from './context.ts';
import { plainText } from './heading.ts';

/** White beside the words of a cell, millimetres as drawn. */
export const PAD = 1.5;
/** A word may be parted in a cell that is no narrower than this, millimetres as drawn. */
const PARTED = 6;

/** What stands in a column: the words of its cells, each in its style. */
export interface Column {
  readonly left: number;
  readonly right: number;
  readonly cells: readonly { readonly cell: TableCell; readonly style: Style }[];
}

/** Left and right white of a column: a rule at its side, or the next column's text. */
export function pads({ across }: Context, table: Table, i: number): readonly [number, number] {
  const left = table.rules[i] ? across(PAD) : 0;
  const lastColumn = i === table.head.length - 1;
  const right = table.rules[i + 1] ? across(PAD) : lastColumn && !table.heavy ? 0 : across(3);
  const align = table.align[i];
  return align === 'center'
    ? [across(0.5), across(0.5)]
    : [left, align === 'right' && !table.rules[i + 1] && !lastColumn ? across(1.5) : right];
}

/** Widths in points that add up to `width`. Problems: `table-too-wide`. */
export function columnWidths(
  context: Context,
  table: Table,
  styleOf: (cell: TableCell, column: number, head: boolean) => Style,
  width: number,
): readonly number[] {
  const count = Math.max(1, table.head.length);
  const columns = Array.from({ length: count }, (_, i) => wordsOf(context, table, styleOf, i));
  const wish = table.widths
    ? shared(table.widths, width)
    : byContent(
        columns.map(({ whole, least }) => Math.max(whole, least)),
        columns.map(({ least }) => least),
        width,
      );
  const held = widened(
    wish,
    columns.map(({ least }) => least),
    width,
  );
  if (held) return held;
  const narrow = columns.map(({ hard }) => hard);
  const parted = widened(wish, narrow, width);
  if (parted) return parted;
  const least = Math.round((sum(narrow) / width) * 100);
  context.problems.push(
    error(
      'table-too-wide',
      `The table's ${count} columns do not fit: their letters alone take ${least} percent of the page`,
      lineSpan(context.source, table.line),
      { help: 'make two tables of it, or turn the paper: paper: A4 landscape' },
    ),
  );
  return shared(narrow, width);
}

/** Widths of at least `least`, what some lack taken from those that have more; null where `width` does not hold all. */
export function widened(
  wish: readonly number[],
  least: readonly number[],
  width: number,
): readonly number[] | null {
  if (sum(least) > width + 0.01) return null;
  const lack = sum(wish.map((w, i) => Math.max(0, (least[i] ?? 0) - w)));
  if (lack === 0) return wish;
  const spare = wish.map((w, i) => Math.max(0, w - (least[i] ?? 0)));
  return wish.map((w, i) => Math.max(w, least[i] ?? 0) - (lack * (spare[i] ?? 0)) / sum(spare));
}

function shared(parts: readonly number[], width: number): readonly number[] {
  return parts.map((part) => (part / sum(parts)) * width);
}

/** By what stands in the columns: the whole text of each where that fits, else more for those that have more. */
function byContent(whole: readonly number[], least: readonly number[], width: number): readonly number[] {
  if (sum(whole) <= width) return whole.map((w) => w + (width - sum(whole)) / whole.length);
  const room = width - sum(least);
  if (room <= 0) return shared(least, width);
  const over = whole.map((w, i) => Math.min(w, width) - (least[i] ?? 0));
  return least.map((w, i) => w + (room * (over[i] ?? 0)) / (sum(over) || 1));
}

/** Of a column, with its white: the width of its longest text, of its longest word, and as narrow as it may be. */
function wordsOf(
  context: Context,
  table: Table,
  styleOf: (cell: TableCell, column: number, head: boolean) => Style,
  i: number,
): { readonly whole: number; readonly least: number; readonly hard: number } {
  const { across } = context;
  const white = sum(pads(context, table, i));
  let whole = across(4);
  let longest = across(4);
  const add = (cell: TableCell | undefined, head: boolean): void => {
    if (!cell) return;
    const style = styleOf(cell, i, head);
    const face = context.fonts[style.face === 'regular' ? 'semibold' : style.face];
    const fields = cell.content.filter((inline) => inline.type === 'field').length;
    const text = said(context, cell);
    whole = Math.max(whole, face.width(text.replaceAll('\n', ' '), style.size));
    for (const word of text.split(/[\s]+|(?<=[-‐–—/])/)) {
      const wide = face.width(shortest(context, word), style.size);
      longest = Math.max(longest, fields > 1 ? fields * (wide + 2 * across(PAD)) - white : wide);
    }
    if (cell.box) longest = Math.max(longest, context.theme.box);
  };
  add(table.head[i], true);
  for (const row of table.rows) if (!row.group) add(row.cells[i], false);
  return { whole: white + whole, least: white + longest, hard: white + Math.min(longest, across(PARTED)) };
}

/** A word, or of one that may be parted its longest part with a hyphen. */
function shortest(context: Context, word: string): string {
  if (!context.parts || word.length <= 18 || !/^de(?:-|$)/i.test(context.lang)) return word;
  const parts = context.parts(word);
  const longest = parts.reduce((most, part) => (part.length > most.length ? part : most), '');
  return parts.length > 1 ? `${longest}-` : word;
}

/** The words of a cell; what stays on one line is one word. */
function said(context: Context, cell: TableCell): string {
  const text = (content: readonly Inline[]): string =>
    content
      .map((inline) => {
        if (inline.type === 'break') return '\n';
        if (inline.type === 'page-link') return `${plainText(inline.children)}_${context.page}`;
        return 'children' in inline ? text(inline.children) : plainText([inline]);
      })
      .join('');
  return [cell.key ?? '', text(cell.content)].filter(Boolean).join(' ');
}

function sum(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0);
}
