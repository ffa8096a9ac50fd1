/**
 * Tables with levels as one draft, whatever stands in their cells (texts, grades, marks): tables with the same levels are one
 * role's. How a table's rows become skills is the shape's own.
 */

import type { Problem } from '../../problems/problem.ts';
import type { Draft, DraftSkill } from '../draft.ts';
import type { Grid, Material, Place, Tree } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { partsOf } from './apart.ts';
import type { CellLevels } from './grid-cells.ts';
import { joinSkills } from './join-skills.ts';
import { areTracks, joinLadders, type LadderLevel } from './ladders.ts';
import { languageIn, wordsOf } from './language-of.ts';
import { tellAll, tellGrid, withAllBelow } from './leftovers.ts';
import { orderedLevels } from './level-order.ts';
import { summaryOf } from './level-summaries.ts';
import { levelName, rolesIn } from './levels.ts';
import { type MatrixLevel, matrixOf } from './matrix.ts';
import { type Body, bodyOf } from './matrix-body.ts';
import { fold, Ids } from './names.ts';
import {
  areSheetsOfRoles,
  areSkillsThemselves,
  domainsOf,
  type Found,
  rolesOver,
  titlesOver,
} from './over-tables.ts';
import { draftOf, Remarks, roleOf } from './parts.ts';
import { ONE_LEVEL, roleColumnsOf } from './role-columns.ts';
import { roleName } from './role-name.ts';
import { type Title, titleFor, titleTableOf } from './title-table.ts';

/** What a shape needs to know to make skills of a table's rows. */
export interface Around {
  readonly domain: string | null;
  /** null: of every role. */
  readonly role: string | null;
  readonly levels: CellLevels;
  readonly ids: Ids;
  readonly remarks: Remarks;
  /** The text around the tables of the file; what is taken from it goes to `used`. */
  readonly tree: Tree | null;
  readonly used: Set<Tree>;
  /** Tables that are read, those of no levels too. */
  readonly read: Set<Grid>;
}

export type SkillsOf = (found: Found, around: Around) => readonly DraftSkill[];

/** The tables with levels whose cells hold such things; tables of a file with the same levels are judged together. */
export function matricesOf(
  materials: readonly Material[],
  options: ImportOptions,
  wanted: Body,
): readonly Found[] {
  const said = [...(options.levels ?? []), ...(options.levelOrder ?? [])].map(({ text }) => text);
  const tables = materials.flatMap((material) =>
    material.grids.flatMap((grid) =>
      partsOf(grid).flatMap((part) =>
        part.role === null && titleTableOf(part.grid) ? [] : [{ ...part, material }],
      ),
    ),
  );
  const leveled = tables.flatMap(({ grid, role, material }): readonly Found[] => {
    const matrix = matrixOf(grid, said);
    return matrix ? [{ matrix, material, role }] : [];
  });
  const [level, ...more] = options.levels ?? [];
  const name = level && more.length === 0 ? level.text : ONE_LEVEL;
  // Beside tables with levels, one with a column for each role says something else.
  const every =
    leveled.length > 0
      ? leveled
      : tables.flatMap(({ grid, role, material }) =>
          role === null ? roleColumnsOf(grid, name).map((column) => ({ ...column, material })) : [],
        );
  return materials.flatMap((material) => {
    const all = every.filter((one) => one.material === material);
    const kinds = new Map<Found, Body>();
    for (const group of byLevels(all)) {
      const grids = new Set(group.map(({ matrix }) => matrix.grid));
      const beside = all.filter(({ matrix }) => grids.has(matrix.grid));
      const body = bodyOf(beside.flatMap(({ matrix }) => matrix.rows));
      for (const one of group) kinds.set(one, body);
    }
    return all.filter((one) => kinds.get(one) === wanted);
  });
}

export interface Made {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
}

export function frameworkOf(
  found: readonly Found[],
  materials: readonly Material[],
  options: ImportOptions,
  skillsOf: SkillsOf,
): Made {
  const remarks = new Remarks();
  const used = new Set<Tree>();
  const read = new Set(found.map(({ matrix }) => matrix.grid));
  const problems: Problem[] = [];
  const titles: Title[] = [];
  const titleTables = materials.flatMap(({ grids }) =>
    grids.filter((grid) => {
      const table = titleTableOf(grid);
      titles.push(...(table?.titles ?? []));
      if (table && table.beside.length > 0)
        remarks.skip(
          `of the table of titles: ${table.beside.map((head) => `"${head}"`).join(', ')}`,
          grid.place,
        );
      return table !== null;
    }),
  );
  const groups = byLevels(found).map((tables) => {
    const [first] = tables;
    const { levels, problems: own } = orderedLevels(first.matrix.levels, options, remarks);
    problems.push(...own);
    tellTracks(levels, remarks);
    tellSeveralRoles(levels, remarks);
    return {
      tables,
      first,
      levels: levels.map((level) => known(level, titles, first.material.tree, used, remarks)),
    };
  });
  for (const { matrix } of found)
    for (const text of matrix.above) remarks.skip(`"${text}" above the table`, matrix.grid.place);
  tellOneLevel(found, options, remarks);
  const ladders = joinLadders(groups.map(({ levels }) => levels));
  const idOf = (name: string) => ladders.ids.get(fold(name) || name) ?? '';
  const several = rolesOver(found);
  tellSheets(found, remarks);
  const roleIds = new Ids('role');
  const roles = groups.map(({ tables, first, levels }, i) => {
    const { place } = first.matrix.grid;
    const names = levels.map(({ name }) => name);
    const own = groups.length === 1 ? options : { ...options, role: undefined };
    const over = several[found.indexOf(first)] ?? '';
    const name = over || roleName({ levels: names, titles: titlesOver(tables), place }, own, remarks);
    return roleOf({ id: roleIds.next(name), name, levels: ladders.roles[i] ?? null, place });
  });
  const ids = new Ids('skill');
  const each = groups.flatMap(({ tables, first, levels }, i) => {
    const { place } = first.matrix.grid;
    const role = groups.length === 1 ? null : (roles[i]?.id ?? null);
    const inOrder = first.matrix.levels.map(({ place }) =>
      idOf(levels.find((level) => level.place === place)?.name ?? ''),
    );
    const byName = new Map(
      levels.flatMap(({ source, name, code }) =>
        [source, name, code ?? ''].map((word) => [fold(word), idOf(name)] as const),
      ),
    );
    const domains = domainsOf(tables);
    const themselves = areSkillsThemselves(tables, domains);
    if (themselves) {
      const head = first.matrix.rows[0]?.name ?? '';
      remarks.guess(`each table is a skill, called as what stands over it: all have "${head}" alone`, place);
    }
    return tables.flatMap((table, t) =>
      skillsOf(themselves ? calledAs(table, domains[t] ?? '') : table, {
        ...{
          domain: themselves ? null : (domains[t] ?? null),
          role,
          levels: { ids: inOrder, byName },
          ids,
          remarks,
        },
        ...{ tree: table.material.tree, used, read },
      }),
    );
  });
  const skills = joinSkills(each);
  tellAll(materials, used, remarks);
  tellGrids(materials, new Set([...read, ...titleTables]), remarks);
  const language = languageIn(materials, wordsOf(skills), remarks);
  const { claims, guesses, skipped } = remarks;
  return {
    draft: draftOf({ language, levels: ladders.levels, roles, skills, claims, guesses, skipped }),
    problems,
  };
}

function calledAs(table: Found, name: string): Found {
  const { matrix } = table;
  return { ...table, matrix: { ...matrix, rows: matrix.rows.map((row) => ({ ...row, name })) } };
}

function tellTracks(
  levels: readonly { readonly name: string; readonly place: Place }[],
  remarks: Remarks,
): void {
  const [first] = levels;
  const tracks = levels.filter((level, i) => i > 0 && areTracks(levels[i - 1] ?? level, level));
  if (!first || tracks.length === 0) return;
  const names = [first, ...tracks].map(({ name }) => name).join(' and ');
  const message = `tracks of their own begin with ${names}: none leads to another (\`next\` in framework.yaml says otherwise)`;
  remarks.guess(message, first.place);
}

function tellSeveralRoles(
  levels: readonly { readonly name: string; readonly place: Place }[],
  remarks: Remarks,
): void {
  const [first] = levels;
  const roles = rolesIn(levels.map(({ name }) => name));
  if (!first || roles.length < 2) return;
  const message = `the levels speak of several roles (${roles.join(', ')}) and are taken for one ladder: for one of each, give the columns of each role in a file of their own`;
  remarks.guess(message, first.place);
}

function tellOneLevel(found: readonly Found[], options: ImportOptions, remarks: Remarks): void {
  const [first] = found;
  if (!first || options.levels || !found.every(({ matrix }) => matrix.levels.length === 1)) return;
  const message = `no level is named: each role has one, called "${ONE_LEVEL}" (--levels says another)`;
  remarks.guess(message, first.matrix.grid.place);
}

/** Tables beside those that are read. */
function tellGrids(materials: readonly Material[], read: ReadonlySet<Grid>, remarks: Remarks): void {
  for (const { grids } of materials)
    for (const grid of grids)
      for (const part of partsOf(grid))
        if (!read.has(part.grid) && !titleTableOf(part.grid)) tellGrid(part.grid, new Set(), remarks);
}

function tellSheets(found: readonly Found[], remarks: Remarks): void {
  const [first] = found;
  if (!first || found.some(({ role }) => role !== null) || !areSheetsOfRoles(found)) return;
  const sheets = [...new Set(found.map(({ matrix }) => matrix.grid.sheet))].join(', ');
  remarks.guess(`the sheets are roles: ${sheets} (--sheet reads one alone)`, first.matrix.grid.place);
}

interface Group extends ReadonlyArray<Found> {
  readonly 0: Found;
}

/** Tables that are one role's: those with the same levels, unless the headings over them name several roles. */
function byLevels(found: readonly Found[]): readonly Group[] {
  const roles = rolesOver(found);
  const groups = new Map<string, [Found, ...Found[]]>();
  for (const [i, one] of found.entries()) {
    const key = [...one.matrix.levels.map(({ name }) => fold(name)), fold(roles[i] ?? '')].join('/');
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** A level with what the table of titles and the sentences around say of it. */
function known(
  level: MatrixLevel & { readonly name: string },
  titles: readonly Title[],
  tree: Tree | null,
  used: Set<Tree>,
  remarks: Remarks,
): LadderLevel & { readonly source: string } {
  const title = titleFor(titles, level);
  const name = title?.name ?? level.name;
  if (title && fold(title.name) !== fold(level.name))
    remarks.guess(
      `"${level.name}" is "${name}", as a table of titles spells ${title.code ?? 'it'}`,
      level.place,
    );
  const code = level.code ?? title?.code ?? null;
  const summary = summaryOf(tree, [name, level.name], code);
  if (summary) withAllBelow(summary.node, used);
  return {
    ...{ source: level.name, name, code, place: level.place, rank: title?.rank ?? null },
    // "Senior Engineer" says the role as well: nothing is to be put before it.
    title: levelName(name)?.core ? name : null,
    summary: [level.aside, summary?.text].filter((part) => part).join(': ') || null,
  };
}
