/** scorecard, promotion and render: one document by names -> its files. */

import type { Request, Setting } from '../generate.ts';
import { generate } from '../generate.ts';
import { type Checked, checked } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { error, type Problem } from '../problems/problem.ts';
import { openProject } from '../project/open.ts';
import type { CommandLine } from './command-line.ts';
import type { Host } from './host.ts';
import { dateOf, deliver, folderOf, targetOf } from './output.ts';
import { conclude } from './report.ts';

/** A file bears the name of whom it is about. */
const OTHER_NAME = 'name the candidate (--set candidate=...) or the person (--set person=...)';

/** Makes one document of the kind. */
export async function render(kind: Named, line: CommandLine, host: Host): Promise<number> {
  const project = openProject({
    ...{ cwd: host.cwd, data: line.one('data') },
    epoch: line.has('date') ? undefined : host.env['SOURCE_DATE_EPOCH'],
  });
  const out = project.ok ? project.value.out : host.cwd;
  const output = targetOf(line, host, { type: 'folder', path: out });
  const request = readRequest(kind, line);
  const before = [...project.problems, ...output.problems, ...request.problems];
  if (!project.ok || !output.ok || !request.ok) return conclude(before, host);
  const { target, formats } = output.value;
  const made = await generate(project.value, [{ ...request.value, formats }], {
    folder: folderOf(target) ?? host.cwd,
  });
  if (!made.ok) return conclude([...before, ...made.problems.map(whereIdsStand)], host);
  const problems = await deliver(made.value, target, line, host, OTHER_NAME);
  return conclude([...before, ...made.problems, ...problems], host);
}

/** An id that a document lacks: where a person finds those that it has. */
function whereIdsStand(problem: Problem): Problem {
  if (problem.code !== 'unknown-field') return problem;
  const help = 'with "-o -" the Markdown is printed: each field says its id there';
  return { ...problem, help: problem.help === undefined ? help : `${problem.help} ${help}` };
}

function readRequest(kind: Named, line: CommandLine): Checked<Request> {
  const problems: Problem[] = [];
  const skills = line.every('skill');
  const interview = line.one('interview');
  const first = skills[0];
  if (interview && first)
    problems.push(
      error('excluding-options', '--interview and --skill exclude each other', first.span, {
        help: 'an interview names its skills: take one of the two away',
        related: [{ message: 'the interview', span: interview.span }],
      }),
    );
  const date = dateOf(line);
  problems.push(...date.problems);
  const names = (['role', 'level', 'from', 'to', 'interview'] as const).map((key) => line.one(key));
  const [role, level, from, to] = names;
  return checked(
    {
      ...{ kind, role, level, from, to, interview, toRole: line.one('to-role') },
      ...{ with: line.one('with'), withLevel: line.one('with-level') },
      skills: skills.length > 0 ? skills : undefined,
      minutes: readNumber(line, 'minutes', [1, 1440], problems),
      members: readNumber(line, 'members', [1, 20], problems),
      sets: readSettings(line, problems),
      ...{ language: line.one('lang'), paper: line.one('paper'), theme: line.one('theme') },
      ...{ date: date.ok ? date.value : undefined, at: kind.span },
    },
    problems,
  );
}

function readNumber(
  line: CommandLine,
  option: 'minutes' | 'members',
  [least, most]: readonly [number, number],
  problems: Problem[],
): Request['minutes'] {
  const written = line.one(option);
  if (written === undefined) return undefined;
  const value = Number(written.text);
  if (/^\d+$/.test(written.text) && value >= least && value <= most) return { value, span: written.span };
  const help = `write a whole number, from ${least} to ${most}: --${option} ${option === 'minutes' ? 45 : 4}`;
  problems.push(
    error('invalid-value', `"${written.text}" is no number of ${option}`, written.span, { help }),
  );
  return undefined;
}

function readSettings(line: CommandLine, problems: Problem[]): readonly Setting[] {
  const settings = new Map<string, Setting>();
  for (const written of line.every('set')) {
    const equals = written.text.indexOf('=');
    if (equals < 1) {
      const help = 'write the field and what to put in it: --set candidate="Ada Lovelace"';
      problems.push(error('invalid-value', `"${written.text}" has no "="`, written.span, { help }));
      continue;
    }
    const id = line.part(written, 0, equals);
    const first = settings.get(id.text);
    if (first) {
      const related = [{ message: 'the first one', span: first.id.span }];
      problems.push(error('doubled-option', `--set ${id.text} stands here twice`, id.span, { related }));
    } else {
      const value = line.part(written, equals + 1, written.text.length);
      settings.set(id.text, { id, value: value.text, valueSpan: value.span });
    }
  }
  return [...settings.values()];
}
