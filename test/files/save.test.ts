import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { hashOf } from '../../src/files/manifest.ts';
import { diskPort } from '../../src/files/port.ts';
import { type SaveOptions, saveFiles } from '../../src/files/save.ts';
import { blindToCase, interrupted } from './ports.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'rubricate-save-'));
  onTestFinished(() => {
    chmodSync(cwd, 0o755);
    rmSync(cwd, { recursive: true, force: true });
  });
});

function save(files: Readonly<Record<string, string>>, options: Partial<SaveOptions> = {}) {
  const list = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  return saveFiles(cwd, list, { cwd, force: false, ...options });
}
const force = { force: true };
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
const put = (name: string, text: string) => writeFileSync(join(cwd, name), text);
const codes = (result: ReturnType<typeof save>) =>
  result.problems.map(({ code, span }) => `${code} ${span.source.path}:${span.line}:${span.column}`);

describe('saveFiles', () => {
  it('makes folders, writes, records, and leaves nothing else', () => {
    const result = save({ 'out/deep/a.md': 'A', 'out/deep/b.md': 'BB' });
    expect(result.files.map(({ shown, size, backup }) => [shown, size, backup])).toEqual([
      ['out/deep/a.md', 1, null],
      ['out/deep/b.md', 2, null],
    ]);
    expect(readdirSync(join(cwd, 'out/deep')).sort()).toEqual(['.rubricate.json', 'a.md', 'b.md']);
  });

  it('writes again what it wrote before', () => {
    save({ 'a.md': 'one' });
    expect(save({ 'a.md': 'two' }).problems).toEqual([]);
    expect(read('a.md')).toBe('two');
  });

  it('leaves an edited file and tells all of them, and writes none', () => {
    save({ 'a.md': 'one', 'b.md': 'one', 'c.md': 'one' });
    put('a.md', 'edited');
    put('c.md', 'edited too');
    const result = save({ 'a.md': 'two', 'b.md': 'two', 'c.md': 'two' });
    expect(codes(result)).toEqual(['somebodys-file a.md:1:1', 'somebodys-file c.md:1:1']);
    expect([read('a.md'), read('b.md'), read('c.md')]).toEqual(['edited', 'one', 'edited too']);
  });

  it('leaves a file it never wrote', () => {
    put('a.md', 'foreign');
    expect(codes(save({ 'a.md': 'two' }))).toEqual(['somebodys-file a.md:1:1']);
  });

  it('tells a record that cannot be read at its own place', () => {
    mkdirSync(join(cwd, '.rubricate.json'));
    expect(codes(save({ 'a.md': 'one', 'b.md': 'one' }))).toEqual(['cannot-write .rubricate.json:1:1']);
    expect(readdirSync(cwd)).toEqual(['.rubricate.json']);
  });

  it('takes a file that is as it would be written now', () => {
    put('a.md', 'same');
    expect(save({ 'a.md': 'same' }).problems).toEqual([]);
    expect(save({ 'a.md': 'next' }).problems).toEqual([]);
  });

  it('with force keeps what stood there, never over an older copy', () => {
    put('a.md', 'first');
    const one = save({ 'a.md': 'ours' }, force);
    expect(one.files[0]?.backup).toBe('a.md.bak');
    put('a.md', 'second');
    const two = save({ 'a.md': 'ours' }, force);
    expect(two.files[0]?.backup).toBe('a.md.bak2');
    expect([read('a.md.bak'), read('a.md.bak2'), read('a.md')]).toEqual(['first', 'second', 'ours']);
  });

  it('keeps no copy where nothing would be lost', () => {
    save({ 'a.md': 'one' });
    save({ 'a.md': 'two' }, force);
    expect(readdirSync(cwd)).not.toContain('a.md.bak');
  });

  it.each(['', '{', '[]', '{"files": []}', '{"files": {"a.md": 5}}'])(
    'takes a damaged record (%s) as none, with a warning, and writes a sound one',
    (text) => {
      save({ 'a.md': 'one' });
      put('.rubricate.json', text);
      expect(codes(save({ 'a.md': 'two' }))).toEqual([
        'damaged-manifest .rubricate.json:1:1',
        'somebodys-file a.md:1:1',
      ]);
      const forced = save({ 'a.md': 'two' }, force);
      expect(codes(forced)).toEqual(['damaged-manifest .rubricate.json:1:1']);
      expect(save({ 'a.md': 'three' }).problems).toEqual([]);
    },
  );

  it('keeps the records of other files in the folder', () => {
    save({ 'a.md': 'one' });
    save({ 'b.md': 'one' });
    expect(save({ 'a.md': 'two' }).problems).toEqual([]);
  });

  it('says it when a folder stands in the way, before it writes', () => {
    mkdirSync(join(cwd, 'b.md'));
    put('file', '');
    expect(codes(save({ 'a.md': 'A', 'b.md': 'B' }))).toEqual(['cannot-write b.md:1:1']);
    expect(codes(save({ 'file/c.md': 'C' }))).toEqual(['cannot-write file/c.md:1:1']);
    expect(readdirSync(cwd).sort()).toEqual(['b.md', 'file']);
  });

  it('writes through a link and keeps it', () => {
    mkdirSync(join(cwd, 'elsewhere'));
    put('elsewhere/real.md', 'two');
    symlinkSync(join(cwd, 'elsewhere/real.md'), join(cwd, 'a.md'));
    save({ 'a.md': 'two' });
    expect(save({ 'a.md': 'three' }).problems).toEqual([]);
    expect(read('elsewhere/real.md')).toBe('three');
  });

  it('takes any file name into its record', () => {
    save({ __proto__x: 'a', 'constructor.md': 'b', '1.md': 'c' });
    expect(save({ __proto__x: 'A', 'constructor.md': 'B', '1.md': 'C' }).problems).toEqual([]);
  });

  it('takes a PDF that a viewer filled in for somebody’s', () => {
    const form = '%PDF-1.7\n1 0 obj\n<< /V () >>\nendobj\n%%EOF\n';
    save({ 'a.pdf': form });
    put('a.pdf', `${form}1 0 obj\n<< /V (Ada) >>\nendobj\n%%EOF\n`);
    expect(codes(save({ 'a.pdf': form }))).toEqual(['somebodys-file a.pdf:1:1']);
    expect(read('a.pdf')).toContain('(Ada)');
  });

  it('writes anew what was deleted, and what was deleted with its record', () => {
    save({ 'a.md': 'one', 'b.md': 'one' });
    rmSync(join(cwd, 'a.md'));
    expect(save({ 'a.md': 'two' }).problems).toEqual([]);
    rmSync(join(cwd, '.rubricate.json'));
    expect(codes(save({ 'a.md': 'three', 'b.md': 'one' }))).toEqual(['somebodys-file a.md:1:1']);
  });

  it('leaves what is read-only, though it is ours; with force it is kept', () => {
    save({ 'a.md': 'one' });
    chmodSync(join(cwd, 'a.md'), 0o444);
    expect(save({ 'a.md': 'one' }).problems).toEqual([]);
    const result = save({ 'a.md': 'two' });
    expect(codes(result)).toEqual(['somebodys-file a.md:1:1']);
    expect(result.problems[0]?.message).toContain('read-only');
    expect(save({ 'a.md': 'two' }, force).files[0]?.backup).toBe('a.md.bak');
    expect([read('a.md.bak'), read('a.md')]).toEqual(['one', 'two']);
    expect(save({ 'a.md': 'three' }).problems).toEqual([]);
  });

  it('keeps the permissions that a file was given', () => {
    save({ 'a.md': 'one' });
    chmodSync(join(cwd, 'a.md'), 0o640);
    save({ 'a.md': 'two' });
    put('a.md', 'edited');
    save({ 'a.md': 'three' }, force);
    for (const name of ['a.md', 'a.md.bak']) expect(statSync(join(cwd, name)).mode & 0o777).toBe(0o640);
  });

  it('tells what stands in the way, and does not read what is no file', () => {
    mkdirSync(join(cwd, 'a.md'));
    if (spawnSync('mkfifo', [join(cwd, 'b.md')]).status !== 0) return;
    expect(codes(save({ 'a.md': 'A', 'b.md': 'B' }, force))).toEqual([
      'cannot-write a.md:1:1',
      'cannot-write b.md:1:1',
    ]);
  });

  it('never writes over a copy that was kept, whatever stands under its name', () => {
    put('a.md', 'mine');
    mkdirSync(join(cwd, 'a.md.bak'));
    symlinkSync('nowhere', join(cwd, 'a.md.bak2'));
    put('a.md.bak3', 'older');
    expect(save({ 'a.md': 'ours' }, force).files[0]?.backup).toBe('a.md.bak4');
    expect([read('a.md.bak3'), read('a.md.bak4')]).toEqual(['older', 'mine']);
  });

  it('takes away what a run that was killed left', () => {
    put('.rubricate-1.tmp', 'half');
    put('.rubricate-x.tmp', 'somebody’s');
    save({ 'a.md': 'one' });
    expect(readdirSync(cwd).sort()).toEqual(['.rubricate-x.tmp', '.rubricate.json', 'a.md']);
  });
});

describe('a link', () => {
  let inside = '';
  let outside = '';
  beforeEach(() => {
    inside = join(cwd, 'in');
    outside = join(cwd, 'outside');
    mkdirSync(inside);
    mkdirSync(outside);
    put('outside/a.md', 'theirs');
  });
  const into = (name: string, options: Partial<SaveOptions> = {}) =>
    saveFiles(inside, [{ name, bytes: Buffer.from('ours') }], { cwd, force: false, ...options });

  it.each([
    ['to a file', 'in/a.md', '../outside/a.md', 'a.md'],
    ['to nothing', 'in/a.md', '../outside/new.md', 'a.md'],
    ['to itself', 'in/a.md', 'a.md', 'a.md'],
    ['to a folder', 'in/a.md', '../outside', 'a.md'],
    ['in the way', 'in/sub', '../outside', 'sub/a.md'],
    ['in the way, to nothing', 'in/sub', '../outside/new', 'sub/a.md'],
  ])('out of the folder, %s, is not followed, with force either', (_, link, to, name) => {
    symlinkSync(to, join(cwd, link));
    for (const options of [{}, force, { dryRun: true }])
      expect(codes(into(name, options))).toEqual([`cannot-write in/${name}:1:1`]);
    expect([readdirSync(outside), read('outside/a.md')]).toEqual([['a.md'], 'theirs']);
    expect(readlinkSync(join(cwd, link))).toBe(to);
  });

  it('is the folder itself where a person made it one, but not to nothing', () => {
    symlinkSync(outside, join(cwd, 'linked'));
    const made = saveFiles(join(cwd, 'linked'), [{ name: 'b.md', bytes: Buffer.from('B') }], {
      cwd,
      ...force,
    });
    expect([made.problems, read('outside/b.md')]).toEqual([[], 'B']);
    symlinkSync('nowhere', join(cwd, 'gone'));
    const gone = saveFiles(join(cwd, 'gone'), [{ name: 'b.md', bytes: Buffer.from('B') }], { cwd, ...force });
    expect(codes(gone)).toEqual(['cannot-write gone/b.md:1:1']);
  });

  it.each(['../a.md', '/a.md', 'sub/../../a.md', '', '.', 'sub/..'])(
    'is what no name can be: %j is a bug of ours',
    (name) => {
      if (name === '/a.md') expect(into(name).files[0]?.shown).toBe('in/a.md');
      else expect(() => into(name)).toThrow('leads out');
    },
  );
});

describe('the record', () => {
  const manifest = () => JSON.parse(read('.rubricate.json'));

  it('of a later version is left as it is, and nothing is written', () => {
    save({ 'a.md': 'one' });
    const later = '{"rubricate": 2, "files": {}, "seals": []}';
    put('.rubricate.json', later);
    for (const options of [{}, force, { dryRun: true }]) {
      const result = save({ 'a.md': 'two', 'b.md': 'two' }, options);
      expect(codes(result)).toContain('newer-manifest .rubricate.json:1:1');
    }
    expect([read('a.md'), read('.rubricate.json'), readdirSync(cwd).length]).toEqual(['one', later, 2]);
  });

  it('forgets files that are gone: their names may be people’s', () => {
    save({ 'card-ada.md': 'one', 'card-ben.md': 'one' });
    rmSync(join(cwd, 'card-ada.md'));
    save({ 'card-ben.md': 'two' });
    expect(Object.keys(manifest().files)).toEqual(['card-ben.md']);
  });

  it('has each file once, as it is, when the run is over', () => {
    save({ 'a.md': 'one' });
    save({ 'a.md': 'two' });
    expect(manifest()).toEqual({ rubricate: 1, files: { 'a.md': hashOf(Buffer.from('two')) } });
  });

  it('is not made for copies', () => {
    save({ 'a.md': 'one' }, { as: 'copy' });
    expect(readdirSync(cwd)).toEqual(['a.md']);
  });
});

describe('somebody who is faster', () => {
  it.each([
    ['changes a file of ours', 'a.md'],
    ['makes one that was not there', 'new.md'],
  ])('%s between the look and the write, and keeps it', (_, name) => {
    save({ 'a.md': 'one' });
    const port = interrupted('write', '.tmp', () => put(name, 'just now'));
    const result = save({ [name]: 'two' }, { port, force: true });
    expect(codes(result)).toEqual([`somebodys-file ${name}:1:1`]);
    expect(read(name)).toBe('just now');
  });

  it('leaves what was written before for ours', () => {
    save({ 'a.md': 'one', 'b.md': 'one' });
    const port = interrupted('rename', 'a.md', () => put('b.md', 'just now'));
    const result = save({ 'a.md': 'two', 'b.md': 'two' }, { port });
    expect(result.files.map(({ name }) => name)).toEqual(['a.md']);
    expect(codes(result)).toEqual(['somebodys-file b.md:1:1']);
    expect(save({ 'a.md': 'three' }).problems).toEqual([]);
  });
});

describe('a disk that is blind to case', () => {
  const blind = { port: blindToCase() };

  it('has somebody’s file under another case', () => {
    put('Card.md', 'mine');
    expect(codes(save({ 'card.md': 'ours' }, blind))).toEqual(['somebodys-file card.md:1:1']);
    save({ 'card.md': 'ours' }, { ...blind, force: true });
    expect(readdirSync(cwd).sort()).toEqual(['.rubricate.json', 'Card.md', 'card.md.bak']);
    expect([read('Card.md'), read('card.md.bak')]).toEqual(['ours', 'mine']);
  });

  it('has a file of ours that was renamed in case, or whose accents are written otherwise', () => {
    save({ 'Zoë.md': 'one' }, blind);
    renameSync(join(cwd, 'Zoë.md'), join(cwd, 'ZOE\u0308.md'));
    expect(save({ 'b.md': 'one' }, blind).problems).toEqual([]);
    expect(save({ 'Zoë.md': 'two' }, blind).problems).toEqual([]);
  });
});

describe('a dry run', () => {
  /** What may stand where a file is to go. */
  const before = ['nothing', 'ours', 'same', 'edited', 'foreign', 'read-only', 'folder', 'link'] as const;
  const TEXT = 'as it is now';

  function stand(name: string, what: (typeof before)[number]): void {
    if (what === 'ours' || what === 'edited' || what === 'read-only') save({ [name]: `old ${name}` });
    if (what === 'edited' || what === 'foreign') put(name, `${what} ${name}`);
    if (what === 'same') put(name, TEXT);
    if (what === 'read-only') chmodSync(join(cwd, name), 0o444);
    if (what === 'folder') mkdirSync(join(cwd, name));
    if (what === 'link') symlinkSync('/etc/hostname', join(cwd, name));
  }

  const snapshot = () =>
    readdirSync(cwd).map((name) => {
      const { mtimeMs, size, ino } = lstatSync(join(cwd, name));
      return [name, mtimeMs, size, ino];
    });

  it('says what the run would do, and does nothing; the run loses nothing that a person wrote', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...before), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (all, forced) => {
          for (const name of readdirSync(cwd)) rmSync(join(cwd, name), { recursive: true });
          const names = all.map((_, i) => `${i}.md`);
          for (const [i, what] of all.entries()) stand(`${i}.md`, what);
          const files = Object.fromEntries(names.map((name) => [name, TEXT]));
          const was = snapshot();
          const said = save(files, { force: forced, dryRun: true });
          expect(snapshot()).toEqual(was);
          const done = save(files, { force: forced });
          expect(codes(done)).toEqual(codes(said));
          expect(done.files).toEqual(codes(done).length > 0 ? [] : said.files);
          if (codes(done).length > 0) expect(snapshot()).toEqual(was);
          const there = readdirSync(cwd).filter((name) => lstatSync(join(cwd, name)).isFile());
          const texts = there.map((name) => read(name));
          all.forEach((what, i) => {
            if (what === 'edited' || what === 'foreign') expect(texts).toContain(`${what} ${i}.md`);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('makes no folder, and sees what stands in the way of one', () => {
    put('file', '');
    expect(save({ 'deep/a.md': 'A' }, { dryRun: true }).files.map(({ action }) => action)).toEqual(['write']);
    expect(codes(save({ 'file/a.md': 'A' }, { dryRun: true }))).toEqual(['cannot-write file/a.md:1:1']);
    expect(readdirSync(cwd)).toEqual(['file']);
  });

  it('says what would be kept, and as what', () => {
    put('a.md', 'mine');
    put('a.md.bak', 'older');
    const said = save({ 'a.md': 'ours' }, { dryRun: true, force: true });
    expect(said.files.map(({ action, backup }) => [action, backup])).toEqual([['replace', 'a.md.bak2']]);
  });

  it('sees that writing is not allowed', () => {
    const port = { ...diskPort, mayWriteIn: () => false };
    for (const dryRun of [true, false])
      expect(codes(save({ 'a.md': 'A' }, { port, dryRun }))).toEqual(['cannot-write a.md:1:1']);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
