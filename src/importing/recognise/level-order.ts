/** The levels that a source names, lowest first, as the person or their words say; each guess about them told. */
import { error, type Problem } from '../../problems/problem.ts';
import type { Place } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { placeSpan } from '../where.ts';
import { ascend, levelName, trackOf } from './levels.ts';
import { fold } from './names.ts';
import type { Remarks } from './parts.ts';

export interface Ordered<T> {
  /** Lowest first, by the names that they go by. */
  readonly levels: readonly (T & {
    readonly name: string /** As it stands there. */;
    readonly source: string;
  })[];
  readonly problems: readonly Problem[];
}

/** `levels`: as they stand in the source. */
export function orderedLevels<T extends { readonly name: string; readonly place: Place }>(
  levels: readonly T[],
  options: ImportOptions,
  remarks: Remarks,
): Ordered<T> {
  const problems: Problem[] = [];
  const named = renamed(distinct(levels, remarks), options, problems);
  const [first] = levels;
  if (!first) return { levels: named, problems };
  if (options.levelOrder) return { levels: asTold(named, options.levelOrder, problems), problems };
  if (options.levels) return { levels: named, problems };
  const names = named.map(({ name }) => name);
  if (ascend(names)) return { levels: named, problems };
  const known = named.every(({ name }) => levelName(name) !== null);
  const sorted = known ? byHeight(named) : ascend([...names].reverse()) ? [...named].reverse() : named;
  const order = sorted.map(({ name }) => name).join(', ');
  remarks.guess(
    `the levels are, lowest first, by their words: ${order} (--level-order says another order)`,
    first.place,
  );
  return { levels: sorted, problems };
}

/** Lowest first on each track, the tracks as they stand. */
function byHeight<T extends { readonly name: string }>(levels: readonly T[]): readonly T[] {
  const tracks = [...new Set(levels.map(({ name }) => trackOf(name)))];
  const height = ({ name }: T) => levelName(name)?.height ?? 0;
  const track = ({ name }: T) => tracks.indexOf(trackOf(name));
  return [...levels].sort((a, b) => track(a) - track(b) || height(a) - height(b));
}

/** Two levels with one name are two all the same. */
function distinct<T extends { readonly name: string; readonly place: Place }>(
  levels: readonly T[],
  remarks: Remarks,
) {
  const counts = new Map<string, number>();
  return levels.map((level) => {
    const count = (counts.get(fold(level.name)) ?? 0) + 1;
    counts.set(fold(level.name), count);
    if (count === 1) return { ...level, source: level.name };
    const name = `${level.name} (${count})`;
    remarks.guess(`two levels are called "${level.name}": the second is "${name}"`, level.place);
    return { ...level, name, source: name };
  });
}

/** By --levels: their names, in the order of the source. */
function renamed<T extends { readonly name: string; readonly place: Place }>(
  levels: readonly T[],
  options: ImportOptions,
  problems: Problem[],
): readonly T[] {
  const names = options.levels;
  if (!names) return levels;
  if (names.length === levels.length)
    return levels.map((level, i) => ({ ...level, name: names[i]?.text ?? level.name }));
  // Said by their own names, they choose nothing new.
  const own = new Set(levels.map(({ name }) => fold(name)));
  if (names.every(({ text }) => own.has(fold(text)))) return levels;
  const [first] = names;
  const [level] = levels;
  if (!first || !level) return levels;
  const message = `--levels names ${names.length}, the source has ${levels.length} levels`;
  const help = `name all, in this order: ${levels.map(({ name }) => name).join(', ')}`;
  const related = [{ message: 'the first of its levels', span: placeSpan(level.place) }];
  problems.push(error('unsaid-name', message, first.span, { help, related }));
  return levels;
}

function asTold<T extends { readonly name: string }>(
  levels: readonly T[],
  order: NonNullable<ImportOptions['levelOrder']>,
  problems: Problem[],
): readonly T[] {
  const found = order.map(({ text }) => levels.find(({ name }) => fold(name) === fold(text)));
  const unknown = order.find((_, i) => found[i] === undefined);
  const missing = levels.filter((level) => !found.includes(level));
  const wrong = unknown ?? (missing.length > 0 ? order[0] : undefined);
  if (wrong) {
    const message = unknown
      ? `the source has no level "${unknown.text}"`
      : `--level-order leaves out ${missing.map(({ name }) => `"${name}"`).join(', ')}`;
    const help = `say all of them, lowest first: ${levels.map(({ name }) => name).join(', ')}`;
    problems.push(error('unsaid-name', message, wrong.span, { help }));
    return levels;
  }
  return found.filter((level) => level !== undefined);
}
