/** A ladder that forks: levels of one name, each with another track in brackets, "Principal (Manager)". */
import type { DraftLevel } from '../draft.ts';
import { fold } from './names.ts';

/** Ranks and steps, where two levels have one name and two tracks; else as they are. `told`: the tracks. */
export function forked(levels: readonly DraftLevel[]): {
  readonly levels: readonly DraftLevel[];
  readonly tracks: readonly string[];
} {
  const parts = levels.map(({ name }) => /^(.*\S)\s*\(([^()]+)\)$/.exec(name.trim()));
  const bases = levels.map(({ name }, i) => fold(parts[i]?.[1] ?? name));
  const tracks = levels.map((_, i) => {
    const track = parts[i]?.[2];
    const shared = bases.filter((base) => base === bases[i]).length > 1;
    return track !== undefined && shared ? fold(track) : null;
  });
  if (tracks.every((track) => track === null)) return { levels, tracks: [] };
  const order = [...new Set(bases)];
  const rank = (i: number): number => order.indexOf(bases[i] ?? '') + 1;
  const next = (at: number): readonly string[] => {
    const above = levels.flatMap((level, i) => (rank(i) === rank(at) + 1 ? [{ id: level.id, i }] : []));
    const own = above.filter(
      ({ i }) => tracks[at] === null || tracks[i] === null || tracks[i] === tracks[at],
    );
    return (own.length > 0 ? own : above).map(({ id }) => id);
  };
  return {
    levels: levels.map((level, i) => ({ ...level, rank: rank(i), next: next(i) })),
    tracks: [...new Set(parts.flatMap((part, i) => (tracks[i] === null ? [] : (part?.[2] ?? []))))],
  };
}
