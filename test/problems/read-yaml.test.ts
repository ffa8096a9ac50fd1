import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readYaml } from '../../src/problems/read-yaml.ts';

const read = (text: string) => readYaml({ path: 'a.yaml', text });
const told = (text: string) =>
  read(text).problems.map(({ code, span }) => `${code} ${span.line}:${span.column}`);

/** `lN` stands for `width` times what `l(N-1)` stands for. */
const laughs = (depth: number, width: number, open = '[', close = ']'): string =>
  Array.from({ length: depth }, (_, i) => {
    const inner = i === 0 ? 'x' : Array.from({ length: width }, () => `*l${i - 1}`).join(', ');
    return `l${i}: &l${i} ${open}${inner}${close}\n`;
  }).join('');

describe('readYaml', () => {
  it('takes whatever a program wrote, and its own aliases', () => {
    const tree = fc.letrec((tie) => ({
      leaf: fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null)),
      node: fc.oneof(
        { depthSize: 'small' },
        tie('leaf'),
        fc.array(tie('node')),
        fc.dictionary(fc.string({ minLength: 1 }), tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (value) => {
        const shared = { a: value, b: [value, { c: value }] };
        expect(read(stringify(shared, { aliasDuplicateObjects: true })).problems).toEqual([]);
      }),
    );
  });

  it('tells keys that stand twice, with the first', () => {
    const { problems, sound } = read('a: 1\nb: {c: 1, c: 2}\na: 3\n');
    expect(problems.map(({ span }) => `${span.line}:${span.column}`)).toEqual(['3:1', '2:11']);
    expect(problems[0]?.related[0]?.span.line).toBe(1);
    expect(sound).toBe(true);
  });

  it.each([
    ['lists of lists', laughs(10, 9), 'alias-bomb 6:25'],
    [
      'many of one large list',
      `a: &a [${'x, '.repeat(5000)}]\nb: [${'*a, '.repeat(90)}]\n`,
      'alias-bomb 2:77',
    ],
    ['many of one long text', `a: &a ${'x'.repeat(1e5)}\nb: [${'*a, '.repeat(90)}]\n`, 'alias-bomb 2:197'],
    ['too many', `a: &a x\nb: [${'*a, '.repeat(101)}]\n`, 'alias-bomb 2:405'],
    ['what it stands in', 'a: &a\n  b: *a\n', 'alias-bomb 2:6'],
    ['what it stands in, further out', 'a: &a [&b [1, *a], *b]\n', 'alias-bomb 1:15'],
  ])('tells aliases that stand for %s', (_, text, place) => {
    expect(told(text)).toEqual([place]);
    expect(read(text).sound).toBe(false);
  });

  it('reads what aliases stand for as long as it is little, also under a mark that is given anew', () => {
    for (const text of [laughs(5, 9), laughs(90, 1), 'a: &a [1, &a 2, *a]\nb: *a\n'])
      expect(told(text)).toEqual([]);
  });

  it.each([
    ['100,000 of a list', `[${'a,'.repeat(1e5)}]`],
    ['60,000 of a map', Array.from({ length: 60_000 }, (_, i) => `k${i}: v`).join('\n')],
  ])('tells more values than are read: %s', (_, text) => {
    expect(told(text)).toEqual(['too-large 1:1']);
  });

  it.each([['['], ['{a: '], ['- '], ['? ']])(
    'tells what stands too deep in one another, at its line: %j',
    (sign) => {
      for (const text of [`x: 1\ny:\n ${sign.repeat(5000)}`, `x: 1\ny:\n ${sign.repeat(5000)}a`]) {
        expect(read(text).sound).toBe(false);
        expect(told(text)).toEqual([`too-deep 3:${2 + 59 * sign.length}`]);
      }
    },
  );

  it('tells the first 50 lines that cannot be read, and how many more there are', () => {
    const { problems } = read(': ]\n'.repeat(50_000));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)?.message).toContain('49950 more lines');
    expect(told(': ]\n'.repeat(50))).toHaveLength(50);
  });
});
