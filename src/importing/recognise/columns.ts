/** What the columns of a table are, by their heads or by --map. */
import { knownNames } from '../../problems/nearest.ts';
import { error, type Problem } from '../../problems/problem.ts';
import type { ImportOptions } from '../options.ts';
import { COLUMN_WORDS, MAP_NAMES, type Meaning } from './column-words.ts';
import { fold } from './names.ts';

export interface Columns {
  /** By position; null: it is not known what the column holds. */
  readonly meanings: readonly (Meaning | null)[];
  /** The first column of a meaning; -1 where there is none. */
  at(meaning: Meaning): number;
  has(...meanings: readonly Meaning[]): boolean;
}

/** Heads of columns -> what they hold. A meaning that two columns have stays with the first. */
export function columnsOf(heads: readonly string[], options: ImportOptions): Columns {
  const mapped = new Map(
    (options.map ?? []).flatMap(({ what, column }) => {
      const meaning = MAP_NAMES[what.text];
      return meaning === undefined ? [] : [[fold(column.text), meaning] as const];
    }),
  );
  const taken = new Set<Meaning>(mapped.values());
  const meanings = heads.map((head): Meaning | null => {
    const said = mapped.get(fold(head));
    if (said !== undefined) return said;
    // "Proficiency (1-5)" is the proficiency.
    const name = fold(head.replace(/\([^()]*\)\s*$/, '')) || fold(head);
    if (name === '') return null;
    const known = COLUMN_WORDS.find(([meaning, words]) => words.test(name) && !taken.has(meaning))?.[0];
    if (known === undefined) return null;
    taken.add(known);
    return known;
  });
  return {
    meanings,
    at: (meaning) => meanings.indexOf(meaning),
    has: (...wanted) => wanted.every((meaning) => meanings.includes(meaning)),
  };
}

/** What `--map` names and no table has, or what it cannot name. Problems: `unsaid-name`. */
export function unknownMappings(heads: readonly string[], options: ImportOptions): readonly Problem[] {
  const names = new Set(heads.map(fold));
  return (options.map ?? []).flatMap(({ what, column }) => {
    if (MAP_NAMES[what.text] === undefined) {
      const help = knownNames(what.text, Object.keys(MAP_NAMES));
      return [error('unsaid-name', `--map cannot name "${what.text}"`, what.span, { help })];
    }
    if (names.has(fold(column.text))) return [];
    const help = knownNames(
      column.text,
      heads.filter((head) => head.trim() !== ''),
    );
    return [error('unsaid-name', `the source has no column "${column.text}"`, column.span, { help })];
  });
}
