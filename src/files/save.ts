/**
 * Writing a run's files so that nobody's work is lost.
 *
 * Kept true: everything is looked at before the first write, and all conflicts are reported together; then each file is
 * looked at once more before its own. A run that fails, or is killed, at any point leaves each file the old one whole or
 * the new one whole, and what it wrote is known for ours.
 */
import { dirname, join } from 'node:path';
import { hasErrors } from '../problems/checked.ts';
import type { Problem } from '../problems/problem.ts';
import { shownPath } from '../project/disk.ts';
import { FolderLock } from './lock.ts';
import { look, type Standing, wayIn } from './place.ts';
import {
  type Action,
  type FileToSave,
  type Planned,
  type PlanOptions,
  planFile,
  somebodysFile,
} from './plan.ts';
import { diskPort, type FilePort } from './port.ts';
import { Records } from './records.ts';
import { attempt } from './refused.ts';
import { backupOf, isUnfinished, keep, writeWhole } from './write.ts';

export type { Action, FileToSave } from './plan.ts';

export interface SaveOptions {
  /** Absolute; paths are shown relative to it. */
  readonly cwd: string;
  /** Replace what is somebody's, keeping it as `.bak`. */
  readonly force: boolean;
  /** Look only: nothing is written, and nothing waited for. */
  readonly dryRun?: boolean;
  /**
   * `copy`: what is written is for a person to work in from now on. Then nothing is recorded in the folder, and
   * every file that is there and differs is somebody's. Default: `output`, which can be made again.
   */
  readonly as?: 'output' | 'copy';
  /** A way to have it under another name, as the first words of a help: "name the candidate (...)". */
  readonly otherName?: string | undefined;
  /** All that can be done about a file that is somebody's, where it is not the usual. */
  readonly ways?: string | undefined;
  readonly port?: FilePort;
}

export interface SavedFile {
  /** Below the folder, as it was asked for. */
  readonly name: string;
  /** As a person knows it. */
  readonly shown: string;
  readonly action: Action;
  /** Bytes. */
  readonly size: number;
  /** Where the file that stood there was kept, as a person knows it. */
  readonly backup: string | null;
}

export interface Saved {
  /** What was written, or is there as it would be; in a dry run, what would become of each file. */
  readonly files: readonly SavedFile[];
  readonly problems: readonly Problem[];
}

/**
 * Writes all files or, where one is somebody's, none. `folder`: absolute; it is made, and nothing below it leads out of it.
 * Problems: `somebodys-file` for each such file, `cannot-write`, `newer-manifest`, and the warning `damaged-manifest`.
 */
export function saveFiles(folder: string, files: readonly FileToSave[], options: SaveOptions): Saved {
  const problems: Problem[] = [];
  const port = options.port ?? diskPort;
  const shown = (path: string): string => shownPath(options.cwd, path);
  const { force, otherName, ways } = options;
  const records = options.as === 'copy' ? null : new Records(port, shown, problems);
  const plan: PlanOptions = { port, folder, records, shown, force, otherName, ways };
  if (options.dryRun || wayIn(port, folder, folder) !== null) {
    const planned = files.map((file) => planFile(file, plan, problems));
    return { files: options.dryRun ? planned.map((one) => outcome(one, plan)) : [], problems };
  }
  const lock = attempt(shown(folder), problems, () => {
    port.makeFolder(folder);
    return new FolderLock(port, folder);
  });
  if (!lock) return { files: [], problems };
  try {
    const planned = files.map((file) => {
      lock.renew();
      return planFile(file, plan, problems);
    });
    if (hasErrors(problems)) return { files: [], problems };
    return { files: writeAll(planned, plan, lock, problems), problems };
  } finally {
    attempt(shown(lock.path), problems, () => lock.release());
  }
}

function outcome(planned: Planned, { port, shown }: PlanOptions): SavedFile {
  const { file, before, keeps } = planned;
  const backup = keeps && before?.kind === 'file' ? backupOf(port, before.target, before.hash).path : null;
  return {
    ...{ name: file.name, shown: planned.shown, action: planned.action, size: file.bytes.length },
    backup: backup === null ? null : shown(backup),
  };
}

/** Writes what was planned, up to the first file that the disk refuses; what was written is recorded. */
function writeAll(
  planned: readonly Planned[],
  plan: PlanOptions,
  lock: FolderLock,
  problems: Problem[],
): readonly SavedFile[] {
  const { port, records, shown } = plan;
  const folders = [...new Set(planned.map(({ path }) => dirname(path)))];
  const begun = attempt(shown(plan.folder), problems, () => {
    for (const folder of folders) port.makeFolder(folder);
    if (planned.every(({ action }) => action === 'leave')) return true;
    for (const { path, hash } of planned) records?.begin(path, hash);
    records?.write();
    return true;
  });
  if (!begun) return [];
  const saved: SavedFile[] = [];
  for (const one of planned) {
    lock.renew();
    const done = attempt(one.shown, problems, () => writeOne(one, plan, problems));
    if (!done) break;
    saved.push(done);
  }
  planned.forEach(({ path, hash, recorded }, i) => {
    records?.end(path, i < saved.length ? [hash] : recorded);
  });
  const after: Problem[] = [];
  attempt(shown(plan.folder), after, () => {
    for (const folder of folders) sweep(port, folder);
    records?.forget();
    records?.write();
  });
  // Of a disk that is full it is enough to hear once.
  if (!hasErrors(problems)) problems.push(...after);
  return saved;
}

/** null, with a Problem, where somebody was faster. */
function writeOne(planned: Planned, plan: PlanOptions, problems: Problem[]): SavedFile | null {
  const { file, before, action, keeps } = planned;
  const { port, folder, shown } = plan;
  const now = look(port, folder, file.name);
  if (before === null || hashIn(now) !== hashIn(before)) {
    problems.push(somebodysFile(planned.shown, 'was changed while this was made', plan));
    return null;
  }
  const copy = keeps && before.kind === 'file' ? keep(port, before.target, before.hash) : null;
  // A person may have closed it to others.
  const mode = before.kind === 'file' ? (before.mode & PERMISSIONS) | OWNER_WRITES : null;
  if (action !== 'leave') writeWhole(port, before.target, file.bytes, mode);
  const backup = copy === null ? null : shown(copy);
  return { name: file.name, shown: planned.shown, action, size: file.bytes.length, backup };
}

function hashIn(standing: Standing): string {
  return standing.kind === 'file' ? standing.hash : standing.kind;
}

const PERMISSIONS = 0o777;
const OWNER_WRITES = 0o200;

/** Takes away what a run that was killed left half written. */
function sweep(port: FilePort, folder: string): void {
  for (const name of port.names(folder)) if (isUnfinished(name)) port.remove(join(folder, name));
}
