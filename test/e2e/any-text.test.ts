/**
 * From the data to the PDF with any text in it: each is found again on the pages, whole, and makes nothing else; or a
 * Problem says which character cannot be set.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { generate, requestOf } from '../../src/generate.ts';
import { openProject, type Project } from '../../src/project/open.ts';
import { textFolder } from '../folder.ts';
import { readPdf } from '../pdf/readback.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tiny = `${root}/test/fixtures/framework/tiny`;
const opened = openProject({ cwd: root, data: undefined });
if (!opened.ok) throw new Error('the project does not open');
const project: Project = opened.value;

/** Keys whose words are texts that a document says; names are among them where nothing refers to them. */
const TEXTS =
  /^(?:summary|ask|probes|listen_for|warning_signs|means|junior|middle|senior|opening|closing|category)$/;

/** The tiny framework with `text` at the end of each of its texts, between two words that tell which it is. */
function withText(text: string): { files: Record<string, string>; marked: Map<string, string> } {
  const marked = new Map<string, string>();
  const mark = (words: string): string => {
    const number = [...String(marked.size)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    const own = `Qx${number}x ${text} x${number}xQ`;
    marked.set(number, own);
    return `${words} ${own}`;
  };
  const walk = (value: unknown, isText: boolean): unknown => {
    if (typeof value === 'string') return isText ? mark(value) : value;
    if (Array.isArray(value)) return value.map((item: unknown) => walk(item, isText));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, walk(own, TEXTS.test(key))]));
  };
  const paths = readdirSync(tiny, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.yaml'));
  const files = Object.fromEntries(
    paths.map((path) => [path, stringify(walk(parse(readFileSync(`${tiny}/${path}`, 'utf8')), false))]),
  );
  return { files, marked };
}

const squeezed = (text: string): string =>
  text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/g, '');

const REQUESTS = [
  { kind: 'scorecard', role: 'baker', level: 'middle' },
  { kind: 'promotion', role: 'baker', to: 'senior' },
  { kind: 'skill', skills: ['kneading'] },
  { kind: 'candidate-brief', role: 'baker', level: 'senior' },
] as const;

const fieldsOf = (read: Awaited<ReturnType<typeof readPdf>> | null | undefined): readonly string[] => [
  ...new Set(read?.fields.map(({ name }) => name).filter((name) => !name.includes('+'))),
];

async function made(text: string, request: (typeof REQUESTS)[number]) {
  const { files, marked } = withText(text);
  const own = { ...project, data: textFolder(files) };
  const result = await generate(own, [requestOf({ ...request, formats: ['pdf'] })]);
  const codes = result.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const bytes = result.ok ? result.value[0]?.bytes : undefined;
  return { codes, marked, read: bytes ? await readPdf(bytes) : null };
}

const sign = fc.constantFrom(
  ...[
    '# ',
    '- ',
    '1. ',
    '> ',
    '|',
    '<!-- page -->',
    '-->',
    '[x](y)',
    '![x](y)',
    '<br>',
    '<b>',
    '`',
    '*',
    '_',
    '**a**',
  ],
  ...[
    '{{x}}',
    '{page}',
    '&amp;',
    '&#42;',
    '\\',
    'C:\\dir\\new',
    '---',
    '____',
    '~~x~~',
    'http://a.b/c',
    '$&',
    '“x”',
  ],
  ...[
    'e\u0301',
    'ß',
    'Ж',
    'λ',
    'ﬁ',
    '\u00ad',
    '\u200b',
    '\u200d',
    '\u00a0',
    '\u2028',
    '\u2003',
    'w'.repeat(90),
    '\t',
  ],
);
const letter = fc.constantFrom(...'abcXYZ 019.,:;!?()/-–'.split(''));
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: sign }, letter, fc.string({ unit: 'grapheme', maxLength: 2 })), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join('').replace(/(?!\t)\p{Cc}/gu, ''));

it('any text of the data is on the pages, whole, or refused by its character', {
  timeout: 120_000,
}, async () => {
  const plain = new Map<string, Awaited<ReturnType<typeof made>>>();
  for (const request of REQUESTS) plain.set(request.kind, await made('a', request));
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...REQUESTS), async (written, request) => {
      const { codes, marked, read } = await made(written, request);
      if (!read) {
        expect(codes.filter((code) => code !== 'missing-glyph' && code !== 'control-character')).toEqual([]);
        return;
      }
      const expected = plain.get(request.kind)?.read;
      // A longer text may take a page more, whose foot says the name again.
      expect([read.links, fieldsOf(read)]).toEqual([expected?.links, fieldsOf(expected)]);
      expect(read.outline.length).toBe(expected?.outline.length);
      const said = squeezed(read.texts.map((own) => own.text).join(''));
      for (const [number, own] of marked) {
        const begins = said.split(`Qx${number}x`).length - 1;
        const whole = said.split(squeezed(own)).length - 1;
        expect(whole, `${begins} of ${own}`).toBe(begins);
      }
    }),
    { numRuns: 15 },
  );
});
