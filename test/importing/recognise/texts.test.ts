/** Shapes of texts: headings, pages, topics, pages of one skill or role. */
import { describe, expect, it } from 'vitest';
import { asked, found, refused, said } from '../draft-of.ts';

describe('headings with levels below', () => {
  it('are skills, a file each; what has no level is told', async () => {
    const { draft } = await found(
      {
        '01. runs.md':
          '# Runs\nPlans and lists\n\n## Trainee\n- Reads\n- Knows:\n  - one\n\n## Junior\nRuns it.\n',
        '02. talks.md': '# Talks\n\n## Trainee\n- Says\n\n## Junior\n- Asks\n\n# Links\n\nMore of it.\n',
      },
      { role: said('Tester') },
    );
    expect(asked(draft)).toEqual({
      'runs/*/trainee': ['Reads', 'Knows:\n\none'],
      'runs/*/junior': 'Runs it.',
      'talks/*/trainee': ['Says'],
      'talks/*/junior': ['Asks'],
    });
    expect(draft.skills[0]?.summary).toBe('Plans and lists');
    expect(draft.skipped.map(({ message, place }) => `${place.line} ${message}`)).toEqual([
      '9 a text under "Links": nothing there is asked of a level',
    ]);
  });

  it('may be items, with what is asked after a colon', async () => {
    const { draft } = await found({
      'a.md':
        '# Data Analyst\n\n- Talks\n  - Junior: Tells it.\n  - Senior: Tells:\n    - all\n- Reads\n  - Junior: a\n  - Senior: b\n',
    });
    expect(draft.roles.map(({ name }) => name)).toEqual(['Data Analyst']);
    expect(asked(draft)['talks/*/junior']).toBe('Tells it.');
    expect(draft.skills.map(({ name }) => name)).toEqual(['Talks', 'Reads']);
  });
});

describe('a page for each level', () => {
  const page = (title: string, labels: Readonly<Record<string, string>>) =>
    `<html><h1>${title}</h1><p><strong>I do it as ${title} should all day.</strong></p><h2>🏆 Work</h2>${Object.entries(
      labels,
    )
      .map(([label, text]) => `<p><strong>${label}</strong>\n<em>about</em></p><ul><li>${text}</li></ul>`)
      .join('')}</html>`;

  it('has skills in the labels that recur, however they are spelt', async () => {
    const { draft } = await found({
      'one.html': page('IC1 Web Developer', { Scope: 'a', 'Team health': 'b', Speed: 'c' }),
      'two.html': page('IC2 Web Developer', { Scope: 'd', 'Team Health': 'e' }),
    });
    expect(asked(draft)).toEqual({
      'scope/*/ic1': ['a'],
      'scope/*/ic2': ['d'],
      'team-health/*/ic1': ['b'],
      'team-health/*/ic2': ['e'],
      'speed/*/ic1': ['c'],
    });
    expect(draft.roles).toMatchObject([
      {
        name: 'Web Developer',
        levels: [
          { title: 'IC1 Web Developer', summary: 'I do it as IC1 Web Developer should all day.' },
          { title: 'IC2 Web Developer' },
        ],
      },
    ]);
    expect(draft.skills.map(({ domain, summary }) => [domain, summary])).toEqual(
      Array(3).fill(['Work', 'about']),
    );
    expect(draft.guesses.map(({ message }) => message)).toEqual([
      '"Team Health" is "Team health" of another page',
      '"Speed" stands at IC1 alone: it is a skill of its own',
    ]);
  });

  it('is one skill where no label recurs', async () => {
    const { draft } = await found({
      'one.html': page('IC1 Web Developer', { 'Writes code': 'a' }),
      'two.html': page('IC2 Web Developer', { 'Plans code': 'b' }),
    });
    expect(draft.skills.map(({ name }) => name)).toEqual(['Expectations']);
    expect(asked(draft)['expectations/*/ic1']).toEqual({ text: 'Writes code\n\nabout', statements: ['a'] });
  });

  it('may be a heading, with labels or a table below', async () => {
    const labels =
      '# Data Analyst\n\n## Junior\n\nStarts.\n\n### Talks\n\nTells.\n\n### Reads\n\n- it\n\n## Senior\n\n### Talks\n\nLeads.\n\n### Reads\n\n- all\n';
    const table = (a: string, b: string) =>
      `| Area | We expect |\n|---|---|\n| Talks | ${a} |\n| Reads | ${b} |\n`;
    const tables = `# Data Analyst\n\n## Junior\n\nStarts.\n\n${table('Tells.', 'it')}\n## Senior\n\n${table('Leads.', 'all')}`;
    const first = await found({ 'a.md': labels });
    const second = await found({ 'a.md': tables });
    expect(asked(first.draft)).toEqual({
      'talks/*/junior': 'Tells.',
      'talks/*/senior': 'Leads.',
      'reads/*/junior': ['it'],
      'reads/*/senior': ['all'],
    });
    expect(Object.keys(asked(second.draft)).sort()).toEqual(Object.keys(asked(first.draft)).sort());
    for (const { draft } of [first, second])
      expect(draft.roles).toMatchObject([{ name: 'Data Analyst', levels: [{ summary: 'Starts.' }, {}] }]);
  });
});

describe('topics in front matter', () => {
  it('have criteria by level, from the level where they begin', async () => {
    const { draft } = await found({
      'a.md': [
        '---',
        'title: "🙂 Quality Analyst Framework"',
        'levels: 2',
        'topics:',
        '  - name: lead',
        '    title: "✨ Leading"',
        '    content:',
        '      - level: 2',
        '        criteria: [Helps]',
        '  - name: talk',
        '    title:',
        '    content:',
        '      - { level: 1, criteria: ["Says  it", Asks] }',
        '      - { level: 2, criteria: [Hears] }',
        '---',
        '# How it works',
        '',
        'So.',
      ].join('\n'),
    });
    expect(asked(draft)).toEqual({
      'lead/*/level-2': ['Helps'],
      'talk/*/level-1': ['Says  it', 'Asks'],
      'talk/*/level-2': ['Hears'],
    });
    expect(draft.levels.map(({ name }) => name)).toEqual(['Level 1', 'Level 2']);
    expect(draft.roles.map(({ name }) => name)).toEqual(['Quality Analyst']);
    expect(draft.skills.map(({ name }) => name)).toEqual(['Leading', 'Talk']);
    expect(draft.claims.map(({ what, count }) => [what, count])).toEqual([['levels', 2]]);
  });
});

describe('topics as a list of skills', () => {
  it('have a domain, and examples beside what is asked', async () => {
    const skill = (name: string, category: string) => ({
      ...{ id: name.toLowerCase(), title: name, category },
      levels: [
        { level: 'Junior', description: 'Begins it.', examples: ['One'] },
        { level: 'Senior', description: 'Leads it.' },
      ],
    });
    const text = JSON.stringify({ skills: [skill('Ropes', 'Deck'), skill('Oars', 'Boat')] });
    const { draft } = await found({ 'a.json': text }, { role: said('Sailor') });
    expect(asked(draft)).toMatchObject({ 'ropes/*/junior': 'Begins it.', 'oars/*/senior': 'Leads it.' });
    expect(draft.skills.map(({ domain, notes }) => [domain, notes])).toEqual([
      ['Deck', []],
      ['Boat', []],
    ]);
    expect(draft.skills[0]?.cells[0]?.notes).toEqual([{ kind: 'examples', text: 'One' }]);
  });
});

describe('a page of one skill', () => {
  const head = (date: string, words: readonly string[]) => [
    'Field',
    'Work & Play',
    'Profile',
    'ropes, knots, sails',
    ...words,
    'Work & Play',
    'Boats',
    date,
    'It grows from Junior to Senior.',
  ];
  const table = (word: string, ...rows: string[]) => [`| Role | ${word} | Text |`, '|---|---|---|', ...rows];
  const text = (
    date: string,
    words = ['Roles', '2', 'here', 'Levels', '3', 'a path', 'Needed', '3', 'the other 2 are not'],
  ) =>
    [
      ...head(date, words),
      ...table('Muss', '| Sailor | Ties sail knots. | |', '| Captain | Muss | Knows sail knots. |'),
      ...table('Muss', '| Sailor | Ties all. |', '| Captain | Muss | Shows all. |'),
      ...table('Muss', '| Captain | Muss | Makes new ones. |'),
    ].join('\n');

  it('has its levels in the order of its tables, and what is required by a word of any language', async () => {
    const { draft } = await found({ 'site-sail-knots.de.txt': text('17.3.2026') });
    expect(asked(draft)).toEqual({
      'sail-knots/sailor/junior': 'Ties sail knots.',
      'sail-knots/captain/junior': 'Knows sail knots.',
      'sail-knots/sailor/middle': 'Ties all.',
      'sail-knots/captain/middle': 'Shows all.',
      'sail-knots/captain/senior': 'Makes new ones.',
    });
    expect(draft.skills[0]).toMatchObject({
      name: 'Sail knots',
      domain: 'Work & Play',
      category: 'Boats',
      topics: ['ropes', 'knots', 'sails'],
      updated: '2026-03-17',
    });
    expect(draft.skills[0]?.cells.map(({ requirement }) => requirement)).toEqual([
      ...['optional', 'required', 'optional', 'required', 'required'],
    ]);
    expect(draft.claims.map(({ what, count }) => `${what} ${count}`)).toEqual([
      ...['roles 2', 'levels 3', 'required 3', 'optional 2'],
    ]);
  });

  it.each([
    ['3/17/2026', '2026-03-17'],
    ['22/2/2026', '2026-02-22'],
    ['2026/3/17', '2026-03-17'],
    ['3/4/2026', '2026-03-04'],
  ])('reads the date %s', async (date, iso) => {
    const { draft } = await found({ 'sail-knots.txt': text(date) });
    expect(draft.skills[0]?.updated).toBe(iso);
  });

  it('asks for its name where no file says it', async () => {
    expect(await refused({ '-': text('17.3.2026') })).toEqual([
      'unsaid-name: The page does not say the name of its skill',
    ]);
    const { draft } = await found({ '-': text('17.3.2026') }, { skill: said('Knots') });
    expect(draft.skills[0]?.name).toBe('Knots');
  });
});

describe('a page of one role', () => {
  it('has grades by letters, and says what was cut off', async () => {
    const { draft, problems } = await found({
      'role.txt': [
        'Boat Developer',
        'Builds boats',
        'Boat Developer is a role in the Sea Things family. It has 9 skills across 3 levels. 4 skills are mandatory.',
        'Focus',
        'Small boats.',
        'Large boats.',
        'All boats.',
        'Matrix',
        'Wood',
        '2 skills| Skills | Jun | Mid | Sen |',
        '|---|---|---|---|',
        '| Saws | A | W | A |',
        '| Glue | A | W | — |',
        'Sails',
        '1 skills| Skills | Jun | Mid | Sen |',
        '|---|---|---|---|',
        '| Sewing | W | A | E |',
        'Ropes',
        '1 skills| Skills | ',
      ].join('\n'),
    });
    expect(asked(draft)).toMatchObject({
      'saws/*/jun': 'awareness',
      'saws/*/sen': 'advanced',
      'glue/*/sen': 'not-applicable',
      'sewing/*/sen': 'expert',
    });
    expect(draft.skills.map(({ domain }) => domain)).toEqual(['Wood', 'Wood', 'Sails']);
    expect(draft.roles).toMatchObject([
      {
        name: 'Boat Developer',
        family: 'Sea Things',
        summary: 'Builds boats',
        levels: [{ summary: 'Small boats.' }, {}, {}],
      },
    ]);
    expect(draft.claims.map(({ what, count }) => `${what} ${count}`)).toEqual([
      'skills 9',
      'levels 3',
      'required 4',
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['cut-off']);
    expect(draft.skipped.map(({ message }) => message)).toContain('"Ropes": its table is cut off');
  });
});
