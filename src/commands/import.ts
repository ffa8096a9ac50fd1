/** import: what a company has already, as YAML of ours; what was found, guessed and left out is told. */
import { resolve } from 'node:path';
import { saveFiles } from '../files/save.ts';
import { type Report, reportHuman, reportJson, reportMarkdown } from '../importing/report.ts';
import type { Planned } from '../importing/write/write.ts';
import { hasErrors } from '../problems/checked.ts';
import type { Problem } from '../problems/problem.ts';
import { shownPath } from '../project/disk.ts';
import { readProject } from '../project/open.ts';
import type { CommandLine } from './command-line.ts';
import type { Host } from './host.ts';
import { importWords, type ReportFormat } from './import-options.ts';
import { summary } from './output.ts';
import { firstAsked, readImport, toSave } from './read-import.ts';
import { conclude } from './report.ts';

/** Files of an import are listed while they are few. */
const FEW = 12;

/** Imports the files, folders or standard input that are named. */
export async function importCommand(line: CommandLine, host: Host): Promise<number> {
  const words = importWords(line);
  if (!words.ok) return conclude(words.problems, host);
  const { options, report: format } = words.value;
  const out = outOf(line, host);
  const dryRun = line.has('dry-run');
  const merge = line.has('merge');
  const names = line.positionals().slice(1);
  const quiet = line.has('quiet');
  const read = await readImport({ names, options, out, merge, quiet }, host);
  const { planned, report } = read;
  const problems: Problem[] = [...read.problems];
  if (!planned || !report) return finish(report, problems, format, host);
  const saved = saveFiles(out, toSave(planned.files), {
    ...{ cwd: host.cwd, as: 'copy', dryRun, force: merge },
    ways: merge
      ? 'move it, or write elsewhere (--out)'
      : '--merge adds what is new to it; or move it, or write elsewhere (--out)',
  });
  problems.push(...saved.problems);
  if (format === null && !quiet) host.stderr.write(`${reportHuman(report)}\n`);
  if (!quiet) {
    host.stderr.write(filesWritten(saved, out, dryRun, host));
    if (!dryRun && !hasErrors(problems)) host.stderr.write(nextWords(planned, line));
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

/** Each file, or how many where they are more than one reads. A dry run lists all. */
function filesWritten(saved: ReturnType<typeof saveFiles>, out: string, dryRun: boolean, host: Host): string {
  if (dryRun || saved.files.length <= FEW || hasErrors(saved.problems)) return summary(saved, [], dryRun);
  const count = (under: string) => saved.files.filter(({ name }) => name.startsWith(under)).length;
  const kept = saved.files.filter(({ backup }) => backup !== null).length;
  const what = `${saved.files.length} files: ${count('roles/')} in roles, ${count('skills/')} in skills`;
  return `${shownPath(host.cwd, out)}  ${what}${kept > 0 ? `; ${kept} that were there are kept as .bak` : ''}\n`;
}

/** What to type next. */
function nextWords(planned: Planned, line: CommandLine): string {
  const out = line.one('out')?.text;
  const data = out === undefined || out.replace(/\/+$/, '') === 'data' ? '' : ` --data ${out}`;
  const asked = firstAsked(planned);
  const then = asked ? `, then rubricate scorecard --role ${asked.role} --level ${asked.level}${data}` : '';
  return `Next: rubricate check${data}${then}\n`;
}
