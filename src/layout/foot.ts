/**
 * The foot of every page: lines of cells, spread from edge to edge, under a thin rule. What stands in it comes from
 * the front matter alone. Sheets get separated: it says whose, which, and which page of how many.
 */
import type { Field, FootPart } from '../markdown/document.ts';
import { error } from '../problems/problem.ts';
import { lineSpan } from '../problems/source.ts';
import { type Context, runs, setLines } from './blocks/context.ts';
import { fieldMark, type Mark, rightEdge, type TextMark, textAt } from './box.ts';
import { letterAt } from './breaks.ts';
import { writingItem } from './fields.ts';
import { baseline } from './line-marks.ts';
import type { Run } from './lines.ts';
import type { Item } from './page.ts';
import { RULE } from './rules.ts';
import { EDGE } from './sheet.ts';
import type { Paper, Theme } from './theme.ts';
import { mm } from './units.ts';
import { settable } from './white.ts';

/** A line to write on with its label; narrower where the foot's line would not fit, down to the least. */
const BLANK = { most: mm(84), least: mm(50) };
/** White over and under a line to write on, millimetres. */
const PEN = { over: 3.2, under: 0.5 };

/** A page's foot; the fields that it repeats stand last. `page` from 0. */
export function footOf(
  context: Context,
  lines: readonly (readonly (readonly FootPart[])[])[],
  paper: Paper,
  theme: Theme,
  page: number,
  pages: number,
): readonly Item[] {
  const items: Item[] = [];
  const fields: Item[] = [];
  if (lines.length === 0) return items;
  const left = theme.margin;
  const width = paper.width - 2 * theme.margin;
  items.push({ type: 'rule', x: left, y: paper.footTop, width, height: RULE.row });
  const pen = holdsPen(lines);
  let y = paper.footTop + (pen ? mm(PEN.over) : mm(0.8));
  const rows = rowsOf(context, lines, page, pages, width);
  rows.forEach((cells, i) => {
    const used = cells.reduce((sum, c) => sum + c.width, 0);
    const gap = cells.length > 1 ? Math.max(mm(2), (width - used) / (cells.length - 1)) : 0;
    let x = left;
    for (const c of cells) {
      for (const mark of c.marks) {
        if (mark.type === 'rule') items.push({ ...mark, x: mark.x + x, y: mark.y + y });
        else if (mark.type === 'text' && !mark.written) items.push({ ...mark, x: mark.x + x, y: mark.y + y });
        else if (mark.type === 'field') {
          const { field, node, width, height } = mark;
          const place = { field, node, x: mark.x + x, y: mark.y + y, width, height };
          const texts = c.marks.flatMap((m) => (isWrittenIn(m, mark.field) ? [textAt(m, x, y)] : []));
          fields.push({ ...writingItem(place, context.styles.typed), texts, echo: true });
        }
      }
      x += c.width + gap;
    }
    y += context.styles.foot.leading + (i === 0 && pen ? mm(PEN.under) : 0);
  });
  const wide = rows.some((cells) => cells.some((c) => c.width > width + 1));
  if (wide || y > paper.height - EDGE) {
    const at = context.source.text.split('\n').findIndex((text) => text.startsWith('foot:')) + 1;
    const help = 'shorten it, or take a line away';
    const span = lineSpan(context.source, Math.max(1, at));
    context.problems.push(error('foot-too-long', 'The foot does not fit under the page', span, { help }));
  }
  return [...items, ...fields];
}

function isWrittenIn(mark: Mark, field: Field): mark is TextMark {
  return mark.type === 'text' && mark.written?.field === field;
}

/** A number as wide as those of a long document. */
const MOST_PAGES = 88;

/** How high a foot of these lines is, from its rule to the end of its text. */
export function footHeight(
  context: Context,
  lines: readonly (readonly (readonly FootPart[])[])[],
  width: number,
): number {
  if (lines.length === 0) return 0;
  const known = context.problems.length;
  const rows = rowsOf(context, lines, MOST_PAGES - 1, MOST_PAGES, width).length;
  context.problems.length = known;
  const { leading } = context.styles.foot;
  return rows * leading + (holdsPen(lines) ? mm(PEN.over + PEN.under) : mm(0.8));
}

function holdsPen(lines: readonly (readonly (readonly FootPart[])[])[]): boolean {
  return lines.some((line) => line.some((parts) => parts.some((part) => part.type === 'field')));
}

function rowsOf(
  context: Context,
  lines: readonly (readonly (readonly FootPart[])[])[],
  page: number,
  pages: number,
  width: number,
): readonly (readonly FootCell[])[] {
  return lines.flatMap((line) => {
    const set = (blank: number) => line.map((parts) => cell(context, parts, page, pages, width, blank));
    const cells = set(BLANK.most);
    const over = cells.reduce((sum, c) => sum + c.width + mm(2), -mm(2)) - width;
    const narrower = BLANK.most - over - 0.1;
    const fits = over > 0 && holdsPen([line]) && narrower >= BLANK.least;
    return broken(fits ? set(narrower) : cells, width);
  });
}

/** A line's cells in as few lines as hold them, as evenly as may be. */
function broken(cells: readonly FootCell[], width: number): readonly (readonly FootCell[])[] {
  const rows = inRows(cells, width);
  for (let narrow = width; ; narrow -= mm(5)) {
    const even = inRows(cells, narrow - mm(5));
    if (even.length > rows.length || narrow <= mm(5)) return inRows(cells, narrow);
  }
}

function inRows(cells: readonly FootCell[], width: number): readonly (readonly FootCell[])[] {
  const rows: FootCell[][] = [[]];
  let used = 0;
  for (const c of cells) {
    const row = rows.at(-1);
    if (row && row.length > 0 && used + mm(2) + c.width > width) {
      rows.push([c]);
      used = c.width;
    } else {
      used += (row && row.length > 0 ? mm(2) : 0) + c.width;
      row?.push(c);
    }
  }
  return rows;
}

interface FootCell {
  readonly width: number;
  readonly marks: readonly Mark[];
}

function cell(
  context: Context,
  parts: readonly FootPart[],
  page: number,
  pages: number,
  width: number,
  most: number,
): FootCell {
  const style = context.styles.foot;
  const strong = context.styles.page;
  const marks: Mark[] = [];
  const content: Run[] = [];
  let x = 0;
  const flush = (): void => {
    if (content.length === 0) return;
    const set = setLines(context, content.splice(0), style, 1, { width: 1e6 });
    for (const m of set.lines[0] ?? []) {
      if (m.type === 'text') marks.push({ ...m, x: m.x + x, node: null });
    }
    x += rightEdge(set.lines[0] ?? []);
  };
  const paged = parts.some((part) => part.type === 'page');
  for (const part of parts) {
    if (part.type === 'inline') {
      const kept = context.nodes.length;
      for (const run of runs(context, part.content, paged ? strong : style, 0))
        content.push({ ...run, node: null, face: paged ? strong.face : run.face });
      context.nodes.length = kept;
    } else if (part.type === 'page' || part.type === 'pages') {
      content.push({
        text: `${part.type === 'page' ? page + 1 : pages}`,
        face: strong.face,
        size: strong.size,
        node: null,
      });
    } else {
      flush();
      const label = `${settable(part.field.label)} `;
      const wide = context.fonts.regular.width(label, style.size);
      const y = baseline(style);
      const blank = Math.max(mm(30), Math.min(most, width * 0.46) - wide);
      marks.push({
        type: 'text',
        x,
        y,
        face: 'regular',
        size: style.size,
        text: settable(part.field.label),
        width: wide,
        node: null,
      });
      marks.push({ type: 'rule', x: x + wide, y: y + 1.8, width: blank, height: RULE.writing });
      const { size } = context.styles.typed;
      const value = fitted(context, settable(part.field.value), size, blank);
      if (value !== '') {
        marks.push({
          type: 'text',
          x: x + wide + 1,
          y: y - 0.5,
          face: 'regular',
          size,
          text: value,
          width: context.fonts.regular.width(value, size),
          node: null,
          written: { field: part.field, end: part.field.value.length },
        });
      }
      const high = mm(5);
      marks.push(fieldMark(part.field, null, { x: x + wide, y: y + 1.8 - high, width: blank, height: high }));
      x += wide + blank;
    }
  }
  flush();
  return { width: x, marks };
}

/** As much of a name as the line in the foot has room for, in whole letters; all of it stands in the head. */
function fitted(context: Context, value: string, size: number, width: number): string {
  const { regular } = context.fonts;
  if (regular.width(value, size) <= width - 2) return value;
  let end = 0;
  for (let letter = letterAt(value, 0); letter !== ''; letter = letterAt(value, end)) {
    if (regular.width(`${value.slice(0, end)}${letter}…`, size) > width - 2) break;
    end += letter.length;
  }
  return `${value.slice(0, end)}…`;
}
