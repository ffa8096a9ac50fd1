/**
 * Tables that say at which level a skill is required or optional, by marks or words, and nothing else of it: what stands beside
 * the skill, else its name, is all that can be asked.
 */
import type { DraftCell, DraftSkill } from '../draft.ts';
import { columnsOf } from './columns.ts';
import { groupsOf, notesIn } from './ladder-table.ts';
import type { MatrixRow } from './matrix.ts';
import { isMark } from './matrix-body.ts';
import { type Around, frameworkOf, matricesOf } from './matrix-framework.ts';
import { countOf, type Found } from './over-tables.ts';
import { cellOf, skillOf } from './parts.ts';
import type { Recogniser } from './recognise.ts';
import { requirementOf } from './requirement.ts';
import { saidInText } from './typed-lists.ts';

/** A name of a skill is no longer than this. */
const NAME = 50;
/** Words that say that a level asks nothing. */
const NOTHING = /^(?:no|n|nein|non|false|✗|✘|❌|☐)$/iu;

export const requirementTable: Recogniser = (materials, options) => {
  const marked = matricesOf(materials, options, 'marks').filter(areSkills);
  const found = [...matricesOf(materials, options, 'needs'), ...marked];
  if (found.length === 0) return null;
  const { draft, problems } = frameworkOf(found, materials, options, skillsOf);
  return {
    ...{ shape: 'required skills by level', sure: draft.skills.length > 0 ? 0.82 : 0, problems },
    why: `${countOf(found)} of skills with what is required by level`,
    draft: () => draft,
  };
};

/** True if the rows of a table with marks are skills, and not statements of one: their column says so, and marks recur in a row. */
export function areSkills({ matrix: { corner, rows, levels } }: Found): boolean {
  return (
    columnsOf([corner], {}).has('skill') &&
    rows.every(({ statement }) => statement.length <= NAME && !/[.!。]$/u.test(statement)) &&
    (levels.length === 1 || rows.some(({ cells }) => cells.filter(isMark).length > 1))
  );
}

function skillsOf({ matrix }: Found, around: Around): readonly DraftSkill[] {
  const { domain, ids, remarks } = around;
  const message = matrix.rows.some(({ summary }) => summary === null)
    ? 'a mark or word at a level says whether the skill is required; where nothing says what is asked, its name stands there'
    : 'a mark or word at a level says whether the skill is required; what describes the skill is asked there';
  remarks.guess(message, matrix.grid.place);
  return matrix.rows.flatMap((row): DraftSkill[] => {
    const cells = cellsOf(row, around);
    if (cells.length === 0) {
      remarks.skip(`"${row.name}": it is asked at no level`, row.place);
      return [];
    }
    const own = groupsOf(row, domain);
    const notes = notesIn([...row.asides, ...row.more.flat()]);
    return [
      skillOf({ id: ids.next(row.name, own.domain), name: row.name, ...own, notes, cells, place: row.place }),
    ];
  });
}

function cellsOf(row: MatrixRow, { role, levels }: Around): readonly DraftCell[] {
  return row.cells.flatMap((cell, i): DraftCell[] => {
    const level = levels.ids[i];
    const said = cell.text.trim();
    const marked = isMark(cell) ? 'required' : requirementOf(said);
    if (level === undefined || NOTHING.test(said) || marked === null || marked === 'unsaid') return [];
    const asks = saidInText(row.summary ?? row.name);
    return [cellOf({ role, level, ...asks, requirement: marked, place: cell.place })];
  });
}
