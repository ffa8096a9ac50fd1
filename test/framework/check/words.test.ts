/** The lists of words: ours, a company's that adds to them and takes out, and files that say it wrong. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { weakRules } from '../../../src/framework/check/weak/rules.ts';
import { LISTS, TOPICS } from '../../../src/framework/check/words/lists.ts';
import { loadWords } from '../../../src/framework/check/words/read.ts';
import { diskFolder } from '../../../src/project/disk.ts';
import { textFolder } from '../../folder.ts';
import { SHIPPED } from './weak.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const OURS = textFolder(
  {
    'words/en.yaml':
      'vague: [very, really*]\nnever_ask: { age: [how old] }\nlongest_sentence: { spoken: 5 }\n',
  },
  'ours',
);

function load(files: Readonly<Record<string, string>>): ReturnType<typeof loadWords> {
  return loadWords([textFolder(files, 'templates'), OURS]);
}

/** Code and place of each Problem, and its help. */
function told({ problems }: ReturnType<typeof loadWords>): readonly string[] {
  return problems.map(
    ({ code, severity, span: s }) => `${severity} ${code} ${s.source.path}:${s.line}:${s.column}`,
  );
}

function found(loaded: ReturnType<typeof loadWords>, text: string, language = 'en'): readonly string[] {
  return (
    loaded.words
      .of(language)
      ?.vague(text)
      .map(({ words }) => words) ?? []
  );
}

describe('a company’s list', () => {
  it('adds to ours', () => {
    const both = load({ 'words/en.yaml': 'vague: [grandly]\n' });
    expect(found(both, 'Very grandly, reallyish.')).toEqual(['Very', 'grandly', 'reallyish']);
    expect(both.words.of('en')?.longest).toEqual({ spoken: 5, written: null });
    expect(told(both)).toEqual([]);
  });

  it('takes words out, and puts a limit in the place of ours', () => {
    const less = load({
      'words/en.yaml':
        'take_out: { vague: [really*], never_ask: { age: [how old] } }\nlongest_sentence: { spoken: 9, written: 30 }\n',
    });
    expect(found(less, 'Very really.')).toEqual(['Very']);
    expect(less.words.of('en')?.neverAsk('how old')).toEqual([]);
    expect(less.words.of('en')?.longest).toEqual({ spoken: 9, written: 30 });
  });

  it('may be of a language that we have none for; without one there are none', () => {
    const french = load({ 'words/fr.yaml': 'vague: [très]\n' });
    expect(found(french, 'Très bien, very good', 'fr-CA')).toEqual(['Très']);
    expect(french.words.of('it')).toBeNull();
  });

  it('of a region adds to those of its language', () => {
    const both = load({ 'words/en-GB.yaml': 'vague: [quite]\ntake_out: { vague: [really*] }\n' });
    expect(found(both, 'quite very really', 'en-GB')).toEqual(['quite', 'very']);
    expect(found(both, 'quite very really', 'en-US')).toEqual(['very', 'really']);
    expect(both.words.of('en-GB')?.longest.spoken).toBe(5);
  });

  it('may name terms in which its words mean something else', () => {
    const terms = load({ 'words/en.yaml': 'terms: [very large telescope]\n' });
    expect(found(terms, 'Runs the very large telescope very often')).toEqual(['very']);
  });
});

describe('a word of a list', () => {
  const words = (list: string, text: string) => found(load({ 'words/en.yaml': `vague: [${list}]\n` }), text);

  it.each([
    ['swift', 'Swift swiftly swift-footed unswift SWIFT', ['Swift']],
    ['swift*', 'Swiftly, swift', ['Swiftly', 'swift']],
    ['Sie', 'Sie sie', ['Sie']],
    ['with  ease', 'With\n\nease', []],
    ['with ease', 'With\n\nease, with ease', ['With\n\nease', 'with ease']],
    ["can't", 'can’t can', ['can’t']],
    ['größe*', 'Größen', ['Größen']],
    ['swift', 'says “swift” or "swift" or „swift“, swift', ['swift']],
  ])('%s', (list, text, expected) => expect(words(list, text)).toEqual(expected));
});

describe('is read strictly', () => {
  it.each([
    ['vage: [x]\n', ['error unknown-key templates/words/en.yaml:1:1']],
    ['vague: x\n', ['error wrong-type templates/words/en.yaml:1:8']],
    [
      'vague: [1, [x]]\n',
      ['error wrong-type templates/words/en.yaml:1:9', 'error wrong-type templates/words/en.yaml:1:12'],
    ],
    [
      'vague: ["a*", "*ly", "x  y", "(", ""]\n',
      [9, 15, 22, 30, 35].map((c) => `error bad-word templates/words/en.yaml:1:${c}`),
    ],
    ['take_out: { vague: [vary] }\n', ['warning unknown-word templates/words/en.yaml:1:21']],
    ['take_out: { longest_sentence: 1 }\n', ['error unknown-key templates/words/en.yaml:1:13']],
    ['never_ask: { ages: [x] }\n', ['error unknown-key templates/words/en.yaml:1:14']],
    [
      'longest_sentence: { spoken: 0, written: many }\n',
      ['error out-of-range templates/words/en.yaml:1:29', 'error wrong-type templates/words/en.yaml:1:41'],
    ],
    ['vague: [x\n', ['error broken-yaml templates/words/en.yaml:1:8']],
    ['', ['error empty-file templates/words/en.yaml:1:1']],
    ['- x\n', ['error wrong-type templates/words/en.yaml:1:1']],
  ])('%s', (text, problems) => expect(told(load({ 'words/en.yaml': text }))).toEqual(problems));

  it('what is right beside a mistake still counts', () => {
    expect(found(load({ 'words/en.yaml': 'vage: [x]\nvague: [grandly, 1]\n' }), 'very grandly')).toEqual([
      'very',
      'grandly',
    ]);
  });

  it('names the nearest', () => {
    expect(load({ 'words/en.yaml': 'take_out: { vague: [vary] }\n' }).problems[0]?.help).toContain('"very"');
  });
});

it('ours are there in English and German, with words in every list', () => {
  for (const language of ['en', 'de', 'en-GB', 'de-AT']) {
    const words = SHIPPED.of(language);
    expect(words?.longest).toEqual({ spoken: 25, written: 45 });
  }
  expect(SHIPPED.of('en')?.vague('very')).toHaveLength(1);
  expect(SHIPPED.of('de')?.vague('sehr')).toHaveLength(1);
});

describe('the READMEs', () => {
  const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

  it('name every list, and their example of a company’s file works', () => {
    const [, section = ''] =
      /## Words that check looks for\n([\s\S]*?)\n## /.exec(read('templates/README.md')) ?? [];
    for (const list of [...LISTS, 'never_ask', 'longest_sentence', 'take_out', ...TOPICS])
      expect(section).toContain(list);
    const example =
      section
        .match(/^ {4}.*$/gm)
        ?.map((line) => line.slice(4))
        .join('\n') ?? '';
    const both = loadWords([
      textFolder({ 'words/en.yaml': `${example}\n` }, 'templates'),
      diskFolder(`${ROOT}/templates`, ROOT),
    ]);
    expect(told(both)).toEqual([]);
    expect(found(both, 'a world-class synergy of best practices')).toEqual(['world-class', 'synergy']);
  });

  it('name every rule', () => {
    for (const { code } of weakRules(SHIPPED)) expect(read('data/README.md')).toContain(`| \`${code}\` |`);
  });
});
