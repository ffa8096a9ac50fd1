/** Problems for people, on stderr: code frames, an empty line after each. */
import { frame } from '../frame.ts';
import { type Problem, sorted } from '../problem.ts';

/** How many of each severity, in words: "1 error, 2 warnings"; '' for none. */
export function countOf(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity'], one: string, many: string): string[] => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return n === 0 ? [] : [`${n} ${n === 1 ? one : many}`];
  };
  return [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('advice', 'piece of advice', 'pieces of advice'),
  ].join(', ');
}

/** All Problems in order of place, each once; '' where there is none. */
export function reportHuman(problems: readonly Problem[], colour: boolean): string {
  return sorted(problems)
    .map((problem) => `${frame(problem, colour)}\n\n`)
    .join('');
}
