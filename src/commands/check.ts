/** check: everything that can be found wrong without making a document, for people, tools or GitHub. */
import { checkProject } from '../generate/check.ts';
import { knownNames } from '../problems/nearest.ts';
import { error, type Problem, sorted } from '../problems/problem.ts';
import { reportGithub } from '../problems/reporters/github.ts';
import { countOf, reportHuman } from '../problems/reporters/human.ts';
import { reportJson } from '../problems/reporters/json.ts';
import { readProject } from '../project/open.ts';
import type { CommandLine } from './command-line.ts';
import { type Host, hasColours } from './host.ts';
import { conclude, DONE, PROBLEMS } from './report.ts';

const FORMATS = ['human', 'json', 'github'];

/** Checks the project. Exit code 1 with errors, under --strict also with warnings; advice never counts. */
export async function check(line: CommandLine, host: Host): Promise<number> {
  if (line.has('coverage')) return (await import('./coverage.ts')).coverage(line, host);
  const format = line.one('format');
  if (format && !FORMATS.includes(format.text)) {
    const help = knownNames(format.text, FORMATS);
    return conclude(
      [error('invalid-value', `There is no format "${format.text}"`, format.span, { help })],
      host,
    );
  }
  const report = await checkProject(readProject({ cwd: host.cwd, data: line.one('data') }));
  const problems = sorted(report.problems);
  if (format?.text === 'json') host.stdout.write(reportJson(problems, report.files));
  else if (format?.text === 'github') host.stdout.write(reportGithub(problems));
  else host.stderr.write(human(problems, report.files, host));
  const counts = (problem: Problem) =>
    problem.severity === 'error' || (problem.severity === 'warning' && line.has('strict'));
  return problems.some(counts) ? PROBLEMS : DONE;
}

function human(problems: readonly Problem[], files: number, host: Host): string {
  const read = `${files} ${files === 1 ? 'file' : 'files'}`;
  const found = countOf(problems);
  const last =
    found === ''
      ? `${read} read, no problems.`
      : `${read} read: ${found}. "rubricate explain CODE" says more of each.`;
  return `${reportHuman(problems, hasColours(host.stderr, host.env))}${last}\n`;
}
