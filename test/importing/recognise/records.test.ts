/** Long records, in tables and as entries: columns, ladders of several roles, groups, holes, what has no place. */
import { describe, expect, it } from 'vitest';
import { asked, found, refused, said } from '../draft-of.ts';

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;
const named = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const messages = (list: readonly { readonly message: string }[]) => list.map(({ message }) => message);

describe('records in a table', () => {
  it('say what is asked of a role at a level, and whether it is required', async () => {
    const { draft, shape } = await found({
      'a.csv': lines(
        'Role,Level,Competency,Domain,Mandatory,Weight,Expectation',
        'Tester,Junior,Planning,Work,yes,30%,Plans a day.',
        'Tester,Senior,Planning,Work,no,"0,5",Plans a month.',
        'Tester,Senior,Talking,People,,,n/a',
      ),
    });
    expect(shape).toBe('long records');
    expect(asked(draft)).toEqual({
      'planning/tester/junior': 'Plans a day.',
      'planning/tester/senior': 'Plans a month.',
      'talking/tester/senior': 'not-applicable',
    });
    const cells = draft.skills.flatMap((skill) => skill.cells);
    expect(cells.map(({ requirement, weight }) => [requirement, weight])).toEqual([
      ['required', 0.3],
      ['optional', 0.5],
      ['unsaid', null],
    ]);
    expect(draft.skills.map(({ domain }) => domain)).toEqual(['Work', 'People']);
  });

  it('may have heads with a remark in brackets, and words of their own', async () => {
    const { draft } = await found({
      'a.csv': lines(
        'Job role,Seniority,Skill area,Skill,Proficiency (1-3),Must/Nice',
        'Baker,Junior,Dough,Kneading,1,Must',
        'Baker,Senior,Dough,Kneading,3,Nice',
      ),
    });
    expect(asked(draft)).toEqual({ 'kneading/baker/junior': '1', 'kneading/baker/senior': '3' });
    expect(draft.skills[0]?.domain).toBe('Dough');
    expect(draft.skills[0]?.cells.map(({ requirement }) => requirement)).toEqual(['required', 'optional']);
  });

  it('is required in German letters too; a word that says neither is told', async () => {
    const { draft } = await found({
      'a.csv': lines(
        'Rolle;Stufe;Fähigkeit;Beschreibung;Pflicht',
        'Bäcker;Junior;Kneten;Knetet den Teig und ruht ihn mit der Uhr.;N',
        'Bäcker;Senior;Kneten;Wählt den Teig für die Brote.;J',
        'Bäcker;Lead;Kneten;Setzt die Teige und die Mehle fest.;je nach Haus',
      ),
    });
    expect(draft.skills[0]?.cells.map(({ requirement }) => requirement)).toEqual([
      'optional',
      'required',
      'unsaid',
    ]);
    expect(draft.guesses.map(({ message }) => message)).toEqual([
      '"je nach Haus" under "Pflicht" says neither required nor optional: it is a note',
      'the language of the texts is "de", by their words',
    ]);
  });

  it('are of every role, or of those in a list; a name with a comma is one', async () => {
    const { draft } = await found({
      'a.csv': lines(
        'Role,Level,Skill,Text,Type',
        'All,Junior,Talking,One.,Core',
        '"Baker, Cook",Senior,Tasting,Two.,Core',
        'Baker,Junior,Kneading,Three.,Craft',
        'Baker,Senior,Kneading,Five.,Craft',
        '"Manager, Shop",Junior,Selling,Four.,Craft',
      ),
    });
    expect(draft.roles.map(({ name }) => name)).toEqual(['Baker', 'Manager, Shop', 'Cook']);
    expect(asked(draft)).toEqual({
      'talking/baker/junior': 'One.',
      'talking/manager-shop/junior': 'One.',
      'talking/cook/junior': 'One.',
      'tasting/baker/senior': 'Two.',
      'tasting/cook/senior': 'Two.',
      'kneading/baker/junior': 'Three.',
      'kneading/baker/senior': 'Five.',
      'selling/manager-shop/junior': 'Four.',
    });
    expect(JSON.stringify(draft).match(/"text":"Core"/g)).toHaveLength(2);
    expect(draft.guesses.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['"All" means every role', '"Baker, Cook" means 2 roles']),
    );
  });

  it('may have blank cells that mean as above, and rows that are groups', async () => {
    const { draft } = await found({
      'a.csv': lines(
        'Domain,Skill,Level,Text',
        'Work,,,',
        ',Planning,L1,One.',
        ',,L2,Two.',
        'People,,,',
        ',Talking,L1,Three.',
      ),
    });
    expect(asked(draft)).toEqual({
      'planning/team-member/l1': 'One.',
      'planning/team-member/l2': 'Two.',
      'talking/team-member/l1': 'Three.',
    });
    expect(draft.skills.map(({ domain }) => domain)).toEqual(['Work', 'People']);
  });

  it('that say one thing each make statements; typed lists too', async () => {
    const { draft } = await found({
      'a.csv': lines(
        'Skill,Level,Text',
        'Planning,L1,One.',
        'Planning,L1,Two.',
        'Planning,L2,"You:\n- plan\n- review\n  twice"',
        'Planning,L3,"First:\n- a\nThen:\n- b"',
      ),
    });
    expect(Object.values(asked(draft))).toEqual([
      ['One.', 'Two.'],
      { text: 'You:', statements: ['plan', 'review twice'] },
      'First:\n\n- a\n\nThen:\n\n- b',
    ]);
  });

  it('have their columns named by --map where words do not say it', async () => {
    const files = { 'a.csv': lines('Was,Wann,Wie', 'Planning,Junior,One.', 'Planning,Senior,Two.') };
    expect((await refused(files)).join()).toMatch(/^not-a-framework/);
    const map = (what: string, column: string) => ({ what: said(what), column: said(column) });
    const all = [map('skill', 'was'), map('level', 'Wann'), map('text', 'Wie')];
    expect(Object.keys(asked((await found(files, { map: all })).draft))).toHaveLength(2);
    expect(await refused(files, { map: [...all, map('role', 'Wer')] })).toEqual([
      'unsaid-name: the source has no column "Wer"',
    ]);
  });

  it('give notes to whom they belong', async () => {
    const { draft } = await found({
      'a.csv': lines(
        'Role,Kind of role,Level,Skill,Owner,Example,Text',
        'Tester,Quality,Junior,Planning,Ann,E1,One.',
        'Tester,Quality,Senior,Planning,Ann,E2,Two.',
        'Writer,Words,Junior,Planning,Ann,,Three.',
        'Writer,Words,Junior,Talking,Bob,E3,Four.',
      ),
    });
    expect(draft.roles.map(({ notes }) => notes)).toEqual([
      [{ kind: 'Kind of role', text: 'Quality' }],
      [{ kind: 'Kind of role', text: 'Words' }],
    ]);
    expect(draft.skills.map(({ notes }) => notes.map(({ text }) => text))).toEqual([['Ann'], ['Bob']]);
    expect(draft.skills.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes))).toEqual([
      { kind: 'example', text: 'E1' },
      { kind: 'example', text: 'E2' },
      { kind: 'example', text: 'E3' },
    ]);
  });

  it('of people and what they can do are none', async () => {
    const files = {
      'a.csv': lines('Employee,Skill,Level,Rating', 'Ann Day,Planning,Junior,3', 'Bob Hill,Talking,Senior,4'),
    };
    expect((await refused(files)).join()).toMatch(/^not-a-framework/);
  });

  it('are told where they have no skill or stand over the head', async () => {
    const { draft } = await found({
      'a.csv': lines('Our ladder,,', 'Skill,Level,Text', ',L1,Lost.', 'Planning,L1,One.', 'Planning,L2,Two.'),
    });
    expect(messages(draft.skipped)).toEqual([
      '"Our ladder" stands over the records',
      'a row without a skill',
    ]);
  });
});

describe('levels of records', () => {
  const table = (...levels: readonly string[]) =>
    lines('Skill,Level,Text', ...levels.map((level) => `Planning,${level},Does it ${level}.`));

  it('that are sorted by letters are put in order by their words, as a guess', async () => {
    const { draft } = await found({ 'a.csv': table('Lead', 'Junior', 'Principal', 'Senior') });
    expect(named(draft.levels)).toEqual(['junior', 'senior', 'lead', 'principal']);
    expect(messages(draft.guesses).join('\n')).toContain('--level-order');
  });

  it('are in the order that is said', async () => {
    const levelOrder = ['Two', 'One'].map(said);
    const { draft } = await found({ 'a.csv': table('One', 'Two') }, { levelOrder });
    expect(named(draft.levels)).toEqual(['two', 'one']);
  });

  const roles = lines(
    'Role,Role level,Skill,Skill level,Skill level description,Skill description',
    'Data engineer,Head of data engineering,Planning,Expert,Plans years.,To plan.',
    'Data engineer,Data engineer,Planning,Working,Plans weeks.,To plan.',
    'Data engineer,Senior data engineer,Planning,Working,Plans weeks.,To plan.',
    'Data writer,Data writer,Planning,Working,Plans weeks.,To plan well.',
    'Data writer,Trainee data writer,Planning,Awareness,Knows plans.,To plan.',
    'Chief,NOT IN USE,Planning,NOT IN USE,NOT IN USE,Plans for all.',
  );

  it('with the role in them stand on one ladder, under their own titles', async () => {
    const { draft } = await found({ 'a.csv': roles });
    expect(named(draft.levels)).toEqual(['trainee', 'mid-level', 'senior', 'head', 'single-level']);
    expect(draft.roles.map(({ levels }) => levels?.map(({ level, title }) => `${level}: ${title}`))).toEqual([
      ['mid-level: Data engineer', 'senior: Senior data engineer', 'head: Head of data engineering'],
      ['trainee: Trainee data writer', 'mid-level: Data writer'],
      ['single-level: Chief'],
    ]);
    expect(draft.levels.find(({ id }) => id === 'head')?.next).toEqual([]);
  });

  it('ask grades, whose texts stand once', async () => {
    const { draft } = await found({ 'a.csv': roles });
    const [skill] = draft.skills;
    expect(skill?.grades.map(({ id, text }) => `${id}: ${text}`)).toEqual([
      'awareness: Knows plans.',
      'working: Plans weeks.',
      'expert: Plans years.',
    ]);
    expect(asked(draft)).toMatchObject({
      'planning/data-engineer/senior': 'working',
      'planning/chief/single-level': 'Plans for all.',
    });
    expect(skill?.summary).toBe('To plan.');
    expect(skill?.notes).toEqual([{ kind: 'description', text: 'To plan well.' }]);
  });
});

describe('records as entries', () => {
  const yaml = lines(
    'name: Engineering',
    'summary: What engineers do.',
    'levels:',
    '  - { id: one, name: Engineer 1 }',
    '  - { id: two-ic, name: Engineer 2 (Maker) }',
    '  - { id: two-pm, name: Engineer 2 (Manager) }',
    '  - { id: three-ic, name: Engineer 3 (Maker) }',
    '  - { id: three-pm, name: Engineer 3 (Manager) }',
    'themes:',
    '  - { id: plan, name: Planning ahead, summary: To plan. }',
    'records:',
    ...['three-pm', 'three-ic', 'two-pm', 'two-ic', 'one'].map(
      (level) =>
        `  - { id: x-${level}, theme: plan, level: ${level}, summary: Does ${level}., proficiency: Expert }`,
    ),
  );

  it('refer to lists that declare levels and skills', async () => {
    const { draft } = await found({ 'a.yaml': yaml });
    expect(draft.skills.map(({ id, name, summary }) => ({ id, name, summary }))).toEqual([
      { id: 'plan', name: 'Planning ahead', summary: 'To plan.' },
    ]);
    expect(draft.roles.map(({ name, summary }) => ({ name, summary }))).toEqual([
      { name: 'Engineer', summary: 'What engineers do.' },
    ]);
    expect(messages(draft.skipped)).toEqual(['the ids of 5 records, which have no place in the data']);
    expect(draft.skills[0]?.cells[0]).toMatchObject({
      level: 'three-pm',
      text: 'Does three-pm.',
      grade: 'expert',
    });
  });

  it('stand on a ladder that forks', async () => {
    const { draft } = await found({ 'a.yaml': yaml });
    expect(draft.levels.map(({ id, rank, next }) => `${id} ${rank}: ${next?.join(' ')}`)).toEqual([
      'one 1: two-ic two-pm',
      'two-ic 2: three-ic',
      'two-pm 2: three-pm',
      'three-ic 3: ',
      'three-pm 3: ',
    ]);
    expect(messages(draft.guesses)[0]).toContain('forks');
  });
});
