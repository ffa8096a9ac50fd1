/** Pages as handbooks and wikis have them. */
import { describe, expect, it } from 'vitest';
import { asked, found, refused, said } from '../draft-of.ts';

describe('the level without a word', () => {
  it.each([
    [
      'by its code',
      'Quality Engineer (IC2)',
      'Senior Quality Engineer (IC3)',
      'Staff Quality Engineer (IC4)',
    ],
    ['by the role of the others', 'Buyer', 'Senior Buyer', 'Lead Buyer'],
    ['by the role of one other', 'Nurse', 'Head Nurse'],
    ['by the role and a number', 'Nurse I', 'Nurse II', 'Head Nurse'],
  ])('is one of the ladder %s', async (_, ...names) => {
    const body = names.map((name, i) => `## ${name}\n\n- Does part ${i}\n`).join('\n');
    const { draft } = await found({ 'path.md': `# Growing\n\nRead it.\n\n${body}\n## Questions\n\nAsk.\n` });
    const bare = names.map((name) => name.replace(/ \(.*/, ''));
    expect(draft.levels.map(({ name }) => name)).toEqual(bare);
    // "Buyer, Senior Buyer" nobody says.
    expect(draft.roles[0]?.levels?.map(({ title }) => title)).toEqual(bare);
    const codes = names.map((name) => /\((.*)\)/.exec(name)?.[1] ?? null);
    expect(draft.roles[0]?.levels?.map(({ code }) => code)).toEqual(codes);
    expect(Object.values(asked(draft))).toEqual(names.map((_name, i) => [`Does part ${i}`]));
  });

  it.each(['CAREER LADDER', 'Buyer career path', 'Buyer'])('has one skill under "%s"', async (title) => {
    const { draft } = await found({ 'a.md': `# ${title}\n\n## Buyer\n\nBuys.\n\n## Lead Buyer\n\nLeads.\n` });
    expect(draft.skills.map(({ name }) => name)).toEqual(['Expectations']);
    expect(draft.guesses.map(({ message }) => message)).toContain(
      `"${title}" names no skill: what is asked is one skill, "Expectations" (--skill names it)`,
    );
  });

  it('is no label of another kind', async () => {
    const { draft } = await found(
      { 'a.md': '# Buyer\n\nBuys.\n\n## Senior Buyer\n\nBuys more.\n\n## Lead Buyer\n\nLeads.\n' },
      { role: said('Buyer') },
    );
    expect(draft.levels.map(({ name }) => name)).toEqual(['Senior Buyer', 'Lead Buyer']);
  });
});

describe('a file for each level', () => {
  const files = {
    'README.md': '# Levels\n\nWe have [some](1-junior.md).\n',
    '1-junior.md': '# Junior Engineer\n\nLearns.\n\n## Code\n\n- Writes\n\n## Team\n\n- Hears\n',
    '2-mid.md': '# Mid-level Engineer\n\n## Code\n\n- Plans\n\n## Team\n\n- Says\n',
  };
  const all = {
    'code/*/junior': ['Writes'],
    'code/*/mid-level': ['Plans'],
    'team/*/junior': ['Hears'],
    'team/*/mid-level': ['Says'],
  };

  it('may have an overview beside it, of which is told', async () => {
    const { draft } = await found(files);
    expect(asked(draft)).toEqual(all);
    expect(draft.roles).toMatchObject([{ name: 'Engineer', levels: [{ summary: 'Learns.' }, {}] }]);
    expect(draft.skipped.map(({ message }) => message)).toContain(
      'a text under "Levels": nothing there is asked of a level',
    );
  });

  it('may be a list alone, and be called as the role is', async () => {
    const { draft } = await found({
      'cook.md': '# Cook\n\n- Cooks\n',
      'junior.md': '# Junior Cook\n\n- Cuts\n- Washes\n',
      'senior.md': '# Senior Cook\n\nLeads.\n\n- Buys\n',
    });
    expect(draft.levels.map(({ name }) => name)).toEqual(['Junior', 'Mid-level', 'Senior']);
    expect(asked(draft)).toEqual({
      'expectations/*/mid-level': ['Cooks'],
      'expectations/*/junior': ['Cuts', 'Washes'],
      'expectations/*/senior': ['Buys'],
    });
    const titles = ['Junior Cook', 'Cook', 'Senior Cook'];
    expect(draft.roles[0]?.levels?.map(({ title }) => title)).toEqual(titles);
    expect(draft.roles).toMatchObject([{ name: 'Cook', levels: [{}, {}, { summary: 'Leads.' }] }]);
    expect(draft.guesses.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'the level that is called as its role alone is "Mid-level"',
        expect.stringMatching(/^the levels are, lowest first, by their words: Junior, Mid-level, Senior/),
      ]),
    );
  });

  it('need not say the role', async () => {
    const bare = Object.entries(files).map(([path, text]) => [path, text.replace(' Engineer', '')]);
    const { draft } = await found(Object.fromEntries(bare), { role: said('Engineer') });
    expect(asked(draft)).toEqual(all);
    expect(draft.roles.map(({ name }) => name)).toEqual(['Engineer']);
  });
});

describe('labels that are all of one depth', () => {
  const bySkill = ['Intro', 'Code', 'Junior', 'Senior', 'Team', 'Junior', 'Senior', 'Questions'];
  const byLevel = ['Intro', 'Junior', 'Code', 'Team', 'Senior', 'Code', 'Team', 'Questions'];
  const asHeadings = (names: readonly string[]) =>
    names.map((name, i) => `## ${name}\n\n- part ${i}\n`).join('\n');
  const asBold = (names: readonly string[]) =>
    `<style>.c1{font-size:9pt}.c2{font-weight:700}</style>${names
      .map((name, i) => `<p class="c1"><span class="c2">${name}</span></p><ul><li>part ${i}</li></ul>`)
      .join('')}`;

  it.each([
    ['headings, a skill and its levels', { 'a.md': asHeadings(bySkill) }, [2, 3, 5, 6]],
    ['headings, a level and its skills', { 'a.md': asHeadings(byLevel) }, [2, 5, 3, 6]],
    ['bold words by a style sheet', { 'a.html': asBold(byLevel) }, [2, 5, 3, 6]],
    ['bold words, a skill and its levels', { 'a.html': asBold(bySkill) }, [2, 3, 5, 6]],
  ])('are nested by what recurs: %s', async (_, files, parts) => {
    const { draft } = await found(files as unknown as Record<string, string>, { role: said('Builder') });
    expect(asked(draft)).toEqual({
      'code/*/junior': [`part ${parts[0]}`],
      'code/*/senior': [`part ${parts[1]}`],
      'team/*/junior': [`part ${parts[2]}`],
      'team/*/senior': [`part ${parts[3]}`],
    });
    const told = draft.skipped.map(({ message }) => message);
    expect(told).toContain('a text under "Intro": nothing there is asked of a level');
    expect(told).toContain('a text under "Questions": nothing there is asked of a level');
  });
});

describe('the role of a ladder', () => {
  it('is what a title says more exactly than the levels do', async () => {
    const level = (name: string, text: string) =>
      `## ${name}\n\n### Code\n\n${text}\n\n### Team\n\n${text}\n`;
    const text = `# Growth of Site Reliability Engineers\n\n${level('L1 Engineer', 'Runs.')}\n${level('L2 Engineer', 'Plans.')}`;
    const { draft } = await found({ 'a.md': text });
    expect(draft.roles.map(({ name }) => name)).toEqual(['Site Reliability Engineer']);
    expect(draft.guesses.map(({ message }) => message)).toContain(
      'the role is "Site Reliability Engineer", as a title says it (--role says another)',
    );
  });

  it('keeps the code of levels that have one name', async () => {
    const { draft } = await found({
      'a.md': '# Nurse\n\n- Talks\n  - Nurse (IC1): Asks.\n  - Nurse (IC2): Says.\n',
    });
    expect(draft.levels.map(({ name }) => name)).toEqual(['Nurse (IC1)', 'Nurse (IC2)']);
  });
});

describe('what can be unfolded', () => {
  it('is a heading with what it hides, in a list too', async () => {
    const level = (name: string, does: string) =>
      `<ul class="toggle"><li><details open><summary>${name}</summary><ul><li>${does}</li></ul><ul><li>Reads</li></ul></details></li></ul>`;
    const fold = (name: string, does: string) =>
      `<details>\n<summary>${name}</summary>\n\n### Text\n\n- ${does}\n\n### Talk\n\n- Says\n\n</details>\n`;
    const folds = await found({
      'a.md': `# Levels\n\n${fold('PM I', 'Writes')}\n${fold('Senior PM', 'Plans')}`,
    });
    expect(asked(folds.draft)).toEqual({
      'text/*/pm-i': ['Writes'],
      'text/*/senior-pm': ['Plans'],
      'talk/*/pm-i': ['Says'],
      'talk/*/senior-pm': ['Says'],
    });
    const html = `<h1>Content ladder</h1>${level('Junior Writer', 'Writes')}${level('Senior Writer', 'Plans')}`;
    const { draft } = await found({ 'a.html': html });
    expect(draft.roles.map(({ name }) => name)).toEqual(['Writer']);
    expect(asked(draft)).toEqual({
      'expectations/*/junior-writer': ['Writes', 'Reads'],
      'expectations/*/senior-writer': ['Plans', 'Reads'],
    });
  });
});

describe('a table for each skill', () => {
  const table = (text: string) =>
    `| Level | What it looks like |\n|---|---|\n| Junior | ${text} |\n| Senior | ${text} more |\n`;

  it.each([
    ['under a heading', { 'a.md': `# Guide\n\n## Code\n\n${table('Writes')}\n## Team\n\n${table('Says')}` }],
    ['in a file', { 'code.md': `# Code\n\n${table('Writes')}`, 'team.md': `# Team\n\n${table('Says')}` }],
  ])('is called as what stands over it, %s', async (_, files) => {
    const { draft } = await found(files as unknown as Record<string, string>, { role: said('Builder') });
    expect(asked(draft)).toEqual({
      'code/*/junior': 'Writes',
      'code/*/senior': 'Writes more',
      'team/*/junior': 'Says',
      'team/*/senior': 'Says more',
    });
    expect(draft.domains).toEqual([]);
    expect(draft.guesses.map(({ message }) => message)).toContain(
      'each table is a skill, called as what stands over it: all have "What it looks like" alone',
    );
  });
});

describe('tables beside a ladder', () => {
  it('say titles by their codes; what else they hold is told', async () => {
    const { draft } = await found({
      'a.md': [
        '# Boats\n\n| Level | Title | Scope |\n|---|---|---|',
        '| D1 | Associate Boat Designer | A part |\n| D2 | Boat Designer | A boat |\n',
        '| Word | Meaning |\n|---|---|\n| Hull | What floats, mostly, as we say it here |\n',
        '| Skill | D1 Associate | D2 Designer |\n|---|---|---|',
        '| Drawing | Draws what was drawn before. | Draws new lines. |\n',
      ].join('\n'),
    });
    expect(draft.levels.map(({ name }) => name)).toEqual(['Associate Boat Designer', 'Boat Designer']);
    expect(draft.roles).toMatchObject([{ name: 'Boat Designer', levels: [{ code: 'D1' }, { code: 'D2' }] }]);
    expect(draft.skipped.map(({ message }) => message)).toEqual([
      'of the table of titles: "Scope"',
      'a table: nothing there is asked of a level; left out: Word | Meaning | Hull | What floats, mostly, as we say it here',
    ]);
  });
});

describe('a level of a name of its own', () => {
  it('is one where it stands between two', async () => {
    const text = (say: string) =>
      `- **Novice:** ${say}\n- **Competent:** ${say} well\n- **Expert:** Teaches it\n`;
    const { draft } = await found(
      { 'a.md': `# Care\n\n${text('Lifts.')}\n# Safety\n\n${text('Looks.')}` },
      { role: said('Nurse') },
    );
    expect(draft.levels.map(({ name }) => name)).toEqual(['Novice', 'Competent', 'Expert']);
    expect(asked(draft)['care/*/competent']).toBe('Lifts. well');
    expect(draft.guesses.map(({ message }) => message)).toContain(
      '"Competent" is a level, since it stands between two (--levels says which are)',
    );
  });
});

describe('a title beside a level', () => {
  const text = (a: string, b: string) =>
    `# Boats\n\n## Wood\n\n### ${a}\n\n- Saws it\n\n### ${b}\n\n- Cuts it\n\n## Sails\n\n### ${a}\n\n- Sews it\n\n### ${b}\n\n- Mends it\n`;

  it('is the role’s there, or a part of its name, and no text', async () => {
    const { draft } = await found({ 'a.md': text('L3 – Engineer', 'L4 – Senior Engineer') });
    expect(draft.levels.map(({ name }) => name)).toEqual(['L3', 'L4']);
    expect(draft.roles).toMatchObject([
      { name: 'Engineer', levels: [{ title: 'Engineer' }, { title: 'Senior Engineer' }] },
    ]);
    expect(asked(draft)['wood/*/l3']).toEqual(['Saws it']);
    const other = await found(
      { 'a.md': text('Stufe 1: Einsteiger', 'Stufe 2: Kenner') },
      { role: said('Bauer') },
    );
    expect(other.draft.levels.map(({ name }) => name)).toEqual(['Stufe 1: Einsteiger', 'Stufe 2: Kenner']);
    expect(asked(other.draft)['sails/*/stufe-2-kenner']).toEqual(['Mends it']);
    const page = '## Stufe 1: Einsteiger\n\n### A\n\nTut es.\n\n### B\n\nSagt es.\n';
    const pages = await found(
      { 'a.md': `# Bau\n\n${page}\n${page.replace('1: Einsteiger', '2: Kenner')}` },
      { role: said('Bauer') },
    );
    expect(pages.draft.levels.map(({ name }) => name)).toEqual(['Stufe 1: Einsteiger', 'Stufe 2: Kenner']);
  });
});

describe('roles over levels', () => {
  const text = (...roles: string[]) =>
    `# Paths\n\n${roles.map((role) => `## ${role}\n\nAbout it.\n\n### Junior\n\n- Helps a ${role}\n\n### Senior\n\n- Leads it\n`).join('\n')}`;

  it('are no skills: what is asked of each is one', async () => {
    const { draft } = await found({ 'a.md': text('Boat Engineer', 'Sail Designer') });
    expect(draft.roles.map(({ name, summary }) => [name, summary])).toEqual([
      ['Boat Engineer', 'About it.'],
      ['Sail Designer', 'About it.'],
    ]);
    expect(asked(draft)).toEqual({
      'expectations/boat-engineer/junior': ['Helps a Boat Engineer'],
      'expectations/boat-engineer/senior': ['Leads it'],
      'expectations/sail-designer/junior': ['Helps a Sail Designer'],
      'expectations/sail-designer/senior': ['Leads it'],
    });
    expect(draft.guesses.map(({ message }) => message)).toContain(
      '"Boat Engineer", "Sail Designer" are roles, and what is asked of each is one skill, "Expectations" (--role says otherwise)',
    );
    const skills = await found({ 'a.md': text('Boat management', 'Sail design') });
    expect(skills.draft.skills).toHaveLength(2);
  });

  it('may have skills between', async () => {
    const list = (a: string, b: string) => `- Junior: ${a}\n- Senior: ${b}\n`;
    const text = `# Guide\n\n## Boat Engineer\n\n### Wood\n\n${list('Saws it.', 'Cuts it.')}\n### Tar\n\n${list('Stirs.', 'Heats.')}\n## Sail Designer\n\n### Wood\n\n${list('Sees it.', 'Buys it.')}`;
    const { draft } = await found({ 'a.md': text });
    expect(draft.roles.map(({ name }) => name)).toEqual(['Boat Engineer', 'Sail Designer']);
    expect(Object.keys(asked(draft))).toEqual([
      'wood/boat-engineer/junior',
      'wood/boat-engineer/senior',
      'wood/sail-designer/junior',
      'wood/sail-designer/senior',
      'tar/boat-engineer/junior',
      'tar/boat-engineer/senior',
    ]);
    expect(draft.skills.map(({ domain }) => domain)).toEqual([null, null]);
  });

  it('may be keys', async () => {
    const yaml = 'Boat Engineer:\n  Engineer I: [Helps here]\n  Engineer II: [Leads here]\n';
    const { draft } = await found({ 'a.yaml': yaml });
    expect(draft.roles.map(({ name }) => name)).toEqual(['Boat Engineer']);
    expect(asked(draft)).toEqual({
      'expectations/*/engineer-i': ['Helps here'],
      'expectations/*/engineer-ii': ['Leads here'],
    });
  });
});

describe('levels that add to those below', () => {
  const text = (said: string) =>
    `# Baker\n\n## Junior\n\n### Dough\n- Kneads\n\n### Oven\n- Looks\n\n## Senior\n\n${said}\n\n### Dough\n- Plans\n\n### Oven\n- Heats\n`;

  it.each([
    ['Everything in Junior, plus:', true],
    ['All of the expectations of the level before, and:', true],
    ['Alles aus Junior, und:', true],
    ['Bakes everything.', false],
  ])('are cumulative: "%s"', async (words, cumulative) => {
    const { draft } = await found({ 'a.md': text(words) }, { role: said('Baker') });
    expect(draft.cumulative).toBe(cumulative);
    expect(draft.roles[0]?.levels?.[1]?.summary).toBe(words);
    const told = 'each level but the lowest says that it adds to those below: the framework is cumulative';
    expect(draft.guesses.map(({ message }) => message).includes(told)).toBe(cumulative);
  });
});

describe('what is no ladder', () => {
  it('may say a level in each file: job advertisements', async () => {
    const ad = (level: string) => `# ${level} Cook\n\n## Your tasks\n\n- Cook it\n\n## We offer\n\n- Soup\n`;
    expect(await refused({ 'a.md': ad('Junior'), 'b.md': ad('Senior') })).toEqual([
      'not-a-framework: These files are no skill framework: it looks like a job advertisement',
    ]);
  });

  it('may have words of levels in its titles: posts', async () => {
    const posts = {
      'a.md': '# Why senior cooks leave\n\nThey go.\n',
      'b.md': '# Becoming a head cook\n\nThey come.\n',
    };
    expect((await refused(posts)).join()).toMatch(/^not-a-framework/);
  });

  it('may have words of levels in it: a CV', async () => {
    const cv =
      '# Ann\n\n## Work\n\n### Senior Engineer, Acme (2020–2024)\n\n- Built it\n\n### Junior Engineer, Beta (2017–2020)\n\n- Fixed it\n';
    expect(await refused({ 'a.md': cv })).toEqual([
      'not-a-framework: a.md is no skill framework: it looks like a CV',
    ]);
  });

  it.each([
    [
      'questions',
      'a.md',
      '# Levels\n\n## What is a Senior Cook?\n\nOne who leads.\n\n## What is a Lead Cook?\n\nOne more.\n',
    ],
    [
      'names by key',
      'a.json',
      '{"levels":{"junior":"Junior","senior":"Senior"},"buttons":{"save":"Save it"}}',
    ],
    [
      'settings',
      'a.yaml',
      'services:\n  lead: { image: "lead:1", ports: ["80:80"] }\n  staff: { image: "staff:1", ports: [x] }\n',
    ],
    [
      'rules',
      'a.json',
      '{"basic":{"severity":"error","hint":"Do it so"},"expert":{"severity":"warn","hint":"Better not"}}',
    ],
  ])('may have keys and headings like levels: %s', async (_, path, text) => {
    expect((await refused({ [path]: text })).join()).toMatch(/^not-a-framework/);
  });
});
