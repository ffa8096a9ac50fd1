/**
 * Writing a run's files so that nobody's work is lost.
 *
 * Kept true: everything is looked at before the first write, and all conflicts are reported together; a file is either
 * the old one or the new one, never half of it (written beside it, then renamed); a file that is there, is not as
 * recorded and differs from what would be written is somebody's, and is left alone unless `force` keeps a copy of it.
 */
import {
  copyFileSync,
  constants as fsConstants,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { bad, type Checked, checked } from '../problems/checked.ts';
import type { CodeOf } from '../problems/code.ts';
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import { shownPath } from '../project/disk.ts';
import { isMissing, reasonOf } from './errors.ts';
import { hashOf, MANIFEST_FILE, type Manifest, manifestText, readManifest } from './manifest.ts';

export interface FileToSave {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface SaveOptions {
  /** Absolute; paths are shown relative to it. */
  readonly cwd: string;
  /** Replace what is somebody's, keeping it as `.bak`. */
  readonly force: boolean;
  /**
   * `copy`: what is written is for a person to work in from now on. Then nothing is recorded in the folder, and
   * every file that is there and differs is somebody's. Default: `output`, which can be made again.
   */
  readonly as?: 'output' | 'copy';
  /** A way to have it under another name, as the first words of a help: "name the candidate (...)". */
  readonly otherName?: string | undefined;
}

export interface SavedFile {
  /** Absolute. */
  readonly path: string;
  /** As a person knows it. */
  readonly shown: string;
  /** Bytes. */
  readonly size: number;
  /** Where the file that stood there was kept, as a person knows it. */
  readonly backup: string | null;
}

interface Planned {
  readonly file: FileToSave;
  readonly shown: string;
  /** Where the bytes go: the file itself, also where `path` is a link to it. */
  readonly target: string;
  readonly before: Buffer | null;
  readonly somebodys: boolean;
  /** We wrote a file of this name here before. */
  readonly recorded: boolean;
}

const WAYS_OUT = 'move the file, write elsewhere (--out), or --force, which keeps a .bak';

function problemAt(code: CodeOf<'error'>, message: string, shown: string, help?: string): Problem {
  return error(code, message, fileSpan({ path: shown, text: '' }), { help });
}

/** Runs what touches the disk; what the disk refuses is a Problem, anything else a bug. */
function attempt<T>(shown: string, problems: Problem[], action: () => T): T | undefined {
  try {
    return action();
  } catch (thrown) {
    const reason = reasonOf(thrown);
    if (reason === null) throw thrown;
    problems.push(problemAt('cannot-write', `${shown} cannot be written: ${reason}`, shown));
    return undefined;
  }
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** A file that is somebody's: what to do about it depends on what would have been written. */
function somebodysFile({ shown, recorded }: Planned, options: SaveOptions): Problem {
  if (options.as === 'copy')
    return problemAt(
      'somebodys-file',
      `${shown} is there already`,
      shown,
      'move or rename it, write elsewhere (--out), or --force, which keeps a .bak',
    );
  const message = recorded
    ? `${shown} is not as it was written: somebody has worked in it`
    : `${shown} is there already, and there is no record that rubricate wrote it`;
  const help = options.otherName === undefined ? WAYS_OUT : `${options.otherName}, ${WAYS_OUT}`;
  return problemAt('somebodys-file', message, shown, help);
}

const NO_MANIFEST: Manifest = new Map();

/** The manifest of a folder, read once; none, with a Problem at it, where the disk will not give it. */
function manifestOf(
  folder: string,
  known: Map<string, Manifest>,
  options: SaveOptions,
  problems: Problem[],
): Manifest {
  const before = known.get(folder);
  if (before) return before;
  const read = attempt(shownPath(options.cwd, join(folder, MANIFEST_FILE)), problems, () =>
    readManifest(folder, shownPath(options.cwd, folder)),
  );
  problems.push(...(read?.problems ?? []));
  const manifest = read?.manifest ?? NO_MANIFEST;
  known.set(folder, manifest);
  return manifest;
}

function plan(files: readonly FileToSave[], options: SaveOptions, problems: Problem[]): Planned[] {
  const manifests = new Map<string, Manifest>();
  const planned: Planned[] = [];
  for (const file of files) {
    const folder = dirname(file.path);
    const shown = shownPath(options.cwd, file.path);
    const manifest = options.as === 'copy' ? NO_MANIFEST : manifestOf(folder, manifests, options, problems);
    attempt(shown, problems, () => {
      const before = readOrNull(file.path);
      const recorded = manifest.get(basename(file.path));
      const ours = before === null || hashOf(before) === recorded || Buffer.compare(before, file.bytes) === 0;
      const target = before === null ? file.path : realpathSync.native(file.path);
      planned.push({
        ...{ file, shown, target, before },
        ...{ somebodys: !ours, recorded: recorded !== undefined },
      });
    });
  }
  return planned;
}

/** Keeps the file as `.bak`, `.bak2`, ...: a copy that is there is never written over. Returns its path. */
function keepCopy(path: string, bytes: Uint8Array): string {
  for (let n = 1; ; n++) {
    const copy = `${path}.bak${n === 1 ? '' : n}`;
    const there = readOrNull(copy);
    if (there !== null && Buffer.compare(there, bytes) === 0) return copy;
    if (there !== null) continue;
    copyFileSync(path, copy, fsConstants.COPYFILE_EXCL);
    return copy;
  }
}

function writeAtomic(target: string, bytes: Uint8Array | string): void {
  const temporary = join(dirname(target), `.${basename(target).slice(0, 200)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, target);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
}

function record(folder: string, files: readonly FileToSave[], options: SaveOptions): void {
  const manifest = new Map(readManifest(folder, shownPath(options.cwd, folder)).manifest);
  for (const file of files) manifest.set(basename(file.path), hashOf(file.bytes));
  const path = join(folder, MANIFEST_FILE);
  const text = manifestText(manifest);
  if (!readOrNull(path)?.equals(Buffer.from(text))) writeAtomic(path, text);
}

/**
 * Writes all files or, where one is somebody's, none. Problems: `somebodys-file` for each such file, `cannot-write`,
 * and the warning `damaged-manifest`.
 */
export function saveFiles(files: readonly FileToSave[], options: SaveOptions): Checked<readonly SavedFile[]> {
  const problems: Problem[] = [];
  const planned = plan(files, options, problems);
  if (!options.force)
    for (const one of planned) if (one.somebodys) problems.push(somebodysFile(one, options));
  if (problems.some((problem) => problem.severity === 'error')) return bad(problems);

  const saved: SavedFile[] = [];
  for (const { file, shown, target, before, somebodys } of planned) {
    const done = attempt(shown, problems, (): SavedFile => {
      mkdirSync(dirname(target), { recursive: true });
      const copy = somebodys && before !== null ? keepCopy(target, before) : null;
      if (before === null || Buffer.compare(before, file.bytes) !== 0) writeAtomic(target, file.bytes);
      const backup = copy === null ? null : shownPath(options.cwd, copy);
      return { path: file.path, shown, size: file.bytes.length, backup };
    });
    if (done === undefined) break;
    saved.push(done);
  }
  if (options.as === 'copy') return checked(saved, problems);
  const written = new Set(saved.map(({ path }) => path));
  const folders = new Set(saved.map(({ path }) => dirname(path)));
  for (const folder of folders) {
    const there = files.filter(({ path }) => written.has(path) && dirname(path) === folder);
    attempt(shownPath(options.cwd, join(folder, MANIFEST_FILE)), problems, () =>
      record(folder, there, options),
    );
  }
  return checked(saved, problems);
}
