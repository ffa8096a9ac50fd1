/**
 * A workbook with a sheet for each skill: its name on the tab or over the table, levels side by side, statements below each. What
 * people filled in beside the statements, and what formulas made of it, is left out and told.
 */
import type { Problem } from '../../problems/problem.ts';
import type { Draft, DraftCell, DraftNote, DraftSkill } from '../draft.ts';
import type { Cell, Grid, Material, Place } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { languageIn, wordsOf } from './language-of.ts';
import { tellGrid } from './leftovers.ts';
import { orderedLevels } from './level-order.ts';
import { areLevels } from './levels.ts';
import { isBeside } from './matrix.ts';
import { fold, Ids, tidy } from './names.ts';
import { cellOf, draftOf, levelOf, Remarks, roleOf, skillOf } from './parts.ts';
import type { Answer } from './recognise.ts';
import { roleName, roleOfTitle } from './role-name.ts';
import { weightsIn } from './sheet-weights.ts';

const SURE = 0.93;
/** How far down the levels may stand. */
const HEADS = 12;
/** What is longer is a text. */
const LONG = 60;
/** What is shorter is a mark. */
const SHORT = 16;

interface Sheet {
  readonly name: string;
  readonly grid: Grid;
  readonly over: readonly Cell[];
  /** The cells that name the levels. */
  readonly levels: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Shape B, with sheets as skills. */
export function sheetSkills(materials: readonly Material[], options: ImportOptions): Answer | null {
  const found = materials.flatMap(({ grids }) => grids.flatMap((grid) => sheetOf(grid) ?? []));
  const [first] = found;
  const ladders = new Set(found.map(({ levels }) => JSON.stringify(levels.map(({ text }) => fold(text)))));
  if (!first || found.length < 2 || ladders.size > 1) return null;
  const others = materials.flatMap(({ grids }) =>
    grids.filter((grid) => !found.some((one) => one.grid === grid)),
  );
  const { draft, problems } = framework(found, first, others, materials, options);
  return {
    ...{ shape: 'a sheet for each skill', sure: SURE, problems, draft: () => draft },
    why: `${found.length} sheets have the levels ${first.levels.map(({ text }) => text).join(', ')} side by side`,
  };
}

function sheetOf(grid: Grid): Sheet | null {
  if (grid.sheet === null) return null;
  const over: Cell[] = [];
  let n = 0;
  let levels: readonly Cell[] | null = null;
  const rows: (readonly Cell[])[] = [];
  for (const cells of grid.rows()) {
    if (levels) rows.push(cells);
    else if (n++ > HEADS) return null;
    else {
      const told = cells.filter(({ text, merged }) => text !== '' && !merged);
      const heads = told.filter(({ text }) => !isBeside(text));
      if (areLevels(heads.map(({ text }) => text))) levels = heads;
      else over.push(...told);
    }
  }
  if (!levels) return null;
  // Names of skills beside the rows: each row is one then, not the sheet.
  const first = levels[0]?.place.column ?? 0;
  const named = rows.some((cells) =>
    cells.some(({ text, place }) => text !== '' && (place.column ?? 0) < first),
  );
  return named ? null : { name: grid.sheet, grid, over, levels, rows };
}

function framework(
  found: readonly Sheet[],
  first: Sheet,
  others: readonly Grid[],
  materials: readonly Material[],
  options: ImportOptions,
): { readonly draft: Draft; readonly problems: readonly Problem[] } {
  const remarks = new Remarks();
  const source = first.levels.map(({ text, place }) => ({ name: bareLevel(text), written: text, place }));
  const changed = source.filter(({ name, written }) => name !== written);
  const [renamed] = changed;
  if (renamed)
    remarks.guess(
      `the numbers before the levels are their order: "${renamed.written}" is called "${renamed.name}"`,
      renamed.place,
    );
  const { levels, problems } = orderedLevels(source, options, remarks);
  const ids = new Ids('level');
  const drafted = levels.map(({ name, written, place }) => ({
    ...levelOf({ id: ids.next(name), name, place }),
    written,
  }));
  const byHead = new Map(drafted.map(({ id, written }) => [fold(written), id]));
  const summaries = new Map<string, string>();
  const skillIds = new Ids('skill');
  const weights = weightsIn(
    others,
    found.map(({ name }) => name),
  );
  const skills = found.map((sheet) => skillFrom(sheet, skillIds, byHead, summaries, weights.byName, remarks));
  const titles = others.flatMap(titlesOf);
  const notes = others.flatMap((grid) => {
    const own = asidesOn(grid);
    tellGrid(grid, new Set([...weights.used, ...own.used]), remarks);
    return own.notes;
  });
  const levelNames = levels.map(({ name }) => name);
  const place = titles[0]?.place ?? first.grid.place;
  const names = [
    ...titles.map(({ text }) => bareTitle(text)),
    ...materials.flatMap(({ title, name }) => [title, name]),
  ];
  const role = roleName({ levels: levelNames, titles: names, place }, options, remarks);
  const language = languageIn(materials, wordsOf(skills), remarks);
  const { guesses, skipped } = remarks;
  return {
    draft: draftOf({
      levels: drafted.map(({ written: _, ...level }) => ({
        ...level,
        summary: summaries.get(level.id) ?? null,
      })),
      roles: [roleOf({ id: new Ids('role').next(role), name: role, notes, place })],
      ...{ skills, language, guesses, skipped },
    }),
    problems,
  };
}

/** "1/ Junior" is "Junior". */
function bareLevel(text: string): string {
  return tidy(text.replace(/^\s*\d{1,2}\s*[/.):–-]+\s*(?=\p{L})/u, ''));
}

/** What stands over a sheet that is no skill: it may name the role. */
function titlesOf(grid: Grid): readonly Cell[] {
  for (const cells of grid.rows()) {
    const told = cells.filter(({ text }) => text !== '');
    if (told.length > 0) return told.slice(0, 1);
  }
  return [];
}

/** "Frontend engineer score calculation": what comes after the role says what the sheet does. */
function bareTitle(text: string): string {
  const words = text.split(/\s+/u);
  const last = words.findLastIndex((word) => roleOfTitle(word) !== null);
  return last < 0 ? text : words.slice(0, last + 1).join(' ');
}

function skillFrom(
  sheet: Sheet,
  ids: Ids,
  levels: ReadonlyMap<string, string>,
  summaries: Map<string, string>,
  weights: ReadonlyMap<string, number>,
  remarks: Remarks,
): DraftSkill {
  const { name, grid, over } = sheet;
  const texts = over.filter(({ text }) => fold(text) !== fold(name));
  const columns = columnsOf(sheet);
  const marks = new Map<string, { count: number; readonly place: Place }>();
  const below = columns.map(() => [] as { readonly cell: Cell; readonly after: boolean }[]);
  let empty = false;
  let begun = false;
  for (const cells of sheet.rows) {
    if (cells.length === 0 || cells.every(({ text }) => text === '')) {
      empty ||= begun;
      continue;
    }
    begun = true;
    const told = columns.map(({ at }) => cells.find(({ place }) => place.column === at));
    const same = everywhere(told);
    for (const cell of cells) {
      const column = told.indexOf(cell);
      if (cell.text === '' || cell.merged) continue;
      if (column >= 0 && !same) below[column]?.push({ cell, after: empty });
      else count(marks, cell);
    }
  }
  tellMarks(marks, name, remarks);
  const summary = texts.map(({ text }) => text).join('\n\n');
  return skillOf({
    ...{ id: ids.next(name), name, place: grid.place, summary: summary || null },
    cells: columns.flatMap(({ head }, i): DraftCell[] => {
      const level = levels.get(fold(head.text));
      const own = below[i] ?? [];
      if (level === undefined || own.length === 0) return [];
      // What stands right under the level's name, apart from what follows, describes the level.
      const described = own.filter(({ after }) => !after);
      const apart = described.length === 1 && own.length > 1 ? described[0] : undefined;
      const statements = own.filter((one) => one !== apart).map(({ cell }) => cell.text);
      const other = apart && summaries.get(level);
      if (apart && other === undefined) summaries.set(level, apart.cell.text);
      const notes =
        apart && other !== undefined && other !== apart.cell.text
          ? [{ kind: 'level', text: apart.cell.text }]
          : [];
      return [
        cellOf({
          level,
          statements,
          notes,
          weight: weights.get(fold(name)) ?? null,
          place: own[0]?.cell.place ?? head.place,
        }),
      ];
    }),
  });
}

function columnsOf({ levels }: Sheet): readonly { readonly head: Cell; readonly at: number }[] {
  return levels.map((head) => ({ head, at: head.place.column ?? 0 }));
}

/** The same words under every level that has any are said of none. */
function everywhere(cells: readonly (Cell | undefined)[]): boolean {
  const texts = cells.flatMap((cell) => (cell && cell.text !== '' ? [fold(cell.text)] : []));
  return texts.length > 1 && new Set(texts).size === 1;
}

function count(marks: Map<string, { count: number; readonly place: Place }>, { text, place }: Cell): void {
  const known = marks.get(text);
  if (known) known.count++;
  else marks.set(text, { count: 1, place });
}

function tellMarks(
  marks: ReadonlyMap<string, { readonly count: number; readonly place: Place }>,
  sheet: string,
  remarks: Remarks,
): void {
  for (const [text, { count: times, place }] of marks) {
    const what = text.length <= SHORT ? `"${text}"` : `the text "${text}"`;
    const often = times === 1 ? 'once' : `${times} times`;
    remarks.skip(
      `${what}, ${often} on the sheet "${sheet}": no statement, but what was filled in or worked out`,
      place,
    );
  }
}

/** Texts and addresses on a sheet that is no skill, under the words that stand over them. */
function asidesOn(grid: Grid): { readonly notes: readonly DraftNote[]; readonly used: readonly Cell[] } {
  const notes: DraftNote[] = [];
  const used: Cell[] = [];
  let above: readonly Cell[] = [];
  for (const cells of grid.rows()) {
    for (const cell of cells) {
      if (cell.merged || !(cell.text.length > LONG || /^https?:\/\/\S+$/.test(cell.text))) continue;
      const head = above.find(({ text, place }) => text !== '' && place.column === cell.place.column);
      if (head) used.push(head);
      used.push(cell);
      notes.push({ kind: head?.text.replace(/[?:.]+$/, '') ?? 'note', text: cell.text });
    }
    above = cells;
  }
  return { notes, used };
}
