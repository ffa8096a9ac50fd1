/** The compact theme: four skills on the two sides of one sheet where their texts allow, and nothing under what a pen and an eye need. */
import { beforeAll, describe, expect, it } from 'vitest';
import { generate, requestOf } from '../../src/generate.ts';
import type { Layout } from '../../src/layout/page.ts';
import { denser } from '../../src/layout/sheet.ts';
import { mm } from '../../src/layout/units.ts';
import { openProject, type Project } from '../../src/project/open.ts';
import { compact, laidOut, parsed } from '../pdf/documents.ts';
import { fieldsOf, outside, overlaps, struck, textsOf } from '../pdf/places.ts';
import { type CardSkill, card } from './card.ts';

function set(text: string, paper = 'A4'): { layout: Layout; codes: readonly string[] } {
  const checked = laidOut(text, paper, undefined, compact);
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join('\n'));
  return { layout: checked.value, codes: checked.problems.map(({ code }) => code) };
}

const four = (skill: CardSkill): string => card(Array.from({ length: 4 }, () => skill));

/** Lines to write on at the skills, in the order of the document. */
function linesOf(layout: Layout): readonly number[] {
  return fieldsOf(layout)
    .filter(({ field }) => field.id.startsWith('evidence/'))
    .map(({ height, pitch }) => Math.round(height / pitch));
}

/** Places of the boxes of a skill's rating, in millimetres from the left and the top. */
function boxes(layout: Layout, id: string): readonly (readonly number[])[] {
  return fieldsOf(layout)
    .filter(({ field, option }) => field.id === `rating/${id}` && option?.startsWith('p'))
    .map(({ x, y }) => [Math.round(x / mm(1)), Math.round(y / mm(1))]);
}

describe('four skills in the compact theme', () => {
  it('stand on two sides, with three lines to write on at each', () => {
    const { layout, codes } = set(four({ anchor: 200 }));
    expect([layout.pages.length, codes]).toEqual([2, []]);
    expect(layout.outline.filter(({ text }) => text.startsWith('Skill')).map(({ page }) => page)).toEqual([
      0, 0, 1, 1,
    ]);
    expect(linesOf(layout)).toHaveLength(4);
    for (const count of linesOf(layout)) expect(count).toBeGreaterThanOrEqual(3);
    expect([...overlaps(layout), ...struck(layout), ...outside(layout, compact.margin)]).toEqual([]);
  });

  it('say where they do not, and are set with more room then', () => {
    const { layout, codes } = set(four({ anchor: 200, listen: 110, question: 300 }));
    expect(layout.pages.length).toBeGreaterThan(2);
    expect(codes).toEqual(['more-than-two-sides']);
    const left = boxes(layout, 'a').map(([x]) => x);
    expect(new Set(left).size).toBe(4);
  });

  it('have their scale upright and their items in one line where only that brings them on the sheet', () => {
    const dense = boxes(set(four({ anchor: 200 })).layout, 'a');
    expect(new Set(dense.map(([x]) => x)).size).toBe(1);
    const roomy = boxes(set(card([{ anchor: 200 }, { anchor: 200 }])).layout, 'a');
    expect(new Set(roomy.map(([, y]) => y)).size).toBe(1);
  });

  it('have no text under 7.5 pt, and none that is needed for a judgement under 8.25', () => {
    const { layout } = set(four({ anchor: 200 }));
    const texts = layout.pages.flatMap(textsOf);
    expect(Math.min(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(7.5);
    const judged = texts.filter(({ text }) => text.startsWith('Agrees') || text.startsWith('“Agrees'));
    expect(judged.length).toBeGreaterThan(30);
    for (const { size } of judged) expect(size).toBeGreaterThanOrEqual(8.25);
  });

  it('have boxes of 3.5 mm at least, and 4.5 mm of height for the pen', () => {
    for (const { field, option, height } of fieldsOf(set(four({ anchor: 200 })).layout)) {
      if (option !== null) expect(height, field.id).toBeGreaterThanOrEqual(mm(3.5));
      else expect(height, field.id).toBeGreaterThanOrEqual(mm(4.4));
    }
  });

  it('are five no more, and nothing is said of one sheet', () => {
    expect(set(card(Array.from({ length: 5 }, () => ({ anchor: 300 })))).codes).toEqual([]);
    expect(set(`# A ladder\n\n${Array.from({ length: 300 }, () => 'text').join('\n\n')}`).codes).toEqual([]);
  });
});

describe('the rows of a sheet that would not hold its blocks', () => {
  it('give lists the width that writing had, from one column on, and nothing else', () => {
    const rows = parsed(card([{}])).blocks.flatMap((block) => (block.type === 'keep' ? [block] : []));
    const widths = (blocks: typeof rows) =>
      blocks.flatMap(({ blocks: inner }) => inner.flatMap((b) => (b.type === 'row' ? [b.widths] : [])));
    expect(widths(rows)).toEqual([
      [4, 8],
      [1.25, 6.75, 4],
      [4, 8],
      [4, 6, 2],
    ]);
    const dense = denser(rows).flatMap((block) => (block.type === 'keep' ? [block] : []));
    expect(widths(dense)).toEqual([
      [4, 8],
      [1.25, 5.75, 5],
      [6, 6],
      [4, 6, 2],
    ]);
  });
});

describe('the data that ships', () => {
  let project: Project;
  beforeAll(() => {
    const opened = openProject({ cwd: new URL('../..', import.meta.url).pathname, data: undefined });
    if (!opened.ok) throw new Error('the project does not open');
    project = opened.value;
  });

  it.each(['junior', 'middle', 'senior', 'lead', 'principal'])(
    'has its four cases of %s on one sheet of A4',
    async (level) => {
      const values = {
        kind: 'scorecard',
        role: 'llm-engineer',
        level,
        interview: 'cases',
        formats: ['md'],
      } as const;
      const made = await generate(project, [requestOf(values)]);
      if (!made.ok) throw new Error('not made');
      const { layout, codes } = set(new TextDecoder().decode(made.value[0]?.bytes));
      expect([layout.pages.length, codes]).toEqual([2, []]);
      for (const count of linesOf(layout)) expect(count).toBeGreaterThanOrEqual(3);
    },
  );
});
