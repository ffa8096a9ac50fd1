/** The ladder of long records: the levels that roles have, on one ladder, in the order that is declared, said or guessed. */
import type { Problem } from '../../problems/problem.ts';
import type { DraftLevel, DraftRole } from '../draft.ts';
import type { Place } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { slug } from '../slug.ts';
import { forked } from './forks.ts';
import type { GatheredRole, References } from './gathered.ts';
import { orderedLevels } from './level-order.ts';
import { fold, Ids } from './names.ts';
import { PLAIN_LEVEL, withoutRole } from './own-names.ts';
import { levelOf, type Remarks } from './parts.ts';

export interface RecordLadder {
  readonly levels: readonly DraftLevel[];
  /** Of each role, by its name. */
  readonly roles: ReadonlyMap<string, DraftRole['levels']>;
  /** The id of a level, as a record of a role names it. */
  id(role: string, level: string): string | undefined;
  readonly problems: readonly Problem[];
}

/** A role whose records say that it has no levels has this one. */
const SINGLE = 'Single level';

interface Level {
  readonly name: string;
  readonly place: Place;
  /** As the source calls it. */
  readonly own: string;
  readonly text: string | null;
}

/** `declared`: a list of the levels, in order; empty where the source has none. */
export function ladderOfRecords(
  roles: readonly GatheredRole[],
  declared: References,
  options: ImportOptions,
  remarks: Remarks,
): RecordLadder {
  const shared = sharesNames(roles);
  const named = new Map(roles.map((role) => [role.name, levelsOf(role, shared, remarks)]));
  const all = new Map<string, Level>();
  for (const levels of named.values())
    for (const level of levels) if (!all.has(fold(level.name))) all.set(fold(level.name), level);
  const single = all.get(fold(SINGLE));
  const plain = [...all.values()].filter((level) => level !== single);
  if (!shared && plain.some(({ name }) => name === PLAIN_LEVEL)) {
    const level = plain.find(({ name }) => name === PLAIN_LEVEL);
    if (level) remarks.guess(`the level that is called as its role alone is "${PLAIN_LEVEL}"`, level.place);
  }
  const order = [...declared.values()].map(({ name }) => fold(name));
  const inOrder = order.length > 0 && plain.every(({ name }) => order.includes(fold(name)));
  const before = inOrder
    ? [...plain].sort((a, b) => order.indexOf(fold(a.name)) - order.indexOf(fold(b.name)))
    : plain;
  const { levels, problems } =
    inOrder && !options.levelOrder && !options.levels
      ? { levels: before, problems: [] }
      : orderedLevels(before, options, remarks);
  const ladder = [...levels, ...(single ? [single] : [])];
  // Levels may have got other names by --levels.
  const newName = new Map(before.map((level) => [fold(level.name), nameAfter(level, ladder)]));
  const rank = new Map(ladder.map(({ name }, i) => [fold(name), i + 1]));
  const ladders = [...named.values()].map((own) => {
    const mine = own.map((level) => ({ ...level, name: newName.get(fold(level.name)) ?? level.name }));
    return mine.sort((a, b) => (rank.get(fold(a.name)) ?? 0) - (rank.get(fold(b.name)) ?? 0));
  });
  const { levels: found, ids } = oneLadder(ladder, declared, remarks);
  const alike = ladders.every((own) => own.length === ladder.length && own.every(isBare));
  return {
    levels: found,
    roles: new Map(
      [...named.keys()].map((role, i) => [role, alike ? null : ownLevels(role, ladders[i] ?? [], ids)]),
    ),
    id: (role, level) => {
      const own = named.get(role)?.find((one) => one.own === level);
      return own && ids.get(fold(newName.get(fold(own.name)) ?? own.name));
    },
    problems,
  };
}

function nameAfter(level: Level, ladder: readonly Level[]): string {
  return ladder.find((other) => other.own === level.own && other.place === level.place)?.name ?? level.name;
}

/** True if a role says no more of the level than its name. */
function isBare({ name, own, text }: Level): boolean {
  return text === null && name !== SINGLE && fold(own) === fold(name);
}

/** Levels of a role, with its own names as titles; those of a role without levels are called as it is. */
function ownLevels(
  role: string,
  levels: readonly Level[],
  ids: ReadonlyMap<string, string>,
): DraftRole['levels'] {
  return levels.flatMap(({ name, own, text }) => {
    const level = ids.get(fold(name));
    const title = name === SINGLE ? role : fold(own) === fold(name) ? '' : own;
    return level === undefined ? [] : [{ level, title: title || null, code: null, summary: text }];
  });
}

/** True if roles name their levels alike, so that the names say nothing of the role. */
function sharesNames(roles: readonly GatheredRole[]): boolean {
  if (roles.length < 2) return true;
  const own = roles.flatMap(({ name, levels }) => [...levels.keys()].map((level) => ({ name, level })));
  const stripped = own.filter(({ name, level }) => level !== '' && withoutRole(level, name) !== level);
  return stripped.length * 2 < own.filter(({ level }) => level !== '').length;
}

function levelsOf(role: GatheredRole, shared: boolean, remarks: Remarks): readonly Level[] {
  return [...role.levels].map(([own, { text, place }]): Level => {
    if (own !== '') return { name: shared ? own : withoutRole(own, role.name), own, text, place };
    const who = role.name === '' ? 'a skill' : `"${role.name}"`;
    remarks.guess(`${who} has no levels: it stands on one of its own, "${SINGLE}"`, place);
    return { name: SINGLE, own, text, place };
  });
}

function oneLadder(
  ladder: readonly Level[],
  declared: References,
  remarks: Remarks,
): { readonly levels: readonly DraftLevel[]; readonly ids: ReadonlyMap<string, string> } {
  const ids = new Ids('level');
  const byName = new Map([...declared.values()].map((level) => [fold(level.name), level]));
  const levels = ladder.map(({ name, place }) => {
    const known = byName.get(fold(name));
    return levelOf({
      id: ids.next(slug(known?.id ?? '') || name),
      name,
      place,
      summary: known?.text ?? null,
    });
  });
  const { levels: all, tracks } = forked(
    levels.map((level, i) => ({
      ...level,
      // Nobody steps to what is no level.
      next: ladder[i + 1]?.name === SINGLE ? [] : null,
    })),
  );
  const [first] = all;
  if (tracks.length > 0 && first)
    remarks.guess(
      `the ladder forks: ${tracks.join(', ')} are tracks of levels of the same name`,
      first.place,
    );
  return { levels: all, ids: new Map(all.map((level) => [fold(level.name), level.id])) };
}
