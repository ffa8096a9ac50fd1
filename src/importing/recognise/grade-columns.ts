/**
 * A list of skills with a text for each grade in a column of its own, and perhaps the roles that need the skill. Alone its grades
 * are the levels; beside a table that says which grade is asked where, it gives the texts.
 */
import type { DraftCell, DraftNote, DraftSkill } from '../draft.ts';
import type { Material, Place } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { slug } from '../slug.ts';
import { type Columns, columnsOf } from './columns.ts';
import { gradesInOrder, isGradeWord } from './grade-words.ts';
import { languageIn } from './language-of.ts';
import { areLevels } from './levels.ts';
import { fold, Ids } from './names.ts';
import { cellOf, draftOf, levelOf, Remarks, roleOf, skillOf } from './parts.ts';
import type { Answer, Recogniser } from './recognise.ts';
import { roleName } from './role-name.ts';
import { sentinel } from './sentinels.ts';
import { listsIn, type Table, tableOf } from './tables.ts';
import { asParagraphs } from './typed-lists.ts';

/** A skill of the list. */
export interface GradedSkill {
  readonly skill: DraftSkill;
  /** Names of roles that need it; null: the list does not say. */
  readonly roles: readonly string[] | null;
  /** Grades whose text the list says to be missing, by id. */
  readonly undefinedGrades: ReadonlyMap<string, Place>;
}

export interface GradeList {
  readonly table: Table;
  /** Lowest first. */
  readonly grades: readonly { readonly id: string; readonly name: string; readonly place: Place }[];
  readonly skills: readonly GradedSkill[];
}

interface GradeColumns {
  readonly columns: Columns;
  /** Positions of the grades' columns. */
  readonly grades: readonly number[];
}

/** A skill, and two or more columns that are called as grades. `known`: names that are grades elsewhere. */
function gradeColumns(
  heads: readonly string[],
  options: ImportOptions,
  known: ReadonlySet<string>,
): GradeColumns | null {
  const columns = columnsOf(heads, options);
  if (!columns.has('skill') || columns.has('level')) return null;
  const grades = heads.flatMap((head, i) =>
    columns.meanings[i] === null && (known.has(fold(head)) || isGradeWord(head)) ? [i] : [],
  );
  if (known.size > 0 && !grades.some((i) => known.has(fold(heads[i] ?? '')))) return null;
  return grades.length >= 2 ? { columns, grades } : null;
}

/** The lists of skills with texts for grades among the materials. */
export function gradeLists(
  materials: readonly Material[],
  options: ImportOptions,
  remarks: Remarks,
  known: ReadonlySet<string> = new Set(),
): readonly GradeList[] {
  return materials.flatMap((material) => {
    const ofGrids = material.grids.flatMap((grid) => {
      const table = tableOf(
        material,
        grid,
        (heads) => gradeColumns(heads, options, known)?.grades.length ?? 0,
      );
      return table ? [table] : [];
    });
    return [...ofGrids, ...listsIn(material)].flatMap((table) => {
      const found = gradeColumns(table.heads, options, known);
      const list = found && listOf(table, found, remarks);
      return list ? [list] : [];
    });
  });
}

/** null: its cells are marks and no texts. */
function listOf(table: Table, { columns, grades }: GradeColumns, remarks: Remarks): GradeList | null {
  const names = grades.map((at) => table.heads[at] ?? '');
  const order = gradesInOrder(names) ?? names;
  const scale = order.map((name) => ({ id: slug(name) || name, name, place: table.place }));
  const at = new Map(grades.map((column) => [table.heads[column] ?? '', column]));
  const ids = new Ids('skill');
  const skills: GradedSkill[] = [];
  let texts = 0;
  let marks = 0;
  for (const { cells, place } of table.rows()) {
    const text = (column: number): string => cells[column]?.text ?? '';
    const name = text(columns.at('skill'));
    if (name === '') {
      remarks.skip('a row without a skill', place);
      continue;
    }
    const undefinedGrades = new Map<string, Place>();
    const own = scale.map((grade) => {
      const cell = cells[at.get(grade.name) ?? -1];
      const said = cell?.text ?? '';
      const none = sentinel(said);
      if (cell && none?.is === 'not-defined') undefinedGrades.set(grade.id, cell.place);
      if (none === null && said.length > 12) texts++;
      else if (none === null) marks++;
      return { id: grade.id, name: grade.name, text: none === null ? asParagraphs(said) : null };
    });
    const domain = text(columns.at('domain')) || null;
    const summary = text(columns.at('skill-text')) || text(columns.at('text'));
    const roles = columns.has('roles') ? columns.at('roles') : columns.at('role');
    skills.push({
      skill: skillOf({
        ...{
          id: ids.next(name, domain),
          name,
          domain,
          category: text(columns.at('category')) || null,
          place,
        },
        ...{ summary: summary === '' ? null : asParagraphs(summary), grades: own, cells: [] },
        notes: notesOf(table, columns, grades, text),
      }),
      roles: roles < 0 ? null : rolesIn(text(roles)),
      undefinedGrades,
    });
  }
  return texts > 0 && texts > marks ? { table, grades: scale, skills } : null;
}

/** Columns of which no meaning is known. */
function notesOf(
  { heads }: Table,
  { meanings }: Columns,
  grades: readonly number[],
  text: (column: number) => string,
): readonly DraftNote[] {
  return heads.flatMap((head, i) => {
    const said = text(i);
    const plain = (meanings[i] === null || meanings[i] === 'note') && !grades.includes(i);
    return plain && head !== '' && said !== '' ? [{ kind: head.toLowerCase(), text: said }] : [];
  });
}

function rolesIn(text: string): readonly string[] {
  const parts = text.split(/\n|;/.test(text) ? /[\n;]+/ : /,\s*/);
  return [...new Set(parts.map((name) => name.trim()).filter((name) => name !== ''))];
}

/** The list alone: its grades are the levels, and what they ask is asked of every role that needs the skill. */
export const gradeColumnsAlone: Recogniser = (materials, options) => {
  const remarks = new Remarks();
  const lists = gradeLists(materials, options, remarks);
  const [list] = lists;
  if (!list) return null;
  const names = list.grades.map(({ name }) => name);
  // What may be levels is a ladder, if no roles are said.
  const sure = list.skills.some(({ roles }) => roles !== null) ? 0.92 : areLevels(names) ? 0.5 : 0.85;
  return aloneAnswer(lists, list, materials, options, remarks, sure);
};

function aloneAnswer(
  lists: readonly GradeList[],
  list: GradeList,
  materials: readonly Material[],
  options: ImportOptions,
  remarks: Remarks,
  sure: number,
): Answer {
  const names = list.grades.map(({ name }) => name);
  return {
    shape: 'skills with a text for each grade',
    why: `the columns ${names.join(', ')} are grades`,
    sure,
    draft: () => {
      const { place } = list.table;
      remarks.guess(
        `the grades ${names.join(', ')} are the levels, since no file says which level asks which`,
        place,
      );
      const ids = new Ids('role');
      const all = lists.flatMap(({ skills }) => skills);
      const roles = new Map<string, { readonly id: string; readonly place: Place }>();
      for (const { roles: own, skill } of all)
        for (const name of own ?? [])
          if (!roles.has(name)) roles.set(name, { id: ids.next(name), place: skill.place });
      const titles = materials.flatMap(({ title, name }) => [title, name]);
      const everyone = roles.size === 0 ? roleName({ levels: [], titles, place }, options, remarks) : null;
      const skills = all.map(({ skill, roles: own, undefinedGrades }) => ({
        ...skill,
        cells: (own ?? [null]).flatMap((role) =>
          cellsAt(skill, role === null ? null : (roles.get(role)?.id ?? null), undefinedGrades),
        ),
      }));
      return draftOf({
        levels: list.grades.map(levelOf),
        roles:
          everyone === null
            ? [...roles].map(([name, { id, place: at }]) => roleOf({ id, name, place: at }))
            : [roleOf({ id: ids.next(everyone), name: everyone, place })],
        skills,
        language: languageIn(
          materials,
          skills.flatMap(({ grades }) => grades.map(({ text }) => text ?? '')),
          remarks,
        ),
        ...{ guesses: remarks.guesses, skipped: remarks.skipped },
      });
    },
  };
}

function cellsAt(
  skill: DraftSkill,
  role: string | null,
  undefinedGrades: GradedSkill['undefinedGrades'],
): readonly DraftCell[] {
  const requirement = role === null ? 'unsaid' : 'required';
  return skill.grades.flatMap(({ id, text }) => {
    const missing = undefinedGrades.get(id);
    if (missing) return [cellOf({ role, level: id, hole: 'not-defined', place: missing })];
    return text === null ? [] : [cellOf({ role, level: id, grade: id, requirement, place: skill.place })];
  });
}
