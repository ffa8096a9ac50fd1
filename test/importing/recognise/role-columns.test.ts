/** Tables with a column for each role, in which nothing says a level. */
import { describe, expect, it } from 'vitest';
import { asked, found, refused, said } from '../draft-of.ts';

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;
const messages = (list: readonly { readonly message: string }[]) => list.map(({ message }) => message);

describe('a column for each role', () => {
  it('has texts, asked at one level that is told as a guess', async () => {
    const { draft, shape } = await found({
      'skills.csv': lines(
        'What we ask of each role,,,,',
        'Category,Skill,Backend Engineer,Data Scientist,Notes',
        'Tech,Python,,Writes analyses that others can repeat.,core',
        'Tech,SQL,Reads a plan of a query.,Writes queries over five tables.,',
        'People,Talking,Explains a fault to users.,n/a,in every loop',
        'People,Listening,,,',
      ),
    });
    expect(shape).toBe('ladder table');
    expect(draft.levels.map(({ name }) => name)).toEqual(['Standard']);
    expect(draft.roles.map(({ name, levels }) => [name, levels?.map(({ level }) => level)])).toEqual([
      ['Backend Engineer', ['standard']],
      ['Data Scientist', ['standard']],
    ]);
    expect(asked(draft)).toEqual({
      'python/data-scientist/standard': 'Writes analyses that others can repeat.',
      'sql/backend-engineer/standard': 'Reads a plan of a query.',
      'sql/data-scientist/standard': 'Writes queries over five tables.',
      'talking/backend-engineer/standard': 'Explains a fault to users.',
      'talking/data-scientist/standard': 'not-applicable',
    });
    const skills = new Map(draft.skills.map((skill) => [skill.name, skill]));
    expect(skills.get('Python')).toMatchObject({
      domain: 'Tech',
      notes: [{ kind: 'Notes', text: 'core' }],
    });
    expect(skills.get('Talking')?.notes).toEqual([{ kind: 'Notes', text: 'in every loop' }]);
    expect(messages(draft.guesses)).toContainEqual(expect.stringContaining('no level is named'));
    expect(messages(draft.skipped)).toEqual([
      '"What we ask of each role" above the table',
      '"Listening": nothing is said of it at any level',
    ]);
  });

  it.each([
    [
      'numbers',
      ['Go,3,1', 'SQL,,5'],
      'grade table',
      { 'go/test-engineer': '3', 'go/data-engineer': '1', 'sql/data-engineer': '5' },
    ],
    [
      'marks',
      ['Go,x,', 'SQL,x,x'],
      'required skills by level',
      { 'go/test-engineer': 'Go', 'sql/test-engineer': 'SQL', 'sql/data-engineer': 'SQL' },
    ],
    [
      'words for required',
      ['Go,Required,', 'SQL,Optional,Required'],
      'required skills by level',
      { 'go/test-engineer': 'Go', 'sql/test-engineer': 'SQL', 'sql/data-engineer': 'SQL' },
    ],
  ])('has %s', async (_, rows, shape, asks) => {
    const file = { 'a.csv': lines('Skill,Test Engineer,Data Engineer', ...rows) };
    const { draft, shape: own } = await found(file, { levels: [said('Senior')] });
    expect(own).toBe(shape);
    expect(asked(draft)).toEqual(
      Object.fromEntries(Object.entries(asks).map(([at, ask]) => [`${at}/senior`, ask])),
    );
    expect(draft.levels.map(({ name }) => name)).toEqual(['Senior']);
    expect(messages(draft.guesses).join()).not.toContain('no level is named');
  });

  it('says what is required by the marks', async () => {
    const { draft } = await found({ 'a.csv': lines('Skill,Test Engineer,QA Lead', 'Go,Optional,Required') });
    expect(
      draft.skills.flatMap(({ cells }) => cells.map(({ role, requirement }) => [role, requirement])),
    ).toEqual([
      ['test-engineer', 'optional'],
      ['qa-lead', 'required'],
    ]);
  });

  it('is one table in the report, however many roles', async () => {
    const { draft } = await found({
      'a.csv': lines('Skill,Test Engineer,Data Engineer,Web Designer', 'Go,3,1,2', 'CSS,1,,4'),
    });
    expect(draft.roles).toHaveLength(3);
    expect(draft.skills.map(({ grades }) => grades.map(({ name }) => name))).toEqual([
      ['1', '2', '3', '4'],
      ['1', '2', '3', '4'],
    ]);
  });

  it.each([
    ['roles down', ['Role,Go,SQL,Talking', 'Test Engineer,3,1,2', 'Data Engineer,1,3,2']],
    [
      'a role of a name that is not known',
      ['Skill,Barista,Shift Manager,Store Manager', 'Go,3,1,2', 'SQL,1,3,2'],
    ],
    ['names of teams', ['Skill,Backend,Frontend,Data', 'Go,3,1,2', 'SQL,1,3,2']],
  ])('has %s', async (_, rows) => {
    const { draft } = await found({ 'a.csv': lines(...rows) });
    const [head = '', ...body] = rows.map((row) => row.split(','));
    const turned = head[0] === 'Role';
    const roles = turned ? body.map(([role]) => role) : head.slice(1);
    expect(draft.roles.map(({ name }) => name)).toEqual(roles);
    expect(asked(draft)).toMatchObject({
      [`go/${draft.roles[0]?.id}/standard`]: '3',
      [`sql/${draft.roles[1]?.id}/standard`]: '3',
    });
  });

  it.each([
    ['amounts of things', ['Role,Total,Chairs,Lamps', 'Test Engineer,4,1,2', 'Data Engineer,1,3,2']],
    ['people and their roles', ['Name,Role,Go,SQL', 'Ada,Test Engineer,4,1', 'Bo,Data Engineer,1,3']],
  ])('is no framework where it has %s', async (_, rows) => {
    expect((await refused({ 'a.csv': lines(...rows) })).join()).toContain('not-a-framework');
  });

  it('is left out, and told, beside tables with levels', async () => {
    const { draft } = await found({
      'a.md': lines(
        '| Skill | Junior | Senior |',
        '|---|---|---|',
        '| Go | Reads it. | Writes it. |',
        '',
        '| Benefit | Test Engineer | Data Engineer |',
        '|---|---|---|',
        '| Desk | by the window | by the door |',
      ),
    });
    expect(draft.skills.map(({ name }) => name)).toEqual(['Go']);
    expect(messages(draft.skipped).join()).toContain('by the window');
  });

  it('is no framework where it says who is responsible for a task', async () => {
    const raci = lines('Task,Test Engineer,Data Engineer', 'Deploy,R,A/C', 'Watch,I,R');
    expect((await refused({ 'raci.csv': raci })).join()).toContain('responsible');
  });
});

describe('titles of several roles in one head', () => {
  it.each([
    ['bare and senior', 'Baker Engineer,Senior Baker Engineer,Data Scientist,Senior Data Scientist'],
    ['numbered', 'Web Engineer I,Web Engineer II,Data Scientist I,Data Scientist II'],
  ])('are told where they are taken for one ladder: %s', async (_, head) => {
    const { draft } = await found({ 'a.csv': lines(`Skill,${head}`, 'Go,1,3,,', 'SQL,1,2,2,3') });
    expect(messages(draft.guesses).join()).toContain('several roles');
    expect(messages(draft.guesses).join()).toContain('Data Scientist');
  });

  it('are no guess where each has its ladder, or all are of one role', async () => {
    for (const head of [
      'Junior Web Engineer,Senior Web Engineer,Junior Data Scientist,Senior Data Scientist',
      'Junior Dev,Developer,Senior Developer,Dev Lead',
      'Engineer,Senior Engineer,Staff Engineer,Engineering Manager',
    ]) {
      const { draft } = await found({ 'a.csv': lines(`Skill,${head}`, 'Go,1,3,1,2', 'SQL,1,2,2,3') });
      expect(messages(draft.guesses).join()).not.toContain('several roles');
    }
  });
});

describe('a skill of two roles', () => {
  it('keeps what each table says beside it, once where they say the same', async () => {
    const sheet = (role: string, about: string) =>
      lines(
        `# ${role}`,
        '',
        '| Skill | Description | Junior | Senior | Notes |',
        '|---|---|---|---|---|',
      ).concat(lines(`| Go | ${about} | Reads it. | Writes it. | core |`, ''));
    const { draft } = await found({
      'a.md': sheet('Test Engineer', 'How we test.') + sheet('Data Engineer', 'How we count.'),
    });
    expect(draft.roles.map(({ name }) => name)).toEqual(['Test Engineer', 'Data Engineer']);
    const [skill] = draft.skills;
    expect(draft.skills).toHaveLength(1);
    expect(skill?.summary).toBe('How we test.');
    expect(skill?.notes).toEqual([
      { kind: 'Notes', text: 'core' },
      { kind: 'Description', text: 'How we count.' },
    ]);
  });
});

describe('grades without numbers', () => {
  it('stand in the order of their words, wherever they are met first', async () => {
    const { draft } = await found({
      'a.csv': lines('Skill,Junior,Senior,Lead', 'Go,Working,Expert,Aware', 'SQL,Expert,Working,Aware'),
    });
    expect(draft.skills[0]?.grades.map(({ name }) => name)).toEqual(['Aware', 'Working', 'Expert']);
    expect(messages(draft.guesses).join()).not.toContain('the grades are');
  });

  it('stand as they are met where two words say the same, and that is told', async () => {
    const { draft } = await found({
      'a.csv': lines(
        'Skill,Junior,Senior',
        'Go,Skilled,Proficient',
        'SQL,Skilled,Proficient',
        'C,Skilled,Skilled',
      ),
    });
    expect(draft.skills[0]?.grades.map(({ name }) => name)).toEqual(['Skilled', 'Proficient']);
    expect(messages(draft.guesses).join()).toContain('the grades are');
  });
});
