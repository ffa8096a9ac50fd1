/** Where texts stand on the pages of a Layout: none over another, none outside the margins. */
import type { Layout, Page, PlacedField, RuleItem, TextItem } from '../../src/layout/page.ts';
import { mm } from '../../src/layout/units.ts';

/** All texts of a page. */
export function textsOf(page: Page): readonly TextItem[] {
  return page.items.filter((item): item is TextItem => item.type === 'text');
}

/** All places to write or tick, as they stand on the pages. */
export function fieldsOf(layout: Layout): readonly PlacedField[] {
  return layout.fields;
}

/** Pairs of texts on one page whose ink meets. */
export function overlaps(layout: Layout): string[] {
  const found: string[] = [];
  for (const page of layout.pages) {
    const texts = textsOf(page);
    texts.forEach((a, i) => {
      for (const b of texts.slice(i + 1)) {
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
    const rules = page.items.filter((item): item is RuleItem => item.type === 'rule');
    for (const item of page.items) {
      if (item.type !== 'text' || item.reversed) continue;
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
  return layout.pages.flatMap((page, number) => [
    ...page.items.flatMap((item) => {
      if (item.type !== 'text' && item.type !== 'rule') return [];
      const wide = item.x < margin - 0.5 || item.x + item.width > page.width - margin + 0.5;
      const high = item.type === 'text' ? item.y - item.size : item.y;
      return wide || high < mm(5) || item.y > page.height - mm(4)
        ? [item.type === 'text' ? item.text : `rule at ${Math.round(item.x)}, ${Math.round(item.y)}`]
        : [];
    }),
    ...layout.fields.flatMap((field) => {
      if (field.page !== number) return [];
      const wide = field.x < margin - 0.5 || field.x + field.width > page.width - margin + 0.5;
      return wide || field.y < 0 || field.y + field.height > page.height ? [`field ${field.field.id}`] : [];
    }),
  ]);
}
