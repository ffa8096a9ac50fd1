/** A cell of a matrix as what a role is asked at a level: a text, statements, a reference, or why there is none. */
import type { DraftCell } from '../draft.ts';
import type { Cell } from '../material.ts';
import { fold } from './names.ts';
import { cellOf } from './parts.ts';
import { saidIn } from './said.ts';
import { sentinel } from './sentinels.ts';

export interface CellLevels {
  /** Ids in the order of the cells. */
  readonly ids: readonly string[];
  /** Ids by folded name. */
  readonly byName: ReadonlyMap<string, string>;
}

/** What stands in a row's cells, one a level; cells that say nothing give none. */
export function cellsOfRow(
  cells: readonly Cell[],
  levels: CellLevels,
  role: string | null,
): readonly DraftCell[] {
  return cells.flatMap((cell, i): DraftCell[] => {
    const level = levels.ids[i];
    if (level === undefined) return [];
    const start = cell.merged && cell.text !== '' ? spanStart(cells, i) : i;
    if (start !== i) return [cellOf({ role, level, sameAs: levels.ids[start] ?? null, place: cell.place })];
    const none = sentinel(cell.text, (name) => levels.byName.has(fold(name)));
    const { place } = cell;
    if (none === null) return [cellOf({ role, level, ...saidIn(cell), place })];
    if (none.is === 'empty') return [];
    if (none.is !== 'same-as') return [cellOf({ role, level, hole: none.is, place })];
    const named = none.level === 'before' ? levels.ids[i - 1] : levels.byName.get(fold(none.level));
    return [
      cellOf({ role, level, ...(named === undefined ? { hole: 'not-defined' } : { sameAs: named }), place }),
    ];
  });
}

/** Where a cell begins that spans several levels; itself, where it goes on from the row above. */
function spanStart(cells: readonly Cell[], at: number): number {
  for (let i = at - 1; i >= 0; i--) {
    const cell = cells[i];
    if (cell?.text !== cells[at]?.text) return at;
    if (!cell?.merged) return i;
  }
  return at;
}
