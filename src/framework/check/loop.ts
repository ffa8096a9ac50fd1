/** The coverage of each role's loop over all of its levels: what coverage.ts says of one profile, each skill once a role. */
import type { Problem } from '../../problems/problem.ts';
import { type Coverage, coverageOf, coverageWarning } from '../coverage.ts';
import type { Framework } from '../framework.ts';
import { allProfiles, placeOf } from './profiles.ts';

/** One warning for each skill of a role whose coverage is so at some level: at the first such level. */
export function loopWarnings(framework: Framework, state: Coverage['state']): readonly Problem[] {
  const told = new Set<string>();
  return allProfiles(framework).flatMap((profile) => {
    if (profile.role.interviews.length === 0) return [];
    return coverageOf(profile).flatMap((coverage) => {
      const key = `${profile.role.id} ${coverage.criterion.skill.id}`;
      if (coverage.state !== state || told.has(key)) return [];
      told.add(key);
      return coverageWarning(profile, coverage, placeOf(profile)) ?? [];
    });
  });
}
