/** import on the command line: what is written, told and refused. */
import { describe, expect, it } from 'vitest';
import { type Workspace, workspace } from './harness.ts';

const LADDER = `# Baker

| Skill | Junior | Senior | Lead |
| --- | --- | --- | --- |
| Kneading | Kneads the doughs that are given. | Chooses the dough for a loaf. | Sets the doughs of the house. |
| Selling | Tells what is in a loaf. | Asks what the bread is for. | Agrees prices with restaurants. |
`;

function bakery(): Workspace {
  return workspace().write('ladder.md', LADDER);
}

describe('import', () => {
  it('from a table to a scorecard in three commands', async () => {
    const space = bakery();
    const result = (await space.run('import ladder.md --role Baker')).exits(0);
    expect(result.text).toBe('');
    expect(result.stderr).toContain('1 role: Baker\n');
    expect(result.stderr).toContain('3 levels: Junior, Senior, Lead\n');
    expect(result.stderr).toContain('2 skills, 6 expectations: 6 unsaid\n');
    expect(result.stderr).toMatch(/^data\/roles\/baker\.yaml {2}\d+ B$/m);
    const next = /Next: rubricate (check), then rubricate (scorecard .*)\n/.exec(result.stderr);
    expect(next?.[2]).toBe('scorecard --role baker --level junior');
    expect(space.list('data')).toEqual(['framework.yaml', 'roles', 'schema', 'skills']);
    (await space.run(next?.[1] ?? '')).exits(0);
    (await space.run(next?.[2] ?? '')).exits(0);
    expect(space.list('out')).toHaveLength(3);
    expect(space.read('out/scorecard-baker-junior.md')).toContain('Kneads the doughs that are given.');
  });

  it('a second time changes nothing', async () => {
    const space = bakery();
    (await space.run('import ladder.md --role Baker')).exits(0);
    const before = space.read('data/roles/baker.yaml');
    (await space.run('import ladder.md --role Baker')).exits(0);
    (await space.run('import ladder.md --role Baker --merge')).exits(0);
    expect(space.read('data/roles/baker.yaml')).toBe(before);
    expect(space.list('data/roles')).toEqual(['baker.yaml']);
  });

  it('never writes over what is there: all conflicts are told, and nothing is written', async () => {
    const space = bakery();
    (await space.run('import ladder.md --role Baker')).exits(0);
    space.change('data/roles/baker.yaml', 'name: Baker', 'name: Master baker');
    space.change('ladder.md', '| Selling', '| Cleaning | Sweeps. | Orders. | Plans. |\n| Selling');
    const result = (await space.run('import ladder.md --role Baker')).fails(1, 'somebodys-file');
    expect(result.stderr).toContain('--merge');
    expect(space.read('data/roles/baker.yaml')).toContain('Master baker');
    expect(space.list('data/skills')).toHaveLength(2);
    const merged = (await space.run('import ladder.md --role Baker --merge')).fails(0, 'text-would-change');
    expect(merged.stderr).toContain('The name of "baker"');
    expect(space.read('data/roles/baker.yaml')).toContain('Master baker');
    expect(space.list('data/skills')).toHaveLength(3);
  });

  it('--merge adds a level to a file, which is kept as .bak', async () => {
    const space = bakery();
    (await space.run('import ladder.md --role Baker')).exits(0);
    const file = `data/skills/${space.list('data/skills').find((name) => name.startsWith('kneading'))}`;
    space.change(file, /\n +lead: .*\n/, ' # ours\n');
    const before = space.read(file);
    const result = (await space.run('import ladder.md --role Baker --merge')).exits(0);
    expect(space.read(file)).toBe(
      before.replace(' # ours\n', ' # ours\n      lead: Sets the doughs of the house.\n'),
    );
    expect(space.read(`${file}.bak`)).toBe(before);
    expect(result.stderr).toContain('kept as kneading.yaml.bak');
    (await space.run('check')).exits(0);
  });

  it('--dry-run lists and writes nothing', async () => {
    const space = bakery();
    const result = (await space.run('import ladder.md --role Baker --dry-run')).exits(0);
    expect(result.stderr).toContain('would write    data/framework.yaml');
    expect(space.list()).toEqual(['ladder.md']);
  });

  it('from standard input, into another folder', async () => {
    const space = workspace();
    const result = await space.run('import - --role Baker --out ladders', { stdin: LADDER });
    expect(result.exits(0).stderr).toContain('--level junior --data ladders\n');
    (await space.run('check --data ladders')).exits(0);
  });

  it('a folder: what is of no format that is read is told', async () => {
    const space = workspace()
      .write('wiki/ladder.md', LADDER)
      .write('wiki/logo.ico', 'x')
      .write('wiki/.git/x.md', '# x\n');
    const result = (await space.run('import wiki --role Baker')).exits(0);
    expect(result.stderr).toContain('Left out:\n');
    expect(result.stderr).toContain('(wiki/logo.ico)');
    expect(result.stderr).not.toContain('.git');
  });

  it('--report json prints one object, also where nothing could be read', async () => {
    const space = bakery();
    const good = (await space.run('import ladder.md --role Baker --report json --dry-run')).exits(0);
    expect(good.json).toMatchObject({
      counts: { roles: 1, levels: 3, skills: 2, expectations: 6 },
      roles: ['Baker'],
    });
    const bad = (await space.run('import missing.md --report json')).exits(1);
    expect(bad.json).toMatchObject({ counts: { skills: 0 }, problems: [{ code: 'missing-file' }] });
    const text = (await space.run('import ladder.md --role Baker --report md --dry-run')).exits(0).text;
    expect(text).toMatch(/^# Import of ladder\.md\n/);
  });

  it('says how far it is on a terminal alone', async () => {
    const space = bakery();
    const on = (
      await space.run('import ladder.md --role Baker --dry-run', { tty: true, env: { NO_COLOR: '1' } })
    ).exits(0);
    expect(on.stderr).toContain('\r\u001b[KReading 1 of 1 ...');
    const off = (await space.run('import ladder.md --role Baker --dry-run')).exits(0);
    expect(off.stderr).not.toContain('Reading');
    expect((await space.run('import ladder.md --role Baker --quiet')).exits(0).stderr).toBe('');
  });

  it('levels that differ from those that are there are told', async () => {
    const space = bakery();
    (await space.run('import ladder.md --role Baker')).exits(0);
    space.write('other.md', LADDER.replace('Junior', 'IC1').replace('Senior', 'IC2').replace('Lead', 'IC3'));
    (await space.run('import other.md --role Miller')).fails(1, 'levels-differ');
    const told = (await space.run('import other.md --role Miller --report json')).exits(1);
    expect(told.json).toMatchObject({ counts: { roles: 1, levels: 3, skills: 2, expectations: 6 } });
  });

  it.each([
    ['import', 'missing-argument command-line:1:11'],
    ['import a.md --report xml', 'invalid-value command-line:1:32'],
    ['import a.md --levels a,,b', 'invalid-value command-line:1:32'],
    ['import a.md --map skill', 'invalid-value command-line:1:29'],
    ['import a.md --out -', 'invalid-value command-line:1:29'],
    ['import a.md --lang de', 'unknown-option command-line:1:23'],
  ])('a wrong command line exits 2: %s', async (words, problem) => {
    expect((await workspace().run(words)).exits(2).problems).toEqual([problem]);
  });

  it('a name for what has names of its own, and a shape that there is not, are no slips', async () => {
    const space = bakery().write(
      'records.csv',
      'Role,Level,Skill,Text\nBaker,Junior,Kneading,Kneads.\nMiller,Junior,Milling,Mills.\n',
    );
    const role = (await space.run('import records.csv --role Cook')).fails(2, 'unused-option');
    expect(role.stderr).toContain('there are: Baker, Miller');
    (await space.run('import ladder.md --skill Frying')).fails(2, 'unused-option');
    (await space.run('import ladder.md --sheet A')).fails(2, 'unused-option');
    (await space.run('import ladder.md --map skill=Skill')).fails(2, 'unused-option');
    const shape = (await space.run('import ladder.md --as lader')).fails(2, 'invalid-value');
    expect(shape.stderr).toContain('did you mean "ladder"?');
    expect(space.list()).toEqual(['ladder.md', 'records.csv']);
  });

  it.each([
    ['import nix.md', 'missing-file command-line:1:18'],
    ['import empty', 'no-data command-line:1:18'],
  ])('%s', async (words, problem) => {
    expect((await workspace().write('empty/x.ico', '').run(words)).exits(1).problems).toEqual([problem]);
  });
});
