/** Ladders of several roles as the levels of one framework: shared where they are alike, on branches of their own where not. */
import type { DraftLevel, DraftRole } from '../draft.ts';
import type { Place } from '../material.ts';
import { trackOf, withoutBrackets } from './levels.ts';
import { fold, Ids } from './names.ts';
import { levelOf } from './parts.ts';

export interface LadderLevel {
  readonly name: string;
  readonly title?: string | null;
  readonly code?: string | null;
  readonly summary?: string | null;
  /** How high it stands beside those of other ladders, from 1; null: as its position. */
  readonly rank?: number | null;
  readonly place: Place;
}

export interface Ladders {
  readonly levels: readonly DraftLevel[];
  /** Ids by folded name. */
  readonly ids: ReadonlyMap<string, string>;
  /** Of each ladder, in the order given. */
  readonly roles: readonly NonNullable<DraftRole['levels']>[];
}

/** Each ladder lowest first. */
export function joinLadders(ladders: readonly (readonly LadderLevel[])[]): Ladders {
  const ids = new Ids('level');
  const known = new Map<
    string,
    {
      readonly id: string;
      readonly name: string;
      readonly level: LadderLevel;
      rank: number;
      next: Set<string>;
    }
  >();
  const bare = timesBare(ladders);
  for (const ladder of ladders)
    for (const [i, level] of ladder.entries()) {
      const key = fold(level.name) || level.name;
      if (known.has(key)) continue;
      const { name } = coded(level, bare);
      known.set(key, { id: ids.next(name), name, level, rank: level.rank ?? i + 1, next: new Set() });
    }
  const of = (level: LadderLevel) => known.get(fold(level.name) || level.name);
  for (const ladder of ladders)
    for (const [i, level] of ladder.entries()) {
      const above = ladder[i + 1];
      const id = above && !areTracks(level, above) ? of(above)?.id : undefined;
      if (id !== undefined) of(level)?.next.add(id);
    }
  const forks = ladders.some(
    (ladder) =>
      ladder.length !== known.size ||
      ladder.some((level, i) => i > 0 && areTracks(ladder[i - 1] ?? level, level)),
  );
  const all = [...known.values()];
  if (forks) all.sort((a, b) => a.rank - b.rank);
  const ranks = [...new Set(all.map(({ rank }) => rank))];
  return {
    levels: all.map(({ id, name, level, rank, next }) =>
      levelOf({
        ...{ id, name, place: level.place },
        ...(forks ? { rank: ranks.indexOf(rank) + 1, next: [...next] } : {}),
      }),
    ),
    ids: new Map([...known].map(([key, { id }]) => [key, id])),
    roles: ladders.map((ladder) =>
      ladder.map((level) => ({
        level: of(level)?.id ?? '',
        title: level.title ?? null,
        code: level.code ?? coded(level, bare).code,
        summary: level.summary ?? null,
      })),
    ),
  };
}

/** "Senior (IC4)" is "Senior" with a code, unless another level is called "Senior" then. */
function coded({ name }: LadderLevel, bare: ReadonlyMap<string, number>) {
  const split = withoutBrackets(name);
  return split.code !== null && bare.get(fold(split.name)) === 1 ? split : { name, code: null };
}

/** How many levels of other names go by a name without its brackets. */
function timesBare(ladders: readonly (readonly LadderLevel[])[]): ReadonlyMap<string, number> {
  const names = new Set(ladders.flatMap((ladder) => ladder.map(({ name }) => name)));
  const counts = new Map<string, number>();
  for (const name of names) {
    const bare = fold(withoutBrackets(name).name);
    counts.set(bare, (counts.get(bare) ?? 0) + 1);
  }
  return counts;
}

/** "P5" does not lead to "M1": nobody said so. */
export function areTracks(a: { readonly name: string }, b: { readonly name: string }): boolean {
  const [one, other] = [trackOf(a.name), trackOf(b.name)];
  return one !== null && other !== null && one !== other;
}

/** Ids by what the source calls the levels. */
export function idsBySource(
  levels: readonly (LadderLevel & { readonly source: string })[],
  { ids }: Ladders,
): ReadonlyMap<string, string> {
  return new Map(levels.map(({ source, name }) => [fold(source), ids.get(fold(name) || name) ?? '']));
}
