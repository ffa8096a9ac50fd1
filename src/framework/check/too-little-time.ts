/** Too few minutes a skill: in an interview of the loop, or in every interview by the framework's `timing`. */
import { type Problem, warning } from '../../problems/problem.ts';
import type { Framework } from '../framework.ts';
import { LEAST_MINUTES, minutesForSkills } from '../time.ts';
import { interviewsAsked } from './interviews.ts';
import type { Rule } from './rule.ts';

export const tooLittleTime: Rule = {
  code: 'too-little-time',
  check(framework) {
    const help = 'give it more minutes or fewer skills';
    const talks = interviewsAsked(framework).flatMap(({ interview, most }) => {
      const each = Math.floor(minutesForSkills(framework.timing, interview.minutes) / Math.max(1, most));
      if (each >= LEAST_MINUTES) return [];
      const message = `The skills of "${interview.id}" get ${each} minutes each`;
      return [warning('too-little-time', message, interview.span, { help })];
    });
    return [...ofTiming(framework), ...talks];
  },
};

function ofTiming({ timing }: Framework): readonly Problem[] {
  const left = minutesForSkills(timing, timing.minutes);
  if (left >= LEAST_MINUTES) return [];
  const message = `Of ${timing.minutes} minutes ${left} are left for skills`;
  const help = 'give more "minutes", or less to opening, questions and closing';
  return [warning('too-little-time', message, timing.span, { help })];
}
