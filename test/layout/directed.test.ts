/** The order on the page of words that run from right to left, and of what stands among them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Fonts } from '../../src/layout/fonts.ts';
import type { Line, Run } from '../../src/layout/lines.ts';
import { breakLines } from '../../src/layout/text.ts';
import { fontsFor, named, projectWith } from './fallback/letters.ts';

const ALL = 'שלום עולם אבג (123) محمد لا ١٢٣';
let fonts: Fonts;
beforeAll(async () => {
  const folder = projectWith({ 'h.ttf': 'Hebrew.ttf', 'a.ttf': 'Arabic.ttf' });
  const found = await fontsFor(folder, named('h.ttf', 'a.ttf'), ALL);
  if (!found.ok) throw new Error('no fonts');
  fonts = found.value.fonts;
});

const run = (text: string, more: Partial<Run> = {}): Run => {
  return { text, face: 'regular', size: 10, node: 0, ...more };
};

/** The pieces of a line from left to right; a word that runs from right to left as it is read. */
function fromLeft({ pieces }: Line): string {
  return [...pieces]
    .sort((a, b) => a.x - b.x)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('|');
}

function lines(runs: readonly Run[], width = 1000, rightToLeft = false): readonly string[] {
  return breakLines(runs, fonts, { width, rightToLeft }).lines.map(fromLeft);
}

describe('a line with words from right to left', () => {
  it('turns their order round, not that of the sentence', () => {
    expect(lines([run('say שלום עולם and go')])).toEqual(['say|עולם|שלום|and go']);
  });

  it('keeps figures as they are, and looks at brackets from their side', () => {
    expect(lines([run('a שלום 123 עולם z')])).toEqual(['a|עולם|123|שלום|z']);
    expect(lines([run('שלום (123) עולם')])).toEqual(['עולם|)|123|(|שלום']);
    const [line] = breakLines([run('שלום (אבג) x')], fonts, { width: 1000 }).lines;
    expect(line && fromLeft(line)).toBe('(אבג)|שלום|x');
    const turned = line?.pieces.filter(({ rightToLeft }) => rightToLeft).map(({ text }) => text.trim());
    expect(turned).toEqual(['שלום', '', '(אבג)']);
  });

  it('runs from right to left where all its letters do, or the language', () => {
    expect(lines([run('שלום: 123')])).toEqual(['123|שלום:']);
    expect(lines([run('שלום abc עולם')])).toEqual(['שלום|abc|עולם']);
    expect(lines([run('שלום abc עולם')], 1000, true)).toEqual(['עולם|abc|שלום']);
  });

  it('has a direction of its own after a line that somebody ended', () => {
    const ended = [run('abc'), run('', { ends: true }), run('שלום.'), run('', { ends: true }), run('x')];
    expect(lines(ended)).toEqual(['abc', 'שלום.', 'x']);
    expect(lines([run('abc שלום.')])).toEqual(['abc|שלום|.']);
  });

  it('goes on over faces, and is turned line by line', () => {
    expect(lines([run('שלום '), run('עולם', { face: 'bold' }), run(' אבג')])).toEqual(['אבג|עולם|שלום']);
    const broken = lines([run('שלום עולם אבג שלום עולם')], 60);
    expect(broken.length).toBeGreaterThan(1);
    expect(broken.map((line) => line.split('|').reverse().join(' ')).join(' ')).toBe(
      'שלום עולם אבג שלום עולם',
    );
  });

  it('keeps pieces side by side: none over another, none out of the line', () => {
    const text = 'a שלום (123) b محمد لا ١٢٣, c-אבג.';
    const [line] = breakLines([run(text)], fonts, { width: 1000 }).lines;
    const pieces = [...(line?.pieces ?? [])].sort((a, b) => a.x - b.x);
    let end = 0;
    for (const { x, width } of pieces) {
      expect(x).toBeGreaterThan(end - 0.01);
      end = x + width;
    }
    expect(end).toBeLessThan((line?.width ?? 0) + 0.01);
    expect(
      line?.pieces
        .map((piece) => piece.text)
        .join('')
        .trim(),
    ).toBe(text);
  });

  it('obeys the signs that set a direction, and keeps them', () => {
    const [line] = breakLines([run('a שלום \u202eabc\u202c z')], fonts, { width: 1000 }).lines;
    const turned = line?.pieces.find(({ text }) => text.includes('abc'));
    expect(turned?.rightToLeft).toBe(true);
    expect(line?.pieces.map(({ text }) => text).join('')).toContain('\u202eabc\u202c');
  });
});
