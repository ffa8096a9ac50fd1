/**
 * A ladder as keys: each skill has a key for each level, with a text, a list of statements, or both and more below it. The skill is a
 * file, a key or an entry of a list.
 */
import type { Requirement } from '../../framework/framework.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Draft, DraftCell, DraftNote, DraftSkill } from '../draft.ts';
import type { Material, Place, Tree } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { slug } from '../slug.ts';
import { columnsOf } from './columns.ts';
import { languageIn, wordsOf } from './language-of.ts';
import { orderedLevels } from './level-order.ts';
import { areLevels, levelName } from './levels.ts';
import { fold, Ids } from './names.ts';
import { numberOf } from './numbers.ts';
import { cellOf, draftOf, levelOf, placeOf, Remarks, roleOf, skillOf } from './parts.ts';
import type { Answer } from './recognise.ts';
import { requirementOf } from './requirement.ts';
import { roleName } from './role-name.ts';
import { isSilent } from './said.ts';
import { sentinel } from './sentinels.ts';
import { keyOf } from './tables.ts';
import { noteLines } from './tree-notes.ts';
import { saidInText } from './typed-lists.ts';

const SURE = 0.9;
const NAMES = ['name', 'title', 'skill', 'competency', 'label', 'topic', 'id'];
const DOMAINS = ['domain', 'category', 'area', 'group', 'theme'];
const SUMMARIES = ['description', 'summary', 'definition'];
/** Keys that hold the levels, or skills, and name nothing. */
const PLAIN = new Set(
  'levels skills competencies expectations ladder matrix framework criteria rubric items data topics'.split(
    ' ',
  ),
);

interface Found {
  readonly material: Material;
  /** The node of which the levels are keys, perhaps of a key "levels" in it. */
  readonly node: Tree;
  readonly levels: readonly Tree[];
  /** Keys on the way to it that name something, outermost first. */
  readonly under: readonly string[];
}

/** Shape B, with levels as keys. */
export function keyedLevels(materials: readonly Material[], options: ImportOptions): Answer | null {
  const said = new Set((options.levels ?? []).map(({ text }) => fold(text)));
  const found = materials.flatMap((material) =>
    material.tree && (material.format === 'json' || material.format === 'yaml')
      ? laddersIn(material.tree, material, [], said)
      : [],
  );
  const [first] = found;
  if (!first) return null;
  const { draft, problems } = framework(found, options, first);
  const cells = draft.skills.flatMap((skill) => skill.cells);
  if (cells.every((cell) => isSilent(cell) && !cell.hole && !cell.sameAs)) return null;
  // Names by key, of whatever.
  const own = new Set(draft.levels.map(({ name }) => fold(name)));
  if (cells.every(({ text, statements }) => statements.length === 0 && own.has(fold(text ?? ''))))
    return null;
  const names = first.levels.map(({ label }) => label);
  // Numbers alone may be grades as well; keys beside one sentence may be skills (key-pages.ts).
  const beside = cells.filter(({ notes, statements }) => notes.length > 1 && statements.length === 0);
  const unsure = names.every((name) => /^\d+$/.test(name)) || beside.length * 2 > cells.length;
  const sure = unsure ? SURE - 0.3 : SURE;
  return {
    ...{ shape: 'keys by level', sure, problems, draft: () => draft },
    why: `each skill has the keys ${names.slice(0, 4).join(', ')}${names.length > 4 ? ', ...' : ''}`,
  };
}

/** `said`: names that --levels says are levels. */
function laddersIn(
  tree: Tree,
  material: Material,
  under: readonly string[],
  said: ReadonlySet<string>,
): readonly Found[] {
  const keys = tree.children.filter(({ kind }) => kind === 'key');
  const levels = keys.filter(({ label }) => levelName(label) !== null || said.has(fold(label)));
  if (areLevels(levels.map(({ label }) => label)) && levels.length * 2 >= keys.length)
    return [{ material, node: tree, levels, under }];
  return tree.children.flatMap((child) => {
    const plain = PLAIN.has(fold(child.label)) || child.label === '';
    const nested = laddersIn(child, material, plain ? under : [...under, child.label], said);
    // Below a key that names nothing, the levels are those of what holds it.
    return plain && child.kind === 'key' && nested.length === 1 && nested[0]?.node === child
      ? [{ ...nested[0], node: tree }]
      : nested;
  });
}

function framework(
  found: readonly Found[],
  options: ImportOptions,
  first: Found,
): { readonly draft: Draft; readonly problems: readonly Problem[] } {
  const remarks = new Remarks();
  const names = new Map<string, { readonly name: string; readonly place: Place }>();
  for (const { levels } of found)
    for (const { label, place } of levels)
      if (!names.has(fold(label))) names.set(fold(label), { name: label, place });
  const source = [...names.values()];
  const { levels, problems } = orderedLevels(source, options, remarks);
  const ids = new Ids('level');
  const drafted = levels.map(({ name, place }) => levelOf({ id: ids.next(name), name, place }));
  const byName = new Map(
    source.map(({ name, place }) => {
      const level = levels.find((one) => one.place === place);
      return [fold(name), drafted.find((one) => one.name === level?.name)?.id ?? ''];
    }),
  );
  const titles = found.flatMap(({ material: { title } }) => [title]);
  const place = placeOf(first.material);
  const role = roleName({ levels: levels.map(({ name }) => name), titles, place }, options, remarks);
  const skillIds = new Ids('skill');
  const skills = found.map((one) => skillFrom(one, found, skillIds, byName, options, remarks));
  const language = languageIn(
    found.map(({ material }) => material),
    wordsOf(skills),
    remarks,
  );
  const { guesses, skipped } = remarks;
  return {
    draft: draftOf({
      ...{ levels: drafted, skills, language, guesses, skipped },
      roles: [roleOf({ id: slug(role) || 'role', name: role, place })],
    }),
    problems,
  };
}

function skillFrom(
  { node, material, levels, under }: Found,
  all: readonly Found[],
  ids: Ids,
  byName: ReadonlyMap<string, string>,
  options: ImportOptions,
  remarks: Remarks,
): DraftSkill {
  const nameAt = NAMES.map((label) => keyOf(node, label)).find((own) => own && own.text !== '');
  const alone = all.filter((other) => other.material === material).length === 1;
  const said = all.length === 1 ? options.skill?.text : undefined;
  const own = said ?? nameAt?.text ?? (node.kind === 'key' ? node.label : null);
  if (own === null)
    remarks.guess(
      `the skill is called "${material.name}", as its file${all.length === 1 ? ' (--skill names another)' : ''}`,
      node.place,
    );
  const name = own ?? material.name;
  const domainAt = DOMAINS.map((label) => keyOf(node, label)).find((one) => one && one.text !== '');
  const parents = node.kind === 'key' ? under.filter((label) => label !== node.label) : under;
  const domain = domainAt?.text ?? parents.at(-1) ?? null;
  const summaryAt = SUMMARIES.map((label) => keyOf(node, label)).find((one) => one && one.text !== '');
  const idAt = keyOf(node, 'id');
  const written = slug(idAt?.text ?? '') || slug(name) || (alone ? slug(material.name) : '');
  const holders = node.children.filter((child) => levels.some((level) => child.children.includes(level)));
  const used = new Set<Tree | undefined>([nameAt, domainAt, summaryAt, idAt, ...levels, ...holders]);
  return skillOf({
    ...{ id: ids.next(written === '' ? name : written, domain), name, domain, place: node.place },
    summary: summaryAt?.text ?? null,
    notes: node.children.flatMap((child) => (used.has(child) ? [] : noteLines(child))),
    cells: levels.flatMap((level) => {
      const id = byName.get(fold(level.label));
      return id === undefined || id === '' ? [] : (cellAt(level, id, byName) ?? []);
    }),
  });
}

/** What a level's key holds. */
function cellAt(node: Tree, level: string, byName: ReadonlyMap<string, string>): DraftCell | null {
  const { place } = node;
  const pieces: string[] = node.text === '' ? [] : [node.text];
  const statements: string[] = [];
  const notes: DraftNote[] = [];
  let requirement: Requirement = 'unsaid';
  let weight: number | null = null;
  for (const child of node.children) {
    const [meaning] = columnsOf([child.label], {}).meanings;
    if (child.kind === 'entry' || meaning === 'text' || meaning === 'level-text') {
      if (child.text !== '') (child.kind === 'entry' ? statements : pieces).push(child.text);
      for (const entry of child.children) {
        if (entry.kind === 'entry' && entry.text !== '') statements.push(entry.text);
        else notes.push(...noteLines(entry));
      }
    } else if (meaning === 'required' && requirementOf(child.text) !== null)
      requirement = requirementOf(child.text) ?? 'unsaid';
    else if (meaning === 'weight' && numberOf(child.text) !== null) weight = numberOf(child.text);
    else notes.push(...noteLines(child));
  }
  const [only = ''] = pieces;
  const none =
    pieces.length <= 1 && statements.length === 0 ? sentinel(only, (name) => byName.has(fold(name))) : null;
  if (none?.is === 'empty' && notes.length === 0) return null;
  const given = { level, requirement, weight, notes, place };
  if (none?.is === 'same-as') {
    const ids = [...byName.values()];
    const other = none.level === 'before' ? ids[ids.indexOf(level) - 1] : byName.get(fold(none.level));
    return other === undefined ? null : cellOf({ ...given, sameAs: other });
  }
  if (none !== null && none.is !== 'empty') return cellOf({ ...given, hole: none.is });
  const said = pieces.map(saidInText);
  const text = said.flatMap((one) => one.text ?? []).join('\n\n');
  return cellOf({
    ...given,
    text: text || null,
    statements: [...said.flatMap((one) => one.statements), ...statements],
  });
}
