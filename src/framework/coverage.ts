/** Which interview of a role's loop covers which skill: every required skill once at least, none more than twice. */
import { type Problem, warning } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
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

/** What is said of a skill's coverage at a place: `skill-not-covered`, `skill-covered-often`; null where it is covered. */
export function coverageWarning(
  { role, level, noneRequired }: Profile,
  { criterion: { skill }, times, state }: Coverage,
  at: Span,
): Problem | null {
  if (state === 'gap') {
    const help = `put it into one of: ${role.interviews.map(({ id }) => id).join(', ')}`;
    const asks = noneRequired ? 'asks for' : 'requires';
    const message = `No interview of ${role.id} covers "${skill.id}", which ${level.id} ${asks}`;
    return warning('skill-not-covered', message, at, { help });
  }
  if (state === 'covered') return null;
  const help = 'twice is enough: take it out of one';
  return warning('skill-covered-often', `${times} interviews cover "${skill.id}"`, at, { help });
}

/** All that is said of a profile; nothing where the role has no loop. */
export function coverageWarnings(profile: Profile, at: Span): readonly Problem[] {
  if (profile.role.interviews.length === 0) return [];
  return coverageOf(profile).flatMap((coverage) => coverageWarning(profile, coverage, at) ?? []);
}
