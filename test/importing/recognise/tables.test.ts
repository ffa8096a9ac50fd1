/** Shapes of tables: texts, grades or marks by level; skills of roles. */
import { describe, expect, it } from 'vitest';
import { asked, found, refused, said } from '../draft-of.ts';

describe('a table of texts', () => {
  it('has its levels across; groups, holes and references are told apart', async () => {
    const { draft, shape } = await found({
      'ladder.md': [
        '# Tester',
        '',
        '| Skill | Description | Junior | Senior (IC4) | Weight |',
        '|---|---|---|---|---|',
        '| **Craft** | | | | |',
        '| Runs | How it is run | Runs a plan | - write it<br>- run it | 30% |',
        '| Finds | | - | See Junior | |',
        '| **People** | | | | |',
        '| Talks | | Says it. | ← | |',
      ].join('\n'),
    });
    expect(shape).toBe('ladder table');
    expect(asked(draft)).toEqual({
      'runs/*/junior': 'Runs a plan',
      'runs/*/senior': ['write it', 'run it'],
      'finds/*/junior': 'not-applicable',
      'finds/*/senior': 'junior',
      'talks/*/junior': 'Says it.',
      'talks/*/senior': 'junior',
    });
    expect(draft.skills.map(({ domain, summary }) => [domain, summary])).toEqual([
      ['Craft', 'How it is run'],
      ['Craft', null],
      ['People', null],
    ]);
    expect(draft.skills[0]?.cells.map(({ weight }) => weight)).toEqual([0.3, 0.3]);
    expect(draft.roles).toMatchObject([{ name: 'Tester', levels: [{ code: null }, { code: 'IC4' }] }]);
    expect(draft.guesses.map(({ message }) => message).join()).toContain('--role');
  });

  it('has lists that were typed into its cells', async () => {
    const { draft } = await found({
      'Baker.csv': 'Skill,Junior,Senior\nKneading,"• Kneads\n•Rests","Leads:\n- plans\n- checks"\n',
    });
    expect(asked(draft)).toEqual({
      'kneading/*/junior': ['Kneads', 'Rests'],
      'kneading/*/senior': { text: 'Leads:', statements: ['plans', 'checks'] },
    });
  });

  it('has its levels down, with codes; a table of titles says the spelling and the rank', async () => {
    const { draft } = await found({
      'ladder.md': [
        '# Levels',
        '',
        '| Maker | Code | M code | Leader |',
        '|---|---|---|---|',
        '| Developer 1 | D1 | | |',
        '| Developer 2 | D2 | M1 | Developer Manager 1 |',
        '| Senior Developer | D3 | M2 | Senior Developer Manager |',
        '',
        '- Developer 1 (D1): Does given tasks.',
        '',
        '## Makers',
        '',
        '| Craft | Developer 1 | Developer 2 | Senior Developer |',
        '|---|---|---|---|',
        '| Code | Writes it. | Reviews it. | Shapes it. |',
        '',
        '## Leaders',
        '',
        '| Level | Title | Hiring |',
        '|---|---|---|',
        '| M1 | Dev Manager 1 | Asks well. |',
        '| M2 | Senior Developer Manager | Plans it. |',
      ].join('\n'),
    });
    expect(draft.roles.map(({ name }) => name)).toEqual(['Developer', 'Developer Manager']);
    expect(draft.roles.map(({ levels }) => levels?.map(({ code }) => code))).toEqual([
      ['D1', 'D2', 'D3'],
      ['M1', 'M2'],
    ]);
    expect(draft.roles[0]?.levels?.[0]?.summary).toBe('Does given tasks.');
    expect(draft.levels.map(({ id, rank, next }) => [id, rank, next])).toEqual([
      ['developer-1', 1, ['developer-2']],
      ['developer-2', 2, ['senior-developer']],
      ['developer-manager-1', 2, ['senior-developer-manager']],
      ['senior-developer', 3, []],
      ['senior-developer-manager', 3, []],
    ]);
    expect(draft.guesses.map(({ message }) => message)).toEqual([
      '"Dev Manager 1" is "Developer Manager 1", as a table of titles spells M1',
    ]);
    expect(asked(draft)['hiring/developer-manager/developer-manager-1']).toBe('Asks well.');
  });

  it('is of the role that its heading names, where headings name several', async () => {
    const table = (text: string) =>
      `| Skill | Junior | Senior |\n|---|---|---|\n| Talks | ${text} a | ${text} b |\n`;
    const { draft } = await found({
      'a.md': `# All\n\n## Web Developer\n\n${table('web')}\n## Data Analyst\n\n${table('data')}`,
    });
    expect(asked(draft)).toEqual({
      'talks/web-developer/junior': 'web a',
      'talks/web-developer/senior': 'web b',
      'talks/data-analyst/junior': 'data a',
      'talks/data-analyst/senior': 'data b',
    });
  });

  it('takes names and order of levels from options, and says which do not fit', async () => {
    const files = { 'a.md': '| Skill | Junior | Senior |\n|---|---|---|\n| Talks | says it | hears it |\n' };
    const renamed = await found(files, { levels: [said('Explorer'), said('Guide')], role: said('Scout') });
    expect(asked(renamed.draft)).toEqual({ 'talks/*/explorer': 'says it', 'talks/*/guide': 'hears it' });
    expect(renamed.draft.roles.map(({ name }) => name)).toEqual(['Scout']);
    const turned = await found(files, { levelOrder: [said('Senior'), said('Junior')] });
    expect(turned.draft.levels.map(({ id }) => id)).toEqual(['senior', 'junior']);
    expect(await refused(files, { levels: [said('A'), said('B'), said('C')] })).toEqual([
      'unsaid-name: --levels names 3, the source has 2 levels',
    ]);
  });

  it('puts levels in the order of their words, and says so', async () => {
    const { draft } = await found({
      'a.csv': 'Skill,Senior,Junior,Principal\nTalks,says it well,says it,says it all\n',
    });
    expect(draft.levels.map(({ name }) => name)).toEqual(['Junior', 'Senior', 'Principal']);
    expect(asked(draft)['talks/*/junior']).toBe('says it');
    expect(draft.guesses.map(({ message }) => message).join()).toContain('--level-order');
  });
});

describe('a table of grades', () => {
  it('takes the words of a picture, and tells where its file says another', async () => {
    const image = (text: string, file: string) => `![${text}](./img/${file}.png)`;
    const { draft, shape } = await found({
      'grades.md': [
        '# Matrix',
        '## Frontend',
        '### Web',
        '| | Junior | Senior |',
        '|---|---|---|',
        `| Tests | ${image('Basic', 'basic')} | ${image('Expert', 'expert')} |`,
        `| Pages | | ${image('Expert', 'advanced')} |`,
        '### Safety',
        '| | Junior | Senior |',
        '|---|---|---|',
        `| Tests | ${image('Basic', 'basic')} | ${image('Advanced', 'advanced')} |`,
      ].join('\n'),
    });
    expect(shape).toBe('grade table');
    expect(asked(draft)).toEqual({
      'tests/*/junior': 'basic',
      'tests/*/senior': 'expert',
      'pages/*/senior': 'expert',
      'safety-tests/*/junior': 'basic',
      'safety-tests/*/senior': 'advanced',
    });
    expect(draft.skills[0]?.grades.map(({ id }) => id)).toEqual(['basic', 'advanced', 'expert']);
    expect(draft.roles.map(({ name }) => name)).toEqual(['Frontend']);
    expect(draft.guesses.map(({ message }) => message)).toContain(
      `"Pages": the picture's text says Expert, its file advanced; the text is taken`,
    );
  });
});

describe('statements with marks', () => {
  it('tell what stands beside them', async () => {
    const { draft } = await found({
      'x.csv': 'Area,Statement,Junior,Senior,Remarks\nDough,Weighs flour.,x,,with Lea\n,Plans doughs.,,x,\n',
    });
    expect(draft.skipped.map(({ message }) => message)).toEqual([
      '"with Lea" beside "Weighs flour.": it is no mark',
    ]);
  });

  it('are gathered by area and level; a blank area is the one above', async () => {
    const { draft, shape } = await found({
      'marks.md': [
        '**Developer Matrix – Design**',
        '',
        '| Area | Detail | Developer 1 (Green) | Developer 2 |',
        '|---|---|---|---|',
        '| **Plans** | Reads plans | ✅ | |',
        '| | Draws plans | | ✅ |',
        '| | Keeps plans | ✅ | |',
        '',
        '**What to show**',
        '',
        '- A drawing',
        '',
        '### Developer Matrix – Quality',
        '',
        '| Area | Detail | Developer 1 (Green) | Developer 2 |',
        '|---|---|---|---|',
        '| **Tests** | Writes tests | | x |',
        '',
        '**What to show**',
        '',
        '- A test',
      ].join('\n'),
    });
    expect(shape).toBe('statements with marks');
    expect(asked(draft)).toEqual({
      'plans/*/developer-1': ['Reads plans', 'Keeps plans'],
      'plans/*/developer-2': ['Draws plans'],
      'tests/*/developer-2': ['Writes tests'],
    });
    expect(draft.cumulative).toBe(true);
    expect(draft.roles[0]).toMatchObject({ name: 'Developer', levels: [{ summary: 'Green' }, {}] });
    expect(draft.domains.map(({ name, description }) => [name, description])).toEqual([
      ['Design', 'What to show\n\nA drawing'],
      ['Quality', 'What to show\n\nA test'],
    ]);
  });
});

describe('a table that says which role has which skill', () => {
  it('gives each role the texts of its skills; two of one name are two', async () => {
    const skill = (name: string, text: string) =>
      `### ${name}\n\n**Description:** About ${text}\n\n**Levels:**\n- **Level 1:**\n\n  ${text} a\n\n- **Level 2:**\n\n  ${text} b\n`;
    const { draft } = await found({
      'chart.md': [
        '| Skill | Designer | Analyst |',
        '|---|---|---|',
        '| **Data** | | |',
        '| [Reading](#reading) | x | |',
        '| [Reading](#reading) | | x |',
        '',
        '## Data',
        '',
        skill('Reading', 'first'),
        skill('Reading', 'second'),
      ].join('\n'),
    });
    expect(asked(draft)).toEqual({
      'reading/designer/level-1': 'first a',
      'reading/designer/level-2': 'first b',
      'data-reading/analyst/level-1': 'second a',
      'data-reading/analyst/level-2': 'second b',
    });
    expect(draft.skills.map(({ domain, summary }) => [domain, summary])).toEqual([
      ['Data', 'About first'],
      ['Data', 'About second'],
    ]);
    expect(
      draft.skills.every(({ cells }) => cells.every(({ requirement }) => requirement === 'required')),
    ).toBe(true);
  });
});

describe('what is no framework', () => {
  const table = (...rows: string[]) => ({
    'a.md': [rows[0], rows[0]?.replace(/[^|]+/g, '---'), ...rows.slice(1)].join('\n'),
  });
  it.each([
    ['people in rows', table('|Name|Go|SQL|', '|Ada Byron|x||', '|Alan Moore|x|x|'), 'people in rows'],
    [
      'people in columns',
      table('|Skill|Ada Byron|Alan Moore|', '|Go|1|2|', '|SQL|3|1|'),
      'people in columns',
    ],
    ['a price list', table('|What|Basic|Professional|', '|Price|$10|$20|', '|Seats|5|50|'), 'prices'],
    ['pay', table('|Level|Base|Bonus|', '|Junior|50,000|1,000|', '|Senior|90,000|9,000|'), 'pay'],
    ['titles', table('|Title|Level|', '|Junior Engineer|IC1|', '|Senior Engineer|IC3|'), 'titles'],
    [
      'a salary grid',
      table('|Level|Title|Min|Max|', '|L1|Junior Cook|30000|40000|', '|L2|Cook|40000|50000|'),
      'pay',
    ],
    [
      'a price list without a currency',
      table(
        '|Feature|Basic|Pro|Expert|',
        '|Seats|5|50|no limit|',
        '|Support|mail|chat|phone|',
        '|Price|9|29|99 a month|',
      ),
      'prices',
    ],
    ['a head count', table('|Team|Junior|Senior|', '|Kitchen|12|3|', '|Shop|4|1|'), 'amounts'],
    [
      'people by level',
      table('|Employee|Level|Go|', '|Ada Byron|Junior|1|', '|Al Moore|Senior|3|'),
      'people',
    ],
    [
      'grades of people',
      { 'a.csv': 'Skill,Ada,Al,Eve\nGo,Expert,Beginner,Expert\nSQL,Beginner,Expert,Novice\n' },
      'no levels',
    ],
    [
      'roles and amounts',
      table('|Item|Test Engineer|Data Engineer|', '|Desks|30|10|', '|Chairs|12|31|'),
      'are roles',
    ],
    ['weeks', table('|Task|Week 1|Week 2|', '|Plans|first of all|then the rest|'), 'no levels'],
    ['prose', { 'a.md': 'How we work.\n\nIt goes on.' }, 'prose'],
    [
      'an advertisement',
      { 'a.md': '# Senior Developer\n\nWe are looking for you.\n\n- Write\n' },
      'advertisement',
    ],
    [
      'links',
      { 'a.md': '- [a](http://a)\n- [b](http://b)\n- [c](http://c)\n- [d](http://d)\n- [e](http://e)\n' },
      'links',
    ],
  ])('%s: says what it looks like', async (_, files, words) => {
    const [problem, ...others] = await refused(files);
    expect(others).toEqual([]);
    expect(problem).toMatch(/^not-a-framework: /);
    expect(problem).toContain(words);
  });
});
