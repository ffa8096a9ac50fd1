/** How wide a table's columns are: by the parts its mark gives, else by what stands in them. */
import type { Table } from '../../markdown/document.ts';
import type { Context } from './context.ts';
import { plainText } from './heading.ts';

/** Widths in points that add up to `width`. */
export function columnWidths(context: Context, table: Table, width: number): readonly number[] {
  if (table.widths && table.widths.length > 0) {
    const total = table.widths.reduce((sum, part) => sum + part, 0);
    return table.widths.map((part) => (part / total) * width);
  }
  const { across } = context;
  const face = context.fonts.semibold;
  const { size } = context.styles.body;
  const count = Math.max(1, table.head.length);
  const least = new Array<number>(count).fill(across(8));
  const wish = new Array<number>(count).fill(across(8));
  for (const cells of [table.head, ...table.rows.map((row) => row.cells)]) {
    cells.forEach((cell, i) => {
      const text = plainText(cell.content);
      const longest = text.split(' ').reduce((most, word) => Math.max(most, face.width(word, size)), 0);
      least[i] = Math.max(least[i] ?? 0, Math.min(longest, width / 2) + across(4));
      wish[i] = Math.max(wish[i] ?? 0, face.width(text, size) + across(4));
    });
  }
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  if (sum(wish) <= width) {
    const spare = (width - sum(wish)) / count;
    return wish.map((w) => w + spare);
  }
  const room = width - sum(least);
  if (room <= 0) return least.map((w) => (w / sum(least)) * width);
  const over = wish.map((w, i) => Math.min(w, width) - (least[i] ?? 0));
  return least.map((w, i) => w + (room * (over[i] ?? 0)) / (sum(over) || 1));
}
