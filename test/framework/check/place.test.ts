/** The place of a word of a text in its file, in every style in which YAML writes a text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../src/framework/check/texts/written.ts';
import type { Text } from '../../../src/framework/framework.ts';
import type { Span } from '../../../src/problems/source.ts';
import { load, ok } from '../data.ts';

/** A style: how a word is written in it, and a text of such words, of which some begin a new line. */
interface Style {
  readonly word: (word: string) => string;
  readonly text: (words: readonly string[], gaps: readonly Gap[]) => string;
}

type Gap = ' ' | 'line' | 'paragraph';

function spread(words: readonly string[], gaps: readonly Gap[], indent: string): string {
  const between = { ' ': ' ', line: `\n${indent}`, paragraph: `\n\n${indent}` };
  return words.map((word, i) => (i === 0 ? word : between[gaps[i % gaps.length] ?? ' '] + word)).join('');
}

const plain = (word: string): string => word;
const STYLES: Readonly<Record<string, Style>> = {
  plain: { word: plain, text: (w, g) => spread(w, g, '    ') },
  single: { word: (w) => w.replaceAll("'", "''"), text: (w, g) => `'${spread(w, g, '    ')}'` },
  double: { word: (w) => JSON.stringify(w).slice(1, -1), text: (w, g) => `"${spread(w, g, '    ')}"` },
  escaped: {
    word: (w) => [...w].map((c) => `\\U${(c.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`).join(''),
    text: (w) => `"${w.join('\\n')}"`,
  },
  'over lines': { word: plain, text: (w) => `"${w.join(' \\\n      ')}"` },
  folded: { word: plain, text: (w, g) => `>-\n    ${spread(w, g, '    ')}` },
  literal: { word: plain, text: (w, g) => `|2+ # a remark\n  ${spread(w, g, '  ')}\n` },
};

const HARMLESS = fc.stringMatching(/^[a-zäß]{1,6}$/);
const WILD = fc.stringMatching(/^[a-zä'"\\#:😀-]{1,6}$/u);

function written(span: Span): string {
  return span.source.text.split(/\r?\n/)[span.line - 1]?.slice(span.column - 1, span.endColumn - 1) ?? '';
}

function textOf(yaml: string): Text {
  const framework = ok(
    load({ 'skills/s.yaml': `name: S\nroles: all\nsummary: ${yaml}\nexpectations: { a: A }\n` }),
  );
  const { summary } = framework.skills[0] ?? {};
  if (!summary) throw new Error('the text is gone');
  return summary;
}

describe.each(Object.entries(STYLES))('%s', (name, style) => {
  const words = fc.array(name === 'plain' || name === 'over lines' ? HARMLESS : WILD, {
    minLength: 1,
    maxLength: 8,
  });
  const gaps = fc.array(fc.constantFrom<Gap>(' ', 'line', 'paragraph'), { minLength: 1, maxLength: 8 });

  it('each word is found where it stands', () => {
    fc.assert(
      fc.property(words, gaps, fc.boolean(), (list, between, crlf) => {
        const yaml = style.text(list.map(style.word), between);
        const text = textOf(crlf ? yaml.replaceAll('\n', '\r\n') : yaml);
        const all = text.byLanguage['en'] ?? '';
        let from = 0;
        const ranges = list.map((word) => {
          const at = all.indexOf(word, from);
          from = at + word.length;
          return [at, from, word] as const;
        });
        const places = placesOf(text, 'en');
        for (const [at, to, word] of [...ranges, ...[...ranges].reverse()])
          expect(written(places.of(at, to))).toBe(style.word(word));
      }),
      { numRuns: 60 },
    );
  });
});

it('a name that is not written has the place of what it is the name of', () => {
  const framework = ok(load({}));
  const { name } = framework.levels[0] ?? {};
  if (!name) throw new Error('no level');
  expect(written(placesOf(name, 'en').of(0, 1))).toBe('{ id: a }');
});
