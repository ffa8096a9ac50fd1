/** Room to write in a table's cell: the whole cell as one field, or several small fields side by side in it. */
import type { Inline, LineField, TableRow } from '../../markdown/document.ts';
import { type Box, child, columns, fieldMark, leaf, lines, type Mark, moved, stack } from '../box.ts';
import { RULE } from '../rules.ts';
import { type Context, node, paragraph, writtenBox, writtenLines } from './context.ts';
import { PAD } from './widths.ts';

/** A small field with its label, millimetres as drawn: 5 of them for a line that is typed, as high as any viewer sets it. */
const HIGH = 8.9;

export interface CellPlace {
  /** The cell's structure element. */
  readonly at: number;
  readonly width: number;
  /** White at its left: a rule stands there. */
  readonly left: number;
  /** Lines to write on are drawn. */
  readonly ruled: boolean;
}

/** A cell that is a field. */
export function fieldCell(context: Context, field: LineField, row: TableRow, place: CellPlace): Box {
  const { at, width, left, ruled } = place;
  const form = node(context, 'Form', at, { alt: field.label });
  const inner = width - left - context.across(PAD);
  const text = writtenBox(context, field, at, row.line, inner);
  if (text) {
    const mark = fieldMark(field, form, { x: 0, y: 0, width: width - left, height: text.height });
    const box = stack([child(leaf(0, [mark])), child(text)]);
    return columns({ columns: [{ x: left, box }], above: context.down(0.8), below: context.down(0.8) });
  }
  const { count: wished, grow } = row.lines ?? { count: 1, grow: false };
  const count = writtenLines(context, wished);
  const pitch = ruled || count > 1 ? context.theme.line : context.pen;
  const room = lines({ width: inner, count, pitch, grow, ruled, field, node: form });
  return columns({ columns: [{ x: left, box: room }], below: ruled ? context.down(5) : 0 });
}

/** The parts of a cell that holds several small fields, each a label with its blank, parted by breaks; else null. */
export function smallFields(content: readonly Inline[]): readonly (readonly Inline[])[] | null {
  const parts: Inline[][] = [[]];
  for (const inline of content) {
    if (inline.type === 'break') parts.push([]);
    else parts.at(-1)?.push(inline);
  }
  const each = parts.every((part) => part.filter((inline) => inline.type === 'field').length === 1);
  return parts.length > 1 && each ? parts : null;
}

/** Small fields side by side: the label in the upper left of each, room for the pen under it. */
export function smallFieldsBox(
  context: Context,
  parts: readonly (readonly Inline[])[],
  row: TableRow,
  at: number,
  width: number,
): Box {
  const { across } = context;
  const one = width / parts.length;
  const pad = across(PAD);
  const over = context.down(0.5);
  const { label: style, typed: written } = context.styles;
  const least = across(HIGH);
  const boxes = parts.map((part, i) => {
    const field = part.find((inline) => inline.type === 'field')?.field;
    const words = part.filter((inline) => inline.type !== 'field');
    const label = paragraph(context, words, style, at, row.line, { width: one - 2 * pad });
    const form = field ? node(context, 'Form', at, { alt: field.label }) : null;
    const value = field ? writtenBox(context, field, at, row.line, one - 2 * pad) : null;
    const top = over + label.height;
    const height = Math.max(least, top + (value?.height ?? 0) + over);
    const marks: Mark[] = [
      ...label.lines.flatMap((l, k) => l.map((m) => moved(m, pad, over + k * style.leading))),
      ...(value?.lines ?? []).flatMap((l, k) => l.map((m) => moved(m, pad, top + k * written.leading))),
    ];
    if (field)
      marks.push(
        fieldMark(field, form, { x: across(0.5), y: top, width: one - across(1), height: height - top }),
      );
    return { x: i * one, box: leaf(height, marks) };
  });
  return columns({ columns: boxes });
}

/** The rules between a cell's small fields; `x`: of the cell. */
export function dividers(
  content: readonly Inline[],
  x: number,
  width: number,
): readonly { readonly x: number; readonly width: number; readonly full: boolean }[] {
  const count = smallFields(content)?.length ?? 1;
  return Array.from({ length: count - 1 }, (_, i) => ({
    x: x + ((i + 1) * width) / count,
    width: RULE.row,
    full: true,
  }));
}
