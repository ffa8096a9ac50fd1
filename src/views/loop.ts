/** The loop of a role at a level: its interviews, and which skill is covered where. */
import { coverageOf } from '../framework/coverage.ts';
import type { InterviewSelection } from '../framework/selection.ts';
import { share } from './plan.ts';
import type { LoopView } from './schema.ts';
import type { Reader } from './text.ts';

/** null where the role has no interviews. Interviews that ask nothing at the level stand in it with no skills. */
export function loopView(selection: InterviewSelection, read: Reader): LoopView | null {
  const { role, framework, criteria } = selection;
  if (role.interviews.length === 0) return null;
  const asked = new Map(criteria.map(({ skill }) => [skill.id, skill]));
  const { opening, questions, closing } = framework.timing;
  const interviews = role.interviews.map((interview, i) => {
    const own = interview.skills.flatMap(({ skill }) => asked.get(skill) ?? []);
    const minutes = share(interview.minutes - opening - questions - closing, own.length);
    return {
      id: interview.id,
      number: i + 1,
      name: read.line(interview.name),
      minutes: interview.minutes,
      who: read.lineOrNull(interview.who),
      format: read.lineOrNull(interview.format),
      questions,
      skills: own.map((skill, k) => ({
        id: skill.id,
        name: read.line(skill.name),
        minutes: minutes[k] ?? 0,
      })),
    };
  });
  const coverage = coverageOf(selection).map(
    ({ criterion: { skill, requirement }, cells, times, state }) => ({
      ...{ id: skill.id, name: read.line(skill.name), requirement },
      ...{ cells: [...cells], times, state },
    }),
  );
  const named = (state: string) => coverage.flatMap((row) => (row.state === state ? [row.name] : []));
  return {
    interviews,
    minutes: interviews.reduce((sum, { minutes }) => sum + minutes, 0),
    coverage,
    gaps: named('gap'),
    tooOften: named('too-often'),
  };
}
