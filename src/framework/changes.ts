/** What changes from one profile to another: for each skill the first of seven kinds that fits. */
import { same } from './anchors.ts';
import type { Entry, Framework, Level, Role, Skill } from './framework.ts';
import { leadsTo } from './ladder.ts';
import { inOrder } from './profile.ts';
import type { Change, Criterion, Profile } from './selection.ts';

/** The kinds of what is different, in the order in which they are shown. */
export const DIFFERENCES = [
  'newly-required',
  'new',
  'deeper',
  'no-longer-required',
  'no-longer-asked',
  'not-defined',
] as const;

/** All kinds of change, in the order in which they are shown: what is different, then what stays. */
export const CHANGE_KINDS = [...DIFFERENCES, 'same'] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** All changes, in the order in which they are shown. */
export function changesBetween(framework: Framework, from: Profile, to: Profile): readonly Change[] {
  const asked = (profile: Profile) => new Map(profile.criteria.map((c) => [c.skill, c]));
  const [today, next] = [asked(from), asked(to)];
  const changes = inOrder(framework, framework.skills).flatMap(
    (skill) => changeOf(framework, from, to, skill, today.get(skill) ?? null, next.get(skill) ?? null) ?? [],
  );
  return CHANGE_KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind));
}

function changeOf(
  framework: Framework,
  from: Profile,
  to: Profile,
  skill: Skill,
  today: Criterion | null,
  next: Criterion | null,
): Change | null {
  const entry = (profile: Profile): Entry | null =>
    skill.entries.get(profile.role.id)?.get(profile.level.id) ?? null;
  const [todayEntry, nextEntry] = [entry(from), entry(to)];
  const undefinedYet = (e: Entry | null): boolean => e?.kind === 'not-defined';
  if (!today && !next && !undefinedYet(todayEntry) && !undefinedYet(nextEntry)) return null;
  const requirementToday = today?.requirement ?? null;
  const requirementNext = next?.requirement ?? null;
  const kind = ((): ChangeKind => {
    if (nextEntry?.kind === 'not-defined') return 'not-defined';
    if (!next) return 'no-longer-asked';
    if (requirementNext === 'required' && requirementToday !== 'required') return 'newly-required';
    if (!today) return 'new';
    if (deeper(framework, from, to, today, next)) return 'deeper';
    return requirementToday === 'required' && requirementNext !== 'required' ? 'no-longer-required' : 'same';
  })();
  return { kind, skill, today, next, todayEntry, nextEntry, requirementToday, requirementNext };
}

function deeper(
  framework: Framework,
  from: Profile,
  to: Profile,
  today: Criterion,
  next: Criterion,
): boolean {
  if (!framework.cumulative || from.role !== to.role) return !same(today.expectation, next.expectation);
  return between(framework, from.role, from.level, to.level).some(
    (level) => next.skill.entries.get(to.role.id)?.get(level)?.kind === 'expectation',
  );
}

/** Levels of the role above the first, up to and with the second. */
function between(framework: Framework, role: Role, from: Level, to: Level): readonly string[] {
  return role.levels
    .map((l) => l.level)
    .filter(
      (id) => leadsTo(framework, role, from.id, id) && (id === to.id || leadsTo(framework, role, id, to.id)),
    );
}
