/**
 * Our documents over any data: whatever a company writes in its framework, in any script, with any sign that means
 * something in Markdown, in a mark or in a template, stands whole in the file and makes nothing.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../src/views/schema.ts';
import { baker, bakerStep, clean, merged } from './harness.ts';

const WORD = 'Zqzqzq';

/** A view with every text of its data replaced, each in `lang`. */
function withTexts<T extends View>(view: T, text: string, lang: string | null): T {
  return JSON.parse(JSON.stringify(view), (key, value: unknown) => {
    if (key === 'version' || (key === 'code' && value !== null)) return text;
    const isText =
      typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
    return isText ? { text, lang } : value;
  });
}

/** What the file says, but for what depends on lengths and words only: anchors, a long note's place, the form's id. */
function readingOf(kind: string, view: View, text: string, lang: string | null): unknown {
  const { blocks, fields, front } = clean(merged(kind, withTexts(view, text, lang)).text);
  const said = { blocks, fields, title: front.title, foot: front.foot };
  return JSON.parse(JSON.stringify(said), (key, value: unknown) => {
    if (key === 'anchor' || key === 'noteBelow') return '';
    return typeof value === 'string' ? value.replace(/-[0-9A-F]{4}$/, '') : value;
  });
}

/** Letters of many scripts, signs that set direction, that join, that are not seen, and all that means something here. */
const sign = fc.constantFrom(
  ...'ab1 .,:;!?#*_~`[](){}<>|&\\/-+=^"\'“–$%é字אש5',
  ...[
    '\u200f',
    '\u202e',
    '\u2066',
    '\u0301',
    '\u00ad',
    '\u00a0',
    '\u2028',
    '\u200d',
    '\u200b',
    '😀',
    '👩‍👩‍👧',
    'ก็',
    'हिं',
    'Ａ',
    '٣',
    'ß',
    'ﬁ',
  ],
);
const piece = fc.constantFrom(
  ...['|', '||', '<!--', '-->', '<!-- page -->', '<!-- /notes -->', '<!-- field x -->', '`x`', '```', '~~~'],
  ...[
    '[x]',
    '[ ] ',
    '[x] a',
    '# ',
    '## A',
    '1.',
    '1. a',
    '2) ',
    '- ',
    '+ ',
    '> ',
    '---',
    '***',
    '===',
    '____',
  ],
  ...[
    '&amp;',
    '&#58;',
    '&#x41;',
    '&lt;!--',
    '&',
    '&#',
    '{{',
    '}}',
    '{{{x}}}',
    '{page}',
    '{candidate}',
    ' | ',
    '\\|',
  ],
  ...[
    '<br>',
    '<b>',
    '</div>',
    '<http://a.b>',
    'http://a.b/c_d?e=f&g',
    '[a](b)',
    '![a](b)',
    '[r]: /u',
    ']: ',
    '__a__',
  ],
  ...[
    'SQL',
    '5',
    'A',
    'LLM: tuning',
    'C#',
    ':',
    '$&',
    '$1',
    '%s',
    '\\',
    '\\n',
    '“',
    'w'.repeat(400),
    'א'.repeat(90),
  ],
);
const short = fc.constantFrom('SQL', '5', '42', 'A', 'é', ':', '|', '[x]', '1.', '---');
const many = fc
  .array(fc.oneof({ weight: 2, arbitrary: piece }, sign), { minLength: 1, maxLength: 8 })
  .map((pieces) =>
    pieces
      .join('')
      .replace(/[ \t\r\n]+/g, ' ')
      .trim(),
  )
  .filter((made) => made !== '');
const anyText = fc.oneof(short, { weight: 4, arbitrary: many });

const DOCUMENTS: readonly (readonly [string, string, View])[] = [
  ['scorecard', 'an interview', baker({ interview: 'dough-talk' })],
  ['scorecard', 'every skill', baker()],
  ['scorecard', 'no question', baker({ skills: ['teaching'] })],
  ['promotion', 'a step', bakerStep()],
  ['promotion', 'another role', bakerStep({ role: 'clerk', from: 'middle', to: 'senior', toRole: 'baker' })],
];

describe.each(DOCUMENTS)('a %s of %s', (kind, _, view) => {
  it.each([null, 'de'])('says any text whole, in the language %s', (lang) => {
    const plain = JSON.stringify(readingOf(kind, view, WORD, lang));
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = JSON.parse(plain, (_, value: unknown) =>
          typeof value === 'string' ? value.replaceAll(WORD, () => text) : value,
        );
        expect(readingOf(kind, view, text, lang)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
