import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentsIn } from '../../src/markdown/comments.ts';

describe('commentsIn', () => {
  const piece = fc.constantFrom(
    '<!--',
    '-->',
    '<!',
    '--',
    '>',
    '-',
    ' a ',
    '\n',
    'field x',
    '<!-->',
    '<!--->',
  );

  it('finds those within a line', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const expected = [...text.matchAll(/<!--([^\n]*?)-->/g)];
        expect(commentsIn(text)).toEqual(
          expected.map(({ 0: whole, 1: inner, index }) => ({ text: whole, inner, index })),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
