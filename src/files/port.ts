/**
 * What saving asks of the disk, call by call: tests give it a port that fails, or stops, at the n-th.
 *
 * Kept true: those below `makeFolder` alone change the disk, and each of them does one thing.
 */
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  copyFileSync,
  constants as fsConstants,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isMissing } from './errors.ts';

/** What stands at a path itself: a link is a link, wherever it leads. */
export interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Permissions, as the system has them. */
  readonly mode: number;
  /** Bytes. */
  readonly size: number;
}

/** Paths are absolute; what the system refuses is thrown as Node does. */
export interface FilePort {
  /** null where there is nothing. */
  entry(path: string): Entry | null;
  /** Where a path leads, all links followed; null where it leads nowhere. */
  realPath(path: string): string | null;
  /** Names in a folder. */
  names(folder: string): readonly string[];
  read(path: string): Uint8Array;
  /** SHA-256 in hex, however large the file. */
  hash(path: string): string;
  mayWriteIn(folder: string): boolean;
  pause(milliseconds: number): void;

  /** The folder, with those above it. */
  makeFolder(path: string): void;
  /** A file that was not there: throws EEXIST where one is. */
  create(path: string, text: string): void;
  /** `mode`: the permissions of a file that is made. */
  write(path: string, bytes: Uint8Array | string, mode?: number): void;
  setMode(path: string, mode: number): void;
  /** A second name of a file: throws EEXIST where one is, and some disks have none. */
  link(path: string, name: string): void;
  copy(path: string, to: string): void;
  rename(path: string, to: string): void;
  /** Nothing, where there is none. */
  remove(path: string): void;
}

const PIECE = 1 << 20;

/** null where there is nothing. */
function orNull<T>(look: () => T): T | null {
  try {
    return look();
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

function entry(path: string): Entry | null {
  const stats = orNull(() => lstatSync(path));
  if (!stats) return null;
  const kinds = [
    [stats.isFile(), 'file'],
    [stats.isDirectory(), 'folder'],
    [stats.isSymbolicLink(), 'link'],
  ] as const;
  const kind = kinds.find(([is]) => is)?.[1] ?? 'other';
  return { kind, mode: stats.mode, size: stats.size };
}

function hash(path: string): string {
  const sum = createHash('sha256');
  const piece = Buffer.alloc(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece))
      sum.update(piece.subarray(0, size));
  } finally {
    closeSync(file);
  }
  return sum.digest('hex');
}

function mayWriteIn(folder: string): boolean {
  try {
    accessSync(folder, fsConstants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function create(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
  } catch (thrown) {
    rmSync(path, { force: true });
    throw thrown;
  } finally {
    closeSync(file);
  }
}

/** The disk itself. */
export const diskPort: FilePort = {
  entry,
  realPath: (path) => orNull(() => realpathSync.native(path)),
  names: (folder) => readdirSync(folder),
  read: (path) => readFileSync(path),
  hash,
  mayWriteIn,
  pause(milliseconds) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
  makeFolder(path) {
    mkdirSync(path, { recursive: true });
  },
  create,
  write: (path, bytes, mode) => writeFileSync(path, bytes, { mode }),
  setMode: chmodSync,
  link: linkSync,
  copy: (path, to) => copyFileSync(path, to),
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
};
