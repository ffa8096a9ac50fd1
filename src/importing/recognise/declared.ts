/** Lists in which a source declares its roles, levels and grades: entries with an id or name, found by their key and what refers to them. */
import type { Place, Tree } from '../material.ts';
import { fold } from './names.ts';
import type { Remarks } from './parts.ts';
import { keyOf } from './tables.ts';

export interface DeclaredEntry {
  readonly id: string;
  readonly name: string;
  readonly text: string | null;
  /** What else it says: key and text. */
  readonly rest: readonly { readonly label: string; readonly text: string; readonly place: Place }[];
  readonly place: Place;
}

export interface Declared {
  readonly list: Tree | null;
  readonly entries: readonly DeclaredEntry[];
}

const NONE: Declared = { list: null, entries: [] };

/** A list called roles (or like it) that has one of the names by which roles are referred to. */
export function declaredRoles(trees: readonly Tree[], referred: readonly string[]): Declared {
  const names = new Set(referred.map(fold));
  for (const list of listsOf(trees)) {
    const entries = entriesOf(list);
    const known = entries.filter(({ id, name }) => names.has(fold(id)) || names.has(fold(name)));
    if (known.length > 0 && /role|profile|position|job/.test(fold(list.label))) return { list, entries };
  }
  return NONE;
}

/** A list of levels: as long as the lists of grades, or with the keys that stand there. */
export function declaredLevels(trees: readonly Tree[], width: number, keys: readonly string[]): Declared {
  const names = new Set(keys.map(fold));
  for (const list of listsOf(trees)) {
    const entries = entriesOf(list);
    if (!/level|ladder|stage|seniority|career|step|stufe|niveau/.test(fold(list.label))) continue;
    const fits =
      names.size > 0
        ? entries.filter(({ id, name }) => names.has(fold(id)) || names.has(fold(name))).length === names.size
        : entries.length === width;
    if (fits) return { list, entries };
  }
  return { list: null, entries: keys.map((key) => bare(key, trees)) };
}

function bare(name: string, [tree]: readonly Tree[]): DeclaredEntry {
  const place = tree?.place ?? {
    source: { path: '-', text: '' },
    line: null,
    sheet: null,
    row: null,
    column: null,
  };
  return { id: name, name, text: null, rest: [], place };
}

/** Lists of grades, which may be several: the usual ones and more. */
export function declaredGrades(
  trees: readonly Tree[],
  referred: readonly string[],
): { readonly lists: readonly Tree[]; readonly entries: readonly DeclaredEntry[] } {
  const names = new Set(referred.map(fold));
  const lists: Tree[] = [];
  const entries: DeclaredEntry[] = [];
  for (const list of listsOf(trees)) {
    const own = entriesOf(list, ['level', 'grade', 'value', 'score', 'id']);
    if (own.length === 0 || !own.every(({ id }) => names.has(fold(id)))) continue;
    lists.push(list);
    entries.push(...own);
  }
  return { lists, entries };
}

/** All keys that hold a list of entries. */
function listsOf(trees: readonly Tree[]): readonly Tree[] {
  return trees.flatMap((tree): readonly Tree[] => {
    const own = tree.children.length > 0 && tree.children.every(({ kind }) => kind === 'entry');
    return own ? [tree] : listsOf(tree.children);
  });
}

function entriesOf(
  list: Tree,
  ids: readonly string[] = ['id', 'key', 'slug', 'code'],
): readonly DeclaredEntry[] {
  return list.children.flatMap((entry) => {
    if (entry.children.length === 0) {
      return entry.text === ''
        ? []
        : [{ id: entry.text, name: entry.text, text: null, rest: [], place: entry.place }];
    }
    const idAt = keyOf(entry, ...ids);
    const nameAt = keyOf(entry, 'name', 'title', 'label');
    const textAt = keyOf(entry, 'description', 'summary', 'definition');
    const name = nameAt?.text || idAt?.text;
    if (!name) return [];
    const used = new Set([idAt, nameAt, textAt]);
    const rest = entry.children.flatMap((child) => {
      const text = child.text || child.children.map((one) => one.text).join(', ');
      return used.has(child) || text === '' ? [] : [{ label: child.label, text, place: child.place }];
    });
    return [{ id: idAt?.text || name, name, text: textAt?.text || null, rest, place: entry.place }];
  });
}

/** What lists say of roles, levels and grades beyond what the data holds. */
export function tellRest(entries: Declared['entries'], remarks: Remarks): void {
  for (const { name, rest } of entries)
    for (const { label, text, place } of rest) remarks.skip(`${label} of "${name}": ${text}`, place);
}
