/** An interview whose questions need, by their own estimates, more minutes at some levels than its skills get. */
import { warning } from '../../problems/problem.ts';
import type { Interview } from '../framework.ts';
import { questionFor } from '../profile.ts';
import type { Profile } from '../selection.ts';
import { minutesForSkills } from '../time.ts';
import { allProfiles } from './profiles.ts';
import type { Rule } from './rule.ts';

export const questionsTooLong: Rule = {
  code: 'questions-too-long',
  check(framework) {
    return framework.roles.flatMap((role) => {
      const profiles = allProfiles(framework).filter((profile) => profile.role === role);
      return role.interviews.flatMap((interview) => {
        const left = minutesForSkills(framework.timing, interview.minutes);
        const needs = profiles.map((profile) => ({
          level: profile.level.id,
          minutes: questionMinutes(profile, interview),
        }));
        const over = needs.filter(({ minutes }) => minutes > left);
        if (over.length === 0) return [];
        const most = Math.max(...over.map(({ minutes }) => minutes));
        const levels = over.map(({ level }) => level).join(', ');
        const message = `The questions of "${interview.id}" need ${most} minutes, its skills get ${left}: at ${levels}`;
        const help = 'give the interview more minutes, fewer skills or shorter questions';
        return [warning('questions-too-long', message, interview.span, { help })];
      });
    });
  },
};

/** The estimates of the questions that an interview asks, together; one without an estimate counts nothing. */
function questionMinutes({ role, level, criteria }: Profile, interview: Interview): number {
  return interview.skills.reduce((sum, wanted) => {
    const criterion = criteria.find(({ skill }) => skill.id === wanted.skill);
    if (!criterion) return sum;
    return sum + (questionFor(criterion.skill, role.id, level.id, wanted)?.minutes ?? 0);
  }, 0);
}
