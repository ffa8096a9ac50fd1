/** Where texts stand on the pages of a Layout: none over another, none outside the margins. */
import type { Layout, TextItem } from '../../src/layout/page.ts';

/** Pairs of texts on one page whose ink meets. */
export function overlaps(layout: Layout): string[] {
  const found: string[] = [];
  for (const page of layout.pages) {
    const texts = page.items.filter((item): item is TextItem => item.type === 'text');
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
    page.items.flatMap((item) =>
      item.type === 'text' &&
      (item.x < 30 || item.x + item.width > page.width - 30 || item.y < 20 || item.y > page.height - 15)
        ? [item.text]
        : [],
    ),
  );
}
