import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { saveFiles } from '../../src/files/save.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'rubricate-save-'));
  onTestFinished(() => {
    chmodSync(cwd, 0o755);
    rmSync(cwd, { recursive: true, force: true });
  });
});

function save(files: Readonly<Record<string, string>>, force = false) {
  const list = Object.entries(files).map(([name, text]) => ({
    path: join(cwd, name),
    bytes: Buffer.from(text),
  }));
  return saveFiles(list, { cwd, force });
}
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
const put = (name: string, text: string) => writeFileSync(join(cwd, name), text);
const codes = (result: ReturnType<typeof save>) =>
  result.problems.map(({ code, span }) => `${code} ${span.source.path}:${span.line}:${span.column}`);

describe('saveFiles', () => {
  it('makes folders, writes, records, and leaves nothing else', () => {
    const result = save({ 'out/deep/a.md': 'A', 'out/deep/b.md': 'BB' });
    expect(result.ok && result.value.map(({ shown, size, backup }) => [shown, size, backup])).toEqual([
      ['out/deep/a.md', 1, null],
      ['out/deep/b.md', 2, null],
    ]);
    expect(readdirSync(join(cwd, 'out/deep')).sort()).toEqual(['.rubricate.json', 'a.md', 'b.md']);
  });

  it('writes again what it wrote before', () => {
    save({ 'a.md': 'one' });
    expect(save({ 'a.md': 'two' }).ok).toBe(true);
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
    expect(save({ 'a.md': 'same' }).ok).toBe(true);
    expect(save({ 'a.md': 'next' }).ok).toBe(true);
  });

  it('with force keeps what stood there, never over an older copy', () => {
    put('a.md', 'first');
    const one = save({ 'a.md': 'ours' }, true);
    expect(one.ok && one.value[0]?.backup).toBe('a.md.bak');
    put('a.md', 'second');
    const two = save({ 'a.md': 'ours' }, true);
    expect(two.ok && two.value[0]?.backup).toBe('a.md.bak2');
    expect([read('a.md.bak'), read('a.md.bak2'), read('a.md')]).toEqual(['first', 'second', 'ours']);
  });

  it('keeps no copy where nothing would be lost', () => {
    save({ 'a.md': 'one' });
    save({ 'a.md': 'two' }, true);
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
      const forced = save({ 'a.md': 'two' }, true);
      expect([forced.ok, codes(forced)]).toEqual([true, ['damaged-manifest .rubricate.json:1:1']]);
      expect(save({ 'a.md': 'three' }).problems).toEqual([]);
    },
  );

  it('keeps the records of other files in the folder', () => {
    save({ 'a.md': 'one' });
    save({ 'b.md': 'one' });
    expect(save({ 'a.md': 'two' }).ok).toBe(true);
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
    expect(save({ 'a.md': 'three' }).ok).toBe(true);
    expect(read('elsewhere/real.md')).toBe('three');
  });

  it('takes any file name into its record', () => {
    save({ __proto__x: 'a', 'constructor.md': 'b', '1.md': 'c' });
    expect(save({ __proto__x: 'A', 'constructor.md': 'B', '1.md': 'C' }).ok).toBe(true);
  });
});
