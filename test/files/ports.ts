/** Disks that go wrong, over the real one. */
import { basename, dirname, join } from 'node:path';
import { diskPort, type FilePort } from '../../src/files/port.ts';

type Writes = 'makeFolder' | 'create' | 'write' | 'setMode' | 'link' | 'copy' | 'rename' | 'remove';

/** A disk before each of whose changes `meet` is called: with the call's number from 1, its name and paths. */
function watched(meet: (n: number, call: Writes, paths: readonly string[]) => void): FilePort {
  let n = 0;
  const met = (call: Writes, ...paths: readonly string[]): void => meet(++n, call, paths);
  return {
    ...diskPort,
    pause: () => {},
    makeFolder: (path) => [met('makeFolder', path), diskPort.makeFolder(path)],
    create: (path, text) => [met('create', path), diskPort.create(path, text)],
    write: (path, bytes, mode) => [met('write', path), diskPort.write(path, bytes, mode)],
    setMode: (path, mode) => [met('setMode', path), diskPort.setMode(path, mode)],
    link: (path, name) => [met('link', path, name), diskPort.link(path, name)],
    copy: (path, to) => [met('copy', path, to), diskPort.copy(path, to)],
    rename: (path, to) => [met('rename', path, to), diskPort.rename(path, to)],
    remove: (path) => [met('remove', path), diskPort.remove(path)],
  };
}

/** What a test's disk throws where a process would be gone. */
export class Killed extends Error {}

/**
 * A disk whose process is killed at its n-th change: before it, or half through writing. `links`: it gives a file several
 * names. `made`: takes down the changes.
 */
export function killedAt(n: number, how: 'before' | 'half', links = true, made: string[] = []): FilePort {
  let gone = false;
  const port = watched((at, call) => {
    const before = gone;
    gone ||= at >= n;
    if (gone) throw before ? new Killed('already') : new Killed();
    made.push(call);
  });
  /** What of a call is done when the process goes. */
  const torn =
    <T extends readonly unknown[]>(call: (...given: T) => void, half: (...given: T) => void) =>
    (...given: T): void => {
      try {
        call(...given);
      } catch (thrown) {
        if (how === 'half' && thrown instanceof Killed && thrown.message === '') half(...given);
        throw thrown;
      }
    };
  const half = (path: string, bytes: Uint8Array | string): void =>
    diskPort.write(path, bytes.slice(0, Math.floor(bytes.length / 2)));
  return {
    ...port,
    create: torn(port.create, (path) => diskPort.create(path, '')),
    write: torn(port.write, half),
    copy: torn(port.copy, (path, to) => half(to, diskPort.read(path))),
    link: links
      ? port.link
      : () => {
          throw refusal('EPERM');
        },
  };
}

/** As Node throws it. */
export function refusal(code: string): Error {
  return Object.assign(new Error(`${code}: refused`), { code, syscall: 'write' });
}

/** A disk that refuses its n-th change and, if it is full, everything after it that takes room. */
export function refusedAt(n: number, code: string, calls: string[] = []): FilePort {
  const takesRoom: readonly Writes[] = ['makeFolder', 'create', 'write', 'copy'];
  return watched((at, call) => {
    calls.push(call);
    if (at === n || (code === 'ENOSPC' && at > n && takesRoom.includes(call))) throw refusal(code);
  });
}

/** A disk that refuses one kind of call. */
export function without(call: Writes, code: string): FilePort {
  return watched((_, made) => {
    if (made === call) throw refusal(code);
  });
}

/** A disk on which something happens, once, before a change is made. */
export function interrupted(call: Writes, part: string, action: () => void): FilePort {
  let done = false;
  return watched((_, made, paths) => {
    if (done || made !== call || !paths.some((path) => path.includes(part))) return;
    done = true;
    action();
  });
}

/** A disk that is blind to case, as those of macOS and Windows are: it keeps a name as it was first written. */
export function blindToCase(): FilePort {
  const own = (path: string): string => {
    const above = dirname(path);
    if (above === path) return path;
    const folder = own(above);
    const wanted = basename(path).normalize('NFC').toLowerCase();
    const there = diskPort.entry(folder)?.kind === 'folder' ? diskPort.names(folder) : [];
    return join(
      folder,
      there.find((name) => name.normalize('NFC').toLowerCase() === wanted) ?? basename(path),
    );
  };
  return {
    ...diskPort,
    entry: (path) => diskPort.entry(own(path)),
    realPath: (path) => diskPort.realPath(own(path)),
    names: (folder) => diskPort.names(own(folder)),
    read: (path) => diskPort.read(own(path)),
    hash: (path) => diskPort.hash(own(path)),
    makeFolder: (path) => diskPort.makeFolder(own(path)),
    create: (path, text) => diskPort.create(own(path), text),
    write: (path, bytes, mode) => diskPort.write(own(path), bytes, mode),
    link: (path, name) => diskPort.link(own(path), own(name)),
    rename: (path, to) => diskPort.rename(own(path), own(to)),
    remove: (path) => diskPort.remove(own(path)),
  };
}
