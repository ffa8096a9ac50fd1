/** CLI.md, Exit: what the system refuses is a Problem and exits 1; what throws otherwise is a bug of ours and exits 70. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { run } from '../../src/cli.ts';
import { workspace } from './harness.ts';

/** Functions of node:fs that throw when a path has this in it. */
const refusing = vi.hoisted(() => new Map<string, { readonly part: string; readonly thrown: Error }>());

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const doubted = (
    name: 'openSync' | 'readFileSync' | 'readdirSync' | 'writeFileSync' | 'renameSync' | 'mkdirSync',
  ) => [
    name,
    (...given: unknown[]) => {
      const wanted = refusing.get(name);
      if (wanted && String(given[0]).includes(wanted.part)) throw wanted.thrown;
      return Reflect.apply(real[name], real, given);
    },
  ];
  const names = [
    'openSync',
    'readFileSync',
    'readdirSync',
    'writeFileSync',
    'renameSync',
    'mkdirSync',
  ] as const;
  return { ...real, ...Object.fromEntries(names.map(doubted)) };
});

function refuse(name: string, part: string, thrown: Error): void {
  refusing.set(name, { part, thrown });
  onTestFinished(() => refusing.clear());
}

/** As Node throws it. */
function refusal(code: string, why: string, syscall: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${why}, ${syscall} '${path}'`), { code, syscall, path });
}

const CARD = 'scorecard --role baker --level middle --format md';

describe('a bug of ours', () => {
  it.each([
    ['a command', `${CARD} --out a.md`],
    ['check', 'check'],
    ['list', 'list roles'],
  ])('exits 70 and shows its stack: %s', async (_, words) => {
    refuse('openSync', 'framework.yaml', new Error('the reader is broken'));
    const result = (await workspace('small').run(words)).exits(70);
    expect(result.text).toBe('');
    expect(result.stderr).toMatch(
      /^This is a mistake of rubricate 0\.0\.0-test, .*\n\nError: the reader is broken\n +at .*thrown\.test\.ts:\d+/,
    );
  });

  it('is what a code without a call of the system is, too', async () => {
    refuse('openSync', 'framework.yaml', Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }));
    (await workspace('small').run('check')).exits(70);
  });

  it('is told also where it is no Error', async () => {
    const told: string[] = [];
    const stream = { write: (chunk: string | Uint8Array) => void told.push(String(chunk)), isTTY: false };
    const code = await run(['pdf', '-'], {
      ...{
        version: '1',
        node: '20.19.0',
        cwd: '/',
        env: {},
        stdout: stream,
        stderr: stream,
        open: () => {},
        terminal: null,
      },
      stdin: () => Promise.reject('a word'),
    });
    expect([code, told.join('').endsWith('\n\na word\n')]).toEqual([70, true]);
  });
});

describe('what cannot be read', () => {
  it('is a Problem at its file, and exits 1', async () => {
    const space = workspace('small');
    const path = space.path('data/roles/baker.yaml');
    refuse('openSync', 'baker.yaml', refusal('EACCES', 'permission denied', 'open', path));
    const result = (await space.run(CARD)).fails(1, 'system');
    expect(result.problems).toEqual(['system data/roles/baker.yaml:1:1']);
    expect(result.stderr).toContain(
      'error[system]: data/roles/baker.yaml refuses: permission denied (EACCES, open)',
    );
    expect(space.list()).toEqual(['data']);
  });

  it('is one also where it is a folder, and for every command', async () => {
    const space = workspace('small').write('a.md', '# A\n');
    const path = space.path('data');
    refuse('readdirSync', 'data', refusal('EACCES', 'permission denied', 'scandir', path));
    for (const words of [CARD, 'check', 'list roles'])
      expect((await space.run(words)).fails(1, 'system').problems).toEqual(['system data:1:1']);
    refuse('openSync', 'a.md', refusal('EACCES', 'permission denied', 'open', space.path('a.md')));
    expect((await space.run('pdf a.md')).fails(1, 'system').problems).toEqual(['system a.md:1:1']);
  });

  it('hides nothing else from check, and nothing from doctor', async () => {
    const space = workspace('small').change('data/framework.yaml', 'version: 1.2.0\n', '');
    const path = space.path('data/skills/people/talking.yaml');
    refuse('openSync', 'talking.yaml', refusal('EACCES', 'permission denied', 'open', path));
    expect((await space.run('check')).exits(1).problems).toContain(
      'system data/skills/people/talking.yaml:1:1',
    );
    const bad = space
      .write('rubricate.yaml', 'paper: A9\n')
      .write('templates/themes/plain.yaml', 'size: 9\n');
    const doctor = (await bad.run('doctor')).fails(1, 'system', 'unknown-paper');
    expect(doctor.text).toMatch(/\nFonts\n {2}regular/);
    refuse('openSync', 'rubricate.yaml', refusal('EACCES', 'permission denied', 'open', path));
    expect((await bad.run('doctor')).fails(1, 'system').text).toMatch(
      /^Versions\n {2}rubricate +0\.0\.0-test/,
    );
  });

  it('has no place where the system names none', async () => {
    const thrown = Object.assign(new Error('EMFILE: too many open files'), {
      code: 'EMFILE',
      syscall: 'open',
    });
    refuse('openSync', 'framework.yaml', thrown);
    const result = (await workspace('small').run('check')).fails(1, 'system');
    expect(result.stderr).toContain('The system refuses: too many open files (EMFILE, open)');
  });
});

describe('what cannot be written', () => {
  it('is a Problem where a file stands in the way of a folder, or a folder in that of a file', async () => {
    const space = workspace('small').write('out', 'a file').write('b.md/x', '');
    expect((await space.run(CARD)).fails(1, 'cannot-write').stderr).toContain('a part of its path is a file');
    (await space.run(`${CARD} --out out/deep`)).fails(1, 'cannot-write');
    expect((await space.run(`${CARD} --out b.md`)).fails(1, 'cannot-write').problems).toEqual([
      'cannot-write b.md:1:1',
    ]);
    expect([space.read('out'), space.list('b.md')]).toEqual(['a file', ['x']]);
  });

  it.each([
    [
      'the disk is full',
      'writeFileSync',
      '.tmp',
      refusal('ENOSPC', 'no space left on device', 'write', '/x'),
    ],
    [
      'writing there is not allowed',
      'mkdirSync',
      'out',
      refusal('EACCES', 'permission denied', 'mkdir', '/x'),
    ],
    ['the disk is read-only', 'mkdirSync', 'out', refusal('EROFS', 'read-only file system', 'mkdir', '/x')],
  ])('is one where %s, and leaves nothing', async (why, name, part, thrown) => {
    refuse(name, part, thrown);
    const space = workspace('small');
    const result = (await space.run(`${CARD} --out out`)).fails(1, 'cannot-write');
    expect(result.stderr).toContain(why);
    expect(space.list('out')).toEqual([]);
  });

  it('is one where the system has another reason', async () => {
    const space = workspace('small');
    const path = space.path('out/scorecard-baker-middle.md');
    refuse('renameSync', '.tmp', refusal('EIO', 'i/o error', 'rename', path));
    const result = (await space.run(CARD)).fails(1, 'system');
    expect(result.problems).toEqual(['system out/scorecard-baker-middle.md:1:1']);
    expect(space.list('out')).toEqual([]);
  });
});
