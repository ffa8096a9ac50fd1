/** init: what a new project holds, that it works at once, what is refused, and who is asked. */
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { workspace } from './harness.ts';

describe('init', () => {
  it('makes a project that works at once, in two commands', async () => {
    const space = workspace();
    const made = (
      await space.run('init bakery --name Bakery --role Baker --levels Apprentice,Journeyman,Senior')
    ).exits(0);
    expect(space.list('bakery')).toEqual(['.gitignore', 'README.md', 'data', 'rubricate.yaml']);
    expect(space.list('bakery/data/schema')).toHaveLength(4);
    expect(space.read('bakery/README.md').trimEnd().split('\n')).toHaveLength(10);
    const next = /^Next: cd bakery, then rubricate (.*) --open$/m.exec(made.stderr)?.[1] ?? '';
    expect(next).toBe('scorecard --role baker --level senior');
    const within = 'bakery';
    (await space.run('check --strict', { within })).exits(0);
    (await space.run(next, { within })).exits(0);
    const card = space.read('bakery/out/scorecard-baker-senior.md');
    expect(card).toContain('Writes the decisions that a product can hardly undo');
    (await space.run('promotion --role baker --to journeyman', { within })).exits(0);
    (await space.run('render ladder --role baker', { within })).exits(0);
  });

  it('makes one in German, for other paper', async () => {
    const space = workspace();
    (await space.run('init --lang de --paper letter')).exits(0);
    expect(space.read('rubricate.yaml')).toContain('language: de\npaper: Letter\n');
    (await space.run('check --strict')).exits(0);
    (await space.run('scorecard --role software-engineer --level lead')).exits(0);
    expect(space.read('out/scorecard-software-engineer-lead.md')).toContain('**Keine Empfehlung**');
    expect(space.read('README.md')).toContain('Was jede Rolle auf jeder Stufe verlangt');
  });

  it('names in every file the schema that an editor explains its keys by', async () => {
    const space = workspace();
    (await space.run('init')).exits(0);
    const files = ['rubricate.yaml', 'data/framework.yaml', 'data/roles/software-engineer.yaml'];
    const skills = space
      .list('data/skills/working-with-people')
      .map((name) => `data/skills/working-with-people/${name}`);
    for (const file of [...files, ...skills]) {
      const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(space.read(file))?.[1] ?? '';
      expect(space.has(`${file.replace(/[^/]+$/, '')}${schema}`), `${file}: ${schema}`).toBe(true);
    }
  });

  it('takes what a company has already', async () => {
    const space = workspace().write(
      'ladder.csv',
      'Skill,Junior,Senior\nKneading,Kneads the dough.,Chooses the dough.\n',
    );
    const made = (await space.run('init bakery --from ladder.csv --role Baker --name Bakery')).exits(0);
    expect(made.stderr).toContain('1 skill, 2 expectations: 2 unsaid');
    expect(made.stderr).toContain(
      'Next: cd bakery, then rubricate scorecard --role baker --level junior --open\n',
    );
    expect(space.read('bakery/data/framework.yaml')).toContain('name: Bakery\n');
    expect(space.read('bakery/README.md')).toContain('promotion --role baker --to senior');
    (await space.run('check', { within: 'bakery' })).exits(0);
    (await space.run('scorecard --role baker --level junior', { within: 'bakery' })).exits(0);
  });

  it('writes nothing where there is nothing to take', async () => {
    const space = workspace().write('prices.csv', 'Bread,Price\nRye,3.20\nWheat,2.80\n');
    (await space.run('init bakery --from prices.csv')).fails(1, 'not-a-framework');
    expect(space.list()).toEqual(['prices.csv']);
  });
});

describe('init and what is there', () => {
  it('keeps a README and a .gitignore', async () => {
    const space = workspace().write('README.md', '# Ours\n').write('.gitignore', 'dist/\n');
    const result = (await space.run('init')).exits(0);
    expect(result.stderr).toContain('README.md  is there, and stays as it is\n');
    expect([space.read('README.md'), space.read('.gitignore')]).toEqual(['# Ours\n', 'dist/\n']);
    expect(space.has('rubricate.yaml')).toBe(true);
  });

  it('writes nothing over a project, and nothing beside it', async () => {
    const space = workspace();
    (await space.run('init --role Baker')).exits(0);
    (await space.run('init --role Baker')).exits(0);
    space.change('rubricate.yaml', 'paper: A4', 'paper: Letter');
    (await space.run('init --role Painter')).fails(1, ...Array(4).fill('somebodys-file'));
    expect(space.list('data/roles')).toEqual(['baker.yaml']);
    expect(space.read('rubricate.yaml')).toContain('Letter');
  });

  it('--dry-run writes nothing', async () => {
    const space = workspace();
    const result = (await space.run('init bakery --dry-run')).exits(0);
    expect(result.stderr).toContain('would write    bakery/rubricate.yaml');
    expect(space.list()).toEqual([]);
  });

  it('a file in the place of the folder', async () => {
    const space = workspace().write('bakery', '');
    (await space.run('init bakery')).fails(1, 'missing-folder');
  });
});

describe('init with options that do not fit', () => {
  it.each([
    ['--lang fr', 1, 'unknown-language 1:23'],
    ['--levels a,b,A', 2, 'invalid-value 1:25'],
    ['--levels a,,b', 2, 'invalid-value 1:25'],
    ['--levels a,b,c,d,e,f', 2, 'invalid-value 1:25'],
    ['--sheet Ladder', 2, 'unused-option 1:24'],
    ['--paper B5', 1, 'unknown-paper 1:24'],
    ['--role Ba\u0007ker', 1, 'control-character 1:26'],
  ])('%s', async (words, code, problem) => {
    const space = workspace();
    const result = (await space.run(`init ${words}`)).exits(code);
    expect(result.problems.map((one) => one.replace('command-line:', ''))).toEqual([problem]);
    expect(space.list()).toEqual([]);
  });
});

describe('init at a terminal', () => {
  /** Answers each question that is seen with the next keys. */
  function person(...answers: readonly (readonly [question: string, keys: string])[]) {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 40 });
    const left = [...answers];
    let seen = '';
    output.on('data', (chunk) => {
      seen += String(chunk);
      const [next] = left;
      if (next && seen.includes(next[0])) {
        left.shift();
        seen = '';
        for (const key of next[1]) setImmediate(() => input.write(key));
      }
    });
    return { terminal: { input, output }, left };
  }

  it('asks what no option says, each with its default', async () => {
    const space = workspace();
    const { terminal, left } = person(
      ['language', 'j\r'],
      ['called', '\r'],
      ['levels', 'Geselle, Meister\r'],
      ['paper', '\r'],
    );
    (await space.run('init --role Bäcker', { terminal })).exits(0);
    expect(left).toEqual([]);
    expect(space.read('rubricate.yaml')).toContain('language: de\npaper: A4\n');
    expect(space.read('data/framework.yaml')).toContain('name: Kompetenzmodell\n');
    expect(space.read('data/roles/backer.yaml')).toContain('name: Bäcker');
    (await space.run('scorecard --role backer --level meister')).exits(0);
  });

  it('writes nothing where a person gives up', async () => {
    const space = workspace();
    const { terminal } = person(['language', '\r'], ['called', '\u0003']);
    const result = (await space.run('init', { terminal })).exits(1);
    expect(result.stderr).toBe('Nothing was written.\n');
    expect(space.list()).toEqual([]);
  });

  it('asks nothing with --yes', async () => {
    const space = workspace();
    const { terminal } = person();
    (await space.run('init --yes', { terminal })).exits(0);
    expect(space.has('rubricate.yaml')).toBe(true);
  });
});
