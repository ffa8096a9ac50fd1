/** Where texts stand on the pages of a Layout: none over another, none outside the margins. */
import type { Layout, Page, TextItem } from '../../src/layout/page.ts';

/** All texts of a page, those in its fields too. */
export function textsOf(page: Page): readonly TextItem[] {
  return page.items.flatMap((item) =>
    item.type === 'text' ? [item] : item.type === 'field' ? item.texts : [],
  );
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

/** Texts that leave the page's margins. */
export function outside(layout: Layout): string[] {
  return layout.pages.flatMap((page) =>
    textsOf(page)
      .filter(({ x, y, width }) => x < 30 || x + width > page.width - 30 || y < 20 || y > page.height - 15)
      .map(({ text }) => text),
  );
}
