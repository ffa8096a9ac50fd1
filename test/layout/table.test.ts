/** Tables as they are set: heavy rules over rows, the head said again, help and dashes in cells. */
import { describe, expect, it } from 'vitest';
import type { RuleItem, TextItem } from '../../src/layout/page.ts';
import { RULE } from '../../src/layout/rules.ts';
import { mm } from '../../src/layout/units.ts';
import { laidOut, layoutOf } from '../pdf/documents.ts';
import { outside, overlaps, struck, textsOf } from '../pdf/places.ts';

function ladder(heavy: readonly string[]): string {
  const rows = heavy.map((_, i) => `| Skill ${i + 1}<br>_From Two_ | one | _As Two._ | three | four |`);
  return `<!-- table 33 60 60 60 60 heavy=${heavy.join(',')} -->\n\n| | One<br>_help_ | Two | Three | Four |\n| - | - | - | - | - |\n${rows.join('\n')}\n`;
}

function itemsOf(text: string, page = 0): { rules: readonly RuleItem[]; texts: readonly TextItem[] } {
  const items = layoutOf(text, 'A4 landscape').pages[page]?.items ?? [];
  return {
    rules: items.filter((item) => item.type === 'rule'),
    texts: items.filter((item) => item.type === 'text').map((item) => ({ ...item, text: item.text.trim() })),
  };
}

/** Heavy rules in millimetres from the left margin, as [from, to]. */
function heavyRules(text: string): readonly (readonly number[])[] {
  const round = (points: number): number => Math.round(points / mm(1)) - 12;
  const { rules } = itemsOf(text);
  return rules
    .filter((rule) => rule.height === RULE.block)
    .map((rule) => [round(rule.x), round(rule.x + rule.width)]);
}

describe('a table with heavy columns', () => {
  it('has one bar over neighbouring columns, and a thin rule over each whole row', () => {
    const text = ladder(['3-5', '-', '2+4-5']);
    expect(heavyRules(text)).toEqual([
      [93, 273],
      [33, 93],
      [153, 273],
    ]);
    const thin = itemsOf(text).rules.filter((rule) => rule.height === RULE.row);
    expect(thin.map((rule) => Math.round(rule.width / mm(1)))).toEqual([273, 273, 273]);
  });

  it('has the rule over its row, in the middle of the bar', () => {
    const { rules, texts } = itemsOf(ladder(['2']));
    const name = texts.find((text) => text.text === 'Skill 1');
    const [thin, bar] = rules;
    expect(name?.y).toBeGreaterThan((bar?.y ?? 0) + RULE.block);
    expect((thin?.y ?? 0) + RULE.row / 2).toBeCloseTo((bar?.y ?? 0) + RULE.block / 2);
  });

  it('has a name and a help in each head and row, and holes in italics', () => {
    const { texts } = itemsOf(ladder(['2']));
    const style = (text: string): readonly unknown[] => {
      const found = texts.find((item) => item.text === text);
      return [found?.face, found?.size];
    };
    expect(style('One')).toEqual(['bold', 12]);
    expect(style('help')).toEqual(['regular', 8]);
    expect(style('Skill 1')).toEqual(['bold', 10]);
    expect(style('From Two')).toEqual(['regular', 8]);
    expect(style('one')).toEqual(['regular', 8.25]);
    expect(style('As Two.')).toEqual(['italic', 8.25]);
  });

  it('goes on with its names, and says their help once', () => {
    const { pages } = layoutOf(ladder(Array.from({ length: 40 }, () => '2-5')), 'A4 landscape');
    const count = (word: string) =>
      pages.map((page) => textsOf(page).filter(({ text }) => text.trim() === word).length);
    expect(count('One')).toEqual(pages.map(() => 1));
    expect(count('help')).toEqual(pages.map((_, i) => (i === 0 ? 1 : 0)));
  });

  it('goes on with its head, and never parts a row', () => {
    const text = ladder(Array.from({ length: 40 }, () => '2-5'));
    const { pages } = layoutOf(text, 'A4 landscape');
    expect(pages.length).toBeGreaterThan(1);
    const seen = pages.map((page) =>
      page.items.flatMap((item) => (item.type === 'text' ? [item.text.trim()] : [])),
    );
    for (const words of seen) {
      expect(words.filter((word) => word === 'Four')).toHaveLength(1);
      expect(words.filter((word) => word === 'four')).toHaveLength(words.filter((w) => w === 'one').length);
    }
    expect(seen.flat().filter((word) => word === 'four')).toHaveLength(40);
  });
});

describe('the columns of a table', () => {
  const table = (mark: string, count: number, cell: (i: number) => string) => {
    const row = (of: (i: number) => string) =>
      `| ${Array.from({ length: count }, (_, i) => of(i)).join(' | ')} |`;
    return `${mark}\n\n${row(cell)}\n${row(() => '-')}\n${row(cell)}\n`;
  };

  it('hold their longest word, whatever parts of the width they were given', () => {
    const text = table(
      '<!-- table 1 1 10 -->',
      3,
      (i) => ['Evidence', 'Consistently', 'a few words'][i] ?? '',
    );
    const set = laidOut(text, 'A4', undefined, { size: 14 });
    expect(set.problems).toEqual([]);
    const texts = set.ok ? set.value.pages.flatMap(textsOf).map((item) => item.text.trim()) : [];
    expect(texts).toEqual([
      'Evidence',
      'Consistently',
      'a few words',
      'Evidence',
      'Consistently',
      'a few words',
    ]);
  });

  it.each([2, 12, 20])('are %i, and no text stands over another', (count) => {
    const set = laidOut(
      table('', count, (i) => `Word${i}`),
      'A4',
    );
    expect(set.problems).toEqual([]);
    const layout = set.ok ? set.value : null;
    expect(layout && [...overlaps(layout), ...struck(layout), ...outside(layout)]).toEqual([]);
  });

  it('are a Problem where their letters do not fit', () => {
    const text = `# Title\n\n${table('', 60, (i) => `w${i}`)}`;
    const told = laidOut(text).problems.map(({ code, span, help }) => [code, span.line, help !== undefined]);
    expect(told).toEqual([['table-too-wide', 5, true]]);
  });

  it('show a page’s number once, however narrow they are', () => {
    const links = table('', 16, (i) => (i < 0 ? '' : '[page](#far)'));
    const more = Array.from({ length: 10 }, (_, i) => `<!-- page -->\n\n# Page ${i}`).join('\n\n');
    const layout = layoutOf(`# One\n${links}\n\n${more}\n\n<!-- page -->\n\n# Far\n`);
    const page = layout.pages[0];
    const words = page ? textsOf(page).map((item) => item.text.trim()) : [];
    expect(words.filter((word) => word === '12')).toHaveLength(32);
  });
});

describe('a title on wide paper', () => {
  const text = '# Role\n\nHow to read it.\n';
  const lead = (paper: string): TextItem | undefined =>
    layoutOf(text, paper).pages[0]?.items.find(
      (item) => item.type === 'text' && item.text.startsWith('How'),
    ) as TextItem | undefined;

  it('has its lead at the right edge, and under it on other paper', () => {
    const wide = lead('A4 landscape');
    expect((wide?.x ?? 0) + (wide?.width ?? 0)).toBeCloseTo(mm(12 + 273), 0);
    expect(lead('A4')?.x).toBeCloseTo(mm(12));
  });

  it('has it under it where the title leaves no room', () => {
    const words = 'How to read it, in a line of words that takes all the width it is given beside a title.';
    const long = layoutOf(
      `# ${'A very long title of a role '.repeat(2)}and of many more\n\n${words}\n`,
      'A4 landscape',
    );
    expect(overlaps(long)).toEqual([]);
  });
});

describe('the words of a cell', () => {
  it('have a help in small lines, 3.4 mm apart', () => {
    const { texts } = itemsOf('| a |\n| - |\n| word<br>_one two_<br>_three_ |');
    const [first, second] = ['one two', 'three'].map((text) => texts.find((item) => item.text === text));
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(mm(3.4));
  });

  it('hang where they are a list', () => {
    const long = 'many words that take more than the one line that they are given here';
    const { texts } = itemsOf(`<!-- table 30 243 -->\n\n| a | b |\n| - | - |\n| – ${long}<br>– short | x |`);
    const lines = texts
      .filter((item) => item.x < mm(40) && item.text !== 'a')
      .map((item) => [item.text, item.x]);
    const left = mm(12);
    expect(lines.length).toBeGreaterThan(3);
    for (const [text, x] of lines) {
      if (String(text).startsWith('–')) expect(x).toBeCloseTo(left);
      else expect(x).toBeGreaterThan(left + 3);
    }
  });
});
