/**
 * A Folder over the disk.
 *
 * Kept true: nothing outside the folder is read, neither by `..`, an absolute path nor a symbolic link that leads out,
 * and nothing that is no file (a device, a pipe); no more is read of a file than can be used of it; files are sorted by
 * code point; names that begin with a dot, and node_modules, are not listed; each folder is listed once, however many links
 * lead to it.
 */
import {
  closeSync,
  type Dirent,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Checked } from '../problems/checked.ts';
import type { Source } from '../problems/source.ts';
import { decode, MOST_TEXT } from './decode.ts';
import { type Folder, MOST_BYTES } from './folder.ts';

/** A path as a person knows it: relative to where the command ran, with `/`; '.' for that folder itself. */
export function shownPath(cwd: string, path: string): string {
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : shown;
}

/** True where `path` is `folder` or lies below it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`));
}

function isMissing(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  return (
    code === 'ENOENT' ||
    code === 'ENOTDIR' ||
    code === 'EISDIR' ||
    code === 'ELOOP' ||
    code === 'ENAMETOOLONG'
  );
}

/** null where there is no such file. */
function orNull<T>(look: () => T): T | null {
  try {
    return look();
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

function realOrNull(path: string): string | null {
  return orNull(() => realpathSync.native(path));
}

/** The order of code points, which is not that of UTF-16 units above U+FFFF. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** A folder by its absolute path, which need not exist (then it is empty). `cwd`: where the command ran, absolute. */
export function diskFolder(root: string, cwd: string): Folder {
  const path = shownPath(cwd, root);
  const shown = (file: string) => (path === '.' ? file : `${path}/${file}`);
  let real: string | null | undefined;

  /** The file's real place within the folder; null where there is none or it leads out. */
  function resolve(file: string): string | null {
    if (file.includes('\0') || isAbsolute(file)) return null;
    const wanted = join(root, file);
    if (!isWithin(root, wanted)) return null;
    real ??= realOrNull(root);
    const found = real === null ? null : realOrNull(wanted);
    return found !== null && real !== null && isWithin(real, found) ? found : null;
  }

  /** The place of a file that can be read, and its size; null where there is none. */
  function fileAt(file: string): { readonly place: string; readonly size: number } | null {
    const place = resolve(file);
    const stats = place === null ? null : statOrNull(place);
    return place !== null && stats?.isFile() ? { place, size: stats.size } : null;
  }

  /** The files below a folder. Links to folders come last, so that each is listed under its own name. */
  function walk(folder: string): string[] {
    const files: string[] = [];
    const walked = new Set<string>();
    const folders = [folder];
    const links: string[] = [];
    for (let at = folders.pop(); at !== undefined; at = folders.pop() ?? links.shift()) {
      const place = resolve(at);
      if (place === null || walked.has(place) || !statSync(place).isDirectory()) continue;
      walked.add(place);
      for (const entry of readdirSync(place, { withFileTypes: true }).sort(byName)) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const inner = at === '' ? entry.name : `${at}/${entry.name}`;
        const target = entry.isSymbolicLink() ? resolve(inner) : null;
        if (entry.isFile() || (target !== null && statSync(target).isFile())) files.push(inner);
        else if (entry.isDirectory()) folders.push(inner);
        else if (target !== null) links.push(inner);
      }
    }
    return files.sort(byCodePoint);
  }

  return {
    path,
    list(under = '') {
      const below = under.replace(/\/+$/, '');
      return below.split('/').includes('..') ? [] : walk(below);
    },
    read(file) {
      const found = fileAt(file);
      return found === null || found.size > MOST_BYTES ? null : orNull(() => readFileSync(found.place));
    },
    source(file): Checked<Source> | null {
      const found = fileAt(file);
      const bytes = found && orNull(() => readStart(found.place));
      return bytes === null ? null : decode(shown(file), bytes);
    },
  };
}

function byName(a: Dirent, b: Dirent): number {
  return byCodePoint(a.name, b.name);
}

/** As much of a text's bytes as `decode` needs to say that it is too long. */
function readStart(path: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  const file = openSync(path, 'r');
  try {
    for (let rest = MOST_TEXT + 1; rest > 0; ) {
      const piece = Buffer.alloc(Math.min(rest, PIECE));
      const size = readSync(file, piece);
      if (size === 0) break;
      pieces.push(piece.subarray(0, size));
      rest -= size;
    }
  } finally {
    closeSync(file);
  }
  return Buffer.concat(pieces);
}

const PIECE = 1 << 18;

/** True where there is a file of that path; false also where no path can be like this. */
export function isFile(path: string): boolean {
  return statOrNull(path)?.isFile() ?? false;
}

/** The same of a folder. */
export function isFolder(path: string): boolean {
  return statOrNull(path)?.isDirectory() ?? false;
}

function statOrNull(path: string): Stats | null {
  return orNull(() => statSync(path));
}

/** A file that was named on the command line, wherever it is; null where there is none. `path`, `cwd`: absolute. */
export function readSource(path: string, cwd: string): Checked<Source> | null {
  const bytes = orNull(() => readStart(path));
  return bytes === null ? null : decode(shownPath(cwd, path), bytes);
}
