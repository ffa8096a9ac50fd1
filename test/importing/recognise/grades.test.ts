/** Two steps: grades that are asked, and what they mean, in one source or in two. */
import { describe, expect, it } from 'vitest';
import { asked, found, said } from '../draft-of.ts';

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;
const messages = (list: readonly { readonly message: string }[]) => list.map(({ message }) => message);

const LIST = lines(
  'Skill name,Skill description,Awareness,Working,Expert,Roles that require the skill',
  'Planning,To plan.,"You can:\n- name plans",Plans many weeks.,This skill level is currently not defined.,"Tester, Writer"',
  'Talking,To talk.,Talks now and then.,Talks every week.,Teaches to talk.,Writer',
  'Leading,To lead.,,,,Chief',
);

describe('a list of skills with a text for each grade', () => {
  it('alone has its grades as levels, for the roles that need the skill', async () => {
    const { draft, shape } = await found({ 'skills.csv': LIST });
    expect(shape).toBe('skills with a text for each grade');
    expect(draft.levels.map(({ name }) => name)).toEqual(['Awareness', 'Working', 'Expert']);
    expect(draft.roles.map(({ name }) => name)).toEqual(['Tester', 'Writer', 'Chief']);
    expect(asked(draft)).toMatchObject({
      'planning/tester/awareness': 'awareness',
      'planning/writer/expert': 'not-defined',
      'talking/writer/expert': 'expert',
    });
    expect(draft.skills.map(({ grades }) => grades.map(({ text }) => text))).toEqual([
      ['You can:\n\n- name plans', 'Plans many weeks.', null],
      ['Talks now and then.', 'Talks every week.', 'Teaches to talk.'],
      [null, null, null],
    ]);
    expect(draft.skills[2]?.summary).toBe('To lead.');
  });

  it('beside records gives the texts of what they ask', async () => {
    const records = lines(
      'Role,Role level,Skill,Skill level',
      'Tester,Junior tester,Planning,Awareness',
      'Tester,Senior tester,Planning,Working',
    );
    const { draft, shape } = await found({ 'skills.csv': LIST, 'roles.csv': records });
    expect(shape).toBe('grades and requirements');
    expect(draft.roles.map(({ name }) => name)).toEqual(['Tester']);
    expect(draft.skills.map(({ id }) => id)).toEqual(['planning', 'talking', 'leading']);
    expect(asked(draft)).toEqual({
      'planning/tester/junior-tester': 'awareness',
      'planning/tester/senior-tester': 'working',
    });
    expect(draft.skills[0]?.cells[0]?.requirement).toBe('required');
    expect(draft.skills[0]?.grades[1]?.text).toBe('Plans many weeks.');
    expect(messages(draft.skipped).join()).toContain('Writer, Chief');
  });

  it('beside a table of grades by level gives its texts', async () => {
    const table = lines('Skill,Junior,Senior', 'Planning,Awareness,Working', 'Talking,Working,Expert');
    const list = lines(
      'Skill,Awareness,Working,Expert',
      ...['Planning', 'Talking'].map(
        (skill) => `${skill},Knows what ${skill} is.,Works with ${skill} daily.,Teaches ${skill} to all.`,
      ),
    );
    const { draft, shape } = await found({ 'a.csv': table, 'b.csv': list }, { role: said('Tester') });
    expect(shape).toBe('grades and requirements');
    expect(draft.levels.map(({ name }) => name)).toEqual(['Junior', 'Senior']);
    const [skill] = draft.skills;
    expect(skill?.cells.map(({ level, grade }) => `${level}: ${grade}`)).toEqual([
      'junior: awareness',
      'senior: working',
    ]);
    expect(skill?.grades.map(({ text }) => text)).toContain('Works with Planning daily.');
  });

  it('keeps two texts for one grade, and says so', async () => {
    const records = lines(
      'Role,Role level,Skill,Skill level,Skill level description',
      'Tester,Junior,Planning,Working,Plans otherwise.',
      'Tester,Senior,Talking,Expert,Teaches to talk.',
    );
    const { draft } = await found({ 'skills.csv': LIST, 'roles.csv': records });
    expect(draft.skills[0]?.notes).toEqual([{ kind: 'description of Working', text: 'Plans otherwise.' }]);
    expect(draft.skills[1]?.notes).toEqual([]);
    expect(messages(draft.guesses).join('\n')).toContain('"Planning" at Working has two texts');
  });
});

describe('grades as keys', () => {
  const config = lines(
    'roles:',
    '  - { id: data_writer, name: Data Writer, short: DW }',
    '  - { id: tester, name: Tester }',
    'career_levels:',
    '  - { id: junior, name: Junior, description: Learns. }',
    '  - { id: senior, name: Senior }',
    'skill_levels:',
    '  usual:',
    '    - { level: 0, name: Nothing }',
    '    - { level: 1, name: A little }',
    '  more:',
    '    - { level: 2, name: Much, description: For every skill. }',
    'colors: { red: FF0000 }',
  );
  const skills = lines(
    'category: { id: work, name: Work }',
    'skills:',
    '  - id: planning_ahead',
    '    name: Planning',
    '    description: To plan.',
    '    core_roles: [tester]',
    '    levels:',
    '      data_writer: [NC, 1]',
    '      tester: [1, 2]',
    '    level_descriptions:',
    '      0: Knows nothing of it yet.',
    '      1: Plans a day with help.',
    '      2: Plans a year for others.',
    '    behavioral_indicators:',
    '      1: [Asks for a plan, Keeps it]',
    '    resources:',
    '      - { title: A book, url: "https://example.org" }',
  );

  it('are asked by the role’s list, with names from the lists that declare them', async () => {
    const { draft, shape } = await found({ 'config.yaml': config, 'work.yaml': skills });
    expect(shape).toBe('grades and requirements');
    expect(draft.levels.map(({ id, summary }) => ({ id, summary }))).toEqual([
      { id: 'junior', summary: 'Learns.' },
      { id: 'senior', summary: null },
    ]);
    expect(draft.roles.map(({ id, name }) => `${id}: ${name}`)).toEqual([
      'data-writer: Data Writer',
      'tester: Tester',
    ]);
    expect(asked(draft)).toEqual({
      'planning-ahead/data-writer/junior': 'not-applicable',
      'planning-ahead/data-writer/senior': '1',
      'planning-ahead/tester/junior': '1',
      'planning-ahead/tester/senior': '2',
    });
    const [skill] = draft.skills;
    expect(skill?.domain).toBe('Work');
    expect(skill?.grades.map(({ name }) => name)).toEqual(['Nothing', 'A little', 'Much']);
    expect(skill?.cells.map(({ requirement }) => requirement)).toEqual([
      'unsaid',
      'optional',
      'required',
      'required',
    ]);
  });

  it('keep what stands beside them, and tell the rest', async () => {
    const { draft } = await found({ 'config.yaml': config, 'work.yaml': skills });
    expect(draft.skills[0]?.notes).toEqual([
      { kind: 'behavioral indicators (1)', text: 'Asks for a plan' },
      { kind: 'behavioral indicators (1)', text: 'Keeps it' },
      { kind: 'resources', text: 'A book, https://example.org' },
    ]);
    expect(messages(draft.skipped)).toEqual([
      'short of "Data Writer": DW',
      'what "Much" means for every skill: For every skill.',
      '"colors": nothing there is asked of a level',
    ]);
  });
});
