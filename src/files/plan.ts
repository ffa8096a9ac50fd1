/**
 * What would become of each file of a run, before anything is written. A file that is there, is not as recorded and
 * differs from what would be written now is somebody's; so is one that was made read-only.
 */
import { join } from 'node:path';
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import { hashOf } from './manifest.ts';
import { look, type Nothing, type StandingFile } from './place.ts';
import type { FilePort } from './port.ts';
import type { Records } from './records.ts';
import { attempt, cannotWrite } from './refused.ts';

export interface FileToSave {
  /** Below the folder that the run writes to, with `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `leave`: it is there already, byte for byte. */
export type Action = 'write' | 'replace' | 'leave' | 'refuse';

export interface Planned {
  readonly file: FileToSave;
  /** Absolute. */
  readonly path: string;
  /** As a person knows it. */
  readonly shown: string;
  readonly action: Action;
  /** Of the bytes to be written. */
  readonly hash: string;
  /** null where nothing can be written. */
  readonly before: Nothing | StandingFile | null;
  /** What stands there is somebody's, and is kept. */
  readonly keeps: boolean;
  /** What was recorded of it. */
  readonly recorded: readonly string[];
}

export interface PlanOptions {
  readonly port: FilePort;
  /** Where the run writes to, absolute. */
  readonly folder: string;
  /** null: nothing is recorded there. */
  readonly records: Records | null;
  readonly shown: (path: string) => string;
  readonly force: boolean;
  readonly otherName: string | undefined;
  /** What else can be done about a file that is somebody's, in the place of all others. */
  readonly ways: string | undefined;
}

/** What becomes of one file. Problems: `somebodys-file`, `cannot-write`, those of its folder's manifest. */
export function planFile(file: FileToSave, options: PlanOptions, problems: Problem[]): Planned {
  const { port, folder, records } = options;
  const path = join(folder, file.name);
  const shown = options.shown(path);
  const recorded = records?.of(path) ?? [];
  const hash = hashOf(file.bytes);
  const planned = { file, path, shown, hash, recorded, keeps: false };
  const standing = attempt(shown, problems, () => look(port, folder, file.name));
  if (standing?.kind === 'barred') problems.push(cannotWrite(shown, standing.why));
  if (!standing || standing.kind === 'barred') return { ...planned, action: 'refuse', before: null };
  const before = standing;
  if (before.kind === 'nothing') return { ...planned, action: 'write', before };
  if (before.hash === hash) return { ...planned, action: 'leave', before };
  const ours = recorded.includes(before.hash) && !before.readOnly;
  if (ours) return { ...planned, action: 'replace', before };
  if (options.force) return { ...planned, action: 'replace', before, keeps: true };
  problems.push(somebodysFile(shown, whose(before, recorded, records === null), options));
  return { ...planned, action: 'refuse', before };
}

/** Why a file counts as somebody's. */
function whose(before: StandingFile, recorded: readonly string[], isCopy: boolean): string {
  if (isCopy) return 'is there already';
  if (recorded.includes(before.hash)) return 'is read-only: somebody protects it';
  return recorded.length > 0
    ? 'is not as it was written: somebody has worked in it'
    : 'is there already, and there is no record that rubricate wrote it';
}

/** A file that is somebody's: what to do about it depends on what would have been written. */
export function somebodysFile(
  shown: string,
  why: string,
  { records, otherName, ways }: Pick<PlanOptions, 'records' | 'otherName' | 'ways'>,
): Problem {
  const copy = 'move or rename it, write elsewhere (--out), or --force, which keeps a .bak';
  const output = `${otherName === undefined ? '' : `${otherName}, `}${WAYS_OUT}`;
  const help = ways ?? (records === null ? copy : output);
  return error('somebodys-file', `${shown} ${why}`, fileSpan({ path: shown, text: '' }), { help });
}

const WAYS_OUT = 'move the file, write elsewhere (--out), or --force, which keeps a .bak';
