/** Processes that meet, and processes that are killed: what they leave is whole, and known for ours. */
import { describe, expect, it } from 'vitest';
import { useBin } from './bin.ts';
import { type Workspace, workspace } from './harness.ts';

const bin = useBin('processes-test');
const CARD = ['scorecard', '--role', 'baker', '--level', 'middle', '--format', 'md'];
const person = (n: number): readonly string[] => [...CARD, '--set', `candidate=Person ${n}`];
const recorded = (space: Workspace): readonly string[] =>
  Object.keys(JSON.parse(space.read('out/.rubricate.json')).files);

describe('two runs at once', () => {
  it('both write, and both are on record', async () => {
    const space = workspace('small');
    const people = [1, 2, 3, 4];
    const runs = people.map((n) => bin.start(space.root, person(n)));
    for (const { code, stderr } of await Promise.all(runs)) expect(code, stderr).toBe(0);
    const files = people.map((n) => `scorecard-baker-middle-person-${n}.md`);
    expect(space.list('out')).toEqual(['.rubricate.json', ...files]);
    expect(recorded(space)).toEqual(files);
    space.change('data/framework.yaml', /^name: .*/m, 'name: Another');
    for (const n of people) (await space.run(person(n))).fails(0);
  });

  it('of one document: the last has it, and it is no one’s but ours', async () => {
    const space = workspace('small');
    const runs = [1, 2, 3].map(() => bin.start(space.root, CARD));
    for (const { code, stderr } of await Promise.all(runs)) expect(code, stderr).toBe(0);
    expect(space.list('out')).toEqual(['.rubricate.json', 'scorecard-baker-middle.md']);
    space.change('data/framework.yaml', /^name: .*/m, 'name: Another');
    (await space.run(CARD)).fails(0);
  });
});

describe.runIf(process.platform !== 'win32')('a process that is killed', () => {
  /** Kills the process before a change of out/, by its number from 1. */
  const KILL = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    let left = Number(process.env.KILL_AT);
    for (const name of ['openSync', 'writeFileSync', 'renameSync', 'rmSync', 'chmodSync']) {
      const real = fs[name];
      fs[name] = (path, ...given) => {
        const changes = /[/]out[/]/.test(String(path)) && given[0] !== 'r';
        if (changes && --left === 0) process.kill(process.pid, 'SIGKILL');
        return real(path, ...given);
      };
    }
    syncBuiltinESMExports();
  `;
  const FILE = 'out/scorecard-baker-middle.md';

  it.each([6, 12])('before its change %i leaves what is whole, and the next run goes on', async (at) => {
    const space = workspace('small').write('kill.mjs', KILL);
    (await space.run(CARD)).exits(0);
    const old = space.read(FILE);
    space.change('data/framework.yaml', /^name: .*/m, 'name: Another');
    const killed = bin.run(space.root, CARD, space.path('kill.mjs'), { KILL_AT: String(at) });
    expect([killed.signal, killed.stderr]).toEqual(['SIGKILL', '']);
    const left = space.read(FILE);
    space.change('data/framework.yaml', /^name: .*/m, 'name: A third');
    (await space.run(CARD)).fails(0);
    expect(space.list('out')).toEqual(['.rubricate.json', 'scorecard-baker-middle.md']);
    const other = await space
      .change('data/framework.yaml', /^name: .*/m, 'name: Another')
      .run([...CARD, '-o', '-']);
    expect([old, other.text]).toContain(left);
  });
});
