import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { FolderLock, LOCK_FILE } from '../../src/files/lock.ts';
import { diskPort } from '../../src/files/port.ts';
import { saveFiles } from '../../src/files/save.ts';

let folder = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rubricate-lock-'));
  lock = join(folder, LOCK_FILE);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** A disk on which each pause of a waiting run is a turn of the run that it waits for. */
function waiting(turn: (n: number) => void) {
  let n = 0;
  return { ...diskPort, pause: () => turn(++n) };
}

describe('a folder’s lock', () => {
  it('is there while a run writes, and gone after it', () => {
    const held = new FolderLock(diskPort, folder);
    expect(existsSync(lock)).toBe(true);
    held.release();
    expect(existsSync(lock)).toBe(false);
  });

  it('is waited for as long as its run goes on', () => {
    const first = new FolderLock(diskPort, folder);
    let turns = 0;
    const port = waiting((n) => {
      turns = n;
      if (n === 500) first.release();
      else if (n % 40 === 0) first.renew();
    });
    new FolderLock(port, folder);
    expect(turns).toBe(500);
    expect(existsSync(lock)).toBe(true);
  });

  it('is taken over where its run was killed, after three seconds', () => {
    writeFileSync(lock, '4711 8\n');
    let turns = 0;
    const second = new FolderLock(
      waiting((n) => {
        turns = n;
      }),
      folder,
    );
    expect(turns * 50).toBe(3000);
    expect(readFileSync(lock, 'utf8')).not.toBe('4711 8\n');
    second.release();
  });

  it('is waited for anew where another run was faster to take it over', () => {
    writeFileSync(lock, '4711 8\n');
    let turns = 0;
    new FolderLock(
      waiting((n) => {
        turns = n;
        if (n === 59) writeFileSync(lock, '4712 0\n');
        if (n === 80) rmSync(lock);
      }),
      folder,
    );
    expect(turns).toBe(80);
  });

  it('is a Problem where it can be neither taken nor taken away', () => {
    mkdirSync(lock);
    const { files, problems } = saveFiles(folder, [{ name: 'a.md', bytes: Buffer.from('A') }], {
      ...{ cwd: folder, force: false },
    });
    expect([files, problems.map(({ code }) => code)]).toEqual([[], ['cannot-write']]);
  });
});

describe('a run that waits', () => {
  it('looks at the folder as the other left it', () => {
    const file = (text: string) => [{ name: 'a.md', bytes: Buffer.from(text) }];
    const options = { cwd: folder, force: false };
    saveFiles(folder, file('zero'), options);
    let inner = 0;
    const port = waiting((n) => {
      if (n > 1) return;
      rmSync(lock);
      inner = saveFiles(folder, file('one'), options).files.length;
    });
    writeFileSync(lock, '4711 8\n');
    expect(saveFiles(folder, file('two'), { ...options, port }).problems).toEqual([]);
    expect([inner, readFileSync(join(folder, 'a.md'), 'utf8')]).toEqual([1, 'two']);
  });
});
