/** Lines: nothing is lost, nothing is wider than its column, words are parted only where they may be. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Fonts, loadFonts } from '../../src/layout/fonts.ts';
import { germanParts } from '../../src/layout/hyphens.ts';
import type { Breaking, Broken, Line, Run } from '../../src/layout/lines.ts';
import { breakLines as broken } from '../../src/layout/text.ts';

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

/** The pieces of each line, without the spaces that are only said. */
function texts(lines: readonly Line[]): string[] {
  return lines.map((line) => line.pieces.map((piece) => piece.text.trimEnd()).join('|'));
}

describe('breakLines', () => {
  it('fills lines with words', () => {
    expect(texts(breakLines([run('one two three four')], fonts, { width: 45 }))).toEqual([
      'one two',
      'three four',
    ]);
  });

  it('says the white that a broken line or a new style ends, so that words stay words for who hears them', () => {
    const mixed = [run('one two three '), run('four', { face: 'bold' }), run(', five-six', {})];
    const said = breakLines(mixed, fonts, { width: 45 }).map((line) => line.pieces.map(({ text }) => text));
    expect(said).toEqual([['one two '], ['three '], ['four', ', five-'], ['six ']]);
    const parted = breakLines([run('five-sixteenths')], fonts, { width: 60 }).map((l) => l.pieces[0]?.text);
    expect(parted).toEqual(['five-', 'sixteenths ']);
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

  it('parts a long German word by patterns, only where it does not fit, the hyphen being none of the text', () => {
    const word = 'Qualitätssicherungsbeauftragte';
    const german = [run(`Die ${word}, hier`, { german: true })];
    const parts = germanParts;
    const lines = breakLines(german, fonts, { width: 110, parts });
    expect(texts(lines)).toEqual(['Die Qualitätssicherungs|-', 'beauftragte, hier']);
    const hyphen = lines[0]?.pieces[1];
    expect([hyphen?.run.node, hyphen?.run.text]).toEqual([null, '-']);
    expect(texts(breakLines(german, fonts, { width: 300, parts }))).toEqual([`Die ${word}, hier`]);
    expect(texts(breakLines(german, fonts, { width: 140, parts, whole: true }))).toEqual([
      'Die',
      `${word},`,
      'hier',
    ]);
    expect(texts(breakLines([run(`Die ${word}`)], fonts, { width: 140, parts }))).toEqual(['Die', word]);
    expect(
      texts(breakLines([run('Die Beauftragte', { german: true })], fonts, { width: 60, parts })),
    ).toEqual(['Die', 'Beauftragte']);
  });

  it('loses no letter of German words, and no line is wider than the column', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcdefghilmnorstuäöüß'),
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 30, max: 200 }),
        (words, width) => {
          const lines = breakLines([run(words.join(' '), { german: true })], fonts, {
            width,
            parts: germanParts,
          });
          const back = lines.flatMap((line) =>
            line.pieces.flatMap((p) => (p.run.node === null ? [] : [p.text])),
          );
          expect(back.join('').replaceAll(' ', '')).toBe(words.join(''));
          for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.1);
        },
      ),
    );
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

describe('a paragraph that was broken before', () => {
  const text = fc
    .array(fc.constantFrom('one', 'two-three', 'Donaudampfschifffahrtsgesellschaft', 'W'.repeat(30)), {
      minLength: 1,
      maxLength: 8,
    })
    .map((words) => words.join(' '));
  const look = fc.record({
    face: fc.constantFrom('regular' as const, 'bold' as const),
    size: fc.constantFrom(8, 10),
    ends: fc.boolean(),
    german: fc.boolean(),
  });
  const setting = fc.record({
    width: fc.constantFrom(60, 90),
    hang: fc.constantFrom(0, 5),
    whole: fc.boolean(),
    parts: fc.constantFrom(undefined, germanParts),
  });
  const plain = ({ lines, runs }: Broken) =>
    lines.map(({ width, pieces }) => ({
      width,
      pieces: pieces.map((one) => ({ ...one, run: runs.indexOf(one.run) })),
    }));

  it('has the lines that it would have anew, its pieces naming its runs by their places', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.array(fc.array(look, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        fc.array(setting, { maxLength: 8 }),
        (said, looks, settings) => {
          const warm = { ...fonts };
          for (const [styles, options] of looks.flatMap((one) =>
            settings.map((set) => [one, set] as const),
          )) {
            const runs = said.map((one, node) => run(one, { ...styles[node], node }));
            const before = broken(runs, warm, options);
            expect(plain(before)).toEqual(plain(broken(runs, { ...fonts }, options)));
            expect(before.runs.map((one) => one.text)).toEqual(said);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
