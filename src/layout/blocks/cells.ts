/**
 * Fields in a frame: a label in the upper left of each cell, room for the pen under it. A cell with a box is lower and
 * has its words beside the box. The last cell of the last row takes what is left of the row.
 */
import type { Cell, Cells, Inline } from '../../markdown/document.ts';
import { type Box, child, fieldMark, leaf, type Mark, moved, stack } from '../box.ts';
import { smallBox } from '../measures.ts';
import { RULE } from '../rules.ts';
import { frame, tickBox } from './boxes.ts';
import { type Context, node, paragraph, writtenBox } from './context.ts';
import { lineOf, widthOf } from './options.ts';

/** Millimetres as drawn: white beside the words, and a row of boxes. */
const PAD = 1.5;
const LOW = 8.5;

/** The frame with its cells. */
export function cellsBox(context: Context, cells: Cells, parent: number, width: number): Box {
  const rows: { items: Cell[]; widths: readonly number[] }[] = [];
  let next = 0;
  for (let r = 0; next < cells.items.length; r++) {
    const widths = cells.pattern[r % cells.pattern.length] ?? [12];
    const items = cells.items.slice(next, next + widths.length);
    next += items.length;
    rows.push({ items, widths });
  }
  const { across, down } = context;
  const high = context.styles.label.leading + down(0.6) + context.pen;
  const drawn = rows.map(({ items, widths }, r) => {
    const total = widths.reduce((sum, w) => sum + w, 0);
    const low = items.some((item) => item.box !== null);
    let x = 0;
    const placed = items.map((item, i) => {
      const last = i === items.length - 1;
      const wide = last ? width - x : ((widths[i] ?? 1) / total) * width;
      const at = { item, x, wide };
      x += wide;
      return at;
    });
    const contents = placed.map(({ item, wide }) => cell(context, item, parent, wide, low));
    const height = Math.max(low ? across(LOW) : high, ...contents.map((c) => c.height));
    const marks: Mark[] = [];
    placed.forEach(({ x: left, wide }, i) => {
      const edge = i === 0 ? 0 : RULE.field;
      marks.push(
        ...frame(
          left - edge,
          r === 0 ? 0 : -RULE.field,
          wide + edge,
          height + (r === 0 ? 0 : RULE.field),
          RULE.field,
        ),
      );
    });
    contents.forEach((c, i) => {
      for (const m of c.marks(height)) marks.push(moved(m, placed[i]?.x ?? 0, 0));
    });
    return leaf(height, marks);
  });
  return stack(drawn.map((row) => child(row)));
}

interface Content {
  readonly height: number;
  /** The marks, once the row's height is known. */
  marks(height: number): readonly Mark[];
}

function cell(context: Context, item: Cell, parent: number, width: number, low: boolean): Content {
  const at = node(context, 'P', parent);
  if (item.box) return boxCell(context, item, item.box, at, width);
  if (low) return lowCell(context, item, at, width);
  const { styles, across, down } = context;
  const pad = across(PAD);
  const inner = width - 2 * pad;
  const label = paragraph(context, item.label, styles.label, at, item.line, { width: inner });
  const top = down(0.5);
  const below = top + label.height;
  const marks: Mark[] = label.lines.flatMap((l, i) =>
    l.map((m) => moved(m, pad, top + i * styles.label.leading)),
  );
  if (item.choice) {
    const line = lineOf(context, item.choice, at, inner);
    const content = flat(line);
    return {
      height: below + line.height + down(0.8),
      marks: () => [...marks, ...content.map((m) => moved(m, pad, below))],
    };
  }
  const style = item.field ? styles.typed : styles.value;
  const words = item.field
    ? writtenBox(context, item.field, at, item.line, inner)
    : item.content.length > 0
      ? paragraph(context, stripStrong(item.content), style, at, item.line, { width: inner })
      : null;
  const extra = item.field
    ? paragraph(context, item.content, styles.quiet, at, item.line, { width: inner })
    : null;
  const form = item.field ? node(context, 'Form', at, { alt: item.field.label }) : null;
  return {
    height: below + (words?.height ?? 0) + down(1),
    marks: (height) => {
      const all = [...marks];
      const start =
        words && words.lines.length === 1
          ? Math.max(below, (height + below - words.height) / 2 - down(0.6))
          : below;
      words?.lines.forEach((l, i) => {
        for (const m of l) all.push(moved(m, pad, start + i * style.leading));
      });
      if (extra && item.content.length > 0) {
        for (const m of extra.lines[0] ?? [])
          all.push(moved(m, pad, height - styles.quiet.leading - down(0.5)));
      }
      if (item.field) {
        const place = {
          ...{ x: across(0.7), y: below, width: width - across(1.4) },
          height: height - below - down(0.4),
        };
        all.push(fieldMark(item.field, form, place));
      }
      return all;
    },
  };
}

/** A box and its words in the middle of a low cell. */
function boxCell(
  context: Context,
  item: Cell,
  box: NonNullable<Cell['box']>,
  at: number,
  width: number,
): Content {
  const { styles, across, down } = context;
  const size = smallBox(context.theme);
  const pad = across(PAD);
  const x = pad + size + across(1.2);
  const form = node(context, 'Form', at, { alt: box.field.label });
  const content = [
    ...item.label,
    ...(item.label.length > 0 && item.content.length > 0 ? [{ type: 'text' as const, text: ' ' }] : []),
    ...item.content,
  ];
  const text = paragraph(context, content, styles.body, at, item.line, { width: width - x - across(1) });
  return {
    height: text.height + down(2),
    marks: (height) => [
      ...tickBox(box, pad, (height - size) / 2, size, form),
      ...text.lines.flatMap((l, i) =>
        l.map((m) => moved(m, x, (height - text.height) / 2 + i * styles.body.leading)),
      ),
    ],
  };
}

/** A cell beside boxes: its label at the left, the rest free for the pen; what was written stands under the label. */
function lowCell(context: Context, item: Cell, at: number, width: number): Content {
  const { styles, across, down } = context;
  const label = paragraph(context, item.label, styles.label, at, item.line, { width: width - across(2) });
  const field = item.field;
  const form = field ? node(context, 'Form', at, { alt: field.label }) : null;
  const value = field ? writtenBox(context, field, at, item.line, width - across(2)) : null;
  const content =
    item.content.length > 0
      ? paragraph(context, stripStrong(item.content), styles.body, at, item.line, {
          width: width - across(2),
        })
      : null;
  return {
    height: label.height + (value?.height ?? 0) + (content?.height ?? 0) + down(1.5),
    marks: (height) => {
      const filled = value ?? content;
      const top = filled ? down(0.5) : (height - label.height) / 2;
      const all: Mark[] = label.lines.flatMap((l, i) =>
        l.map((m) => moved(m, across(1.2), top + i * styles.label.leading)),
      );
      filled?.lines.forEach((l, i) => {
        for (const m of l) all.push(moved(m, across(1.2), top + label.height + i * styles.typed.leading));
      });
      if (field) {
        const side = across(0.5);
        const beside = across(1.2) + widthOf(label) + across(1);
        const under = filled !== null || label.lines.length > 1 || width - beside < across(8);
        const x = under ? side : beside;
        const y = under ? top + label.height : down(0.4);
        all.push(fieldMark(field, form, { x, y, width: width - side - x, height: height - down(0.4) - y }));
      }
      return all;
    },
  };
}

/** A printed value is set in the value's own weight. */
function stripStrong(content: readonly Inline[]): readonly Inline[] {
  return content.flatMap((inline) => (inline.type === 'strong' ? inline.children : [inline]));
}

/** All marks of a box of leaves, one below the other. */
function flat(box: Box): readonly Mark[] {
  if (box.kind === 'leaf') return box.marks;
  if (box.kind === 'text') return box.lines.flatMap((l, i) => l.map((m) => moved(m, 0, i * box.leading)));
  if (box.kind !== 'stack') return [];
  let y = 0;
  return box.children.flatMap((c, i) => {
    y += i === 0 ? 0 : c.before;
    const top = y;
    y += c.box.height;
    return flat(c.box).map((m) => moved(m, c.x, top));
  });
}
