/** An interview of the loop that asks about more skills at a level than can be judged in one. */
import { warning } from '../../problems/problem.ts';
import { MOST_SKILLS } from '../time.ts';
import { interviewsAsked } from './interviews.ts';
import type { Rule } from './rule.ts';

export const tooManySkills: Rule = {
  code: 'too-many-skills',
  check(framework) {
    return interviewsAsked(framework).flatMap(({ interview, most }) => {
      if (most <= MOST_SKILLS) return [];
      const message = `${most} skills are more than can be judged in one interview, "${interview.id}"`;
      const help = `part it in two, or name the ${MOST_SKILLS} skills that matter most`;
      return [warning('too-many-skills', message, interview.span, { help })];
    });
  },
};
