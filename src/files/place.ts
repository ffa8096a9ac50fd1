/**
 * What stands where a file is to go.
 *
 * Kept true: below the folder that a person named, nothing leads out of it: neither a link in the way nor one in the
 * file's own place.
 */
import { basename, dirname, join } from 'node:path';
import { isWithin } from '../project/disk.ts';
import type { FilePort } from './port.ts';

export interface Nothing {
  readonly kind: 'nothing';
  /** Where the file goes: the path that was asked for. */
  readonly target: string;
}

export interface StandingFile {
  readonly kind: 'file';
  /** Where the bytes go: the file itself, also where the path is a link to it. */
  readonly target: string;
  /** SHA-256 in hex. */
  readonly hash: string;
  readonly mode: number;
  /** Somebody has protected it. */
  readonly readOnly: boolean;
}

/** No file can go there: why, in words that follow "cannot be written:". */
export interface Barred {
  readonly kind: 'barred';
  readonly why: string;
}

export type Standing = Nothing | StandingFile | Barred;

const ANYBODY_WRITES = 0o222;
const LEADS_OUT = 'a link there leads out of the folder';

const barred = (why: string): Barred => ({ kind: 'barred', why });

/** What stands at `name` below `folder`; both need not be there. `folder`: absolute. */
export function look(port: FilePort, folder: string, name: string): Standing {
  const path = join(folder, name);
  if (name === '' || !isWithin(folder, path) || path === folder)
    throw new Error(`The file name "${name}" leads out of its folder.`);
  const why = wayIn(port, folder, dirname(path));
  if (why !== null) return barred(why);
  const entry = port.entry(path);
  if (entry === null) return { kind: 'nothing', target: path };
  if (entry.kind === 'file') return standing(port, path, entry.mode);
  const target = port.realPath(path);
  const linked = target === null ? null : port.entry(target);
  if (target === null || linked === null) return barred('a link there leads nowhere');
  if (!isWithin(port.realPath(folder) ?? folder, target)) return barred(LEADS_OUT);
  if (linked.kind === 'folder') return barred('there is a folder of that name');
  return linked.kind === 'file' ? standing(port, target, linked.mode) : barred('what is there is no file');
}

function standing(port: FilePort, target: string, mode: number): StandingFile {
  const readOnly = (mode & ANYBODY_WRITES) === 0;
  return { kind: 'file', target, hash: port.hash(target), mode, readOnly };
}

/**
 * Why nothing can be written in `parent`, which is `folder` or below it and may have to be made first; null where it can.
 */
export function wayIn(port: FilePort, folder: string, parent: string): string | null {
  let at = parent;
  while (port.entry(at) === null && dirname(at) !== at) at = dirname(at);
  const real = port.realPath(at);
  const there = real === null ? null : port.entry(real);
  if (real === null || there === null) return `a link in its path, ${basename(at)}, leads nowhere`;
  if (there.kind !== 'folder') return 'a part of its path is a file';
  if (at !== folder && isWithin(folder, at) && !isWithin(port.realPath(folder) ?? folder, real))
    return LEADS_OUT;
  return port.mayWriteIn(real) ? null : 'writing there is not allowed';
}
