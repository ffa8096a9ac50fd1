/** That a document's pages say all of it: in order, none cut, none over another, none outside the margins. */
import { expect } from 'vitest';
import type { Layout } from '../../src/layout/page.ts';
import { spareRoom } from '../../src/layout/sheet.ts';
import type { Theme } from '../../src/layout/theme.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { fonts, layoutOf, parsed, theme as plain } from './documents.ts';
import { expectedParts } from './expected.ts';
import { outside, overlaps, struck } from './places.ts';
import { readPdf } from './readback.ts';

/** The body's text without white space, and without what only the setting adds: the foot, heads that are said again. */
async function bodyOf(bytes: Uint8Array, { pages }: Layout): Promise<string> {
  const { texts } = await readPdf(bytes);
  const added = pages.map(({ items, height }) =>
    items.flatMap((item) =>
      item.type === 'text' && item.node === null ? [{ ...item, y: height - item.y }] : [],
    ),
  );
  const body = texts.filter(
    ({ page, x, y }) =>
      !added[page - 1]?.some((item) => Math.abs(item.x - x) < 1 && Math.abs(item.y - y) < 1),
  );
  return body
    .map((t) => t.text)
    .join('')
    .replace(/\s+/g, '');
}

/** Fails where a text of the Markdown is missing, in another place, cut, covered or outside. */
export async function expectComplete(
  markdown: string,
  paper: string,
  more: Partial<Theme> = {},
): Promise<void> {
  const layout = layoutOf(markdown, paper, more);
  expect(overlaps(layout)).toEqual([]);
  expect(struck(layout)).toEqual([]);
  expect(outside(layout, more.margin ?? plain.margin)).toEqual([]);
  const body = await bodyOf(writePdf(layout, fonts), layout);
  let from = 0;
  const document = parsed(markdown);
  const spare = more.compact ? spareRoom(document.blocks) : new Set<number>();
  for (const [i, part] of expectedParts(document).entries()) {
    part.lastIndex = from;
    const found = part.exec(body);
    if (!found && spare.has(i)) continue;
    expect(found, `at "${body.slice(from, from + 80)}": ${part.source.slice(0, 400)}`).not.toBeNull();
    from = part.lastIndex;
  }
  expect(body.slice(from)).toBe('');
}
