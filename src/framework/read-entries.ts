/** What a skill asks, by role and level: one ladder a role, or one that several roles share, made into one shape. */

import { warning } from '../problems/problem.ts';
import { type Frame, knownLevel, knownRole, type Listed, listedLevels, sharedRoles } from './frame.ts';
import type { Entry, Requirement } from './framework.ts';
import { SKILL_ROLE_KEYS } from './keys.ts';
import { type Reference, readEntry } from './read-entry.ts';
import type { Pair, Value } from './value.ts';

/** A requirement for all levels, or one for each. */
type Levelled = ReadonlyMap<string, Requirement> | Requirement | null;

/** `required` as read; `listed`: the levels that a list names, with their places. */
interface Required {
  readonly levelled: Levelled;
  readonly listed: readonly Listed[];
}

const NOTHING_SAID: Required = { levelled: null, listed: [] };

type Ladder = Map<string, Entry>;

interface ReadLadder {
  readonly entries: Ladder;
  /** Levels that ask something, also where it could not be read. */
  readonly asks: ReadonlySet<string>;
}

/** The entries by role id, then level id. Roles that do not exist, and levels that a role has not, are left out. */
export function readEntries(
  frame: Frame,
  root: Value,
  pairs: readonly Pair[],
): ReadonlyMap<string, ReadonlyMap<string, Entry>> {
  const roles = root.must(pairs, 'roles');
  const required = readRequired(frame, root.get(pairs, 'required'));
  const shared = root.get(pairs, 'expectations');
  if (roles?.isMap) {
    if (shared) {
      const help = 'put them under a role, or write "roles: all" or a list of roles';
      frame.reader.fail('misplaced-key', 'No role has these expectations', shared.span, help);
    }
    return readByRole(frame, roles, required);
  }
  const ladder = roles ? root.must(pairs, 'expectations') : shared;
  const ids = roles ? sharedRoles(frame, roles) : [];
  const ladders = ids.map((role) => {
    const read = readLadder(frame, ladder, required.levelled, levelsOf(frame, role), false);
    return { role, ...read };
  });
  if (ids.length === 0) readLadder(frame, ladder, required.levelled, null, false);
  requiredInVain(frame, required, ladders);
  return new Map(ladders.map(({ role, entries }) => [role, entries]));
}

/** Warnings `required-not-asked`: levels that `required` lists and none of its ladders asks anything at. */
function requiredInVain(
  frame: Frame,
  { listed }: Required,
  ladders: readonly Pick<ReadLadder, 'asks'>[],
): void {
  if (ladders.length === 0) return;
  for (const { id, span } of listed) {
    if (ladders.some(({ asks }) => asks.has(id))) continue;
    const message = `Nothing is asked at "${id}", so it is required in vain`;
    const help = 'write what is asked there, or take the level out';
    frame.reader.problems.push(warning('required-not-asked', message, span, { help }));
  }
}

function readByRole(frame: Frame, roles: Value, required: Required): ReadonlyMap<string, Ladder> {
  const entries = new Map<string, Ladder>();
  const inherited: ReadLadder[] = [];
  for (const { key, keySpan, value } of roles.pairs()) {
    const role = knownRole(frame, key, keySpan);
    const pairs = value.pairs(SKILL_ROLE_KEYS);
    const own = readRequired(frame, value.get(pairs, 'required'));
    const { levelled } = own.levelled === null ? required : own;
    const ladder = value.must(pairs, 'expectations', keySpan);
    const read = readLadder(frame, ladder, levelled, role === null ? null : levelsOf(frame, role), true);
    if (ladder) requiredInVain(frame, own, [read]);
    if (own.levelled === null) inherited.push(read);
    if (role !== null) entries.set(role, read.entries);
  }
  requiredInVain(frame, required, inherited);
  return entries;
}

/** true, false, or the levels at which it is required. */
function readRequired(frame: Frame, value: Value | null): Required {
  if (!value) return NOTHING_SAID;
  if (value.isList) {
    const listed = listedLevels(frame, value);
    const ids = new Set(listed.map(({ id }) => id));
    const levelled = new Map(
      frame.levels.map((level): [string, Requirement] => [level, ids.has(level) ? 'required' : 'optional']),
    );
    return { levelled, listed };
  }
  const all = value.boolean();
  return { levelled: all === null ? null : all ? 'required' : 'optional', listed: [] };
}

function at(levelled: Levelled, level: string | null): Requirement | null {
  if (levelled === null || typeof levelled === 'string') return levelled;
  return level === null ? null : (levelled.get(level) ?? null);
}

function levelsOf(frame: Frame, role: string): readonly string[] {
  return frame.roles.find((r) => r.id === role)?.levels.map((l) => l.level) ?? [];
}

/**
 * One role's entries by level. `has`: the levels of the role, null where the role is unknown; what stands at another level
 * is read, since a `same_as` may name it, and left out, with a warning where the ladder is the role's `own`.
 */
function readLadder(
  frame: Frame,
  value: Value | null,
  required: Levelled,
  has: readonly string[] | null,
  own: boolean,
): ReadLadder {
  const found = new Map<string, Entry>();
  const references = new Map<string, Reference>();
  const asks = new Set<string>();
  for (const { key, keySpan, value: body } of value?.pairs() ?? []) {
    const level = knownLevel(frame, key, keySpan);
    const entry = readEntry(frame, body, keySpan, at(required, level));
    if (level === null) continue;
    if (entry?.kind !== 'not-applicable' && entry?.kind !== 'not-defined') asks.add(level);
    if (own && has && !has.includes(level)) {
      const message = `The role has no level "${level}": this is never asked`;
      const help = `it has: ${has.join(', ')}`;
      frame.reader.problems.push(warning('level-not-in-role', message, keySpan, { help }));
    }
    if (entry?.kind === 'reference') references.set(level, entry);
    else if (entry) found.set(level, entry);
  }
  resolve(frame, found, references);
  const entries = new Map(
    (has ?? []).flatMap((level) => {
      const entry = found.get(level);
      return entry ? [[level, entry] as const] : [];
    }),
  );
  return { entries, asks };
}

/** Follows each `same_as` to the expectation at its end. Problems: `same-as-circle`, `same-as-nothing`. */
function resolve(frame: Frame, found: Ladder, references: ReadonlyMap<string, Reference>): void {
  for (const [level, { to, span, requirement }] of references) {
    const seen = new Set([level]);
    let target = to;
    for (let next = references.get(target); next && !seen.has(target); next = references.get(target)) {
      seen.add(target);
      target = next.to;
    }
    const end = found.get(target);
    if (seen.has(target)) {
      const help = 'write the text at one of these levels';
      frame.reader.fail('same-as-circle', `"${level}" is the same as itself`, span, help);
    } else if (end?.kind === 'expectation') {
      found.set(level, { kind: 'same-as', level: to, expectation: end, requirement, span });
    } else {
      const message = `"${to}" has no text of its own here`;
      frame.reader.fail('same-as-nothing', message, span, 'name a level that has one');
    }
  }
}
