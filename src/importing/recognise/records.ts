/**
 * Long records: a line or an entry for each skill and level (and role), with what is asked there. Also where several records say
 * one thing each, and where a record names a grade, with or without its text.
 */
import type { Problem } from '../../problems/problem.ts';
import type { Draft, DraftRole } from '../draft.ts';
import type { Material } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { asideNotes } from './asides.ts';
import { PERSON } from './column-words.ts';
import { type Columns, columnsOf, unknownMappings } from './columns.ts';
import type { References } from './gathered.ts';
import { gradesInOrder } from './grade-words.ts';
import { languageIn, wordsOf } from './language-of.ts';
import { fold, Ids } from './names.ts';
import { draftOf, placeOf, Remarks, roleOf } from './parts.ts';
import type { Answer } from './recognise.ts';
import { ladderOfRecords, type RecordLadder } from './record-ladder.ts';
import { Gathered } from './record-rows.ts';
import { cellsFrom, notesOf, skillFrom } from './record-skills.ts';
import { roleName } from './role-name.ts';
import { sharedRoles } from './shared-roles.ts';
import { keyOf, listsIn, type Table, tableOf } from './tables.ts';
import { asParagraphs } from './typed-lists.ts';

const SURE = 0.92;

/** Shape E. */
export function records(materials: readonly Material[], options: ImportOptions): Answer | null {
  const tables = materials.flatMap((material) => [...tablesIn(material, options)]);
  const found = tables.flatMap((table) => {
    const columns = recordColumns(table.heads, options);
    return columns ? [{ table, columns }] : [];
  });
  const [first] = found;
  if (!first) return null;
  const { table, columns } = first;
  const named = (meaning: 'skill' | 'level'): string => `"${table.heads[columns.at(meaning)] ?? ''}"`;
  const rest = tables.filter((other) => !found.some((own) => own.table === other));
  // Only the shape that wins is worked out: there may be many records.
  let made: ReturnType<typeof draftFrom> | null = null;
  const draft = () => {
    made ??= draftFrom(materials, found, rest, options);
    return made;
  };
  const heads = tables.flatMap((own) => own.heads);
  return {
    shape: 'long records',
    sure: SURE,
    why: `each record names a skill in ${named('skill')} and a level in ${named('level')}`,
    draft: () => draft().draft,
    get problems() {
      return [...unknownMappings(heads, options), ...draft().problems];
    },
  };
}

function* tablesIn(material: Material, options: ImportOptions): Iterable<Table> {
  for (const grid of material.grids) {
    const table = tableOf(material, grid, (heads) => {
      const columns = recordColumns(heads, options);
      return columns ? columns.meanings.filter((meaning) => meaning !== null).length : 0;
    });
    if (table) yield table;
  }
  yield* listsIn(material);
}

/** The columns of records: a skill, a level, and what is asked; null where one is missing. */
export function recordColumns(heads: readonly string[], options: ImportOptions): Columns | null {
  const columns = columnsOf(heads, options);
  // What somebody can do is said of a person, not asked of a role.
  if (!columns.has('level') || heads.some((head) => PERSON.test(fold(head)))) return null;
  if (!columns.has('text') && !columns.has('grade') && !columns.has('grade-text')) return null;
  if (columns.has('skill')) return columns;
  // Where nothing is called a skill, the nearest group is one.
  const group = columns.has('category') ? 'category' : columns.has('domain') ? 'domain' : null;
  if (group === null) return null;
  const meanings = columns.meanings.map((meaning) => (meaning === group ? 'skill' : meaning));
  return {
    meanings,
    at: (meaning) => meanings.indexOf(meaning),
    has: (...wanted) => wanted.every((meaning) => meanings.includes(meaning)),
  };
}

function draftFrom(
  materials: readonly Material[],
  found: readonly { readonly table: Table; readonly columns: Columns }[],
  rest: readonly Table[],
  options: ImportOptions,
): { readonly draft: Draft; readonly problems: readonly Problem[] } {
  const remarks = new Remarks();
  const skillRefs = referencesFor('skill', found, rest);
  const levelRefs = referencesFor('level', found, rest);
  const gathered = new Gathered(skillRefs, levelRefs, remarks);
  for (const { table, columns } of found) {
    for (const cell of table.before) remarks.skip(`"${cell.text}" stands over the records`, cell.place);
    gathered.add(table, columns);
  }
  const [first] = materials;
  const place = found[0]?.table.place ?? (first ? placeOf(first) : null);
  if (!place) return { draft: draftOf({ levels: [], roles: [], skills: [] }), problems: [] };
  if (gathered.ids > 0)
    remarks.skip(`the ids of ${gathered.ids} records, which have no place in the data`, place);
  const { roles: named, meant } = sharedRoles([...gathered.roles.values()], remarks);
  const shared = new Set([...meant.keys()].filter((name) => named.every((role) => role.name !== name)));
  const notes = asideNotes(gathered, shared);
  const ladder = ladderOfRecords(named, levelRefs, options, remarks);
  const roleIds = new Ids('role');
  const roles = named.map((role): DraftRole => {
    const name = role.name === '' ? unnamedRole(materials, ladder, options, remarks) : role.name;
    const summary = role.text ?? (role.name === '' ? headText(materials) : null);
    return roleOf({
      ...{ id: roleIds.next(name), name, place: role.place, family: role.family },
      ...{ summary: summary === null ? null : asParagraphs(summary), notes: notesOf(role.notes) },
      levels: ladder.roles.get(role.name) ?? null,
    });
  });
  const ids = new Map(named.map(({ name }, i) => [name, roles[i]?.id ?? null]));
  const who = new Map(
    [...meant].map(([said, names]) => [said, names.map((name) => ({ name, id: ids.get(name) ?? null }))]),
  );
  const skillIds = new Ids('skill');
  const scale = scaleOf(gathered, remarks, place);
  const skills = [...gathered.skills.values()].map((skill) =>
    skillFrom(skill, skillIds, scale, (cell) => cellsFrom(cell, who, ladder, notes), remarks),
  );
  const language = languageIn(materials, wordsOf(skills), remarks);
  const { guesses, skipped } = remarks;
  return {
    draft: draftOf({ levels: ladder.levels, roles, skills, language, guesses, skipped }),
    problems: ladder.problems,
  };
}

/** The list that the values of a column are ids or names of. */
function referencesFor(
  meaning: 'skill' | 'level',
  found: readonly { readonly table: Table; readonly columns: Columns }[],
  rest: readonly Table[],
): References {
  const values = new Set<string>();
  for (const { table, columns } of found) {
    // Grids are read in a stream and declare nothing.
    if (table.material.tree === null) continue;
    for (const { cells } of table.rows()) values.add(fold(cells[columns.at(meaning)]?.text ?? ''));
  }
  values.delete('');
  for (const table of values.size === 0 ? [] : rest) {
    const at = (...names: readonly string[]) => table.heads.findIndex((head) => names.includes(fold(head)));
    const [id, name, text] = [
      at('id', 'key', 'slug'),
      at('name', 'title', 'label'),
      at('summary', 'description'),
    ];
    if (id < 0 && name < 0) continue;
    const entries = [...table.rows()].map(({ cells, place }) => {
      const own = cells[name]?.text || cells[id]?.text || '';
      return { name: own, id: cells[id]?.text || own, text: cells[text]?.text || null, place };
    });
    const known = new Map(
      entries.flatMap((entry) => [entry.id, entry.name].map((key) => [fold(key), entry])),
    );
    if ([...values].every((value) => known.has(value))) return known;
  }
  return new Map();
}

function unnamedRole(
  materials: readonly Material[],
  ladder: RecordLadder,
  options: ImportOptions,
  remarks: Remarks,
): string {
  const [first] = materials;
  const levels = ladder.levels.map(({ name }) => name);
  const titles = materials.flatMap(({ tree, title, name }) => [
    ...(tree?.children ?? []).flatMap((child) => (fold(child.label) === 'name' ? [child.text] : [])),
    ...[title, name],
  ]);
  const place = ladder.levels[0]?.place ?? (first && placeOf(first));
  return place ? roleName({ levels, titles, place }, options, remarks) : '';
}

/** What a document says of itself under its keys. */
function headText(materials: readonly Material[]): string | null {
  for (const { tree } of materials) {
    const own = keyOf(tree ?? undefined, 'summary', 'description');
    if (own && own.text !== '') return own.text;
  }
  return null;
}

/** The grades of all records, lowest first. */
function scaleOf(
  { grades }: Gathered,
  remarks: Remarks,
  place: Draft['skills'][number]['place'],
): readonly string[] {
  const names = [...grades];
  const order = gradesInOrder(names);
  if (names.length > 1)
    remarks.guess(
      `the grades are, lowest first, ${order ? 'by their words' : 'as they stand in the source'}: ${(order ?? names).join(', ')}`,
      place,
    );
  return order ?? names;
}
