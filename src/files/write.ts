/**
 * A file is the old one whole or the new one whole: it is written beside its place and then takes it in one step. What is
 * somebody's has a second name, `.bak`, before its own is given away.
 */
import { dirname, join } from 'node:path';
import { codeOf } from './errors.ts';
import type { FilePort } from './port.ts';

/** Our own while it is being written; one of a run that was killed is found by its name. */
export function isUnfinished(name: string): boolean {
  return /^\.rubricate-\d+\.tmp$/.test(name);
}

const OWN_ALONE = 0o600;

/** Writes a file whole. `mode`: the permissions of the file that was there. */
export function writeWhole(
  port: FilePort,
  target: string,
  bytes: Uint8Array | string,
  mode: number | null = null,
): void {
  const unfinished = unfinishedIn(dirname(target));
  try {
    if (mode === null) port.write(unfinished, bytes);
    else {
      // Never open to more people than the old one.
      port.write(unfinished, bytes, OWN_ALONE);
      port.setMode(unfinished, mode);
    }
    port.rename(unfinished, target);
  } catch (thrown) {
    port.remove(unfinished);
    throw thrown;
  }
}

/** Where a file's copy goes, `.bak`, `.bak2` ...: the first that is free, or holds the same already. */
export function backupOf(
  port: FilePort,
  target: string,
  hash: string,
): { readonly path: string; readonly kept: boolean } {
  for (let n = 1; ; n++) {
    const path = `${target}.bak${n === 1 ? '' : n}`;
    const there = port.entry(path);
    if (there === null) return { path, kept: false };
    if (there.kind === 'file' && port.hash(path) === hash) return { path, kept: true };
  }
}

/** Keeps a file beside itself; one that is there is never written over. Returns the path. */
export function keep(port: FilePort, target: string, hash: string): string {
  const { path, kept } = backupOf(port, target, hash);
  if (kept) return path;
  try {
    port.link(target, path);
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === null) throw thrown;
    if (code === 'EEXIST') return keep(port, target, hash);
    // A disk that gives a file one name only.
    const unfinished = unfinishedIn(dirname(target));
    port.copy(target, unfinished);
    port.rename(unfinished, path);
  }
  return path;
}

function unfinishedIn(folder: string): string {
  return join(folder, `.rubricate-${process.pid}.tmp`);
}
