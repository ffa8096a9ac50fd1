/** Which interview of a role's loop covers which skill: every required skill once at least, none more than twice. */
import { type Problem, warning } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
import type { Framework } from './framework.ts';
import { levelOf } from './ladder.ts';
import { profileOf } from './profile.ts';
import type { Criterion, Profile } from './selection.ts';

/** More interviews than these on one skill take time from the others. */
const OFTEN = 2;

export interface Coverage {
  readonly criterion: Criterion;
  /** One for each interview of the role. */
  readonly cells: readonly boolean[];
  readonly times: number;
  /** `gap`: a required skill (any, where none is required) that no interview covers. `too-often`: more than two do. */
  readonly state: 'gap' | 'covered' | 'too-often';
}

/** What is required, then the rest, each in its order; all in its order where nothing is required. */
export function requiredFirst({ criteria, noneRequired }: Profile): readonly Criterion[] {
  if (noneRequired) return criteria;
  const required = (criterion: Criterion) => criterion.requirement === 'required';
  return [...criteria.filter(required), ...criteria.filter((criterion) => !required(criterion))];
}

/** Every skill asked at a profile, required ones first. */
export function coverageOf(profile: Profile): readonly Coverage[] {
  const covered = profile.role.interviews.map(({ skills }) => new Set(skills.map(({ skill }) => skill)));
  return requiredFirst(profile).map((criterion) => {
    const cells = covered.map((skills) => skills.has(criterion.skill.id));
    const times = cells.filter(Boolean).length;
    const counts = profile.noneRequired || criterion.requirement === 'required';
    const state = times > OFTEN ? 'too-often' : counts && times === 0 ? 'gap' : 'covered';
    return { criterion, cells, times, state };
  });
}

/** Warnings `skill-not-covered` and `skill-covered-often` of one profile whose role has a loop, each with the skill's id. */
export function coverageWarnings(profile: Profile, at: Span): readonly Problem[] {
  const { role, level } = profile;
  if (role.interviews.length === 0) return [];
  return coverageOf(profile).flatMap(({ criterion: { skill }, times, state }) => {
    if (state === 'gap') {
      const help = `put it into one of: ${role.interviews.map(({ id }) => id).join(', ')}`;
      const message = `No interview of ${role.id} covers "${skill.id}", which ${level.id} requires`;
      return [warning('skill-not-covered', message, at, { help })];
    }
    if (state === 'covered') return [];
    const help = 'twice is enough: take it out of one';
    return [warning('skill-covered-often', `${times} interviews cover "${skill.id}"`, at, { help })];
  });
}

/** The same for all roles and levels of a framework, each skill told once a role. For a check of the data. */
export function loopWarnings(framework: Framework): readonly Problem[] {
  return framework.roles.flatMap((role) => {
    const told = new Map<string, Problem>();
    for (const { level, span } of role.levels) {
      for (const problem of coverageWarnings(profileOf(framework, role, levelOf(framework, level)), span)) {
        const key = `${problem.code} ${/"([^"]+)"/.exec(problem.message)?.[1]}`;
        if (!told.has(key)) told.set(key, problem);
      }
    }
    return [...told.values()];
  });
}
