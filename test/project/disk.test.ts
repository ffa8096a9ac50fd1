import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { MOST_TEXT } from '../../src/project/decode.ts';
import { diskFolder, readSource, shownPath } from '../../src/project/disk.ts';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rubricate-disk-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  mkdirSync(join(base, 'in/sub'), { recursive: true });
  writeFileSync(join(base, 'secret.txt'), 'secret');
  writeFileSync(join(base, 'in/a.yaml'), '\ufeffa: ä');
  writeFileSync(join(base, 'in/sub/b.yaml'), 'b');
});
const folder = () => diskFolder(join(base, 'in'), base);
const text = (path: string) => {
  const bytes = folder().read(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
};

describe('diskFolder', () => {
  it('reads, with the path a person knows and without the BOM', () => {
    expect(folder().source('a.yaml')).toMatchObject({ ok: true, value: { path: 'in/a.yaml', text: 'a: ä' } });
    expect(folder().path).toBe('in');
    expect(diskFolder(base, base).source('in/sub/b.yaml')).toMatchObject({
      value: { path: 'in/sub/b.yaml' },
    });
  });

  it('has null for what is not there', () => {
    for (const path of ['c.yaml', 'sub', 'a.yaml/x', '', '.', `${'x'.repeat(5000)}`, 'a\0b'])
      expect(folder().read(path), path).toBeNull();
    expect(diskFolder(join(base, 'nowhere'), base).list()).toEqual([]);
  });

  it('never leaves the folder', () => {
    symlinkSync(join(base, 'secret.txt'), join(base, 'in/link.txt'));
    symlinkSync(base, join(base, 'in/up'));
    for (const path of [
      '../secret.txt',
      'sub/../../secret.txt',
      join(base, 'secret.txt'),
      'link.txt',
      'up/secret.txt',
    ])
      expect(text(path), path).toBeNull();
    expect(folder().list()).toEqual(['a.yaml', 'sub/b.yaml']);
  });

  it('follows links that stay inside, but not in circles', () => {
    symlinkSync(join(base, 'in/a.yaml'), join(base, 'in/sub/same.yaml'));
    symlinkSync(join(base, 'in'), join(base, 'in/sub/circle'));
    expect(text('sub/same.yaml')).toContain('ä');
    expect(folder().list()).toEqual(['a.yaml', 'sub/b.yaml', 'sub/same.yaml']);
  });

  it('lists by code point, below a folder, without hidden files', () => {
    for (const name of ['Z.yaml', '\u{1f600}.yaml', '\uff5e.yaml', '.hidden'])
      writeFileSync(join(base, 'in', name), '');
    expect(folder().list()).toEqual(['Z.yaml', 'a.yaml', 'sub/b.yaml', '\uff5e.yaml', '\u{1f600}.yaml']);
    expect(folder().list('sub')).toEqual(['sub/b.yaml']);
    expect(folder().list('../in')).toEqual([]);
  });

  it('lists a folder once, under its own name, however many links lead to it', () => {
    const names = Array.from({ length: 14 }, (_, i) => `f${i}`);
    for (const name of names) {
      mkdirSync(join(base, 'in', name));
      writeFileSync(join(base, 'in', name, `${name}.yaml`), '');
    }
    // Each folder holds a link to each other: there are 14! ways through them.
    for (const name of names)
      for (const other of names) symlinkSync(join(base, 'in', other), join(base, 'in', name, `a-${other}`));
    const own = names.map((name) => `${name}/${name}.yaml`).sort();
    expect(folder().list()).toEqual(['a.yaml', ...own, 'sub/b.yaml']);
  });

  it('reads nothing that is no file', () => {
    if (spawnSync('mkfifo', [join(base, 'in/pipe.yaml')]).status !== 0) return;
    expect([folder().read('pipe.yaml'), folder().source('pipe.yaml'), folder().list()]).toEqual([
      ...[null, null, ['a.yaml', 'sub/b.yaml']],
    ]);
  });

  it('reads no more of a file than can be used of it', () => {
    const large = (name: string, size: number) => {
      writeFileSync(join(base, 'in', name), '');
      truncateSync(join(base, 'in', name), size);
    };
    large('huge.yaml', 5e9);
    expect(folder().source('huge.yaml')).toMatchObject({ ok: false, problems: [{ code: 'too-large' }] });
    expect(readSource(join(base, 'in/huge.yaml'), base)).toMatchObject({ problems: [{ code: 'too-large' }] });
    expect(folder().read('huge.yaml')).toBeNull();
    large('most.yaml', MOST_TEXT);
    expect(folder().source('most.yaml')).toMatchObject({ ok: true });
    large('more.yaml', MOST_TEXT + 1);
    expect(folder().source('more.yaml')).toMatchObject({ problems: [{ code: 'too-large' }] });
    expect(folder().read('more.yaml')?.length).toBe(MOST_TEXT + 1);
  });

  it('says what is no UTF-8', () => {
    writeFileSync(join(base, 'in/latin.yaml'), Buffer.from([0x61, 0xe4]));
    expect(folder().source('latin.yaml')).toMatchObject({ ok: false, problems: [{ code: 'not-utf8' }] });
  });
});

describe('shownPath', () => {
  it('is relative, with slashes', () => {
    expect(shownPath('/a/b', '/a/c/d')).toBe('../c/d');
    expect(shownPath('/a', '/a')).toBe('.');
  });
});
