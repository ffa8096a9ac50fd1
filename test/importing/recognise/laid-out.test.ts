/** Several tables in one grid or workbook, and tables that explain or only ask: as people lay them out. */
import { describe, expect, it } from 'vitest';
import { asked, found } from '../draft-of.ts';
import { sheetOf, workbook } from '../read/workbooks.ts';

const messages = (list: readonly { readonly message: string }[]) => list.map(({ message }) => message);
const csv = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

describe('ladders of several roles in one file', () => {
  it('a sheet each: the same skills on each of them say so', async () => {
    const sheet = (role: string, who: string) =>
      sheetOf(
        role,
        [`${role} competencies`],
        [],
        ['Skill', 'Junior', 'Senior'],
        ['Kneading', `${who} kneads.`, `${who} teaches kneading.`],
        ['Selling', `${who} sells.`, `${who} sets prices.`],
      );
    const file = workbook({
      sheets: [sheetOf('Read me', ['Ask Lea.']), sheet('Bread Team', 'A'), sheet('Cake Team', 'B')],
    });
    const { draft, shape } = await found({ 'x.xlsx': file });
    expect(shape).toBe('ladder table');
    expect(draft.levels.map(({ name }) => name)).toEqual(['Junior', 'Senior']);
    expect(asked(draft)).toEqual({
      'kneading/bread-team/junior': 'A kneads.',
      'kneading/bread-team/senior': 'A teaches kneading.',
      'kneading/cake-team/junior': 'B kneads.',
      'kneading/cake-team/senior': 'B teaches kneading.',
      'selling/bread-team/junior': 'A sells.',
      'selling/bread-team/senior': 'A sets prices.',
      'selling/cake-team/junior': 'B sells.',
      'selling/cake-team/senior': 'B sets prices.',
    });
    expect(messages(draft.guesses)).toContain(
      'the sheets are roles: Bread Team, Cake Team (--sheet reads one alone)',
    );
    expect(messages(draft.skipped)).toContain(
      'the sheet "Read me": nothing there is asked of a level; left out: Ask Lea.',
    );
  });

  it('side by side, parted by an empty column or by a head that begins anew', async () => {
    const table = (gap: string) =>
      csv(
        `Skill,Baker,Senior Baker,${gap}Skill,Shop Manager,Senior Shop Manager`,
        `Kneading,Kneads.,Teaches it.,${gap}Hiring,Asks for help.,Hires.`,
        `Baking,Bakes.,Plans ovens.,${gap},,`,
      );
    for (const gap of ['', ',']) {
      const { draft } = await found({ 'x.csv': table(gap) });
      expect(asked(draft)).toEqual({
        'kneading/baker/baker': 'Kneads.',
        'kneading/baker/senior-baker': 'Teaches it.',
        'baking/baker/baker': 'Bakes.',
        'baking/baker/senior-baker': 'Plans ovens.',
        'hiring/shop-manager/shop-manager': 'Asks for help.',
        'hiring/shop-manager/senior-shop-manager': 'Hires.',
      });
    }
  });

  it('what stands above and beside them is kept', async () => {
    const { draft } = await found({
      'x.csv': csv(
        'Our bakery,,,,,',
        '2024,Bread,,,Cake,',
        'Skill,Junior,Senior,Remarks,Junior,Senior,Notes',
        'Kneading,a,b,ask Lea,c,d,ask Al',
      ),
    });
    expect(messages(draft.skipped)).toEqual(['"Our bakery" above the table', '"2024" above the table']);
    expect(draft.skills.map(({ notes }) => notes)).toEqual([
      [
        { kind: 'Remarks', text: 'ask Lea' },
        { kind: 'Notes', text: 'ask Al' },
      ],
    ]);
    const column = await found({
      'x.csv': csv('Our bakery,,,', 'Role,Skill,Junior,Senior', 'Baker,Kneading,a,b', ',Selling,c,d'),
    });
    expect(messages(column.draft.skipped)).toEqual(['"Our bakery" above the table']);
  });

  it.each([
    ['under the name of each', [',Bread,,Cake,', 'Skill,Junior,Senior,Junior,Senior']],
    ['with its name in each head', ['Skill,Junior Bread,Senior Bread,Junior Cake,Senior Cake']],
  ])('levels %s', async (_, head) => {
    const { draft } = await found({ 'x.csv': csv(...head, 'Kneading,a,b,c,d', 'Selling,e,f,,g') });
    expect(draft.levels.map(({ name }) => name)).toEqual(['Junior', 'Senior']);
    expect(asked(draft)).toEqual({
      'kneading/bread/junior': 'a',
      'kneading/bread/senior': 'b',
      'kneading/cake/junior': 'c',
      'kneading/cake/senior': 'd',
      'selling/bread/junior': 'e',
      'selling/bread/senior': 'f',
      'selling/cake/senior': 'g',
    });
  });

  it.each([
    [
      'levels across',
      [
        'Role,Skill,Junior,Senior',
        'Baker,Kneading,a,b',
        ',Selling,c,d',
        'Cook,Kneading,e,f',
        'Cook,Selling,g,h',
      ],
    ],
    [
      'levels down',
      [
        'Level,Role,Kneading,Selling',
        'Junior,Baker,a,c',
        'Senior,Baker,b,d',
        'Junior,Cook,e,g',
        'Senior,Cook,f,h',
      ],
    ],
  ])('a column that names the role of each row, %s', async (_, rows) => {
    const { draft } = await found({ 'x.csv': csv(...rows) });
    expect(draft.skills.map(({ domain }) => domain)).toEqual([null, null]);
    expect(asked(draft)).toEqual({
      'kneading/baker/junior': 'a',
      'kneading/baker/senior': 'b',
      'selling/baker/junior': 'c',
      'selling/baker/senior': 'd',
      'kneading/cook/junior': 'e',
      'kneading/cook/senior': 'f',
      'selling/cook/junior': 'g',
      'selling/cook/senior': 'h',
    });
  });
});

it('codes of two tracks stand on one ladder that forks: neither leads to the other', async () => {
  const { draft } = await found({ 'x.csv': csv('Skill,P2,P1,M1,M2', 'Scope,b,a,c,d', 'Impact,f,e,g,h') });
  expect(draft.levels.map(({ id, next }) => [id, next])).toEqual([
    ['p1', ['p2']],
    ['p2', []],
    ['m1', ['m2']],
    ['m2', []],
  ]);
  expect(messages(draft.guesses).join()).toContain('tracks of their own begin with P1 and M1');
});

describe('numbers as grades', () => {
  it('mean what a legend beside them says', async () => {
    const { draft, shape } = await found({
      'x.xlsx': workbook({
        sheets: [
          sheetOf('Matrix', ['Skill', 'Junior', 'Senior'], ['Kneading', '1', '3'], ['Selling', '2', '3']),
          sheetOf(
            'Legend',
            ['Score', 'Meaning'],
            ['1', 'Knows it.'],
            ['2', 'Does it.'],
            ['3', 'Teaches it.'],
          ),
        ],
      }),
    });
    expect(shape).toBe('grade table');
    expect(draft.skills[0]?.grades.map(({ name, text }) => [name, text])).toEqual([
      ['1', 'Knows it.'],
      ['2', 'Does it.'],
      ['3', 'Teaches it.'],
    ]);
    expect(draft.skipped).toEqual([]);
  });
});

describe('what stands beside the levels', () => {
  it('in the corner is no domain; rows of a name alone are', async () => {
    const { draft } = await found({
      'x.csv': csv('Handwerk,Junior,Senior', 'Teig,,', 'Kneten,a,b', 'Ruhen,c,d', 'Laden,,', 'Verkauf,e,f'),
    });
    expect(draft.skills.map(({ domain, category }) => [domain, category])).toEqual([
      ['Teig', null],
      ['Teig', null],
      ['Laden', null],
    ]);
  });

  it('under a second head is said of each level', async () => {
    const { draft } = await found({
      'x.csv': csv(
        'Skill,Junior,,Senior,,Remarks',
        ',What,Example,What,Example,',
        'Kneading,Kneads.,A loaf.,Teaches.,A class.,ask Lea',
        'Selling,Sells.,,,A list.,',
      ),
    });
    expect(
      draft.skills.map(({ name, notes, cells }) => [
        name,
        notes,
        cells.map((cell) => [cell.text, cell.notes]),
      ]),
    ).toEqual([
      [
        'Kneading',
        [{ kind: 'Remarks', text: 'ask Lea' }],
        [
          ['Kneads.', [{ kind: 'Example', text: 'A loaf.' }]],
          ['Teaches.', [{ kind: 'Example', text: 'A class.' }]],
        ],
      ],
      ['Selling', [{ kind: 'Example', text: 'A list.' }], [['Sells.', []]]],
    ]);
  });

  it('is no level, but a ladder may begin at its core', async () => {
    const { draft } = await found({
      'x.csv': csv('Skill,Core,Advanced,Expert,Status', 'Kneading,a,b,c,new'),
    });
    expect(draft.levels.map(({ name }) => name)).toEqual(['Core', 'Advanced', 'Expert']);
  });

  it('a long table beside a ladder is told by its beginning', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => `Person ${i},${i % 5}`);
    const { draft } = await found({
      'a.csv': csv('Skill,Junior,Senior', 'Kneading,Kneads it.,Teaches it.'),
      'b.csv': csv('Who,Kneading', ...rows),
    });
    expect(messages(draft.skipped).join()).toContain('and 202 more cells');
  });

  it('is kept where it stands between two of them; an empty column there parts nothing', async () => {
    const { draft } = await found({
      'x.csv': csv('Skill,Junior,Notes,Mid,,Senior,Lead', 'Kneading,a,ask Lea,b,,c,d', 'Selling,e,,f,,g,h'),
    });
    expect(draft.levels).toHaveLength(4);
    expect(draft.skills.map(({ notes, cells }) => [notes.length, cells.length])).toEqual([
      [1, 4],
      [0, 4],
    ]);
  });

  it('says weights and what is required; the rest are notes', async () => {
    const { draft } = await found({
      'x.csv': csv(
        'Bereich;Fähigkeit;Stufe 1;Stufe 2;Gewicht;Pflicht;Durchschnitt',
        'Teig;Kneten;a;b;30%;ja;1,5',
        ';Ruhen;c;-;;nein;',
      ),
    });
    expect(draft.levels.map(({ name }) => name)).toEqual(['Stufe 1', 'Stufe 2']);
    expect(
      draft.skills.map(({ name, domain, notes, cells }) => [
        [name, domain, notes.map(({ kind }) => kind)],
        cells.map(({ requirement, weight, hole }) => [requirement, weight, hole]),
      ]),
    ).toEqual([
      [
        ['Kneten', 'Teig', ['Durchschnitt']],
        [
          ['required', 0.3, null],
          ['required', 0.3, null],
        ],
      ],
      [
        ['Ruhen', 'Teig', []],
        [
          ['optional', null, null],
          ['unsaid', null, 'not-applicable'],
        ],
      ],
    ]);
  });

  it('rows that add up grades, or explain a level below the table, are no skills', async () => {
    const sums = await found({
      'x.csv': csv('Skill,Junior,Senior,Average', 'Go,1,3,2', 'SQL,2,3,2.5', 'Total,3,6,4.5'),
    });
    expect(sums.draft.levels).toHaveLength(2);
    expect(sums.draft.skills.map(({ name, grades }) => [name, grades.length])).toEqual([
      ['Go', 3],
      ['SQL', 3],
    ]);
    expect(messages(sums.draft.skipped)).toEqual(['"Total" adds up the rows above it']);
    const levels = await found({
      'x.csv': csv('Skill,Junior,Senior', 'Kneading,a,b', ',,', 'Junior,two years,'),
    });
    expect(levels.draft.skills.map(({ name }) => name)).toEqual(['Kneading']);
    expect(messages(levels.draft.skipped)).toEqual([
      '"Junior: two years": it is said of a level, and is no skill',
    ]);
  });
});

describe('skills that are only required', () => {
  it.each([
    ['by marks', ['Kneading,X,X', 'Selling,,X', 'Buying,,']],
    ['by words', ['Kneading,must have,must have', 'Selling,no,must have', 'Buying,,']],
  ])('%s: each is a skill, and its name all that is asked', async (_, rows) => {
    const { draft, shape } = await found({ 'x.csv': csv('Skill,Junior,Senior', ...rows) });
    expect(shape).toBe('required skills by level');
    expect(asked(draft)).toEqual({
      'kneading/*/junior': 'Kneading',
      'kneading/*/senior': 'Kneading',
      'selling/*/senior': 'Selling',
    });
    const cells = draft.skills.flatMap((skill) => skill.cells);
    expect(cells.every(({ requirement }) => requirement === 'required')).toBe(true);
    expect(messages(draft.skipped)).toEqual(['"Buying": it is asked at no level']);
  });

  it('what describes a skill is what is asked', async () => {
    const { draft } = await found({
      'x.csv': csv(
        'Skill,Description,Junior,Senior',
        'Kneading,Kneads.,optional,required',
        'Selling,Sells.,,must have',
      ),
    });
    expect(asked(draft)).toEqual({
      'kneading/*/junior': 'Kneads.',
      'kneading/*/senior': 'Kneads.',
      'selling/*/senior': 'Sells.',
    });
    expect(draft.skills[0]?.cells.map(({ requirement }) => requirement)).toEqual(['optional', 'required']);
  });
});
