/**
 * Nothing is clipped, whatever the document: every text and place inside the page's margins, none over another, every word
 * of it on a page, none twice, in each theme, on each paper.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mm } from '../../src/layout/units.ts';
import { parseDocument } from '../../src/markdown/parse.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { compact, laidOut, large } from '../pdf/documents.ts';
import { covered, outside, overlaps, struck, textsOf } from '../pdf/places.ts';
import { anyDocument } from './any-document.ts';

const THEMES = { plain: {}, compact, large } as const;
/** What is written stands a point within its line to write on, and its place a point round it. */
const WRITTEN = 2;
/** What may be said of such a document: it is no form that somebody made, and may be taller than a page. */
const REFUSED = new Set(['too-tall']);

function errorsOf(problems: readonly Problem[]): readonly string[] {
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

function lettersOf(text: string): string {
  return text.replace(/[^a-z]/g, '');
}

function counted(text: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const letter of text) counts[letter] = (counts[letter] ?? 0) + 1;
  return counts;
}

const look = fc.record({
  theme: fc.constantFrom('plain', 'compact', 'large'),
  paper: fc.constantFrom('A4', 'Letter', 'A4 landscape', 'Letter landscape'),
});

it('any document is whole on its pages, or refused', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyDocument, look, ({ markdown, words }, { theme, paper }) => {
      const read = parseDocument({ path: 'a.md', text: markdown });
      expect(errorsOf(read.problems)).toEqual([]);
      const more = THEMES[theme];
      const set = laidOut(markdown, paper, null, more);
      if (!set.ok) {
        expect(errorsOf(set.problems).filter((code) => !REFUSED.has(code))).toEqual([]);
        return;
      }
      const layout = set.value;
      const margin = 'margin' in more ? more.margin : mm(12);
      expect({
        ...{ overlaps: overlaps(layout), struck: struck(layout), outside: outside(layout, margin - WRITTEN) },
        covered: covered(layout),
      }).toEqual({ overlaps: [], struck: [], outside: [], covered: [] });
      const said = layout.pages.flatMap((page) =>
        textsOf(page).flatMap(({ text, node }) => (node === null ? [] : [text])),
      );
      const all = lettersOf(said.join(''));
      const gone = words.filter((word) => word.length < 12 && theme !== 'large' && !all.includes(word));
      expect(gone).toEqual([]);
      // A long word may be parted by a page's end between columns: then its letters stand apart.
      expect(counted(all)).toEqual(counted(words.join('')));
    }),
    { numRuns: 150 },
  );
});
