/**
 * Tables: widths by parts or by content, the head said again on each page, a group's head kept with its first row, a
 * row never split unless it is taller than a page. Cells that are fields give room to write; cells of boxes stand in
 * their middle.
 */
import type { Inline, Table, TableCell, TableRow } from '../../markdown/document.ts';
import {
  type Box,
  type Child,
  child,
  columns,
  leaf,
  type Mark,
  moved,
  rightEdge,
  stack,
  unheard,
} from '../box.ts';
import { RULE } from '../rules.ts';
import type { Style } from '../styles.ts';
import { barOver } from './bars.ts';
import { tickBox } from './boxes.ts';
import { cellText } from './cell-text.ts';
import { type Context, node, paragraph, writtenLines } from './context.ts';
import { plainText } from './heading.ts';
import { dividers, fieldCell, smallFields, smallFieldsBox } from './table-fields.ts';
import { columnWidths, PAD, pads } from './widths.ts';

interface Grid {
  readonly table: Table;
  readonly widths: readonly number[];
  readonly width: number;
  readonly framed: boolean;
}

/** A table as a box that splits between rows. `strip`: it stands in a kept block, under a thin rule as rows do. */
export function tableBox(context: Context, table: Table, parent: number, width: number, strip = false): Box {
  const at = node(context, 'Table', parent, table.label === null ? {} : { summary: table.label });
  const framed = table.rules[0] === true;
  const widths = columnWidths(
    context,
    table,
    (cell, i, head) => (head ? headStyle(context, table) : cellStyle(context, table, cell, i)),
    width,
  );
  const grid: Grid = { table, widths, width, framed };
  const headed = table.head.some((cell) => cell.content.length > 0);
  const children: Child[] = strip && !framed ? [child(rule(width, RULE.row), 0, { keepNext: true })] : [];
  let again: Box | null = null;
  if (headed) {
    const head = headRow(context, grid, at);
    again = unheard(head.again);
    children.push(child(head.first, 0, { keepNext: true }));
  }
  table.rows.forEach((row, i) => {
    const after = table.rows[i + 1];
    const last = i === table.rows.length - 1;
    const heavy = after?.group === true || (last && table.rows.some((r) => r.group));
    const box = row.group ? groupRow(context, grid, row, at) : bodyRow(context, grid, row, at, heavy);
    const bar = table.heavy ? barOver(table.heavy[i] ?? [], widths, width) : null;
    const whole = bar ? stack([child(bar, 0, { keepNext: true }), child(box)], { keep: true }) : box;
    children.push(child(whole, 0, { keepNext: row.group }));
  });
  return stack(children, { again });
}

function verticals(grid: Grid): readonly { x: number; width: number; full: boolean }[] {
  const marks: { x: number; width: number; full: boolean }[] = [];
  let x = 0;
  for (let i = 0; i <= grid.widths.length; i++) {
    if (grid.table.rules[i]) {
      const edge = i === 0 || i === grid.widths.length;
      const thick = edge ? RULE.field : RULE.row;
      marks.push({ x: i === grid.widths.length ? grid.width - thick : x, width: thick, full: true });
    }
    x += grid.widths[i] ?? 0;
  }
  return marks;
}

/** The head, and what of it stands over the rows that go on: of a ladder the names alone. */
function headRow(context: Context, grid: Grid, parent: number): { readonly first: Box; readonly again: Box } {
  const tr = node(context, 'TR', parent);
  const ladder = grid.table.heavy !== null;
  const style = headStyle(context, grid.table);
  const top: Child[] = grid.framed ? [child(rule(grid.width, RULE.field))] : [];
  const cells = grid.table.head.map((cell, i) => {
    const [left, right] = pads(context, grid.table, i);
    const at = node(context, 'TH', tr, { scope: 'Column' });
    const setting = {
      width: Math.max(1, (grid.widths[i] ?? 0) - left - right),
      align: grid.table.align[i] ?? 'left',
    };
    const text = cellText(context, keyed(cell), style, at, grid.table.line, setting);
    return { left, text };
  });
  const rowOf = (texts: readonly Box[]): Box => {
    const height = Math.max(...texts.map((text) => text.height));
    let x = 0;
    const placed = texts.map((text, i) => {
      const at = x + (cells[i]?.left ?? 0);
      x += grid.widths[i] ?? 0;
      return { x: at, box: ladder ? text : stack([child(leaf(height - text.height)), child(text)]) };
    });
    return columns({
      columns: placed,
      above: context.down(0.9),
      below: context.down(ladder ? 1 : 0.8),
      rules: verticals(grid),
    });
  };
  const texts = cells.map(({ text }) => text);
  const row = rowOf(texts);
  if (ladder) {
    const names = rowOf(
      texts.map((text) => (text.kind === 'stack' ? (text.children[0]?.box ?? text) : text)),
    );
    return { first: stack([...top, child(row)]), again: stack([...top, child(names)]) };
  }
  const whole = stack([...top, child(row), child(rule(grid.width, grid.framed ? RULE.row : RULE.section))]);
  return { first: whole, again: { ...whole } };
}

function groupRow(context: Context, grid: Grid, row: TableRow, parent: number): Box {
  const tr = node(context, 'TR', parent);
  const at = node(context, 'TH', tr, { scope: 'Row', span: grid.widths.length });
  const content = row.cells[0]?.content ?? [];
  const lifted = content.map(
    (inline): Inline =>
      inline.type === 'strong' ? { type: 'text', text: plainText(inline.children) } : inline,
  );
  const big = lifted.filter((inline) => inline.type === 'text' || inline.type === 'strong');
  const style = context.styles.section;
  const name = paragraph(context, big.slice(0, 1), style, at, row.line, { width: grid.width });
  const end = rightEdge(name.lines[0] ?? []);
  const others = lifted
    .slice(1)
    .map(
      (inline): Inline =>
        inline.type === 'emphasis' ? { type: 'text', text: plainText(inline.children) } : inline,
    );
  const marks: Mark[] = name.lines.flatMap((l, k) => l.map((m) => moved(m, 0, k * style.leading)));
  const below: Child[] = [];
  if (plainText(others).trim() !== '') {
    const { help } = context.styles;
    const beside = { x: end + context.across(2.4), y: (style.leading - help.leading) / 2 + 0.9 };
    const note = paragraph(context, others, help, at, row.line, { width: grid.width });
    const fits =
      name.lines.length === 1 &&
      note.lines.length === 1 &&
      beside.x + rightEdge(note.lines[0] ?? []) <= grid.width;
    if (fits) for (const m of note.lines[0] ?? []) marks.push(moved(m, beside.x, beside.y));
    else below.push(child(note));
  }
  const box = stack([child(leaf(name.height, marks)), ...below]);
  return columns({ columns: [{ x: 0, box }], above: context.down(1.4), below: context.down(0.4) });
}

function bodyRow(context: Context, grid: Grid, row: TableRow, parent: number, heavy: boolean): Box {
  const tr = node(context, 'TR', parent);
  const { table } = grid;
  const count = writtenLines(context, row.lines?.count ?? 0);
  const boxes = row.cells.some((cell) => cell.box !== null);
  const form =
    table.id !== null &&
    row.cells.some((cell) => cell.field !== null || cell.box !== null || hasFields(cell.content));
  const { down } = context;
  const pad = down(table.heavy ? 1.2 : form && count === 0 ? 0.9 : 1.5);
  const least = boxes
    ? context.theme.box + down(5)
    : count > 0
      ? count * context.theme.line + down(1)
      : form
        ? context.pen
        : 0;
  let x = 0;
  const cells = row.cells.map((cell, i) => {
    const wide = grid.widths[i] ?? 0;
    const at = node(context, i === 0 ? 'TH' : 'TD', tr, i === 0 ? { scope: 'Row' } : {});
    const box = bodyCell(context, grid, row, cell, i, at, wide, pad);
    const placed = { x, box };
    x += wide;
    return placed;
  });
  const middle = boxes || (form && count === 0);
  const rules = [
    ...verticals(grid),
    ...cells.flatMap((c, i) => dividers(row.cells[i]?.content ?? [], c.x, grid.widths[i] ?? 0)),
  ];
  const body = columns({ columns: cells, rules, middle, height: least });
  if (table.heavy) return body;
  return stack([child(body), child(rule(grid.width, heavy ? RULE.section : RULE.row))], { keep: true });
}

function bodyCell(
  context: Context,
  grid: Grid,
  row: TableRow,
  cell: TableCell,
  i: number,
  at: number,
  wide: number,
  pad: number,
): Box {
  const [left, right] = pads(context, grid.table, i);
  const inner = Math.max(1, wide - left - right);
  if (cell.box) {
    const size = context.theme.box;
    const form = node(context, 'Form', at, { alt: cell.box.field.label });
    return leaf(size, tickBox(cell.box, (wide - size) / 2, 0, size, form));
  }
  if (cell.field && cell.content.length === 0) {
    const ruled = grid.table.ruled.includes(i + 1);
    return fieldCell(context, cell.field, row, {
      at,
      width: wide,
      left: grid.table.rules[i] ? context.across(PAD) : 0,
      ruled,
    });
  }
  const parts = smallFields(cell.content);
  if (parts) return smallFieldsBox(context, parts, row, at, wide);
  const style = cellStyle(context, grid.table, cell, i);
  const text = cellText(context, keyed(cell), style, at, row.line, {
    width: inner,
    align: grid.table.align[i] ?? 'left',
  });
  return columns({
    columns: [{ x: left, box: text }],
    above: pad,
    below: grid.table.heavy ? context.down(0.9) : pad,
  });
}

function hasFields(content: readonly Inline[]): boolean {
  return content.some((inline) => inline.type === 'field');
}

/** A ladder's columns have headings, others the words over a list. */
function headStyle(context: Context, table: Table): Style {
  return table.heavy === null ? context.styles.tableHead : context.styles.section;
}

/** Figures that name a row (a time, a number) are set larger; columns marked small are set quiet. */
function cellStyle(context: Context, table: Table, cell: TableCell, i: number): Style {
  const { styles } = context;
  if (table.small.includes(i + 1)) return styles.quiet;
  if (table.heavy) return i === 0 ? styles.rowName : styles.anchor;
  const only = cell.content.length === 1 ? cell.content[0] : undefined;
  if (only?.type === 'strong' && /^[\d:]+$/.test(plainText(only.children))) return styles.point;
  if (cell.key !== null && cell.content.length === 0) return styles.skill;
  return styles.body;
}

/** A cell's content with its key before it. */
function keyed(cell: TableCell): readonly Inline[] {
  if (cell.key === null) return cell.content;
  const key: Inline = { type: 'strong', children: [{ type: 'text', text: cell.key }] };
  const alone = cell.content.length === 0 || cell.content[0]?.type === 'break';
  return alone
    ? [{ type: 'text', text: cell.key }, ...cell.content]
    : [key, { type: 'text', text: '\u00a0\u00a0' }, ...cell.content];
}

function rule(width: number, thick: number): Box {
  return leaf(thick, [{ type: 'rule', x: 0, y: 0, width, height: thick }]);
}
