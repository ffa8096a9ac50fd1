/** That a document's pages say all of it: in order, none cut, none over another, none outside the margins. */
import { expect } from 'vitest';
import { fieldsOf, type Layout } from '../../src/layout/page.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { fonts, layoutOf, parsed } from './documents.ts';
import { expectedParts } from './expected.ts';
import { outside, overlaps } from './places.ts';
import { type ReadPdf, readPdf } from './readback.ts';

/** Points from the page's lower edge: the foot is below. */
const FOOT = 53;

/** The body's text without white space. */
function bodyOf({ texts }: ReadPdf): string {
  const body = texts.filter((t) => t.y > FOOT).map((t) => t.text);
  return body.join('').replace(/\s+/g, '');
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Every field of the Markdown is in the form with its value, and the value is set in its place. */
function expectWritten(markdown: string, layout: Layout, { fields }: ReadPdf): void {
  const places = fieldsOf(layout);
  for (const field of parsed(markdown).fields) {
    const own = places.filter((place) => place.field.id === field.id && !place.echo);
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
export async function expectComplete(markdown: string, paper: string): Promise<void> {
  const layout = layoutOf(markdown, paper);
  expect(overlaps(layout)).toEqual([]);
  expect(outside(layout)).toEqual([]);
  const read = await readPdf(writePdf(layout, fonts));
  expectWritten(markdown, layout, read);
  const body = bodyOf(read);
  let from = 0;
  for (const part of expectedParts(parsed(markdown))) {
    part.lastIndex = from;
    const found = part.exec(body);
    expect(found, `at "${body.slice(from, from + 80)}": ${part.source.slice(0, 400)}`).not.toBeNull();
    from = part.lastIndex;
  }
  expect(body.slice(from)).toBe('');
}
