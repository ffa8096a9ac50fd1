/**
 * Forms that a person has broken: lines and pieces of good ones taken away, doubled, moved, put in. Whatever comes of it is
 * read or refused; where it is read, the tree and its fields hold together, and what is set comes back or is refused.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Field } from '../../src/markdown/document.ts';
import { fillDocument } from '../../src/markdown/fill.ts';
import { parseDocument } from '../../src/markdown/parse.ts';
import { fileSpan } from '../../src/problems/source.ts';
import { form } from './form.ts';

const golden = (name: string) =>
  readFileSync(new URL(`../golden/${name}.md`, import.meta.url), 'utf8').split('\n');
const FORMS = [form.split('\n'), golden('scorecard'), golden('promotion')];

const PIECES = [
  ...[
    '',
    '- ',
    '  ',
    '    ',
    '\t',
    '> ',
    '# ',
    '## **A** ',
    '1. ',
    '| ',
    ' |',
    '[x] ',
    '[ ] ',
    '**',
    '_',
    '`',
    '\\',
  ],
  ...[
    '<!-- page -->',
    '<!-- keep -->',
    '<!-- /keep -->',
    '<!-- next -->',
    '<!-- /row -->',
    '<!-- /notes -->',
  ],
  ...[
    ': ',
    '____',
    '<!--',
    '-->',
    ' <!-- lang de -->',
    '<br>',
    '&#58;',
    '&amp;',
    '```',
    '---',
    '[p](#x)',
    '\r',
    '|',
  ],
];

type Edit = (lines: string[], at: number) => void;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constant<Edit>((lines, at) => void lines.splice(at, 1)),
  fc.constant<Edit>((lines, at) => void lines.splice(at, 0, lines[at] ?? '')),
  fc.constant<Edit>((lines, at) => void lines.splice(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`)),
  fc.nat().map(
    (to): Edit =>
      (lines, at) =>
        void lines.splice(to % lines.length, 0, ...lines.splice(at, 3)),
  ),
  fc.constantFrom(...PIECES).map(
    (piece): Edit =>
      (lines, at) =>
        void lines.splice(at, 0, piece),
  ),
  fc.tuple(fc.constantFrom(...PIECES), fc.nat()).map(
    ([piece, place]): Edit =>
      (lines, at) => {
        const line = lines[at] ?? '';
        const cut = place % (line.length + 1);
        lines[at] = line.slice(0, cut) + piece + line.slice(cut);
      },
  ),
  fc.tuple(fc.nat(), fc.nat({ max: 8 })).map(
    ([place, length]): Edit =>
      (lines, at) => {
        const line = lines[at] ?? '';
        const cut = place % (line.length + 1);
        lines[at] = line.slice(0, cut) + line.slice(cut + length);
      },
  ),
);
const broken = fc
  .tuple(fc.constantFrom(...FORMS), fc.array(fc.tuple(edit, fc.nat()), { minLength: 1, maxLength: 6 }))
  .map(([lines, edits]) => {
    const own = [...lines];
    for (const [change, at] of edits) change(own, at % own.length);
    return own.join('\n');
  });

/** The fields that the tree points to, each once. */
function pointedTo({ blocks, front }: Document): ReadonlySet<Field> {
  const found = new Set<Field>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null)
      for (const [key, value] of Object.entries(node)) {
        if (key === 'field' && value !== null) found.add(value);
        else walk(value);
      }
  };
  walk([blocks, front.foot]);
  return found;
}

describe('a form that was broken', () => {
  it('is read or refused, with lines that are there; each field is one, and the tree points to it', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const lines = text.split('\n').length;
        const document = parseDocument({ path: 'a.md', text });
        for (const { span, related } of document.problems)
          for (const { line } of [span, ...related.map((r) => r.span)])
            expect(line >= 1 && line <= lines).toBe(true);
        if (!document.ok) return;
        const { fields } = document.value;
        expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
        const pointed = pointedTo(document.value);
        expect(fields.filter((field) => !pointed.has(field))).toEqual([]);
        expect(pointed.size).toBe(fields.length);
        expect(fields.map(({ line }) => line)).toEqual(
          [...fields.map(({ line }) => line)].sort((a, b) => a - b),
        );
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('loses no word without telling', () => {
    const place = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('Zqzqzq', ' Zqzqzq', 'Zqzqzq ', ' Zqzqzq '));
    fc.assert(
      fc.property(broken, place, (text, [row, column, word]) => {
        const lines = text.split('\n');
        const at = row % lines.length;
        const line = lines[at] ?? '';
        const cut = column % (line.length + 1);
        lines[at] = line.slice(0, cut) + word + line.slice(cut);
        const document = parseDocument({ path: 'a.md', text: lines.join('\n') });
        const { problems } = document;
        // A comment is told at its first line.
        const told = problems.some(({ code, span }) => code === 'comment' || span.line === at + 1);
        if (!document.ok || told) return;
        const { blocks, fields, front } = document.value;
        if (at + 1 < front.bodyLine) return;
        const stands = JSON.stringify([blocks, fields]).includes('Zqzqzq');
        expect(stands ? '' : `${lines[at - 1]}\n${lines[at]}\n${lines[at + 1]}`).toBe('');
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('takes a value into a field and gives it back, or says why not', () => {
    const at = fileSpan({ path: 'command-line', text: '' });
    const value = fc.oneof(
      fc.constantFrom('Ada', 'a: b', '[x]', '|', '<!-- page -->', '', '`', '\\'),
      fc.string(),
    );
    fc.assert(
      fc.property(broken, fc.nat(), value, (text, pick, wanted) => {
        const document = parseDocument({ path: 'a.md', text });
        if (!document.ok) return;
        const field = document.value.fields[pick % Math.max(1, document.value.fields.length)];
        if (field?.kind !== 'line' && field?.kind !== 'notes') return;
        const set = { id: { text: field.id, span: at }, value: wanted };
        const filled = fillDocument(document.value, [set]);
        if (!filled.ok) return;
        const again = parseDocument(filled.value);
        expect(again.ok && again.value.fields.find(({ id }) => id === field.id)?.value).toBe(wanted);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
