/** An interview that names a skill of which its role is asked nothing, at no level: it is always left out. */
import { warning } from '../../problems/problem.ts';
import { allProfiles } from './profiles.ts';
import type { Rule } from './rule.ts';

export const skillLeftOut: Rule = {
  code: 'skill-left-out',
  check(framework) {
    return framework.roles.flatMap((role) => {
      const profiles = allProfiles(framework).filter((profile) => profile.role === role);
      const asked = new Set(profiles.flatMap(({ criteria }) => criteria.map(({ skill }) => skill.id)));
      if (asked.size === 0) return [];
      return role.interviews.flatMap(({ skills }) =>
        skills.flatMap(({ skill, span }) => {
          if (asked.has(skill)) return [];
          const message = `"${skill}" asks nothing of ${role.id} at any level: it is always left out`;
          const help = `take it out, or write in the skill what it asks of ${role.id}`;
          return [warning('skill-left-out', message, span, { help })];
        }),
      );
    });
  },
};
