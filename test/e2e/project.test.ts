/** CLI.md, Project: rubricate.yaml, a company's templates, list and check. */
import { describe, expect, it } from 'vitest';
import { workspace } from './harness.ts';

const CARD = 'scorecard --role baker --level middle';

describe('rubricate.yaml', () => {
  it('is found upwards; out/ stands beside it, --out where the command runs', async () => {
    const space = workspace('small')
      .write('rubricate.yaml', 'out: made\npaper: Letter\nlanguage: de\n')
      .write('templates/messages/de.yaml', 'continued: Fortsetzung\n')
      .write('deep/x', '');
    const result = (await space.run(`${CARD} --format md`, { within: 'deep' })).exits(0);
    expect(result.stderr).toMatch(/^\.\.\/made\/scorecard-baker-middle\.de\.md /);
    expect(space.read('made/scorecard-baker-middle.de.md')).toMatch(/^paper: "?Letter"?$/m);
    (await space.run(`${CARD} --format md --out here`, { within: 'deep' })).exits(0);
    expect(space.list('deep')).toEqual(['here', 'x']);
  });

  it('is strict', async () => {
    const space = workspace('small').write('rubricate.yaml', 'papr: A4\nlanguage: [de]\n');
    const result = (await space.run(CARD)).fails(1, 'unknown-key', 'wrong-type');
    expect(result.problems).toEqual(['unknown-key rubricate.yaml:1:1', 'wrong-type rubricate.yaml:2:11']);
    expect(result.stderr).toContain('did you mean "paper"?');
  });

  it('is where the caret stands when it names what is not there', async () => {
    const space = workspace('small').write('rubricate.yaml', 'language: xx\ntheme: nun\n');
    expect((await space.run(CARD)).exits(1).problems).toEqual([
      'unknown-language rubricate.yaml:1:11',
      'unknown-theme rubricate.yaml:2:8',
    ]);
  });
});

describe('a company’s template', () => {
  const KIND =
    '---\nview: profile\nname: Onboarding\nfile: "onboarding-{role}-{level}"\ntitle: "Onboarding"\n---\n\n# Onboarding\n\nWelcome.\n';

  it('is a document kind like ours', async () => {
    const space = workspace('small').write('templates/documents/onboarding.md.hbs', KIND);
    (await space.run('render onboarding --role baker --level middle')).exits(0);
    expect(space.list('out').filter((name) => name.startsWith('onboarding'))).toHaveLength(2);
    const { json } = await space.run('list documents --json');
    expect(json).toContainEqual({
      ...{ id: 'onboarding', name: 'Onboarding', view: 'profile' },
      from: 'templates/documents/onboarding.md.hbs',
    });
  });

  it('is checked before it is used', async () => {
    const space = workspace('small').write(
      'templates/documents/onboarding.md.hbs',
      `${KIND}\n{{#each skils}}x{{/each}}\n`,
    );
    const used = (await space.run('render onboarding --role baker --level middle')).exits(1);
    expect(used.problems[0]).toContain('templates/documents/onboarding.md.hbs:12:');
    expect((await space.run('check')).exits(1).problems).toEqual(used.problems);
    (await space.run('render onbording --role baker --level middle')).exits(1);
  });
});

describe('list', () => {
  it('prints the promised keys', async () => {
    const space = workspace('small');
    const json = async (what: string) => (await space.run(`list ${what} --json`)).exits(0).json;
    expect(await json('roles')).toEqual([
      {
        id: 'baker',
        name: 'Baker',
        levels: ['junior', 'middle', 'senior'],
        skills: ['heat', 'kneading', 'talking'],
      },
      { id: 'miller', name: 'Miller', levels: ['junior'], skills: ['talking'] },
    ]);
    expect(await json('levels')).toEqual([
      { id: 'junior', name: 'Junior', next: ['middle'] },
      { id: 'middle', name: 'Middle', next: ['senior'] },
      { id: 'senior', name: 'Senior', next: [] },
    ]);
    expect(await json('skills')).toContainEqual({
      ...{ id: 'heat', name: 'Heat & Oven', domain: 'Engineering', category: 'Oven' },
      ...{ roles: 1, levels: 3, required: 2, optional: 1 },
    });
    expect(await json('documents')).toContainEqual({
      ...{ id: 'scorecard', name: expect.any(String), view: 'profile', from: 'ours' },
    });
  });

  it('prints lines for people, on standard output', async () => {
    const result = (await workspace('small').run('list roles')).exits(0);
    expect(result.text).toMatch(/^baker {3}Baker {3}junior, middle, senior\nmiller {2}Miller /);
    expect(result.stderr).toBe('');
  });

  it('says what is broken instead', async () => {
    const space = workspace('small').change('data/framework.yaml', 'format: 1', 'formt: 1');
    const result = (await space.run('list roles --json')).exits(1);
    expect([result.text, result.codes.length > 0]).toEqual(['', true]);
  });
});

describe('check', () => {
  it('is quiet about sound data', async () => {
    const result = (await workspace('small').run('check')).exits(0);
    expect(result.codes.filter((code) => code.startsWith('unknown'))).toEqual([]);
    expect(result.stderr).toMatch(/\d+ files read/);
    expect(result.text).toBe('');
  });

  it('gives the same Problems to people, tools and GitHub', async () => {
    const space = workspace('small').change('data/roles/baker.yaml', 'middle:', 'mdidle:');
    const human = (await space.run('check')).exits(1);
    const json = (await space.run('check --format json')).exits(1);
    expect(json.stderr).toBe('');
    expect(json.json).toMatchObject({
      problems: human.problems.map((text) => ({ code: text.replace(/ .*/, '') })),
      errors: expect.any(Number),
      warnings: expect.any(Number),
      advice: expect.any(Number),
      files: expect.any(Number),
    });
    const github = (await space.run('check --format github')).exits(1);
    expect(github.text.split('\n').filter(Boolean)).toHaveLength(human.problems.length);
    expect(github.text).toContain('::error file=data/roles/baker.yaml,line=4,');
  });

  it('counts warnings under --strict alone', async () => {
    const space = workspace('small')
      .write('templates/messages/en.yaml', '')
      .write('templates/themes/own.yaml', 'size: 9\n');
    (await space.run('check')).exits(1);
    space.remove('templates');
    const plain = (await space.run('check --format json')).exits(0);
    const { warnings } = plain.json as { warnings: number };
    (await space.run('check --strict')).exits(warnings > 0 ? 1 : 0);
  });

  it('reads rubricate.yaml too', async () => {
    const space = workspace('small').write('rubricate.yaml', 'paper: A9\nthem: x\n');
    (await space.run('check')).fails(1, 'unknown-paper', 'unknown-key');
    space.write('rubricate.yaml', 'paper: A9\ntheme: nun\nlanguage: xx\n');
    const result = (await space.run('check')).exits(1);
    expect(result.codes.filter((code) => code.startsWith('unknown-'))).toEqual([
      'unknown-paper',
      'unknown-theme',
      'unknown-language',
    ]);
  });

  it('finds weak texts, which no document depends on, and says none of it when one is made', async () => {
    const heat = 'data/skills/engineering/heat.yaml';
    const space = workspace('small').change(heat, 'Sets the heat', 'Can easily set the heat');
    const found = ['no-behaviour', 'vague-words'];
    expect((await space.run('check')).exits(0).problems).toEqual([
      `${found[0]} ${heat}:10:15`,
      `${found[1]} ${heat}:10:19`,
    ]);
    expect((await space.run('check --strict')).exits(1).codes).toEqual(found);
    expect((await space.run('scorecard --role baker --level middle --format md')).exits(0).codes).toEqual([]);
    space.change(
      heat,
      'each bread.',
      'each bread. # excuse no-behaviour, vague-words: the words of our oven',
    );
    expect((await space.run('check --strict')).exits(0).codes).toEqual([]);
  });

  it('gives advice without an exit code', async () => {
    const heat = 'data/skills/engineering/heat.yaml';
    const space = workspace('small').change(heat, 'for each bread.', 'and tests two doughs.');
    expect((await space.run('check --strict')).exits(0).codes).toEqual(['two-deeds']);
  });

  it('looks for a company’s words too, and reads them strictly', async () => {
    const words = 'templates/words/en.yaml';
    const space = workspace('small').write(words, 'vague: [whole]\ntake_out: { vague: [verry] }\n');
    const result = (await space.run('check')).exits(0);
    expect(result.problems).toEqual([
      'vague-words data/skills/engineering/heat.yaml:11:38',
      `unknown-word ${words}:2:21`,
    ]);
    space.write(words, 'vage: [whole]\n').write('templates/words/english.yaml', '');
    const wrong = (await space.run('check')).exits(1);
    expect(wrong.problems).toEqual([
      `unknown-key ${words}:1:1`,
      'file-not-read templates/words/english.yaml:1:1',
    ]);
    expect(wrong.stderr).toContain('did you mean "vague"?');
    expect(wrong.stderr).toContain('words/en.yaml, words/de.yaml');
  });
});
