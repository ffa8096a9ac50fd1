/** Grades that a table names: which there are, lowest first, and what they are called. */
import type { Cell } from '../material.ts';
import { slug } from '../slug.ts';
import { gradeHeight } from './grade-words.ts';
import { levelName } from './levels.ts';
import { fold, tidy } from './names.ts';
import type { Remarks } from './parts.ts';

export interface GradeName {
  readonly id: string;
  readonly name: string;
}

/** A, W, A, E: the first A is another than the second. */
const LETTERS: Readonly<Record<string, string>> = { a: 'Awareness', w: 'Working', e: 'Expert' };
const ADVANCED = 'Advanced';
const ORDER = ['awareness', 'working', 'practitioner', 'advanced', 'expert'];

/** The grades of a row, in the order of its cells; null where a cell has none. */
export function gradesOfRow(cells: readonly Cell[]): readonly (string | null)[] {
  const words = cells.map(({ text, image }) => tidy(text) || image || '');
  const letters = words.map((word) => word.toLowerCase());
  const lettered =
    letters.some((letter) => letter === 'w') &&
    letters.every((letter) => !/^[a-z]$/.test(letter) || letter in LETTERS);
  return words.map((word, i) => {
    if (word === '') return null;
    const letter = letters[i] ?? '';
    if (!lettered || !(letter in LETTERS)) return word;
    if (letter === 'a' && letters.slice(0, i).includes('w')) return ADVANCED;
    return LETTERS[letter] ?? word;
  });
}

/** True if letters were read as words: to be told. */
export function areLetters(cells: readonly Cell[], grades: readonly (string | null)[]): boolean {
  return grades.some(
    (grade, i) => grade !== null && grade !== (tidy(cells[i]?.text ?? '') || cells[i]?.image),
  );
}

/** All grades, lowest first: by their words or numbers, else as they are met along the levels. */
export function gradeScale(
  rows: readonly (readonly (string | null)[])[],
  remarks: Remarks,
  at: Cell['place'],
): readonly GradeName[] {
  const names = new Map<string, { name: string; count: number; sum: number }>();
  for (const row of rows)
    for (const [i, name] of row.entries()) {
      if (name === null) continue;
      const key = fold(name);
      const before = names.get(key) ?? { name, count: 0, sum: 0 };
      names.set(key, { name: before.name, count: before.count + 1, sum: before.sum + i });
    }
  const keys = [...names.keys()];
  const ordered = [heightOf, gradeHeight].map((of) => inOrder(keys, of)).find((one) => one !== null);
  const all = (ordered ?? keys.sort((a, b) => meanOf(names.get(a)) - meanOf(names.get(b)))).flatMap(
    (key) => names.get(key) ?? [],
  );
  if (!ordered)
    remarks.guess(
      `the grades are, lowest first, by where they stand: ${all.map(({ name }) => name).join(', ')}`,
      at,
    );
  const taken = new Set<string>();
  return all.map(({ name }, i) => {
    const base = slug(name) || `grade-${i + 1}`;
    const id = taken.has(base) ? `${base}-${i + 1}` : base;
    taken.add(id);
    return { id, name };
  });
}

/** By their heights; null where one has none, or two have the same. */
function inOrder(keys: readonly string[], of: (key: string) => number | null): readonly string[] | null {
  const heights = new Map(keys.map((key) => [key, of(key)]));
  if ([...heights.values()].includes(null) || new Set(heights.values()).size < keys.length) return null;
  return [...keys].sort((a, b) => (heights.get(a) ?? 0) - (heights.get(b) ?? 0));
}

/** Where it stands among the levels, on the mean. */
function meanOf(one: { readonly count: number; readonly sum: number } | undefined): number {
  return one ? one.sum / one.count : 0;
}

function heightOf(name: string): number | null {
  const word = ORDER.indexOf(name);
  if (word >= 0) return 500 + word * 120;
  if (/^\d+(?: \d+)?$/.test(name)) return Number(name.replace(' ', '.'));
  return levelName(name)?.height ?? null;
}
