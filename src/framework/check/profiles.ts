/** All profiles of a framework, made once for all rules that go through them, and the places at which they are told. */
import type { Span } from '../../problems/source.ts';
import type { Framework } from '../framework.ts';
import { levelOf } from '../ladder.ts';
import { profileOf } from '../profile.ts';
import type { Profile } from '../selection.ts';

const made = new WeakMap<Framework, readonly Profile[]>();

/** Each role at each of its levels, in order. */
export function allProfiles(framework: Framework): readonly Profile[] {
  const known = made.get(framework);
  if (known) return known;
  const profiles = framework.roles.flatMap((role) =>
    role.levels.map(({ level }) => profileOf(framework, role, levelOf(framework, level))),
  );
  made.set(framework, profiles);
  return profiles;
}

/** Where the role names the level; the role, where it has its levels from the framework. */
export function placeOf({ role, roleLevel }: Profile): Span {
  return roleLevel.span.source.path === role.span.source.path ? roleLevel.span : role.span;
}
