/**
 * Keys in two steps: each skill has a text for each grade, and for each role a list of the grades that its levels ask. Roles, levels
 * and grades are declared in lists of their own, perhaps in another file.
 */
import type { Requirement } from '../../framework/framework.ts';
import type { Problem } from '../../problems/problem.ts';
import type { DraftCell, DraftLevel, DraftNote, DraftRole, DraftSkill } from '../draft.ts';
import type { Material, Place, Tree } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { slug } from '../slug.ts';
import { type Declared, declaredGrades, declaredLevels, declaredRoles, tellRest } from './declared.ts';
import { gradesInOrder } from './grade-words.ts';
import { domainsOf, groupOf, holds, isGroup } from './graded-groups.ts';
import { languageIn } from './language-of.ts';
import { orderedLevels } from './level-order.ts';
import { fold, Ids } from './names.ts';
import { cellOf, draftOf, levelOf, Remarks, roleOf, skillOf } from './parts.ts';
import type { Answer } from './recognise.ts';
import { sentinel } from './sentinels.ts';
import { keyOf } from './tables.ts';
import { noteLines } from './tree-notes.ts';

const SURE = 0.95;
const REQUIREMENTS = [
  ...[
    'levels',
    'requirements',
    'required levels',
    'expected',
    'expected levels',
    'roles',
    'profiles',
    'targets',
  ],
];
const GRADE_TEXTS = [
  ...['level descriptions', 'grade descriptions', 'descriptions', 'grades', 'definitions', 'levels', 'scale'],
];
const CORE = ['core roles', 'core', 'required', 'mandatory', 'required roles'];
const OPTIONAL = ['optional', 'optional roles', 'secondary', 'secondary roles'];
const SUMMARY = ['description', 'summary', 'definition'];
const NAMES = ['name', 'title', 'label'];

/** A skill's own node, with what makes it one. */
interface Found {
  readonly node: Tree;
  readonly material: Material;
  readonly requirements: Tree;
  readonly texts: Tree | null;
}

/** Shape C, as keys. */
export function gradedKeys(materials: readonly Material[], options: ImportOptions): Answer | null {
  const found = materials.flatMap((material) => (material.tree ? skillsIn(material.tree, material) : []));
  const [first] = found;
  if (!first) return null;
  const { draft, problems } = framework(found, materials, options, first);
  return {
    shape: 'grades and requirements',
    sure: SURE,
    why: `"${first.requirements.label}" of each skill lists grades by role`,
    draft: () => draft,
    problems,
  };
}

function skillsIn(tree: Tree, material: Material): readonly Found[] {
  const requirements = tree.children.find(
    (child) => REQUIREMENTS.includes(fold(child.label)) && isRequirements(child),
  );
  if (!requirements) return tree.children.flatMap((child) => skillsIn(child, material));
  const texts = tree.children.find(
    (child) => child !== requirements && GRADE_TEXTS.includes(fold(child.label)) && isTexts(child),
  );
  return [{ node: tree, material, requirements, texts: texts ?? null }];
}

/** Roles with a list of grades each, or with a grade for each level. */
function isRequirements({ children }: Tree): boolean {
  return (
    children.length > 0 &&
    children.every(
      (role) =>
        role.kind === 'key' &&
        role.children.length > 0 &&
        role.children.every(({ text, children: below }) => below.length === 0 && text.length <= 20),
    )
  );
}

function isTexts({ children }: Tree): boolean {
  return children.length >= 2 && children.every((grade) => grade.kind === 'key' && grade.text.length > 0);
}

function framework(
  found: readonly Found[],
  materials: readonly Material[],
  options: ImportOptions,
  { requirements }: Found,
): { readonly draft: ReturnType<Answer['draft']>; readonly problems: readonly Problem[] } {
  const remarks = new Remarks();
  const trees = materials.flatMap(({ tree }) => (tree ? [tree] : []));
  const width = Math.max(
    ...found.flatMap((one) => one.requirements.children.map(({ children }) => children.length)),
  );
  const roleList = declaredRoles(
    trees,
    found.flatMap((one) => one.requirements.children.map(({ label }) => label)),
  );
  const levelList = declaredLevels(trees, width, keysOfLevels(found));
  const grades = declaredGrades(
    trees,
    found.flatMap(({ texts }) => texts?.children.map(({ label }) => label) ?? []),
  );
  const { levels, problems } = levelsOf(levelList, width, requirements, options, remarks);
  const roles = rolesOf(roleList, found);
  const ids = new Ids('skill');
  const skills = found.map((one) => skillFrom(one, ids, { roles, levels, grades, remarks }));
  tellRest([...roleList.entries, ...levelList.entries, ...grades.entries], remarks);
  if (found.every(({ texts }) => texts !== null))
    for (const { name, text, place } of grades.entries)
      if (text !== null) remarks.skip(`what "${name}" means for every skill: ${text}`, place);
  const used = new Set([roleList.list, levelList.list, ...grades.lists]);
  for (const tree of trees)
    for (const child of tree.children)
      if (!holds(child, used) && !found.some(({ node }) => holds(child, new Set([node]))) && !isGroup(child))
        remarks.skip(`"${child.label}": nothing there is asked of a level`, child.place);
  const language = languageIn(
    materials,
    skills.flatMap(({ grades: own }) => own.map(({ text }) => text ?? '')),
    remarks,
  );
  const { guesses, skipped } = remarks;
  return {
    draft: draftOf({
      ...{ levels: levels.map(({ level }) => level), roles: [...roles.values()], skills, language },
      ...{ guesses, skipped, domains: domainsOf(found) },
    }),
    problems,
  };
}

/** Where levels are keys of each role, and no list. */
function keysOfLevels(found: readonly Found[]): readonly string[] {
  const keys = new Set<string>();
  for (const { requirements } of found)
    for (const { children } of requirements.children)
      for (const { kind, label } of children) if (kind === 'key') keys.add(label);
  return [...keys];
}

interface Level {
  readonly level: DraftLevel;
  /** By what requirements call it: its id or name; '' where they are a list. */
  readonly keys: ReadonlySet<string>;
  /** Its position in the lists. */
  readonly at: number;
}

function levelsOf(
  { entries }: Declared,
  width: number,
  { place }: Tree,
  options: ImportOptions,
  remarks: Remarks,
): { readonly levels: readonly Level[]; readonly problems: readonly Problem[] } {
  const ids = new Ids('level');
  const named = Array.from({ length: Math.max(width, entries.length) }, (_, at) => {
    const entry = entries[at];
    return {
      ...{ name: entry?.name ?? `Level ${at + 1}`, at, place: entry?.place ?? place },
      ...{ id: entry?.id ?? '', summary: entry?.text ?? null, key: entry?.name ?? '' },
    };
  });
  if (entries.length === 0)
    remarks.guess(`the levels have no names: they are called by their number (--levels names them)`, place);
  const ordered =
    entries.length > 0 && !options.levelOrder && !options.levels
      ? { levels: named, problems: [] }
      : orderedLevels(named, options, remarks);
  return {
    levels: ordered.levels.map(({ name, at, place: own, id, summary, key }) => ({
      level: levelOf({ id: ids.next(slug(id) || name), name, summary, place: own }),
      ...{ keys: new Set([fold(id), fold(key)]), at },
    })),
    problems: ordered.problems,
  };
}

/** By what requirements call them. */
function rolesOf({ entries }: Declared, found: readonly Found[]): ReadonlyMap<string, DraftRole> {
  const ids = new Ids('role');
  const roles = new Map<string, DraftRole>();
  const add = (key: string, name: string, id: string, text: string | null, place: Place): void => {
    if (!roles.has(fold(key)))
      roles.set(fold(key), roleOf({ id: ids.next(slug(id) || name), name, summary: text, place }));
  };
  for (const { id, name, text, place } of entries) add(id, name, id, text, place);
  for (const { requirements } of found)
    for (const { label, place } of requirements.children) {
      const known = entries.find(({ name }) => fold(name) === fold(label));
      if (!known) add(label, label, label, null, place);
    }
  return roles;
}

interface Around {
  readonly roles: ReadonlyMap<string, DraftRole>;
  readonly levels: readonly Level[];
  readonly grades: ReturnType<typeof declaredGrades>;
  readonly remarks: Remarks;
}

function skillFrom(found: Found, ids: Ids, around: Around): DraftSkill {
  const { node, material, texts, requirements } = found;
  const own = (labels: readonly string[]) => keyOf(node, ...labels);
  const name = own(NAMES)?.text || node.label || own(['id'])?.text || material.name;
  const id = own(['id'])?.text || name;
  const labels = texts
    ? texts.children.map(({ label }) => label)
    : around.grades.entries.map((grade) => grade.id);
  const asked = requirements.children.flatMap(({ children }) => children.map(({ text }) => text));
  for (const grade of asked) if (sentinel(grade) === null && !labels.includes(grade)) labels.push(grade);
  const grades = (gradesInOrder(labels) ?? labels).map((label) => {
    const declared = around.grades.entries.find((grade) => fold(grade.id) === fold(label));
    const text = texts?.children.find((child) => child.label === label)?.text ?? declared?.text ?? null;
    return { id: slug(label) || label, name: declared?.name ?? label, text, label };
  });
  const core = own(CORE);
  const optional = own(OPTIONAL);
  if (core)
    around.remarks.guess(
      `"${name}" is required of "${core.label}", and optional for the other roles`,
      core.place,
    );
  const need = (role: string): Requirement =>
    !core && !optional
      ? 'unsaid'
      : names(core).has(fold(role))
        ? 'required'
        : core || names(optional).has(fold(role))
          ? 'optional'
          : 'unsaid';
  const cells = requirements.children.flatMap((role) =>
    role.children.flatMap((cell, at) => cellFrom(role, cell, at, grades, need(role.label), around) ?? []),
  );
  const taken = new Set([
    texts,
    requirements,
    core,
    optional,
    own(NAMES),
    own(['id']),
    own(SUMMARY),
    own(['category', 'domain']),
  ]);
  const group = groupOf(found);
  return skillOf({
    ...{
      id: ids.next(slug(id) || name),
      name,
      summary: own(SUMMARY)?.text || null,
      cells,
      place: node.place,
    },
    ...{ domain: own(['domain', 'category'])?.text || group?.name || null },
    grades: grades.map(({ id: grade, name: called, text }) => ({ id: grade, name: called, text })),
    notes: node.children.flatMap((child): readonly DraftNote[] => (taken.has(child) ? [] : noteLines(child))),
  });
}

function names(node: Tree | undefined): ReadonlySet<string> {
  return new Set((node?.children ?? []).map(({ text, label }) => fold(text || label)));
}

function cellFrom(
  role: Tree,
  cell: Tree,
  at: number,
  grades: readonly { readonly id: string; readonly label: string }[],
  requirement: Requirement,
  { roles, levels, remarks }: Around,
): DraftCell | null {
  const level = levels.find((one) => (cell.kind === 'key' ? one.keys.has(fold(cell.label)) : one.at === at));
  const id =
    roles.get(fold(role.label))?.id ??
    [...roles.values()].find(({ name }) => fold(name) === fold(role.label))?.id;
  if (!level || id === undefined) {
    remarks.skip(`"${role.label}": ${cell.text} stands at no level`, cell.place);
    return null;
  }
  const { place } = cell;
  const none = sentinel(cell.text);
  if (none?.is === 'empty') return null;
  const hole = none === null ? null : none.is === 'not-defined' ? none.is : 'not-applicable';
  if (hole) return cellOf({ role: id, level: level.level.id, hole, place });
  const grade = grades.find(({ label }) => fold(label) === fold(cell.text))?.id ?? null;
  return cellOf({ role: id, level: level.level.id, grade, requirement, place });
}
