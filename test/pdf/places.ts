/** Where texts stand on the pages of a Layout: none over another, none outside the margins. */
import type { FieldItem, Layout, Page, RuleItem, TextItem } from '../../src/layout/page.ts';
import { mm } from '../../src/layout/units.ts';

/** All texts of a page, those in its fields too. */
export function textsOf(page: Page): readonly TextItem[] {
  return page.items.flatMap((item) =>
    item.type === 'text' ? [item] : item.type === 'field' ? item.texts : [],
  );
}

/** A place to write or tick with its page, from 0, and the distance of its lines to write on. */
type Placed = FieldItem & { readonly page: number; readonly pitch: number };

/** All places to write or tick, as they stand on the pages. */
export function fieldsOf(layout: Layout): readonly Placed[] {
  return layout.pages.flatMap(({ items }, page) =>
    items.flatMap((item) => (item.type === 'field' ? [{ ...item, page, pitch: pitchOf(item) }] : [])),
  );
}

function pitchOf({ lines: [first, second] }: FieldItem): number {
  return first && second ? second.y - first.y : 0;
}

/** Pairs of texts on one page whose ink meets. */
export function overlaps(layout: Layout): string[] {
  const found: string[] = [];
  for (const page of layout.pages) {
    // From the top down: those that can meet follow one another.
    const texts = [...textsOf(page)].sort((a, b) => a.y - b.y);
    const highest = Math.max(0, ...texts.map(({ size }) => 0.66 * size));
    texts.forEach((a, i) => {
      for (let n = i + 1; n < texts.length; n++) {
        const b = texts[n];
        if (!b || b.y - highest > a.y) break;
        const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        const down = Math.min(a.y, b.y) - Math.max(a.y - 0.66 * a.size, b.y - 0.66 * b.size);
        if (across > 0.5 && down > 0.5) found.push(`${a.text} / ${b.text}`);
      }
    });
  }
  return found;
}

/** Texts that a rule, a frame or a line to write on goes through. */
export function struck(layout: Layout): string[] {
  const found: string[] = [];
  for (const page of layout.pages) {
    const rules = page.items.flatMap((item): readonly RuleItem[] =>
      item.type === 'rule' ? [item] : item.type === 'field' && item.texts.length === 0 ? item.lines : [],
    );
    for (const item of textsOf(page)) {
      if (item.reversed) continue;
      const top = item.y - 0.6 * item.size;
      const through = rules.some(
        (rule) =>
          Math.min(rule.x + rule.width, item.x + item.width) - Math.max(rule.x, item.x) > 0.3 &&
          Math.min(rule.y + rule.height, item.y - 0.5) - Math.max(rule.y, top) > 0.2,
      );
      if (through) found.push(item.text);
    }
  }
  return found;
}

/** Texts and rules that leave the page's margins, `margin` wide, and fields that leave the paper's live area and foot. */
export function outside(layout: Layout, margin = mm(12)): string[] {
  return layout.pages.flatMap((page) => [
    ...[...page.items, ...textsOf(page)].flatMap((item) => {
      if (item.type !== 'text' && item.type !== 'rule') return [];
      const wide = item.x < margin - 0.5 || item.x + item.width > page.width - margin + 0.5;
      const high = item.type === 'text' ? item.y - item.size : item.y;
      return wide || high < mm(5) || item.y > page.height - mm(4)
        ? [item.type === 'text' ? item.text : `rule at ${Math.round(item.x)}, ${Math.round(item.y)}`]
        : [];
    }),
    ...page.items.flatMap((item) => {
      if (item.type !== 'field') return [];
      const wide = item.x < margin - 0.5 || item.x + item.width > page.width - margin + 0.5;
      return wide || item.y < 0 || item.y + item.height > page.height ? [`field ${item.field.id}`] : [];
    }),
  ]);
}

/** Places to write or tick that lie over another, and places to write over a text that is not in them; a box's place holds its words. */
export function covered(layout: Layout): string[] {
  return layout.pages.flatMap((page, number) => {
    const fields = page.items.flatMap((item) => (item.type === 'field' ? [item] : []));
    const texts = page.items.flatMap((item) => (item.type === 'text' ? [item] : []));
    return fields.flatMap((field, i) => {
      const over = fields.slice(i + 1).filter((other) => {
        const across = Math.min(field.x + field.width, other.x + other.width) - Math.max(field.x, other.x);
        const down = Math.min(field.y + field.height, other.y + other.height) - Math.max(field.y, other.y);
        return across > 1 && down > 3;
      });
      const hides = texts.filter((text) => {
        if (field.option !== null) return false;
        const across = Math.min(field.x + field.width, text.x + text.width) - Math.max(field.x, text.x);
        const down = Math.min(field.y + field.height, text.y) - Math.max(field.y, text.y - 0.5 * text.size);
        return across > 1 && down > 0.3 * text.size;
      });
      const place = `${number + 1}: ${field.field.id}`;
      return [
        ...over.map(({ field: { id } }) => `${place} / ${id}`),
        ...hides.map(({ text }) => `${place} / ${text}`),
      ];
    });
  });
}
