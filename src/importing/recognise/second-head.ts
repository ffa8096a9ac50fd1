/** A second head under the levels: each of them has several columns, "What" and "Example". */
import type { Cell } from '../material.ts';
import type { MatrixRow } from './matrix.ts';
import { fold, tidy } from './names.ts';

/** The row under the head that says the same under each level ("What", "Example"), and names nothing; null where there is none. */
export function secondHead(
  body: readonly (readonly Cell[])[],
  levels: readonly number[],
): readonly Cell[] | null {
  const [row, next] = body;
  const [from = 0] = levels;
  if (!row || !next) return null;
  const words = new Set(levels.map((x) => fold(row[x]?.text ?? '')));
  const unnamed = row.slice(0, from).every(({ text, merged }) => text === '' || merged);
  return unnamed &&
    words.size === 1 &&
    !words.has('') &&
    row.some(({ text }, x) => x > from && text !== '' && !levels.includes(x))
    ? row
    : null;
}

/** From a level to the next, as far as the second head goes. */
export function columnsOfLevel(
  second: readonly Cell[],
  levels: readonly number[],
  i: number,
): readonly number[] {
  const from = levels[i] ?? 0;
  const to = levels[i + 1] ?? from + (levels[1] ?? from + 1) - (levels[0] ?? from);
  return second.flatMap(({ text }, x) => (x >= from && x < to && text !== '' ? [x] : []));
}

/** What a row says in the further columns of a level. */
export function moreOf(
  row: readonly Cell[],
  second: readonly Cell[],
  levels: readonly number[],
  i: number,
): MatrixRow['more'][number] {
  return columnsOfLevel(second, levels, i).flatMap((x) => {
    const text = row[x]?.text ?? '';
    return x === levels[i] || text === '' ? [] : [{ head: tidy(second[x]?.text ?? ''), text }];
  });
}
