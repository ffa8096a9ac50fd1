/** Shape G: statements with a mark at the level where they begin, grouped by skill. What a mark says holds for the levels above too. */
import type { Draft, DraftCell, DraftSkill } from '../draft.ts';
import { textsAfter } from './group-texts.ts';
import { isMark } from './matrix-body.ts';
import { type Around, frameworkOf, matricesOf } from './matrix-framework.ts';
import { countOf, type Found } from './over-tables.ts';
import { cellOf, skillOf } from './parts.ts';
import type { Recogniser } from './recognise.ts';
import { areSkills } from './requirement-table.ts';

export const checkMarks: Recogniser = (materials, options) => {
  const found = matricesOf(materials, options, 'marks').filter((one) => !areSkills(one));
  const [first] = found;
  if (!first) return null;
  const texts = new Map<Found, string>();
  const domains: Draft['domains'][number][] = [];
  const { draft, problems } = frameworkOf(found, materials, options, (one, around) => {
    if (texts.size === 0)
      for (const [i, text] of textsAfter(found, around.used).entries()) texts.set(found[i] ?? one, text);
    const description = texts.get(one) || null;
    if (around.domain !== null)
      domains.push({ name: around.domain, description, place: one.matrix.grid.place });
    return skillsOf(one, around);
  });
  const cumulative = found.every(({ matrix }) =>
    matrix.rows.every(({ cells }) => cells.filter(isMark).length <= 1),
  );
  const message = 'a mark says where a statement begins: it holds at the levels above too (cumulative)';
  const guesses = cumulative
    ? [...draft.guesses, { message, place: first.matrix.grid.place }]
    : draft.guesses;
  return {
    ...{ shape: 'statements with marks', sure: draft.skills.length > 0 ? 0.8 : 0, problems },
    why: `${countOf(found)} of statements with marks by level`,
    draft: () => ({ ...draft, domains, cumulative, guesses }),
  };
};

interface Area {
  readonly skill: DraftSkill;
  readonly statements: Map<string, string[]>;
  readonly places: Map<string, DraftCell['place']>;
}

function skillsOf({ matrix }: Found, { domain, role, levels, ids, remarks }: Around): readonly DraftSkill[] {
  const areas: Area[] = [];
  for (const row of matrix.rows) {
    const name = row.groups.at(-1) ?? domain ?? 'Expectations';
    const last = areas.at(-1);
    const area = last?.skill.name === name ? last : areaOf(name, domain, ids, row.place);
    if (area !== last) areas.push(area);
    for (const text of [row.summary ?? '', ...[...row.asides, ...row.more.flat()].map((aside) => aside.text)])
      if (text !== '') remarks.skip(`"${text}" beside "${row.statement}": it is no mark`, row.place);
    let marked = false;
    for (const [i, cell] of row.cells.entries()) {
      const level = levels.ids[i];
      if (level === undefined || cell.text.trim() === '') continue;
      if (!isMark(cell)) {
        remarks.skip(`"${cell.text}" beside "${row.statement}": it is no mark`, cell.place);
        continue;
      }
      marked = true;
      area.statements.set(level, [...(area.statements.get(level) ?? []), row.statement]);
      if (!area.places.has(level)) area.places.set(level, cell.place);
    }
    if (!marked) remarks.skip(`"${row.statement}": it has no mark at any level`, row.place);
  }
  return areas.map(({ skill, statements, places }) => ({
    ...skill,
    cells: [...statements].map(([level, all]) =>
      cellOf({ role, level, statements: all, place: places.get(level) ?? skill.place }),
    ),
  }));
}

function areaOf(name: string, domain: string | null, ids: Around['ids'], place: DraftCell['place']): Area {
  const id = ids.next(name, domain);
  return { skill: skillOf({ id, name, domain, cells: [], place }), statements: new Map(), places: new Map() };
}
