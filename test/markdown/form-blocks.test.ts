/** What a form’s marks mean: boxes, frames and tables, and the fields they give. */
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/markdown/document.ts';
import { parseDocument } from '../../src/markdown/parse.ts';

function parsed(text: string): Document {
  const document = parseDocument({ path: 'a.md', text });
  if (!document.ok) throw new Error(document.problems.map((p) => `${p.span.line} ${p.code}`).join('\n'));
  return document.value;
}

const blocks = (text: string): readonly Block[] => parsed(text).blocks;
const t = (text: string) => ({ type: 'text', text });

describe('choices and checks', () => {
  const list = '\n\n- [ ] **Yes.** It is\n- [X] **No**\n- [ ] none';

  it('name options in order, those off the rail last', () => {
    expect(blocks(`<!-- choice c "C" of=y,n off=z as=ruler required=yes -->${list}`)).toMatchObject([
      {
        ...{ type: 'choice', as: 'ruler', lead: null },
        field: { id: 'c', label: 'C', options: ['y', 'n', 'z'], off: ['z'], value: 'n', required: true },
        options: [
          { word: [t('Yes')], content: [t('It is')], box: { option: 'y', on: false } },
          { word: [t('No')], content: [], box: { option: 'n', on: true } },
          { word: [], content: [t('none')], box: { option: 'z' } },
        ],
      },
    ]);
  });

  it('are said by the word that opens their words, or by all of them', () => {
    const said = (text: string): readonly unknown[] =>
      blocks(text).flatMap((block) => ('options' in block ? block.options.map(({ box }) => box.said) : []));
    const because = '- [ ] Because: ____ <!-- field why -->';
    expect(said(`<!-- choice c of=y,n,z,w -->${list}\n${because}`)).toEqual(['Yes', 'No', 'none', 'Because']);
    expect(said('<!-- check sure "I am unsure" -->\n\n- [ ] unsure')).toEqual(['']);
    expect(said('<!-- check seen of=a,b -->\n\n- [ ] the dough\n- [ ] **Oven**')).toEqual([
      'the dough',
      'Oven',
    ]);
  });

  it.each([
    `**Which:** <!-- choice c of=y,n,z as=line -->${list}`,
    `**Which:**\n<!-- choice c of=y,n,z as=line -->${list}`,
    `**Which:**\n\n<!-- choice c of=y,n,z as=line -->${list}`,
  ])('stand in line with a label: %j', (text) => {
    expect(blocks(text)).toMatchObject([
      { type: 'choice', as: 'line', lead: [{ type: 'strong' }], field: { label: 'Which' } },
    ]);
  });

  it('keep the words before them where these stand in no line with them', () => {
    expect(blocks(`Tick all: <!-- check c of=y,n,z -->${list}`)).toMatchObject([
      { type: 'paragraph', content: [t('Tick all:')] },
      { type: 'check', field: { value: ['n'], label: 'Tick all' } },
    ]);
    expect(blocks(`Tick one <!-- choice c of=y,n,z as=line -->${list}`)).toMatchObject([
      { type: 'paragraph' },
      { type: 'choice', lead: null },
    ]);
  });

  it('are called by the heading over them when nothing nearer names them', () => {
    expect(parsed(`## Rating\n\n<!-- choice c of=y,n,z -->${list}`).fields[0]?.label).toBe('Rating');
    expect(parsed('<!-- check c -->\n\n- [x] I am **sure**').fields[0]).toMatchObject({
      ...{ id: 'c', label: 'I am sure', options: [], value: ['yes'] },
    });
  });

  it('hold fields and nested blocks', () => {
    const text =
      '<!-- choice c of=a,b -->\n\n- [ ] A: ____ <!-- field f -->\n- [ ] **B.**\n\n  words\n  - more';
    expect(blocks(text)).toMatchObject([
      {
        options: [
          { content: [t('A:'), t(' '), { type: 'field', field: { id: 'f' } }] },
          { word: [t('B')], blocks: [{ type: 'paragraph' }, { type: 'list' }] },
        ],
      },
    ]);
    expect(parsed(text).fields.map((f) => f.id)).toEqual(['c', 'f']);
  });
});

describe('cells', () => {
  it('part label, value and field', () => {
    const text =
      '<!-- cells 6 6 / 12 -->\n\n- Name: ____ <!-- field a -->\n- Level: **Senior**\n- **Bold:** ____ <!-- field b -->\n- words';
    expect(blocks(text)).toMatchObject([
      {
        pattern: [[6, 6], [12]],
        items: [
          { label: [t('Name')], content: [], field: { id: 'a', label: 'Name' } },
          { label: [t('Level')], content: [{ type: 'strong' }], field: null },
          { label: [{ type: 'strong', children: [t('Bold')] }], content: [], field: { id: 'b' } },
          { label: [t('words')], content: [] },
        ],
      },
    ]);
  });

  it.each([
    [
      'LLM&#58; tuning: ____ <!-- field f -->',
      { label: [t('LLM: tuning')], field: { label: 'LLM: tuning' } },
    ],
    ['LLM&#58; tuning', { label: [t('LLM: tuning')], content: [] }],
    ['LLM&colon; tuning: 4', { label: [t('LLM: tuning')], content: [t('4')] }],
    ['At: 10:30, &#58;', { label: [t('At')], content: [t('10:30, :')] }],
    ['**At:** 10:30', { label: [{ type: 'strong', children: [t('At')] }], content: [t('10:30')] }],
    ['**At&#58;** x', { label: [{ type: 'strong', children: [t('At:')] }, t(' x')], content: [] }],
    ['[a: b](/c) d: e', { label: [{ type: 'link' }, t(' d: e')], content: [] }],
    ['a:\n  b', { label: [t('a')], content: [t('b')] }],
    ['a: b <!-- lang de -->', { label: [t('a')], content: [{ type: 'foreign', children: [t('b')] }] }],
    ['a b <!-- lang de -->', { label: [{ type: 'foreign' }], content: [] }],
  ])('are parted at the first colon that the source writes: %j', (item, expected) => {
    expect(blocks(`<!-- cells 12 -->\n\n- ${item}`)).toMatchObject([{ items: [expected] }]);
  });

  it.each(['cells 6 6 -->\n\n<!-- check c of=a', 'check c of=a -->\n\n<!-- cells 6 6'])(
    'share their list with a check: %j',
    (marks) => {
      expect(blocks(`<!-- ${marks} -->\n\n- [x] A: ____ <!-- field f -->\n- Count: 3`)).toMatchObject([
        {
          type: 'cells',
          items: [
            { box: { option: 'a', on: true }, field: { id: 'f' } },
            { box: null, label: [t('Count')], content: [t('3')] },
          ],
        },
      ]);
    },
  );

  it.each(['Conflict: <!-- choice c of=a,b as=line -->', 'Conflict:\n  <!-- choice c of=a,b as=line -->'])(
    'hold a choice: %j',
    (item) => {
      expect(blocks(`<!-- cells 12 -->\n\n- ${item}\n  - [ ] a\n  - [x] b`)).toMatchObject([
        { items: [{ label: [t('Conflict')], choice: { field: { label: 'Conflict', value: 'b' } } }] },
      ]);
    },
  );
});

describe('tables', () => {
  it('make fields and boxes of the cells', () => {
    const text =
      '<!-- table x "X" | 6 1 1 | 4 rows=a,b cols=lo,hi,why lines=2+ small=1 ruled=why -->\n\n| S | Lo | Hi | Why |\n| - | :-: | -: | - |\n| **1** One<br>_help_ | [ ] | x | it<br>is \\| so |\n| Two | [ ] | [ ] | ____ |';
    const document = parsed(text);
    expect(document.blocks).toMatchObject([
      {
        ...{ widths: [6, 1, 1, 4], rules: [true, false, false, true, false], small: [1], ruled: [4] },
        heavy: null,
        align: ['left', 'center', 'right', 'left'],
        rows: [
          {
            lines: { count: 2, grow: true },
            cells: [{ key: '1' }, {}, { box: { option: 'hi', on: true } }, {}],
          },
          { lines: { count: 2, grow: true } },
        ],
      },
    ]);
    expect(document.fields).toMatchObject([
      { id: 'x/a', kind: 'choice', options: ['lo', 'hi'], value: 'hi', label: 'X, 1 One' },
      { id: 'x/a/why', value: 'it\nis | so', label: 'X, 1 One, Why' },
      { id: 'x/b', value: null },
      { id: 'x/b/why', value: '' },
    ]);
  });

  it('have columns under a heavy rule, row by row', () => {
    const text =
      '<!-- table heavy=2-3,-,3+1-2 -->\n\n| a | b | c |\n| - | - | - |\n| 1 | x | y |\n| 2 | x | y |\n| 3 | x | y |';
    expect(blocks(text)).toMatchObject([{ heavy: [[2, 3], [], [1, 2, 3]] }]);
  });

  it('have a key where words follow it; alone only a number is one', () => {
    const text =
      '| a | b |\n| - | - |\n| **SQL** | **SQL**<br>_x_ |\n| **1** | **12**<br>_x_ |\n| **A** x | __B__ `x` |\n| **&#83;QL** x | x **A** y |\n| **A**: x | **A**x y |';
    const [table] = blocks(text);
    const rows = table?.type === 'table' ? table.rows : [];
    expect(rows.map((row) => row.cells.map((cell) => cell.key))).toEqual([
      [null, null],
      ['1', '12'],
      ['A', 'B'],
      [null, null],
      [null, null],
    ]);
    expect(rows[0]?.cells[0]?.content).toEqual([{ type: 'strong', children: [t('SQL')] }]);
    expect(rows[1]?.cells[0]?.content).toEqual([]);
  });

  it.each([
    ['| **SQL** _2_ | |', [{ type: 'strong', children: [t('SQL')] }, t(' '), { type: 'emphasis' }]],
    ['| **7** | |', [{ type: 'strong', children: [t('7')] }]],
  ])('have a name and no key over a group: %s', (row, content) => {
    expect(blocks(`| A | B |\n| - | - |\n${row}`)).toMatchObject([
      { rows: [{ group: true, cells: [{ key: null, content }, {}] }] },
    ]);
  });

  it('have rows as groups, and helps, where they are no forms', () => {
    expect(blocks('| A | B |\n| - | - |\n| **G** _2_ | |\n| x<br>_y_ | z |')).toMatchObject([
      {
        ...{ id: null, widths: null },
        rows: [
          { group: true },
          { group: false, cells: [{ content: [t('x'), { type: 'break' }, { type: 'help' }] }, {}] },
        ],
      },
    ]);
  });

  it('leave out a column without an id, and number the others', () => {
    const table = '\n\n| A | B | C |\n| - | - | - |\n| a | ____ | x |';
    expect(parsed(`<!-- table t cols=v,- -->${table}`).fields.map((f) => f.id)).toEqual(['t/1/v']);
    expect(parsed(`<!-- table t -->${table}`).fields.map((f) => f.id)).toEqual(['t/1/1', 't/1/2']);
  });

  it('name the small fields in a cell by row and column too, unless their marks do', () => {
    const cell = 'before: ____ <!-- field b --><br>after: ____ <!-- field a "Afterwards" -->';
    const { fields } = parsed(
      `<!-- table t "Dough" 4 8 -->\n\n| | Evidence |\n| - | - |\n| Result | ${cell} |`,
    );
    expect(fields.map(({ label }) => label)).toEqual(['Dough, Result, Evidence, before', 'Afterwards']);
  });
});
