/** Mistakes in the data: each bad line of fixtures/framework/bad carries its expected report as a comment. */
import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../src/framework/load.ts';
import { fixtureFolder, textFolder } from '../folder.ts';
import { FILES, load, told } from './data.ts';

const EXPECTED = /# error ((?:\d+:)?\d+-\d+) ([a-z0-9-]+)/g;

describe('a folder full of mistakes', () => {
  const folder = fixtureFolder('framework/bad');
  const result = loadFramework(folder);
  const found = result.problems.map(
    ({ code, span: s }) => `${s.source.path}:${s.line}:${s.column}-${s.endColumn} ${code}`,
  );
  const expected = folder.list().flatMap((path) => {
    const source = folder.source(path);
    if (!source?.ok) throw new Error(`${path} cannot be read`);
    return source.value.text
      .split('\n')
      .flatMap((line, i) =>
        [...line.matchAll(EXPECTED)].map(
          ([, place = '', code]) =>
            `${source.value.path}:${place.includes(':') ? place : `${i + 1}:${place}`} ${code}`,
        ),
      );
  });

  it('has each mistake reported at its word, and nothing else', () => {
    expect([...found].sort()).toEqual([...expected].sort());
    expect(expected.length).toBeGreaterThan(25);
  });

  it('is reported in the order of files and lines', () => {
    const places = result.problems.map(({ span }) => [span.source.path, span.line] as const);
    const inOrder = [...places].sort(([a, m], [b, n]) => (a < b ? -1 : a > b ? 1 : m - n));
    expect(places).toEqual(inOrder);
  });

  it('has no value', () => expect(result.ok).toBe(false));

  it('names the nearest', () => {
    const help = result.problems.find(({ code }) => code === 'unknown-role')?.help ?? '';
    expect(help).toContain('"baker"');
    const version = result.problems.find(({ span }) => span.line === 2 && span.column === 10)?.help;
    expect(version).toContain('"1.10"');
  });
});

describe('mistakes of whole files', () => {
  const cases: readonly [string, Readonly<Record<string, string | Uint8Array | null>>, readonly string[]][] =
    [
      ['nothing is wrong', {}, []],
      ['no framework.yaml', { 'framework.yaml': null }, ['no-data data/framework.yaml:1:1']],
      ['no role', { 'roles/baker.yaml': null }, ['no-data data/framework.yaml:1:1']],
      ['no skill', { 'skills/s.yaml': null }, ['no-data data/framework.yaml:1:1']],
      ['an empty file', { 'skills/t.yaml': '' }, ['empty-file data/skills/t.yaml:1:1']],
      ['a file of comments', { 'skills/t.yaml': '# later\n' }, ['empty-file data/skills/t.yaml:1:1']],
      ['a file that is a list', { 'skills/t.yaml': '- a\n' }, ['wrong-type data/skills/t.yaml:1:1']],
      [
        'a newer format',
        { 'framework.yaml': 'format: 2\nnew: 1\n' },
        ['newer-format data/framework.yaml:1:9'],
      ],
      [
        'a format that never was',
        { 'framework.yaml': `format: 0\n${FILES['framework.yaml']}` },
        ['out-of-range data/framework.yaml:1:9'],
      ],
      [
        'an ending that is not read',
        { 'skills/t.yml': 'name: "\n' },
        ['file-not-read data/skills/t.yml:1:1'],
      ],
      [
        'a role in a folder of its own',
        { 'roles/x/t.yaml': 'name: T\n' },
        ['file-not-read data/roles/x/t.yaml:1:1'],
      ],
      [
        'framework.yml',
        { 'framework.yaml': null, 'framework.yml': 'name: F\n' },
        ['file-not-read data/framework.yml:1:1', 'no-data data/framework.yaml:1:1'],
      ],
      ['other files beside', { 'skills/README.md': '# x\n', 'tools/x.yml': 'a: b\n' }, []],
      [
        'a key without a value',
        { 'skills/s.yaml': 'name:\nroles: all\nexpectations:\n' },
        ['missing-key data/skills/s.yaml:1:1', 'missing-key data/skills/s.yaml:3:1'],
      ],
      [
        'a name of the wrong type, and what is wrong below it',
        {
          'roles/baker.yaml': 'name: 1\nlevels: [c]\ninterviews: [{ name: I, skills: [t] }]\n',
          'skills/s.yaml': 'name: [S]\nroles: all\nupdated: 2026-02-30\nexpectations: { c: C }\n',
        },
        [
          'wrong-type data/roles/baker.yaml:1:7',
          'no-data data/roles/baker.yaml:2:9',
          'unknown-level data/roles/baker.yaml:2:10',
          'missing-key data/roles/baker.yaml:3:14',
          'wrong-type data/skills/s.yaml:1:7',
          'impossible-date data/skills/s.yaml:3:10',
          'unknown-level data/skills/s.yaml:4:17',
        ],
      ],
      [
        'a key that is a list',
        { 'skills/s.yaml': '? [a]\n: b\nname: S\nroles: all\nexpectations: { a: A }\n' },
        ['wrong-type data/skills/s.yaml:1:3'],
      ],
      [
        'levels without keys, told at each and nowhere else',
        { 'framework.yaml': FILES['framework.yaml'].replace('[{ id: a }, { id: b }]', '[a, { id: B }]') },
        [
          'wrong-type data/framework.yaml:2:10',
          'bad-id data/framework.yaml:2:19',
          'unknown-level data/skills/s.yaml:3:23',
        ],
      ],
      [
        'a value where a mapping or a list belongs, told once',
        {
          'framework.yaml':
            'name: F\nlevels: [{ id: a }, { id: b }]\nscale: { low: Less }\nfair_questions: Ask.\n',
          'roles/baker.yaml': 'name: Baker\nlevels: a\n',
        },
        [
          'wrong-type data/framework.yaml:3:8',
          'wrong-type data/framework.yaml:4:17',
          'wrong-type data/roles/baker.yaml:2:9',
        ],
      ],
      ['no UTF-8', { 'skills/t.yaml': new Uint8Array([0xff, 0xfe]) }, ['not-utf8 data/skills/t.yaml:1:1']],
      [
        'a name that is no id',
        { 'skills/Two Words.yaml': 'name: T\nroles: all\nexpectations: { a: A }\n' },
        ['bad-id data/skills/Two Words.yaml:1:1'],
      ],
      [
        'such a name, with an id',
        { 'skills/Two Words.yaml': 'id: two\nname: T\nroles: all\nexpectations: { a: A }\n' },
        [],
      ],
      [
        'one id in two files',
        { 'skills/x/s.yaml': FILES['skills/s.yaml'] },
        ['double-id data/skills/x/s.yaml:1:7'],
      ],
      [
        'no scale',
        { 'framework.yaml': 'name: F\nlevels: [{ id: a }, { id: b }]\n' },
        ['missing-key data/framework.yaml:1:1'],
      ],
      [
        'a scale of two',
        {
          'framework.yaml':
            'name: F\nlevels: [{ id: a }, { id: b }]\nscale: [{ id: x, anchor: this }, { id: y, anchor: this }]\n',
        },
        ['scale-size data/framework.yaml:3:8'],
      ],
      [
        'no levels, told once',
        {
          'framework.yaml':
            'name: F\nscale: [{ id: x, anchor: this }, { id: y, anchor: this }, { id: z, anchor: this }]\n',
        },
        ['missing-key data/framework.yaml:1:1'],
      ],
      [
        'a circle of next',
        {
          'framework.yaml':
            'name: F\nlevels: [{ id: a, next: b }, { id: b, next: a }]\nscale: [{ id: x, anchor: this }, { id: y, anchor: this }, { id: z, anchor: this }]\n',
        },
        ['level-circle data/framework.yaml:2:16', 'level-circle data/framework.yaml:2:36'],
      ],
      [
        'a language that is none',
        { 'framework.yaml': `${FILES['framework.yaml']}language: English\n` },
        ['bad-language data/framework.yaml:7:11'],
      ],
      [
        'broken files beside a broken framework',
        { 'framework.yaml': 'name: "\n', 'skills/t.yaml': 'a: "\n' },
        ['broken-yaml data/framework.yaml:1:7', 'broken-yaml data/skills/t.yaml:1:4'],
      ],
      [
        'a bomb of aliases',
        { 'skills/t.yaml': `name: &n T\ntopics: [${Array(101).fill('*n').join(', ')}]\n` },
        ['alias-bomb data/skills/t.yaml:2:410'],
      ],
      [
        'asterisks in prose',
        { 'skills/t.yaml': `name: T\nroles: all\nexpectations:\n  a: |\n    ${'a *b '.repeat(150)}\n` },
        [],
      ],
      [
        'a level that the role lacks',
        {
          'roles/baker.yaml': 'name: Baker\nlevels: [a]\n',
          'skills/s.yaml': 'name: S\nroles: { baker: { expectations: { a: A, b: B } } }\n',
        },
        ['level-not-in-role data/skills/s.yaml:2:41'],
      ],
      [
        'no skill of a broken file is unknown',
        {
          'roles/baker.yaml': 'name: Baker\ninterviews: [{ id: i, name: I, skills: [t] }]\n',
          'skills/t.yaml': '',
        },
        ['empty-file data/skills/t.yaml:1:1'],
      ],
    ];
  it.each(cases)('%s', (_, files, problems) => expect(told(load(files))).toEqual(problems));
});

it('reads other files not at all', () => {
  const folder = textFolder({
    ...FILES,
    'README.md': '{{',
    'schema/role.schema.json': '{',
    'other/x.yaml': '[',
  });
  expect(told(loadFramework(folder))).toEqual([]);
});
