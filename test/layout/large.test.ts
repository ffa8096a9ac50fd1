/** Large print: one column, two pages a skill, each part of it where it can be read and reached. */
import { describe, expect, it } from 'vitest';
import type { Layout, TextItem } from '../../src/layout/page.ts';
import { mm } from '../../src/layout/units.ts';
import { large, layoutOf } from '../pdf/documents.ts';
import { fieldsOf, outside, overlaps, struck, textsOf } from '../pdf/places.ts';
import { type CardSkill, card } from './card.ts';

function set(skills: readonly CardSkill[], paper = 'A4'): Layout {
  const layout = layoutOf(card(skills), paper, large);
  expect([...overlaps(layout), ...struck(layout), ...outside(layout)]).toEqual([]);
  return layout;
}

/** The largest of the texts that are these words. */
function found(layout: Layout, text: string): TextItem | undefined {
  const all = layout.pages.flatMap(textsOf).filter((item) => item.text.trim() === text);
  return all.sort((a, b) => b.size - a.size)[0];
}

/** A skill's places by their kind: page and lines, or page and box. */
function skillOf(layout: Layout, id: string) {
  const fields = fieldsOf(layout);
  const evidence = fields.filter(({ field }) => field.id === `evidence/${id}`);
  return {
    evidence: evidence.map(({ page, height, pitch }) => [page, Math.round(height / pitch)]),
    boxes: fields.filter(({ field, option }) => field.id === `rating/${id}` && option?.startsWith('p')),
  };
}

describe('a skill in large print', () => {
  const layout = set([{ anchor: 200 }, { anchor: 200 }]);

  it('takes two pages: eleven lines under what is said and heard, as many again above the rating', () => {
    const { evidence, boxes } = skillOf(layout, 'a');
    const page = evidence[0]?.[0] ?? 0;
    expect(evidence.map(([p]) => p)).toEqual([page, page + 1]);
    for (const [, lines] of evidence) expect(lines).toBeGreaterThanOrEqual(10);
    expect(boxes.map((box) => box.page)).toEqual([page + 1, page + 1, page + 1, page + 1]);
    expect(skillOf(layout, 'b').evidence[0]?.[0]).toBe(page + 2);
  });

  it('begins its second page with its letter, its name and the step that goes on', () => {
    const page = (skillOf(layout, 'a').evidence[1]?.[0] ?? 0) as number;
    const texts = textsOf(layout.pages[page] ?? { width: 0, height: 0, items: [] }).map(({ text }) =>
      text.trim(),
    );
    expect(texts.slice(0, 6)).toEqual(['A', 'Skill a', 'continued', '3', 'Write', 'continued']);
  });

  it('has its scale upright, whole on one page', () => {
    const { boxes } = skillOf(layout, 'a');
    expect(new Set(boxes.map(({ x }) => x)).size).toBe(1);
    expect(boxes.map(({ y }) => y)).toEqual([...boxes.map(({ y }) => y)].sort((a, b) => a - b));
  });

  it.each([3, 5, 7])('does so with %i points too', (points) => {
    const { boxes } = skillOf(set([{ points }]), 'a');
    expect(boxes).toHaveLength(points);
    expect(new Set(boxes.map(({ page }) => page)).size).toBe(1);
  });

  it('is set in 14 pt, its question in 16, its name in 20; boxes of 7 and 5.6 mm, lines every 10', () => {
    expect(found(layout, 'Skill a')?.size).toBeCloseTo(20.2, 0);
    const sizes = layout.pages.flatMap(textsOf).filter(({ text }) => text.startsWith('“Agrees'));
    expect(Math.max(...sizes.map(({ size }) => size))).toBeCloseTo(16, 0);
    const { boxes } = skillOf(layout, 'a');
    for (const { height } of boxes) expect(height).toBeCloseTo(mm(7));
    const unsure = fieldsOf(layout).find(({ field }) => field.id === 'unsure/a');
    expect(unsure?.height).toBeCloseTo(mm(5.6));
    const anchors = layout.pages
      .flatMap(textsOf)
      .filter(({ x, text }) => x > mm(50) && text.startsWith('Agrees'));
    expect(anchors.length).toBeGreaterThan(4);
    for (const { size } of anchors) expect(size).toBe(14);
    for (const { pitch, height } of fieldsOf(layout)) if (height > mm(30)) expect(pitch).toBeCloseTo(mm(10));
  });
});

describe('large print', () => {
  it('has no text under 13 pt but the foot', () => {
    const { pages } = set([{}]);
    for (const page of pages) {
      const body = textsOf(page).filter(({ y }) => y < page.height - mm(30));
      for (const { size, text } of body) expect(size, text).toBeGreaterThanOrEqual(13);
    }
  });

  it('has what stands side by side one under the other, a section with its lines on one page', () => {
    const layout = set([{}]);
    const [strengths, concerns] = ['Strengths', 'Concerns'].map((text) => found(layout, text));
    expect(strengths?.x).toBe(concerns?.x);
    const places = fieldsOf(layout);
    for (const id of ['strengths', 'concerns'])
      expect(places.filter(({ field }) => field.id === id)).toHaveLength(1);
  });

  it('raises the foot where it needs more room, and takes it from the page', () => {
    const foot = (more: string) =>
      layoutOf(`---\nrubricate: 1\nfoot:\n  - "${more}"\n---\n\n# Title\n`, 'A4', large).pages[0];
    const top = (page: ReturnType<typeof foot>) =>
      Math.max(...(page?.items ?? []).map((item) => ('height' in item && item.type === 'rule' ? item.y : 0)));
    const cell = 'Northwind Skill Framework 1.0.0 and what it says of itself';
    expect(top(foot(cell))).toBeCloseTo(mm(278.5), 0);
    expect(top(foot(Array(8).fill(cell).join(' | ')))).toBeLessThan(mm(276));
  });

  it.each(['A4', 'Letter'])('holds every kind of skill, on %s', (paper) => {
    const long = 'Evaluation of retrieval-augmented generation in regulated industries';
    const kinds: readonly CardSkill[] = [
      ...[{ anchor: 300 }, { anchor: 900 }, { question: 0 }, { question: 500 }],
      ...[{ listen: 300 }, { name: long }, { points: 2 }, { lines: 20 }],
    ];
    for (const kind of kinds) {
      const { evidence, boxes } = skillOf(set([kind], paper), 'a');
      expect(evidence.length).toBeGreaterThan(0);
      const first = boxes[0]?.page ?? 0;
      // What is written stands above the rating.
      for (const [page] of evidence) expect(page).toBeLessThanOrEqual(first);
    }
  });
});
