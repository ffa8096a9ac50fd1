/**
 * Shape H: a table of marks says which role has which skill, and the text around it what each skill asks at each level. A mark
 * is a requirement; the texts are every role's that has the skill.
 */
import type { DraftSkill } from '../draft.ts';
import type { Cell, Grid, Tree } from '../material.ts';
import { rowsUpTo } from './grid-rows.ts';
import { headedSkills, saidAtLevel } from './headed-ladder.ts';
import { idsBySource, joinLadders } from './ladders.ts';
import { languageIn, wordsOf } from './language-of.ts';
import { tellAll, withAllBelow } from './leftovers.ts';
import { orderedLevels } from './level-order.ts';
import { areLevels } from './levels.ts';
import { isMark } from './matrix-body.ts';
import { fold, Ids, tidy } from './names.ts';
import { cellOf, draftOf, Remarks, roleOf, skillOf } from './parts.ts';
import type { Recogniser } from './recognise.ts';
import { isSilent } from './said.ts';
import type { TreeLadder } from './tree-ladders.ts';

interface Member {
  readonly name: string;
  readonly domain: string | null;
  /** Roles with a mark, by their positions. */
  readonly roles: readonly number[];
  readonly place: Cell['place'];
}

interface Table {
  readonly roles: readonly Cell[];
  readonly members: readonly Member[];
}

export const membership: Recogniser = (materials, options) => {
  const ladders = headedSkills(materials, options);
  const [first] = ladders;
  const tables = materials.flatMap(({ grids }) => grids.flatMap((grid) => tableOf(grid) ?? []));
  const [table] = tables;
  if (!first || !table || tables.length > 1) return null;
  const names = new Set(ladders.map(({ ladder }) => fold(ladder.node.label)));
  const known = table.members.filter(({ name }) => names.has(fold(name))).length;
  if (known * 2 < table.members.length) return null;
  const remarks = new Remarks();
  const inOrder = first.ladder.levels.map(({ name, node }) => ({ name, place: node.place }));
  const { levels, problems } = orderedLevels(inOrder, options, remarks);
  const ladder = joinLadders([levels]);
  const roleIds = new Ids('role');
  const roles = table.roles.map(({ text, place }) =>
    roleOf({ id: roleIds.next(tidy(text)), name: tidy(text), place }),
  );
  const used = new Set<Tree>();
  const skills = skillsOf(
    {
      table,
      ladders: ladders.map((one) => one.ladder),
      levelIds: idsBySource(levels, ladder),
      roleIds: roles.map(({ id }) => id),
    },
    used,
    remarks,
  );
  tellAll(materials, used, remarks);
  const language = languageIn(materials, wordsOf(skills), remarks);
  const { guesses, skipped } = remarks;
  return {
    ...{ shape: 'skills of roles, with a ladder each', sure: 0.9, problems },
    why: `a table of marks for ${roles.length} roles, and ${ladders.length} headings with levels`,
    draft: () => draftOf({ language, levels: ladder.levels, roles, skills, guesses, skipped }),
  };
};

/** A table whose columns are roles: marks, and rows of a name alone as groups. */
function tableOf(grid: Grid): Table | null {
  const rows = rowsUpTo(grid, 10_000) ?? [];
  const head = rows[Math.max(0, grid.headRows - 1)];
  const body = rows.slice(Math.max(1, grid.headRows));
  if (!head || head.length < 2 || areLevels(head.slice(1).map(({ text }) => text))) return null;
  const cells = body.flatMap((row) => row.slice(1)).filter(({ text }) => text.trim() !== '');
  if (cells.length < 2 || cells.filter(isMark).length < cells.length * 0.9) return null;
  const members: Member[] = [];
  let domain: string | null = null;
  for (const row of body) {
    const [first, ...marks] = row;
    if (!first || first.text.trim() === '') continue;
    const roles = marks.flatMap((cell, i) => (isMark(cell) && i < head.length - 1 ? [i] : []));
    if (roles.length === 0 && first.bold) domain = tidy(first.text);
    else members.push({ name: tidy(first.text), domain, roles, place: first.place });
  }
  return { roles: head.slice(1).filter(({ text }) => text.trim() !== ''), members };
}

interface Around {
  readonly table: Table;
  readonly ladders: readonly TreeLadder[];
  readonly levelIds: ReadonlyMap<string, string>;
  readonly roleIds: readonly string[];
}

/** Rows and headings of one name belong together in their order: "Data Analysis" may stand twice. */
function skillsOf(
  { table, ladders, levelIds, roleIds }: Around,
  used: Set<Tree>,
  remarks: Remarks,
): readonly DraftSkill[] {
  const ids = new Ids('skill');
  const waiting = [...ladders];
  const skills = table.members.map((member): DraftSkill => {
    const at = indexFor(waiting, member);
    const [ladder] = at < 0 ? [] : waiting.splice(at, 1);
    if (!ladder) remarks.skip(`"${member.name}": no heading says what it asks`, member.place);
    if (member.roles.length === 0) remarks.skip(`"${member.name}" has no mark: no role has it`, member.place);
    return skillFor(member, ladder);
  });
  for (const ladder of waiting) {
    remarks.guess(
      `"${tidy(ladder.node.label)}" stands in no row of the table: it is for every role`,
      ladder.node.place,
    );
    const domain = ladder.over.at(-1)?.label;
    const place = ladder.node.place;
    skills.push(
      skillFor(
        {
          name: tidy(ladder.node.label),
          domain: domain === undefined ? null : tidy(domain),
          roles: [],
          place,
        },
        ladder,
      ),
    );
  }
  return skills;

  function skillFor({ name, domain, roles, place }: Member, ladder: TreeLadder | undefined): DraftSkill {
    for (const node of ladder?.taken ?? []) used.add(node);
    const cells = (ladder?.levels ?? []).flatMap(({ name: level, node }) => {
      withAllBelow(node, used);
      const said = saidAtLevel(node);
      const id = levelIds.get(fold(level));
      if (id === undefined || isSilent(said)) return [];
      const own = { level: id, ...said, place: node.place };
      return roles.length === 0
        ? [cellOf(own)]
        : roles.map((i) => cellOf({ ...own, role: roleIds[i] ?? null, requirement: 'required' }));
    });
    return skillOf({
      id: ids.next(name, domain),
      name,
      domain,
      summary: ladder?.summary ?? null,
      cells,
      place,
    });
  }
}

function indexFor(ladders: readonly TreeLadder[], { name, domain }: Member): number {
  const named = (ladder: TreeLadder) => fold(ladder.node.label) === fold(name);
  const within = (ladder: TreeLadder) => ladder.over.some(({ label }) => fold(label) === fold(domain ?? ''));
  const exact = ladders.findIndex((ladder) => named(ladder) && within(ladder));
  return exact >= 0 ? exact : ladders.findIndex(named);
}
