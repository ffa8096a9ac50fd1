/** Boxes onto a page: every mark at its absolute place. The end of layout; from here on nothing moves. */
import type { Box, Mark } from './box.ts';
import type { Item, OutlineEntry, PlacedField } from './page.ts';
import { RULE } from './rules.ts';

/** One page while it is made. Page numbers are filled in once all pages are. */
export interface Canvas {
  readonly page: number;
  readonly items: Item[];
  readonly fields: PlacedField[];
  readonly outline: OutlineEntry[];
  /** Texts that wait for a page number: index in `items`, and the heading's anchor. */
  readonly waiting: { readonly index: number; readonly anchor: string }[];
}

/** Puts a box with its top left at a place of the page. */
export function paint(canvas: Canvas, box: Box, x: number, y: number): void {
  switch (box.kind) {
    case 'leaf':
      for (const mark of box.marks) put(canvas, mark, x, y);
      break;
    case 'text':
      box.lines.forEach((line, i) => {
        for (const mark of line) put(canvas, mark, x, y + i * box.leading);
      });
      break;
    case 'lines': {
      for (let i = 1; box.ruled && i <= box.count; i++) {
        canvas.items.push({
          type: 'rule',
          x,
          y: y + i * box.pitch - RULE.writing,
          width: box.width,
          height: RULE.writing,
        });
      }
      canvas.fields.push({
        field: box.field,
        option: null,
        page: canvas.page,
        x,
        y,
        width: box.width,
        height: box.height,
        pitch: box.pitch,
        echo: false,
        node: box.node,
      });
      break;
    }
    case 'stack': {
      let top = y;
      box.children.forEach((c, i) => {
        top += i === 0 ? 0 : c.before;
        paint(canvas, c.box, x + c.x, top);
        top += c.box.height;
      });
      break;
    }
    case 'columns': {
      for (const rule of box.rules) {
        const top = rule.full ? y : y + box.above;
        const height = rule.full ? box.height : box.height - box.above - box.below;
        canvas.items.push({ type: 'rule', x: x + rule.x, y: top, width: rule.width, height });
      }
      const room = box.height - box.above - box.below;
      for (const c of box.columns) {
        const shift = box.middle ? Math.max(0, (room - c.box.height) / 2) : 0;
        paint(canvas, c.box, x + c.x, y + box.above + shift);
      }
      break;
    }
  }
}

function put(canvas: Canvas, mark: Mark, x: number, y: number): void {
  switch (mark.type) {
    case 'heading':
      canvas.outline.push({
        text: mark.text,
        level: mark.level,
        anchor: mark.anchor,
        page: canvas.page,
        top: y + mark.y,
      });
      break;
    case 'field': {
      const { field, option, pitch, node, width, height } = mark;
      canvas.fields.push({
        field,
        option,
        page: canvas.page,
        x: x + mark.x,
        y: y + mark.y,
        width,
        height,
        pitch,
        echo: false,
        node,
      });
      break;
    }
    case 'text': {
      const { pageOf, reversed, accent, type, face, size, text, width, node } = mark;
      if (pageOf !== undefined) canvas.waiting.push({ index: canvas.items.length, anchor: pageOf });
      canvas.items.push({
        type,
        x: x + mark.x,
        y: y + mark.y,
        face,
        size,
        text,
        width,
        node,
        ...(reversed ? { reversed } : {}),
        ...(accent ? { accent } : {}),
      });
      break;
    }
    default:
      canvas.items.push({ ...mark, x: x + mark.x, y: y + mark.y });
  }
}
