/** That a document's pages say all of it: in order, none cut, none over another, none outside the margins. */
import { expect } from 'vitest';
import { fieldsOf, type Layout } from '../../src/layout/page.ts';
import { spareRoom } from '../../src/layout/sheet.ts';
import type { Theme } from '../../src/layout/theme.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { fonts, layoutOf, parsed, theme as plain } from './documents.ts';
import { expectedParts } from './expected.ts';
import { outside, overlaps, struck } from './places.ts';
import { type ReadPdf, readPdf } from './readback.ts';

/** The body's text without white space, and without what only the setting adds: the foot, heads that are said again. */
function bodyOf({ texts }: ReadPdf, { pages }: Layout): string {
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

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Every field of the Markdown is in the form with its value, and the value is set in its place; `spare`: but for these. */
function expectWritten(
  markdown: string,
  layout: Layout,
  { fields }: ReadPdf,
  spare: readonly string[],
): void {
  const places = fieldsOf(layout);
  for (const field of parsed(markdown).fields) {
    const own = places.filter((place) => place.field.id === field.id && !place.echo);
    if (own.length === 0 && spare.includes(field.id)) continue;
    expect(own.length, field.id).toBeGreaterThan(0);
    if (field.kind === 'line' || field.kind === 'notes') {
      const set = own.flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
      expect(squeezed(set)).toBe(squeezed(field.value));
      const names = own.map(({ part }) => (part === 1 ? field.id : `${field.id}+${part}`));
      const held = names.map((name) => fields.find((one) => one.name === name)?.value ?? 'no field');
      expect(held.join('')).toBe(field.value);
      continue;
    }
    const ticked = own.filter(({ on }) => on).map(({ option }) => option || 'yes');
    expect(ticked).toEqual(field.kind === 'check' ? field.value : field.value === null ? [] : [field.value]);
  }
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
  const read = await readPdf(writePdf(layout, fonts));
  const document = parsed(markdown);
  const spare = more.compact ? spareRoom(document.blocks) : new Set<number>();
  const rooms = document.blocks.flatMap((block, i) =>
    block.type === 'notes' && spare.has(i) ? [block.field.id] : [],
  );
  expectWritten(markdown, layout, read, rooms);
  const body = bodyOf(read, layout);
  let from = 0;
  for (const [i, part] of expectedParts(document).entries()) {
    part.lastIndex = from;
    const found = part.exec(body);
    if (!found && spare.has(i)) continue;
    expect(found, `at "${body.slice(from, from + 80)}": ${part.source.slice(0, 400)}`).not.toBeNull();
    from = part.lastIndex;
  }
  expect(body.slice(from)).toBe('');
}
