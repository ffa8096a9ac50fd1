/** Boxes onto a page: every mark at its absolute place. The end of layout; from here on nothing moves. */
import { type Box, type Mark, textAt, type Written } from './box.ts';
import { boxItem, writingItem } from './fields.ts';
import type { Item, OutlineEntry, RuleItem, TextItem } from './page.ts';
import { RULE } from './rules.ts';
import type { Style } from './styles.ts';

/** One page while it is made. Page numbers are filled in once all pages are. */
export interface Canvas {
  readonly page: number;
  /** How what is typed is set. */
  readonly typed: Style;
  readonly items: Item[];
  /** Texts that were written in fields; they go to their fields when the page is done (fields.ts). */
  readonly written: { readonly item: TextItem; readonly of: Written }[];
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
      const rules = Array.from({ length: box.ruled ? box.count : 0 }, (_, i): RuleItem => {
        const top = y + (i + 1) * box.pitch - RULE.writing;
        return rule(x, top, box.width, RULE.writing);
      });
      const { field, node, width, height } = box;
      canvas.items.push(writingItem({ field, node, x, y, width, height }, canvas.typed, rules));
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
      for (const upright of box.rules) {
        const top = upright.full ? y : y + box.above;
        const height = upright.full ? box.height : box.height - box.above - box.below;
        canvas.items.push(rule(x + upright.x, top, upright.width, height));
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
      const { field, box, node, width, height } = mark;
      const place = { field, node, x: x + mark.x, y: y + mark.y, width, height };
      canvas.items.push(box ? boxItem(place, box) : writingItem(place, canvas.typed));
      break;
    }
    case 'text': {
      const { pageOf, written } = mark;
      const item = textAt(mark, x, y);
      if (written) {
        canvas.written.push({ item, of: written });
        break;
      }
      if (pageOf !== undefined) canvas.waiting.push({ index: canvas.items.length, anchor: pageOf });
      canvas.items.push(item);
      break;
    }
    case 'rule':
      canvas.items.push(rule(x + mark.x, y + mark.y, mark.width, mark.height, mark.accent));
      break;
    default:
      canvas.items.push({ ...mark, x: x + mark.x, y: y + mark.y });
  }
}

function rule(x: number, y: number, width: number, height: number, accent?: boolean): RuleItem {
  return { type: 'rule', x, y, width, height, accent };
}
