/** Whatever stands in a text, the rules end and point into the file; how long it is matters no more than it must. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Use } from '../../../src/framework/check/texts/written.ts';
import { lineText } from '../../../src/problems/source.ts';
import { weakIn } from './weak.ts';

const USES: readonly Use[] = ['expectation', 'ask', 'probe', 'listen-for', 'warning-sign', 'summary'];
const LONG = 100_000;
const PIECES = [
  'very ',
  'can ',
  'and can ',
  'can; ',
  'that ',
  'writes a list and ',
  'writes, ',
  'a b c ',
  '“ very ',
  '“very” ',
  '"',
  '." ',
  '.””',
  ' ',
  '. ',
  'e.g. A ',
  '!',
  'how old are you ',
  'very-',
  'ä',
  '日本語',
  '😀',
];

describe('a text of 100 KB', () => {
  it.each(PIECES)('of "%s"', (piece) => {
    const words = `A ${piece.repeat(LONG / piece.length)} b.`;
    for (const use of ['expectation', 'ask'] as const)
      for (const { span } of weakIn(words, use, 'en')) expect(span.line).toBeGreaterThan(0);
  });
});

it('any text at all', () => {
  const letters = fc.string({ unit: 'grapheme', maxLength: 40 });
  const words = fc.constantFrom(...PIECES, 'Schreibt ', 'Kann ', 'sehr ', '\n\n', '\t', '\u202e', '\u2028x');
  const text = fc.array(fc.oneof(letters, words), { maxLength: 12 }).map((parts) => `a${parts.join('')}`);
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(...USES),
      fc.constantFrom('en', 'de', 'fr'),
      (written, use, language) => {
        for (const { span } of weakIn(written, use, language)) {
          const line = lineText(span.source, span.line);
          expect(span.column).toBeLessThan(span.endColumn);
          expect(span.endColumn).toBeLessThanOrEqual(line.length + 1);
        }
      },
    ),
    { numRuns: 300 },
  );
});
