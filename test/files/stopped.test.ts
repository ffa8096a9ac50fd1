/**
 * A run that ends in the middle: killed at each of its calls that change the disk, or refused one of them. After it every
 * file is the old one whole or the new one whole, nothing that a person wrote is gone, and the next run goes on.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FilePort } from '../../src/files/port.ts';
import { saveFiles } from '../../src/files/save.ts';
import { Killed, killedAt, refusedAt } from './ports.ts';

const long = (text: string): string => `${text} `.repeat(2000);
const OURS = ['a.md', 'c.pdf', 'd.md', 'sub/e.md'];
const NAMES = [...OURS, 'b.md'];
/** What the files become, by the run that is stopped, and by the one after it. */
const made = (version: string, names: readonly string[]) =>
  names.map((name) => ({ name, bytes: Buffer.from(long(`${version} of ${name}`)) }));
const EDITED = long('what a person wrote');
const KEPT = long('what a person wrote last week');

/** A folder with a file of ours, one that somebody worked in, a copy that was kept, and one that is as it will be. */
function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'rubricate-stopped-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const options = { cwd: root, force: false };
  expect(saveFiles(root, made('one', ['a.md', 'b.md']), options).problems).toEqual([]);
  expect(saveFiles(root, made('two', ['d.md']), options).problems).toEqual([]);
  writeFileSync(join(root, 'b.md'), EDITED);
  writeFileSync(join(root, 'b.md.bak'), KEPT);
  return root;
}

const save = (root: string, port?: FilePort) =>
  saveFiles(root, made('two', NAMES), { cwd: root, force: true, ...(port ? { port } : {}) });

function contents(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(root, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

function expectWhole(root: string): void {
  const files = contents(root);
  const whole = (name: string, ...before: readonly (string | undefined)[]) =>
    expect([long(`two of ${name}`), ...before], name).toContain(files.get(name));
  whole('a.md', long('one of a.md'));
  whole('b.md', EDITED);
  whole('c.pdf', undefined);
  whole('d.md');
  whole('sub/e.md', undefined);
  expect([...files.values()]).toEqual(expect.arrayContaining([EDITED, KEPT]));
  // What is found under a name that people look at is never half of anything.
  const texts = [
    EDITED,
    KEPT,
    ...NAMES.flatMap((name) => ['one', 'two'].map((v) => long(`${v} of ${name}`))),
  ];
  for (const [name, text] of files)
    if (!name.startsWith('.rubricate') && !name.includes('/.rubricate')) expect(texts).toContain(text);
}

/** The next run, with other data: what the one before wrote is ours, and nothing is left of it. */
function expectGoesOn(root: string): void {
  const next = saveFiles(root, made('three', OURS), {
    cwd: root,
    force: false,
    port: killedAt(Infinity, 'before'),
  });
  expect(next.problems).toEqual([]);
  const files = contents(root);
  for (const name of OURS) expect(files.get(name)).toBe(long(`three of ${name}`));
  expect([...files.keys()].filter((name) => /\.tmp$|\.lock$/.test(name))).toEqual([]);
  expect([...files.values()]).toEqual(expect.arrayContaining([EDITED, KEPT]));
}

/** How many changes a whole run makes. */
function changes(links = true): number {
  const made: string[] = [];
  expect(save(folder(), killedAt(Number.POSITIVE_INFINITY, 'before', links, made)).problems).toEqual([]);
  return made.length;
}

describe('a run that is killed', () => {
  it.each([
    ['before it', 'before', true],
    ['half through it', 'half', true],
    ['half through it, where a file has one name only', 'half', false],
  ] as const)('at any change of the disk, %s, loses nothing', (_, how, links) => {
    const all = changes(links);
    expect(all).toBeGreaterThan(15);
    for (let n = 1; n <= all; n++) {
      const root = folder();
      expect(() => save(root, killedAt(n, how, links)), `${n}`).toThrow(Killed);
      expectWhole(root);
      expectGoesOn(root);
    }
  });
});

describe('a run that the disk refuses a change', () => {
  it.each(['ENOSPC', 'EACCES'])(
    'at any place (%s) tells it once or does without it, loses nothing, leaves nothing',
    (code) => {
      const all = changes();
      let told = 0;
      for (let n = 1; n <= all; n++) {
        const root = folder();
        const { files, problems } = save(root, refusedAt(n, code));
        const codes = problems.map((problem) => problem.code);
        if (codes.length > 0) told++;
        else expect(files.length, `${n}`).toBe(NAMES.length);
        expect(['', 'cannot-write'], `${n}`).toContain(codes.join(' '));
        expectWhole(root);
        expectGoesOn(root);
      }
      expect(told).toBeGreaterThan(10);
    },
  );

  it('with a reason that we do not know throws it, and loses nothing', () => {
    const all = changes();
    for (let n = 1; n <= all; n++) {
      const root = folder();
      try {
        save(root, refusedAt(n, 'EIO'));
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'EIO' });
      }
      expectWhole(root);
      expectGoesOn(root);
    }
  });
});
