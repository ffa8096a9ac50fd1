/**
 * Where files go (CLI.md, --out): one named file, standard output, or a folder; and what is said about each.
 */
import { basename, dirname, join, resolve } from 'node:path';
import type { Action, FileToSave, Saved } from '../files/save.ts';
import type { Artifact, Format } from '../generate.ts';
import { bad, type Checked, checked, good, hasErrors } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { nearest } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import { dayProblem } from '../project/config.ts';
import type { CommandLine } from './command-line.ts';
import type { Host } from './host.ts';

export type Target =
  | { readonly type: 'stdout' }
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'folder'; readonly path: string };

const FORMATS: readonly Format[] = ['md', 'pdf'];

function isFormat(text: string): text is Format {
  return FORMATS.some((format) => format === text);
}

/** `--format md,pdf`; undefined where it was not given. Problems: `invalid-value`. */
function formatsOf(line: CommandLine): Checked<readonly Format[] | undefined> {
  const value = line.one('format');
  if (value === undefined) return good(undefined);
  const formats = new Set<Format>();
  const problems: Problem[] = [];
  for (const match of value.text.matchAll(/[^,]+/g)) {
    const name = match[0].trim().toLowerCase();
    if (isFormat(name)) formats.add(name);
    else problems.push(wrongFormat(line.part(value, match.index, match.index + match[0].length)));
  }
  if (formats.size === 0 && problems.length === 0) problems.push(wrongFormat(value));
  return checked(
    FORMATS.filter((format) => formats.has(format)),
    problems,
  );
}

function wrongFormat(name: Named): Problem {
  const near = nearest(name.text, FORMATS);
  const help = `${near ? `did you mean "${near}"? ` : ''}there are: md, pdf, or both: md,pdf`;
  return error('invalid-value', `There is no format "${name.text}"`, name.span, { help });
}

/**
 * The target and the formats of a run. `otherwise`: what holds without --out. Problems: `invalid-value` for a format, and
 * for formats that the target cannot take.
 */
export function targetOf(
  line: CommandLine,
  host: Host,
  otherwise: Target,
): Checked<{ readonly target: Target; readonly formats: readonly Format[] }> {
  const asked = formatsOf(line);
  if (!asked.ok) return asked;
  const out = line.one('out');
  const target = out === undefined ? otherwise : readTarget(out.text, host.cwd);
  const formats = asked.value;
  const clash = (message: string) =>
    bad([error('invalid-value', message, line.one('format')?.span ?? line.whole)]);
  if (target.type === 'stdout') {
    if (formats !== undefined && formats.length > 1) return clash('Standard output takes one format');
    return good({ target, formats: formats ?? ['md'] });
  }
  if (target.type === 'file') {
    const own: Format = target.path.toLowerCase().endsWith('.pdf') ? 'pdf' : 'md';
    if (formats !== undefined && (formats.length > 1 || formats[0] !== own))
      return clash(`--out names a .${own} file, which takes the format ${own} alone`);
    return good({ target, formats: [own] });
  }
  return good({ target, formats: formats ?? FORMATS });
}

/** What --out says: `-`, a .md or .pdf file, else a folder. */
export function readTarget(out: string, cwd: string): Target {
  if (out === '-') return { type: 'stdout' };
  const path = resolve(cwd, out);
  return { type: /\.(md|pdf)$/i.test(out) ? 'file' : 'folder', path };
}

/** `--date`; undefined where it was not given. Problems: `invalid-value`. */
export function dateOf(line: CommandLine): Checked<Named | undefined> {
  const date = line.one('date');
  const wrong = date ? dayProblem(date) : null;
  return wrong ? bad([{ ...wrong, code: 'invalid-value' }]) : good(date);
}

/** The folder that a target writes to; null for standard output. */
export function folderOf(target: Target): string | null {
  if (target.type === 'stdout') return null;
  return target.type === 'file' ? dirname(target.path) : target.path;
}

/**
 * Brings artifacts to their target: all or none. Says one line a file on stderr (path, pages, size) unless --quiet, and
 * opens what was asked for; under --dry-run what would become of each file, and nothing is written or opened. `otherName`:
 * how the command gives a file in a folder another name, for a help. Problems: those of saveFiles.
 */
export async function deliver(
  artifacts: readonly Artifact[],
  target: Target,
  line: CommandLine,
  host: Host,
  otherName?: string,
): Promise<readonly Problem[]> {
  const dryRun = line.has('dry-run');
  const say = (text: string): void => {
    if (!line.has('quiet')) host.stderr.write(text);
  };
  if (target.type === 'stdout') {
    for (const { bytes } of artifacts)
      if (dryRun) say(wouldPrint(bytes.length));
      else host.stdout.write(bytes);
    return [];
  }
  const { saveFiles } = await import('../files/save.ts');
  const folder = target.type === 'file' ? dirname(target.path) : target.path;
  const files = artifacts.map((artifact): FileToSave & Artifact =>
    target.type === 'file' ? { ...artifact, name: basename(target.path) } : artifact,
  );
  const saved = saveFiles(folder, files, {
    ...{ cwd: host.cwd, force: line.has('force'), dryRun },
    otherName: target.type === 'folder' ? otherName : undefined,
  });
  const pages = saved.files.map((_, i) => files[i]?.pages ?? null);
  say(summary(saved, pages, dryRun));
  if (line.has('open') && !dryRun && !hasErrors(saved.problems)) {
    const first = files.find(({ format }) => format === 'pdf') ?? files[0];
    if (first) host.open(join(folder, first.name));
  }
  return saved.problems;
}

const WOULD: Readonly<Record<Action, string>> = {
  write: 'would write    ',
  replace: 'would replace  ',
  leave: 'would leave    ',
  refuse: 'would refuse   ',
};

/** What a dry run says of standard output. `size`: bytes. */
export function wouldPrint(size: number): string {
  return `${WOULD.write}standard output  ${sizeOf(size)}\n`;
}

/**
 * One line for each file: path, pages, size, and where what stood there was kept; in a dry run what would become of it.
 * `pages`: of each, null where it has none.
 */
export function summary(
  { files, problems }: Saved,
  pages: readonly (number | null)[],
  dryRun: boolean,
): string {
  const lines = files.map((file, i) => {
    const parts = [`${dryRun ? WOULD[file.action] : ''}${file.shown}`];
    const own = pages[i] ?? null;
    if (own !== null) parts.push(`${own} ${own === 1 ? 'page' : 'pages'}`);
    parts.push(sizeOf(file.size));
    const kept = dryRun ? 'would be' : 'is';
    if (file.backup !== null) parts.push(`(what stood there ${kept} kept as ${basename(file.backup)})`);
    return `${parts.join('  ')}\n`;
  });
  if (dryRun && hasErrors(problems)) lines.push('Nothing would be written.\n');
  return lines.join('');
}

/** Bytes in a person's words: 812 B, 12 KB, 1.3 MB. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
