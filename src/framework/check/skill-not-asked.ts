/** A skill that nobody is asked for, at no level. */
import { warning } from '../../problems/problem.ts';
import { allProfiles } from './profiles.ts';
import type { Rule } from './rule.ts';

export const skillNotAsked: Rule = {
  code: 'skill-not-asked',
  check(framework) {
    const asked = new Set(
      allProfiles(framework).flatMap(({ criteria }) => criteria.map(({ skill }) => skill)),
    );
    const help = 'write what it asks of a role under "roles" or "expectations"';
    return framework.skills.flatMap((skill) =>
      asked.has(skill)
        ? []
        : [warning('skill-not-asked', `"${skill.id}" asks nothing of anybody`, skill.span, { help })],
    );
  },
};
