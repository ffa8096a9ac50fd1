/** JSON and YAML: trees of keys with their lines, cut off or broken or built to take all memory. */
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../src/importing/bytes.ts';
import type { Tree } from '../../../src/importing/material.ts';
import { readMaterial } from '../../../src/importing/read/read.ts';

async function read(path: string, text: string) {
  const result = await readMaterial({ path, bytes: bytesOf(new TextEncoder().encode(text)) }, {});
  return {
    tree: result.ok ? outline(result.value.tree) : [],
    codes: result.problems.map(({ code }) => code),
    lines: result.problems.map(({ span }) => span.line),
    cut: result.ok ? result.value.cut?.place.line : undefined,
  };
}

function outline(tree: Tree | null, depth = 0): readonly string[] {
  if (!tree) return [];
  const own = `${'  '.repeat(depth)}${tree.place.line}: ${tree.label || tree.kind}${tree.text === '' ? '' : ` = ${tree.text}`}`;
  return [...(depth === 0 ? [] : [own]), ...tree.children.flatMap((child) => outline(child, depth + 1))];
}

const TREE = [
  '  1: name = A',
  '  2: levels',
  '    3: L1 = 0.50',
  '    4: L2',
  '      5: entry = b',
  '      6: entry = NC',
];

describe('keys', () => {
  it('of JSON', async () => {
    const text = '{"name": "A",\n"levels": {\n"L1": 0.50,\n"L2": [\n"b ",\n"NC"\n], } } // end';
    expect((await read('a.json', text)).tree).toEqual(TREE);
    expect((await read('-', text)).tree).toEqual(TREE);
  });

  it('of YAML', async () => {
    const text = 'name: A\nlevels:\n  L1: 0.50\n  L2:\n    - b\n    - NC\n';
    expect((await read('a.yml', text)).tree).toEqual(TREE);
    expect((await read('-', text)).tree).toEqual(TREE);
  });

  it('of YAML with aliases and merged keys', async () => {
    const { tree } = await read('a.yaml', 'base: &b\n  x: 1\n  y: 2\nown:\n  <<: *b\n  y: 3\nsame: *b\n');
    expect(tree.map((line) => line.replace(/\d+: /, ''))).toEqual([
      ...['  base', '    x = 1', '    y = 2'],
      ...['  own', '    y = 3', '    x = 1'],
      ...['  same', '    x = 1', '    y = 2'],
    ]);
  });
});

describe('what is cut off', () => {
  it('of JSON is read up to its last whole entry', async () => {
    const { tree, codes, cut } = await read('a.json', '[\n{"n": "A", "t": "one"},\n{"n": "B", "t": "tw');
    expect(tree).toEqual(['  2: entry', '    2: n = A', '    2: t = one']);
    expect([codes, cut]).toEqual([['cut-off'], 3]);
  });

  it('of YAML is read up to its last whole entry', async () => {
    const { tree, codes, cut } = await read('a.yaml', '- n: A\n  t: "one"\n- n: B\n  t: "tw');
    expect(tree).toEqual(['  1: entry', '    1: n = A', '    2: t = one']);
    expect([codes, cut]).toEqual([['cut-off'], 3]);
  });
});

describe('refused', () => {
  const bomb = [...'bcdefghi'].reduce(
    (text, name) =>
      `${text}${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(9)}]\n`,
    'a: &a [x,x,x,x,x,x,x,x,x]\n',
  );

  it.each([
    ['broken JSON', 'a.json', '{"a": 1,\n"b" 2}\n', 'broken-source'],
    ['broken YAML', 'a.yaml', 'a: [1\nb: 2\n', 'broken-yaml'],
    ['JSON of a hundred thousand brackets', 'a.json', '['.repeat(1e5), 'too-deep'],
    ['YAML of a hundred thousand brackets', 'a.yaml', `a: ${'['.repeat(1e5)}`, 'too-deep'],
    ['YAML of a hundred thousand lists in one line', 'a.yaml', `${'- '.repeat(1e5)}x`, 'too-deep'],
    ['aliases of aliases', 'a.yaml', bomb, 'alias-bomb'],
    ['nothing', 'a.json', ' \n', 'empty-file'],
    ['a comment alone', 'a.yaml', '# nothing\n', 'empty-file'],
  ])('%s', async (_, path, text, code) => {
    expect((await read(path, text)).codes).toEqual([code]);
  });

  it('names the line', async () => {
    expect((await read('a.json', '{"a": 1,\n"b" 2,\n"c": 3}\n')).lines).toEqual([2]);
    expect((await read('a.json', `{"a": 1,\n"b":${']'.repeat(99)}${'['.repeat(99)}`)).lines).toEqual([2]);
    expect((await read('a.yaml', `a: 1\nb: ${'['.repeat(99)}`)).lines).toEqual([2]);
  });
});
