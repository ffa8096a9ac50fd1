/** The interviews of all loops, with how many of their skills are asked about at once: skills that ask nothing are left out. */
import type { Framework, Interview } from '../framework.ts';
import { allProfiles } from './profiles.ts';

export interface AskedInterview {
  readonly interview: Interview;
  /** Skills at the level at which most of them ask something. */
  readonly most: number;
}

export function interviewsAsked(framework: Framework): readonly AskedInterview[] {
  return framework.roles.flatMap((role) => {
    const profiles = allProfiles(framework).filter((profile) => profile.role === role);
    return role.interviews.map((interview) => {
      const named = new Set(interview.skills.map(({ skill }) => skill));
      const counts = profiles.map(
        ({ criteria }) => criteria.filter(({ skill }) => named.has(skill.id)).length,
      );
      return { interview, most: Math.max(0, ...counts) };
    });
  });
}
