/**
 * From the data, a company's messages and `--set` to the PDF with any text in them: each is found again on the pages, whole,
 * and makes nothing else; or a Problem says which character cannot be set.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { generate, type RequestValues, requestOf } from '../../src/generate.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { openProject, type Project } from '../../src/project/open.ts';
import { textFolder } from '../folder.ts';
import { parsed } from '../pdf/documents.ts';
import { type ReadPdf, readPdf } from '../pdf/readback.ts';
import { anyText, expectSameBuild, Marks, squeezed } from './any-text.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tiny = `${root}/test/fixtures/framework/tiny`;
const opened = openProject({ cwd: root, data: undefined });
if (!opened.ok) throw new Error('the project does not open');
const shipped: Project = opened.value;

/** Keys whose words are texts that a document says; names are among them where nothing refers to them. */
const TEXTS =
  /^(?:summary|ask|probes|listen_for|warning_signs|means|junior|middle|senior|opening|closing|category)$/;

/** A tree with what `change` makes of its texts; it is told the keys above each, parted by dots. */
function changed(value: unknown, change: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((item: unknown) => changed(item, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([own, below]) => [
      own,
      changed(below, change, `${key}.${own}`.slice(key ? 0 : 1)),
    ]),
  );
}

const sources = new Map(
  readdirSync(tiny, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [path, parse(readFileSync(`${tiny}/${path}`, 'utf8')) as unknown] as const),
);
const tinyData = (change: (text: string, key: string) => string) =>
  textFolder(
    Object.fromEntries([...sources].map(([path, value]) => [path, stringify(changed(value, change))])),
  );
const project: Project = { ...shipped, data: tinyData((text) => text) };

const REQUESTS: readonly RequestValues[] = [
  { kind: 'scorecard', role: 'baker', level: 'middle' },
  { kind: 'promotion', role: 'baker', to: 'senior' },
  { kind: 'skill', skills: ['kneading'] },
  { kind: 'candidate-brief', role: 'baker', level: 'senior' },
];
const request = fc.constantFrom(...REQUESTS);

interface Made {
  readonly problems: readonly Problem[];
  readonly read: ReadPdf | null;
}

async function made(own: Project, values: RequestValues): Promise<Made> {
  const result = await generate(own, [requestOf({ ...values, formats: ['pdf'] })]);
  const bytes = result.ok ? result.value[0]?.bytes : undefined;
  const problems = result.problems.filter(({ severity }) => severity === 'error');
  return { problems, read: bytes ? await readPdf(bytes) : null };
}

/** Makes a value once for each key. */
function once<K, V>(make: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const known = new Map<K, Promise<V>>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** The same document with a harmless text in it; and it is made. */
async function harmless(make: () => Promise<Made>): Promise<ReadPdf> {
  const { problems, read } = await make();
  if (!read) throw new Error(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return read;
}

/** Refused by a letter that no font has, or a sign that nobody sees, each by its number and place; or for what `more` says. */
function expectRefused(problems: readonly Problem[], more: readonly string[] = []): void {
  for (const { code, message, span } of problems) {
    expect(['missing-glyph', 'control-character', ...more], `${code}: ${message}`).toContain(code);
    if (!more.includes(code)) expect(message).toMatch(/U\+[0-9A-F]{4}/);
    expect(span.source.path).not.toBe('');
  }
  expect(problems).not.toEqual([]);
}

it('any text of the data is on the pages, whole, or refused by its character', {
  timeout: 120_000,
}, async () => {
  const withText = (text: string, values: RequestValues, marks: Marks): Promise<Made> => {
    const data = tinyData((words, key) =>
      TEXTS.test(key.replace(/^.*\./, '')) ? `${words} ${marks.mark(text)}` : words,
    );
    return made({ ...project, data }, values);
  };
  const plain = once((values: RequestValues) => harmless(() => withText('a', values, new Marks())));
  await fc.assert(
    fc.asyncProperty(anyText, request, async (text, values) => {
      const marks = new Marks();
      const { problems, read } = await withText(text, values, marks);
      if (!read) return expectRefused(problems);
      expectSameBuild(read, await plain(values));
      const found = marks.expectWhole(read.texts.map((own) => own.text));
      // A candidate is told no text that says what is rated.
      if (values.kind !== 'candidate-brief') expect(found).toBeGreaterThan(0);
    }),
    { numRuns: 15 },
  );
});

it('any text of a company’s messages is on the pages, whole, or refused by its character', {
  timeout: 120_000,
}, async () => {
  const MESSAGES = 'messages/en.yaml';
  const ours: unknown = parse(readFileSync(`${root}/templates/${MESSAGES}`, 'utf8'));
  /** Words of the house that fit nowhere, and what would be filled in, are Problems of the message. */
  const OF_A_MESSAGE = ['foot-too-long', 'table-too-wide', 'unknown-placeholder'];
  /** One in `PARTS` of the messages has the text, those whose turn it is. */
  const PARTS = 6;
  const withText = (text: string, part: number, values: RequestValues, marks: Marks): Promise<Made> => {
    let turn = 0;
    const own = changed(ours, (words) => (turn++ % PARTS === part ? `${words} ${marks.mark(text)}` : words));
    const templates = [textFolder({ [MESSAGES]: stringify(own) }, 'templates'), ...project.templates];
    return made({ ...project, templates }, values);
  };
  const plain = once(async (key: string) => {
    const [part, values] = JSON.parse(key) as [number, RequestValues];
    return harmless(() => withText('a', part, values, new Marks()));
  });
  await fc.assert(
    fc.asyncProperty(anyText, fc.nat(PARTS - 1), request, async (text, part, values) => {
      const marks = new Marks();
      const { problems, read } = await withText(text, part, values, marks);
      if (!read) return expectRefused(problems, OF_A_MESSAGE);
      expectSameBuild(read, await plain(JSON.stringify([part, values])));
      expect(marks.expectWhole(read.texts.map((own) => own.text))).toBeGreaterThan(0);
    }),
    { numRuns: 15 },
  );
});

it('any text that is set into a field is its value, and is shown whole, or refused by its character', {
  timeout: 120_000,
}, async () => {
  const forms = once(async (values: RequestValues) => {
    const result = await generate(project, [requestOf({ ...values, formats: ['md'] })]);
    if (!result.ok) throw new Error('not made');
    return parsed(new TextDecoder().decode(result.value[0]?.bytes)).fields;
  });
  const plain = once((values: RequestValues) => harmless(() => made(project, values)));
  await fc.assert(
    fc.asyncProperty(anyText, request, async (text, values) => {
      const set: Record<string, string> = {};
      for (const { kind, id } of await forms(values)) {
        if (kind === 'line') set[id] = `Qx ${text} xQ`;
        if (kind === 'notes') set[id] = `Qx ${text}\n\n${text}\n${text} xQ`;
      }
      const { problems, read } = await made(project, { ...values, set });
      if (!read) return expectRefused(problems);
      expectSameBuild(read, await plain(values));
      for (const [id, value] of Object.entries(set)) {
        // A text that goes on on another page has a field there, "id+2". One that shows again in the foot may be cut there,
        // with a sign that says so: it stands whole elsewhere.
        const parts = new Map<string, string>();
        const whole = new Set<string>();
        for (const { name, value: part, shown } of read.fields) {
          if (name !== id && !/^\+\d+$/.test(name.replace(id, ''))) continue;
          parts.set(name, part);
          // pdf.js says a ligature by its letters here.
          if (squeezed(shown.normalize('NFKC')) === squeezed(part.normalize('NFKC'))) whole.add(name);
          else expect(shown, name).toMatch(/…$/);
        }
        expect([...whole].sort()).toEqual([...parts.keys()].sort());
        expect([...parts.values()].join('')).toBe(value);
      }
    }),
    { numRuns: 15 },
  );
});
