/** import: what a company has already, as YAML of ours; what was found, guessed and left out is told. */
import { resolve } from 'node:path';
import { saveFiles } from '../files/save.ts';
import { type Imported, importFiles } from '../importing/import.ts';
import { type Report, reportHuman, reportJson, reportMarkdown, reportOf } from '../importing/report.ts';
import { foundIn, type Planned, planFiles } from '../importing/write/write.ts';
import { hasErrors } from '../problems/checked.ts';
import type { Problem } from '../problems/problem.ts';
import { diskFolder, shownPath } from '../project/disk.ts';
import { readProject } from '../project/open.ts';
import { shipped } from '../project/shipped.ts';
import type { CommandLine } from './command-line.ts';
import type { Host } from './host.ts';
import { sourcesOf } from './import-files.ts';
import { importWords, type ReportFormat } from './import-options.ts';
import { summary } from './output.ts';
import { conclude } from './report.ts';

/** Files of an import are listed while they are few. */
const FEW = 12;

/** Imports the files, folders or standard input that are named. */
export async function importCommand(line: CommandLine, host: Host): Promise<number> {
  const words = importWords(line);
  if (!words.ok) return conclude(words.problems, host);
  const { options, report: format } = words.value;
  const [{ readMaterial, isReadable }, { recognise }] = await Promise.all([
    import('../importing/read/read.ts'),
    import('../importing/recognise/recognise.ts'),
  ]);
  const sources = await sourcesOf(line.positionals().slice(1), host, isReadable);
  if (!sources.ok) return finish(null, sources.problems, format, host);
  const { files, passedOver } = sources.value;
  const progress = progressOn(host, line.has('quiet'));
  const imported = await importFiles(files, options, { readMaterial, recognise, progress });
  progress(0, 0);
  if (!imported.ok) return finish(null, imported.problems, format, host);
  const { draft, recognised } = imported.value;
  const out = outOf(line, host);
  const dryRun = line.has('dry-run');
  const merge = line.has('merge');
  const planned = planFiles(withPassedOver(imported.value, passedOver), {
    data: diskFolder(out, host.cwd),
    shipped: diskFolder(shipped().data, host.cwd),
    merge,
  });
  const problems: Problem[] = [...imported.problems, ...planned.problems];
  const report = reportOf({
    sources: files.map(({ path }) => path),
    ...{ shape: recognised.shape, why: recognised.why, claims: draft.claims },
    found: planned.ok ? planned.value.found : foundIn(draft),
    levels: draft.levels.map(({ name }) => name),
  });
  if (!planned.ok) return finish(report, problems, format, host);
  const saved = saveFiles(out, bytesOf(planned.value), {
    ...{ cwd: host.cwd, as: 'copy', dryRun, force: merge },
    ways: merge
      ? 'move it, or write elsewhere (--out)'
      : '--merge adds what is new to it; or move it, or write elsewhere (--out)',
  });
  problems.push(...saved.problems);
  if (format === null && !line.has('quiet')) host.stderr.write(`${reportHuman(report)}\n`);
  if (!line.has('quiet')) {
    host.stderr.write(filesWritten(saved, out, dryRun, host));
    if (!dryRun && !hasErrors(problems)) host.stderr.write(nextWords(planned.value, line));
  }
  return finish(report, problems, format, host);
}

/** Prints the report, and how the run ends. */
function finish(
  report: Report | null,
  problems: readonly Problem[],
  format: ReportFormat | null,
  host: Host,
): number {
  if (format === 'json') host.stdout.write(reportJson(report, problems));
  else if (format === 'md' && report) host.stdout.write(reportMarkdown(report, problems));
  return conclude(problems, host);
}

/** --out, else the data folder of the project, else data/ where its settings stand. Absolute. */
function outOf(line: CommandLine, host: Host): string {
  const out = line.one('out');
  if (out) return resolve(host.cwd, out.text);
  const { project } = readProject({ cwd: host.cwd });
  return resolve(project.root, project.config.data?.text ?? 'data');
}

function withPassedOver({ draft }: Imported, files: readonly string[]): Imported['draft'] {
  const message = 'the file: it is of no format that is read';
  const place = (path: string) => ({
    ...{ source: { path, text: '' }, line: null, sheet: null, row: null, column: null },
  });
  const skipped = files.map((path) => ({ message, place: place(path) }));
  return { ...draft, skipped: [...draft.skipped, ...skipped] };
}

function bytesOf({ files }: Planned) {
  const encoder = new TextEncoder();
  // Each when it is asked for: thousands need not be in memory twice.
  return files.map(({ path, text }) => ({
    name: path,
    get bytes() {
      return encoder.encode(text);
    },
  }));
}

/** Each file, or how many where they are more than one reads. A dry run lists all. */
function filesWritten(saved: ReturnType<typeof saveFiles>, out: string, dryRun: boolean, host: Host): string {
  if (dryRun || saved.files.length <= FEW || hasErrors(saved.problems)) return summary(saved, [], dryRun);
  const count = (under: string) => saved.files.filter(({ name }) => name.startsWith(under)).length;
  const kept = saved.files.filter(({ backup }) => backup !== null).length;
  const what = `${saved.files.length} files: ${count('roles/')} in roles, ${count('skills/')} in skills`;
  return `${shownPath(host.cwd, out)}  ${what}${kept > 0 ? `; ${kept} that were there are kept as .bak` : ''}\n`;
}

/** What to type next. */
function nextWords({ found }: Planned, line: CommandLine): string {
  const out = line.one('out')?.text;
  const data = out === undefined || out.replace(/\/+$/, '') === 'data' ? '' : ` --data ${out}`;
  for (const { id, levels } of found.roles) {
    const asked = levels.find(({ level }) =>
      found.skills.some((skill) => skill.entries.get(id)?.get(level)?.kind === 'expectation'),
    );
    if (asked)
      return `Next: rubricate check${data}, then rubricate scorecard --role ${id} --level ${asked.level}${data}\n`;
  }
  return `Next: rubricate check${data}\n`;
}

/** One line on a terminal that says how far the reading is, and is gone at its end (0 of 0). */
function progressOn(host: Host, quiet: boolean): (done: number, of: number) => void {
  if (quiet || !host.stderr.isTTY) return () => {};
  const CLEAR = '\r\u001b[K';
  return (done, of) => {
    host.stderr.write(
      of === 0 ? CLEAR : `${CLEAR}${done < of ? `Reading ${done + 1} of ${of} ...` : 'Recognising ...'}`,
    );
  };
}
