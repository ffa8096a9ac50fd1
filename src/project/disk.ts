/**
 * A Folder over the disk.
 *
 * Kept true: nothing outside the folder is read, neither by `..`, an absolute path nor a symbolic link that leads out;
 * files are sorted by code point; names that begin with a dot, and node_modules, are not listed.
 */
import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Checked } from '../problems/checked.ts';
import type { Source } from '../problems/source.ts';
import { decode } from './decode.ts';
import type { Folder } from './folder.ts';

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

function realOrNull(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
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

  function read(file: string): Uint8Array | null {
    const place = resolve(file);
    if (place === null) return null;
    try {
      return readFileSync(place);
    } catch (thrown) {
      if (isMissing(thrown)) return null;
      throw thrown;
    }
  }

  function walk(folder: string, files: string[], above: readonly string[]): void {
    const place = resolve(folder);
    if (place === null || above.includes(place) || !statSync(place).isDirectory()) return;
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const inner = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const target = entry.isSymbolicLink() ? resolve(inner) : null;
      if (entry.isFile() || (target !== null && statSync(target).isFile())) files.push(inner);
      else if (entry.isDirectory() || target !== null) walk(inner, files, [...above, place]);
    }
  }

  return {
    path,
    list(under = '') {
      const files: string[] = [];
      const below = under.replace(/\/+$/, '');
      if (!below.split('/').includes('..')) walk(below, files, []);
      return files.sort(byCodePoint);
    },
    read,
    source(file): Checked<Source> | null {
      const bytes = read(file);
      return bytes === null ? null : decode(shown(file), bytes);
    },
  };
}

/** True where there is a file of that path; false also where no path can be like this. */
export function isFile(path: string): boolean {
  return statOrNull(path)?.isFile() ?? false;
}

/** The same of a folder. */
export function isFolder(path: string): boolean {
  return statOrNull(path)?.isDirectory() ?? false;
}

function statOrNull(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** A file that was named on the command line, wherever it is; null where there is none. `path`, `cwd`: absolute. */
export function readSource(path: string, cwd: string): Checked<Source> | null {
  try {
    return decode(shownPath(cwd, path), readFileSync(path));
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}
