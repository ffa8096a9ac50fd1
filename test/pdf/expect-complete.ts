/** That a document's pages say all of it: in order, none cut, none over another, none outside the margins. */
import { expect } from 'vitest';
import { writePdf } from '../../src/pdf/write.ts';
import { fonts, layoutOf, parsed } from './documents.ts';
import { expectedParts } from './expected.ts';
import { outside, overlaps } from './places.ts';
import { readPdf } from './readback.ts';

/** Points from the page's lower edge: the foot is below. */
const FOOT = 53;

/** The body's text without white space. */
async function bodyOf(bytes: Uint8Array): Promise<string> {
  const { texts } = await readPdf(bytes);
  const body = texts.filter((t) => t.y > FOOT).map((t) => t.text);
  return body.join('').replace(/\s+/g, '');
}

/** Fails where a text of the Markdown is missing, in another place, cut, covered or outside. */
export async function expectComplete(markdown: string, paper: string): Promise<void> {
  const layout = layoutOf(markdown, paper);
  expect(overlaps(layout)).toEqual([]);
  expect(outside(layout)).toEqual([]);
  const body = await bodyOf(writePdf(layout, fonts));
  let from = 0;
  for (const part of expectedParts(parsed(markdown))) {
    part.lastIndex = from;
    const found = part.exec(body);
    expect(found, `at "${body.slice(from, from + 80)}": ${part.source.slice(0, 400)}`).not.toBeNull();
    from = part.lastIndex;
  }
  expect(body.slice(from)).toBe('');
}
