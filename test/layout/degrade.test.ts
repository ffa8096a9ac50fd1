/** What gives way where texts are long, points many or skills few: nothing is lost, nothing meets, blocks stay whole. */
import { describe, expect, it } from 'vitest';
import type { Layout } from '../../src/layout/page.ts';
import { mm } from '../../src/layout/units.ts';
import { laidOut, layoutOf } from '../pdf/documents.ts';
import { fieldsOf, outside, overlaps, struck } from '../pdf/places.ts';
import { type CardSkill, card } from './card.ts';

function set(skills: readonly CardSkill[], paper = 'A4'): Layout {
  const layout = layoutOf(card(skills), paper);
  expect([...overlaps(layout), ...struck(layout), ...outside(layout)]).toEqual([]);
  return layout;
}

/** Page of each skill. */
function pagesOf(layout: Layout): readonly number[] {
  return layout.outline.filter(({ text }) => text.startsWith('Skill')).map(({ page }) => page);
}

describe.each(['A4', 'Letter'])('a scorecard on %s', (paper) => {
  it.each([
    [1, 3],
    [2, 3],
    [3, 4],
    [4, 4],
    [5, 5],
    [6, 5],
    [7, 6],
    [8, 6],
  ])('of %i skills has %i pages: two skills on one, the last alone where they are odd', (count, pages) => {
    const layout = set(
      Array.from({ length: count }, () => ({})),
      paper,
    );
    expect(layout.pages).toHaveLength(pages);
    expect(pagesOf(layout)).toEqual(Array.from({ length: count }, (_, i) => 1 + Math.floor(i / 2)));
  });

  it.each<[string, CardSkill]>([
    ['anchors of more than eight lines', { anchor: 300 }],
    ['five points', { points: 5 }],
    ['seven points', { points: 7 }],
  ])('gives a skill with %s a page alone, its scale upright and all the room to write', (_, skill) => {
    const layout = set([{}, skill, {}], paper);
    expect(pagesOf(layout)).toEqual([1, 2, 3]);
    const boxes = fieldsOf(layout).filter(
      ({ field, option }) => field.id === 'rating/b' && option?.startsWith('p'),
    );
    expect(new Set(boxes.map(({ x }) => x)).size).toBe(1);
    const lines = fieldsOf(layout).find(({ field }) => field.id === 'evidence/b');
    expect((lines?.height ?? 0) / mm(7)).toBeGreaterThan(12);
  });

  it('has two and three points hanging from the rail, all on one level', () => {
    for (const points of [2, 3]) {
      const layout = set([{ points }, { points }], paper);
      const boxes = fieldsOf(layout).filter(
        ({ field, option }) => field.id === 'rating/a' && option?.startsWith('p'),
      );
      expect(new Set(boxes.map(({ y }) => Math.round(y))).size).toBe(1);
      expect(pagesOf(layout)).toEqual([1, 1]);
    }
  });

  it('gives a skill without a question two lines for one, and all the width to write', () => {
    const layout = set([{ question: 0 }, {}], paper);
    const [question, evidence] = ['question/a', 'evidence/a'].map((id) =>
      fieldsOf(layout).find(({ field }) => field.id === id),
    );
    expect((question?.height ?? 0) / mm(7)).toBeCloseTo(2);
    expect(evidence?.width).toBeCloseTo((layout.pages[0]?.width ?? 0) - mm(24), 0);
  });

  it('has names that wrap beside the expectation, and what is longer than a page parted', () => {
    set([{ name: 'Evaluation of retrieval-augmented generation in regulated industries' }, {}], paper);
    const long = set([{ anchor: 900, listen: 300, question: 500 }], paper);
    expect(long.pages.length).toBeGreaterThan(3);
  });
});

describe('room that only fills a page up', () => {
  const notes = (id: string, lines: string) =>
    `<!-- notes ${id} "N" lines=${lines} -->\n\n____\n\n<!-- /notes -->`;
  const text = (count: number) =>
    `# One\n\n${Array.from({ length: count }, () => 'text').join('\n\n')}\n\n## More\n\n${notes('m', '3+')}\n\n<!-- page -->\n\n# Two\n\n${notes('n', '2')}`;

  it('is lower rather than that a page is made for it', () => {
    const lines = Array.from({ length: 46 }, (_, i) => {
      const layout = layoutOf(text(i));
      const more = fieldsOf(layout).find(({ field }) => field.id === 'm');
      return [layout.pages.length, Math.round((more?.height ?? 0) / mm(7))];
    });
    expect(lines).toContainEqual([2, 3]);
    expect(lines).toContainEqual([2, 2]);
    expect(lines.filter(([pages, count]) => pages === 2 && (count ?? 0) < 2)).toEqual([]);
  });
});

describe('a letter that the font lacks', () => {
  it.each([{}, { stacked: true }, { compact: true }])(
    'is told once, also of a name that is said again: %j',
    (more) => {
      const told = laidOut(card([{ name: 'A 漢 name' }]), 'A4', undefined, more).problems;
      const lines = told.map(({ code, span }) => `${code} ${span.line}`);
      expect(lines).toEqual([...new Set(lines)]);
      expect(lines.length).toBeGreaterThan(0);
    },
  );
});

describe('any size of type', () => {
  it.each([6, 8, 10, 12, 14, 17, 20])(
    'of %i pt leaves every text its room, in one column and in two',
    (size) => {
      for (const stacked of [false, true]) {
        const checked = laidOut(card([{}, { anchor: 300 }]), 'A4', undefined, {
          size,
          stacked,
          line: mm(size * 0.75),
        });
        const layout = checked.ok ? checked.value : null;
        expect(checked.problems).toEqual([]);
        expect(layout && [...overlaps(layout), ...struck(layout), ...outside(layout)]).toEqual([]);
      }
    },
  );
});
