/** Shape B: tables of texts by skill and level, the levels across or down. */
import type { Requirement } from '../../framework/framework.ts';
import type { DraftCell, DraftNote, DraftSkill } from '../draft.ts';
import { columnsOf } from './columns.ts';
import { cellsOfRow } from './grid-cells.ts';
import type { MatrixRow } from './matrix.ts';
import { type Around, frameworkOf, matricesOf } from './matrix-framework.ts';
import { fold } from './names.ts';
import { numberOf } from './numbers.ts';
import { countOf, type Found } from './over-tables.ts';
import { skillOf } from './parts.ts';
import type { Recogniser } from './recognise.ts';
import { requirementOf } from './requirement.ts';

export const ladderTable: Recogniser = (materials, options) => {
  const found = matricesOf(materials, options, 'texts');
  if (found.length === 0) return null;
  const { draft, problems } = frameworkOf(found, materials, options, skillsOf);
  const names = found[0]?.matrix.levels.map(({ name }) => name).join(', ') ?? '';
  return {
    ...{ shape: 'ladder table', sure: draft.skills.length > 0 ? 0.85 : 0, problems },
    why: `${countOf(found)} of texts with levels: ${names}`,
    draft: () => draft,
  };
};

function skillsOf({ matrix }: Found, { domain, role, levels, ids, remarks }: Around): readonly DraftSkill[] {
  const skills: { skill: DraftSkill; cells: DraftCell[]; notes: DraftNote[] }[] = [];
  for (const row of matrix.rows) {
    const { weight, requirement, notes: beside } = asidesOf(row);
    const more = new Map(levels.ids.map((level, i) => [level, notesIn(row.more[i] ?? [])]));
    const cells = cellsOfRow(row.cells, levels, role).map((cell) => ({
      ...cell,
      weight: cell.hole || cell.sameAs ? null : weight,
      requirement: cell.hole ? cell.requirement : requirement,
      notes: more.get(cell.level) ?? [],
    }));
    for (const { level } of cells) more.delete(level);
    const notes = [...beside, ...[...more.values()].flat()];
    const before = skills.at(-1);
    if (row.goesOn && before) {
      before.cells.push(...cells);
      before.notes.push(...notes);
      continue;
    }
    const { name, place } = row;
    if (isOfLevel(row, levels)) {
      const said = row.cells.flatMap(({ text }) => text || []).join(' | ');
      remarks.skip(`"${name}: ${said}": it is said of a level, and is no skill`, place);
      continue;
    }
    if (cells.length === 0) {
      remarks.skip(`"${name}": nothing is said of it at any level`, place);
      continue;
    }
    const own = groupsOf(row, domain);
    const id = ids.next(name, own.domain);
    skills.push({
      skill: skillOf({ id, name, ...own, summary: row.summary, cells: [], place }),
      cells: [...cells],
      notes,
    });
  }
  return skills.map(({ skill, cells, notes }) => ({ ...skill, cells, notes }));
}

/** Columns beside or under levels as notes. */
export function notesIn(beside: MatrixRow['asides']): readonly DraftNote[] {
  return beside.map(({ head, text }) => ({ kind: head || 'note', text }));
}

/** A row under the table that is named as a level explains it: its cells say one thing. */
function isOfLevel({ name, cells }: MatrixRow, { byName }: Around['levels']): boolean {
  return byName.has(fold(name)) && cells.filter(({ text, merged }) => text !== '' && !merged).length === 1;
}

interface Asides {
  readonly weight: number | null;
  readonly requirement: Requirement;
  readonly notes: readonly DraftNote[];
}

/** What stands beside a row's levels, by the heads of the columns: a weight, whether it is required, and the rest as notes. */
export function asidesOf({ asides }: MatrixRow): Asides {
  let weight: number | null = null;
  let requirement: Requirement = 'unsaid';
  const notes: DraftNote[] = [];
  for (const { head, text } of asides) {
    const columns = columnsOf([head], {});
    const number = columns.has('weight') ? numberOf(text) : null;
    const needed = columns.has('required') ? requirementOf(text) : null;
    if (number !== null) weight = number;
    else if (needed !== null) requirement = needed;
    else notes.push({ kind: head || 'note', text });
  }
  return { weight, requirement, notes };
}

/** The outermost group is the domain, the next the category. */
export function groupsOf(
  { groups }: MatrixRow,
  domain: string | null,
): { readonly domain: string | null; readonly category: string | null } {
  const all = [domain, ...groups].filter((one) => one !== null && one !== '');
  return { domain: all[0] ?? null, category: all[1] ?? null };
}
