/**
 * What a screen reader goes through, kept to be read in review: one page of each kind of document.
 * `UPDATE_GOLDEN=1 npx vitest run test/pdf/conformance/structure.test.ts` writes them anew.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writePdf } from '../../../src/pdf/write.ts';
import { golden } from '../../merge/golden.ts';
import { fonts, layoutOf } from '../documents.ts';
import { Pdf } from './pdf.ts';
import { structureLines } from './show.ts';

/** Each golden document, and the page of it that has most kinds of things on it. */
const PAGES = {
  'candidate-brief': 1,
  compare: 1,
  feedback: 1,
  ladder: 1,
  plan: 1,
  promotion: 3,
  scorecard: 2,
  'self-assessment': 1,
  skill: 1,
};

it.each(Object.entries(PAGES))('%s, page %i', async (kind, page) => {
  const markdown = readFileSync(new URL(`../../golden/${kind}.md`, import.meta.url), 'utf8');
  const pdf = await Pdf.open(writePdf(layoutOf(markdown), fonts));
  expect(pdf.pages.length).toBeGreaterThanOrEqual(page);
  golden(`structure/${kind}`, structureLines(pdf, page), 'txt');
});
