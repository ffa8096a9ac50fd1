/** Shape B: tables of texts by skill and level, the levels across or down. */
import type { DraftCell, DraftSkill } from '../draft.ts';
import { cellsOfRow } from './grid-cells.ts';
import type { MatrixRow } from './matrix.ts';
import { type Around, frameworkOf, matricesOf } from './matrix-framework.ts';
import { fold } from './names.ts';
import type { Found } from './over-tables.ts';
import { skillOf } from './parts.ts';
import type { Recogniser } from './recognise.ts';

export const ladderTable: Recogniser = (materials, options) => {
  const found = matricesOf(materials, options, 'texts');
  if (found.length === 0) return null;
  const { draft, problems } = frameworkOf(found, materials, options, skillsOf);
  const count = found.length === 1 ? 'a table' : `${found.length} tables`;
  const names = found[0]?.matrix.levels.map(({ name }) => name).join(', ') ?? '';
  return {
    ...{ shape: 'ladder table', sure: draft.skills.length > 0 ? 0.85 : 0, problems },
    why: `${count} of texts with levels: ${names}`,
    draft: () => draft,
  };
};

function skillsOf({ matrix }: Found, { domain, role, levels, ids, remarks }: Around): readonly DraftSkill[] {
  const skills: { skill: DraftSkill; cells: DraftCell[] }[] = [];
  for (const row of matrix.rows) {
    const weight = weightIn(row);
    const cells = cellsOfRow(row.cells, levels, role).map((cell) => ({
      ...cell,
      weight: cell.hole || cell.sameAs ? null : weight,
    }));
    const before = skills.at(-1);
    if (row.goesOn && before) {
      before.cells.push(...cells);
      continue;
    }
    const { name, place } = row;
    if (cells.length === 0) {
      remarks.skip(`"${name}": nothing is said of it at any level`, place);
      continue;
    }
    const own = groupsOf(row, domain);
    const id = ids.next(name, own.domain);
    const notes = row.asides
      .filter((aside) => !isWeight(aside))
      .map(({ head, text }) => ({ kind: head || 'note', text }));
    skills.push({
      skill: skillOf({ id, name, ...own, summary: row.summary, notes, cells: [], place }),
      cells: [...cells],
    });
  }
  return skills.map(({ skill, cells }) => ({ ...skill, cells }));
}

const WEIGHT = /^(?:weight|weighting|weights|gewicht|gewichtung|poids|ponderation|peso)$/;

function isWeight({ head, text }: MatrixRow['asides'][number]): boolean {
  return WEIGHT.test(fold(head)) && /^\d+(?:[.,]\d+)?\s*%?$/.test(text.trim());
}

/** "0.3", "30%"; null where the row says none. */
function weightIn({ asides }: MatrixRow): number | null {
  const text = asides.find(isWeight)?.text.trim();
  if (text === undefined) return null;
  const number = Number(text.replace('%', '').replace(',', '.'));
  return text.endsWith('%') ? Math.round(number * 100) / 10_000 : number;
}

/** The outermost group is the domain, the next the category. */
export function groupsOf(
  { groups }: MatrixRow,
  domain: string | null,
): { readonly domain: string | null; readonly category: string | null } {
  const all = [domain, ...groups].filter((one) => one !== null && one !== '');
  return { domain: all[0] ?? null, category: all[1] ?? null };
}
