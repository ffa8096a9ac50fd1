/** Lines: nothing is lost, nothing is wider than its column, words are parted only where they may be. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Fonts, loadFonts } from '../../src/layout/fonts.ts';
import { type Breaking, breakLines as broken, type Line, type Run } from '../../src/layout/text.ts';

let fonts: Fonts;
beforeAll(() => {
  fonts = loadFonts({
    path: 'dist/fonts',
    list: () => [],
    read: (path) => readFileSync(new URL(`../../dist/fonts/${path}`, import.meta.url)),
    source: () => null,
  });
});

function run(text: string, more: Partial<Run> = {}): Run {
  return { text, face: 'regular', size: 10, node: 0, ...more };
}

const breakLines = (runs: readonly Run[], from: Fonts, options: Breaking): readonly Line[] =>
  broken(runs, from, options).lines;

function texts(lines: readonly Line[]): string[] {
  return lines.map((line) => line.pieces.map((piece) => piece.text).join('|'));
}

describe('breakLines', () => {
  it('fills lines with words', () => {
    expect(texts(breakLines([run('one two three four')], fonts, { width: 45 }))).toEqual([
      'one two',
      'three four',
    ]);
  });

  it('parts a word after its hyphen, but not where the text is read aloud', () => {
    const text = [run('the fine-tuning')];
    expect(texts(breakLines(text, fonts, { width: 40 }))).toEqual(['the fine-', 'tuning']);
    expect(texts(breakLines(text, fonts, { width: 50, whole: true }))).toEqual(['the', 'fine-tuning']);
  });

  it('keeps a comma with the word before it, whatever their weights', () => {
    const mixed = [run('one '), run('two', { face: 'semibold' }), run(', three')];
    expect(texts(breakLines(mixed, fonts, { width: 36 }))).toEqual(['one', 'two|,', 'three']);
  });

  it('hangs the lines after the first', () => {
    const lines = breakLines([run('one two three four')], fonts, { width: 45, hang: 5 });
    expect(lines.map((line) => line.pieces[0]?.x)).toEqual([0, 5, 5]);
  });

  it('ends a line where the text does', () => {
    expect(
      texts(breakLines([run('one'), run('', { ends: true }), run('two')], fonts, { width: 100 })),
    ).toEqual(['one', 'two']);
  });

  it('loses no character and is never wider than the column', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcdefgijklmnopqrstuvwxyzÄß-/–.,’0123'),
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 15, max: 300 }),
        (words, width) => {
          const lines = breakLines([run(words.join(' '))], fonts, { width });
          const back = lines.map((line) => line.pieces.map((piece) => piece.text).join('')).join(' ');
          expect(back.replaceAll(' ', '')).toBe(words.join(''));
          for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.1);
        },
      ),
    );
  });
});
