/** The loop of a role at a level: its interviews, and which skill is covered where. */
import type { InterviewSelection } from '../framework/selection.ts';
import { share } from './plan.ts';
import type { LoopView } from './schema.ts';
import type { Reader } from './text.ts';
import { requiredFirst } from './words.ts';

/** More interviews than these on one skill take time from the others. */
const OFTEN = 2;

/** null where the role has no interviews. Interviews that ask nothing at the level stand in it with no skills. */
export function loopView(selection: InterviewSelection, read: Reader): LoopView | null {
  const { role, framework, criteria, noneRequired } = selection;
  if (role.interviews.length === 0) return null;
  const asked = new Map(criteria.map(({ skill }) => [skill.id, skill]));
  const { opening, questions, closing } = framework.timing;
  const covered = role.interviews.map(({ skills }) => new Set(skills.map(({ skill }) => skill)));
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
  const coverage = requiredFirst(selection).map(({ skill, requirement }) => {
    const cells = covered.map((skills) => skills.has(skill.id));
    const times = cells.filter(Boolean).length;
    const counts = noneRequired || requirement === 'required';
    const state: LoopView['coverage'][number]['state'] =
      times > OFTEN ? 'too-often' : counts && times === 0 ? 'gap' : 'covered';
    return { id: skill.id, name: read.line(skill.name), requirement, cells, times, state };
  });
  const named = (state: string) => coverage.flatMap((row) => (row.state === state ? [row.name] : []));
  return {
    interviews,
    minutes: interviews.reduce((sum, { minutes }) => sum + minutes, 0),
    coverage,
    gaps: named('gap'),
    tooOften: named('too-often'),
  };
}
