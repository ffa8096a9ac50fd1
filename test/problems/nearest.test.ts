import { describe, expect, it } from 'vitest';
import type { CodeOf } from '../../src/problems/code.ts';
import { knownNames, nearest } from '../../src/problems/nearest.ts';
import { sorted, warning } from '../../src/problems/problem.ts';
import { lineSpan, lineText, spanAt } from '../../src/problems/source.ts';

describe('nearest', () => {
  it.each([
    ['seniro', 'senior'],
    ['Senior', 'senior'],
    ['snr', undefined],
    ['juni', 'junior'],
    ['xyz', undefined],
  ])('%s -> %s', (name, found) => {
    expect(nearest(name, ['junior', 'middle', 'senior'])).toBe(found);
  });

  it('lists the names while they are few', () => {
    expect(knownNames('seniro', ['junior', 'senior'])).toBe(
      'did you mean "senior"? there are: junior, senior',
    );
    const many = Array.from({ length: 13 }, (_, i) => `name-${i}`);
    expect(knownNames('zzzz', many)).toBeUndefined();
  });
});

describe('spans', () => {
  const source = { path: 'a', text: 'one\r\ntwo\nthree' };
  it('counts from 1 and stays within the line', () => {
    expect(spanAt(source, 5, 99)).toMatchObject({ line: 2, column: 1, endColumn: 4 });
    expect(spanAt(source, 99)).toMatchObject({ line: 3, column: 6, endColumn: 6 });
    expect(lineText(source, 1)).toBe('one');
    expect(lineSpan(source, 3)).toMatchObject({ column: 1, endColumn: 6 });
  });

  it('sorts Problems by file, line, column, code', () => {
    const at = (path: string, offset: number, code: CodeOf<'warning'>) =>
      warning(code, 'm', spanAt({ path, text: source.text }, offset));
    const all = [
      at('b', 0, 'comment'),
      at('a', 9, 'comment'),
      at('a', 0, 'html-tag'),
      at('a', 0, 'comment'),
      at('a', 0, 'comment'),
    ];
    expect(sorted(all).map(({ code, span }) => `${span.source.path}${span.line}${code}`)).toEqual([
      'a1comment',
      'a1html-tag',
      'a3comment',
      'b1comment',
    ]);
  });
});
