/**
 * The levels of a new project: as many as are named, each with the texts of one of ours. A name of ours keeps its own texts; the
 * others take the nearest free ones between, from the lowest.
 */
import type { Level } from '../framework/framework.ts';
import { namesOf } from '../framework/names.ts';

/** A name, and the level of ours whose texts stand at it. */
export interface NamedLevel {
  readonly name: string;
  readonly ours: Level;
}

/** `ours`: lowest first. A sentence where they cannot be levels: none, one twice, more than ours. */
export function levelsNamed(
  names: readonly string[],
  ours: readonly Level[],
): readonly NamedLevel[] | string {
  const doubled = names.find((name, i) => names.slice(0, i).some((other) => same(name, other)));
  if (doubled !== undefined) return `"${doubled}" is named twice`;
  if (names.length === 0 || names.some((name) => name.trim() === '')) return 'A level has no name';
  if (names.length > ours.length)
    return `There are texts for ${ours.length} levels, and ${names.length} are named`;
  const places = placesOf(names, ours);
  return names.flatMap((name, i) => {
    const level = ours[places[i] ?? i];
    return level ? [{ name, ours: level }] : [];
  });
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Which of ours each takes, ascending; one after the other where their names do not allow it. */
function placesOf(names: readonly string[], ours: readonly Level[]): readonly number[] {
  const own = names.map((name) => ours.findIndex((level) => called(name, level)));
  const places: number[] = [];
  for (const place of own) places.push(place >= 0 ? place : (places.at(-1) ?? -1) + 1);
  const fits = places.every((place, i) => place > (places[i - 1] ?? -1) && place < ours.length);
  return fits ? places : names.map((_, i) => i);
}

function called(name: string, level: Level): boolean {
  return same(name, level.id) || namesOf(level).has(name.toLowerCase());
}
