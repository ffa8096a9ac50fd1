/** A role, one of its levels, or an interview at a level, of which nothing is asked: no scorecard can be made. */
import { type Problem, warning } from '../../problems/problem.ts';
import type { Interview, Role } from '../framework.ts';
import type { Profile } from '../selection.ts';
import { allProfiles, placeOf } from './profiles.ts';
import type { Rule } from './rule.ts';

export const nothingAsked: Rule = {
  code: 'nothing-asked',
  check(framework) {
    return framework.roles.flatMap((role) => {
      const profiles = allProfiles(framework).filter((profile) => profile.role === role);
      const asking = profiles.filter(({ criteria }) => criteria.length > 0);
      const talks = role.interviews.flatMap((interview) => ofInterview(interview, asking));
      return [...ofRole(role, profiles), ...(asking.length > 0 ? talks : [])];
    });
  },
};

function ofRole(role: Role, profiles: readonly Profile[]): readonly Problem[] {
  const empty = profiles.filter(({ criteria }) => criteria.length === 0);
  if (profiles.length > 0 && empty.length === profiles.length) {
    const help = `name ${role.id} under "roles" in the skills that it is asked for`;
    return [warning('nothing-asked', `Nothing is asked of ${role.id}`, role.span, { help })];
  }
  const [first] = empty;
  if (!first) return [];
  const levels = empty.map(({ level }) => level.id).join(', ');
  const help = 'write expectations there, or list the levels that the role has';
  return [warning('nothing-asked', `Nothing is asked of ${role.id} at ${levels}`, placeOf(first), { help })];
}

function ofInterview(interview: Interview, profiles: readonly Profile[]): readonly Problem[] {
  if (interview.skills.length === 0) {
    const message = `The interview "${interview.id}" names no skill`;
    return [
      warning('nothing-asked', message, interview.span, { help: 'name the skills that it asks about' }),
    ];
  }
  const wanted = new Set(interview.skills.map(({ skill }) => skill));
  const empty = profiles.filter(({ criteria }) => !criteria.some(({ skill }) => wanted.has(skill.id)));
  if (empty.length === 0) return [];
  const levels = empty.map(({ level }) => level.id).join(', ');
  const message = `No skill of the interview "${interview.id}" asks anything at ${levels}`;
  const help = 'name skills that are asked there, or do without this interview for those levels';
  return [warning('nothing-asked', message, interview.span, { help })];
}
