/**
 * Pages as keys: for each role (or for one that is not named) a key or an entry for each level, and in it the skills, as keys or
 * as entries with a name. What a level or a skill says of itself (a title, a code, a summary) is known by its key.
 */
import type { Requirement } from '../../framework/framework.ts';
import type { Material, Tree } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { columnsOf } from './columns.ts';
import { withAllBelow } from './leftovers.ts';
import { areLevels, levelsAmong } from './levels.ts';
import { fold, tidy } from './names.ts';
import type { Label, Page } from './page-labels.ts';
import type { Remarks } from './parts.ts';
import { requirementOf } from './requirement.ts';
import { EVERYTHING, roleName } from './role-name.ts';
import { isSilent, saidUnder, wholeText } from './said.ts';
import { keyOf } from './tables.ts';
import { isBeside } from './tree-notes.ts';

const NAMES = ['name', 'title', 'label', 'level', 'role', 'skill', 'competency', 'area', 'id'];
const SUMMARIES = ['description', 'summary', 'definition', 'scope', 'about'];
const OWN = new Set([...NAMES, ...SUMMARIES, 'code', 'key', 'grade', 'rank', 'order', 'index', 'slug']);
/** Keys that hold roles, levels or skills, and name none. */
const HOLDERS = new Set(
  [
    'roles jobs tracks paths ladders ladder framework career levels stages skills competencies areas expectations',
    'criteria capabilities dimensions attributes categories groups requirements data items',
  ]
    .join(' ')
    .split(' '),
);

interface Ladder {
  /** The nearest with a name; null: no key over it names a role. */
  readonly over: Tree | null;
  readonly levels: readonly { readonly name: string; readonly node: Tree }[];
}

/** The levels of files of keys, as pages. Whose name is taken for a role goes to `used`. */
export function keyPages(
  materials: readonly Material[],
  options: ImportOptions,
  remarks: Remarks,
  used: Set<Tree>,
): readonly Page[] {
  const read = materials.filter(({ format }) => format === 'json' || format === 'yaml');
  const ladders = (known: ReadonlySet<string>) =>
    read.flatMap(({ tree, title, name }) =>
      (tree ? laddersIn(tree, null, known) : []).map((ladder) => ({ ladder, titles: [title, name] })),
    );
  const sure = ladders(new Set()).flatMap(({ ladder }) => ladder.levels.map(({ name }) => fold(name)));
  return ladders(new Set(sure)).flatMap(({ ladder: { over, levels }, titles }): readonly Page[] => {
    const names = levels.map(({ name }) => name);
    const [first] = levels;
    if (!first) return [];
    const { place } = first.node;
    const role = over ? nameOf(over) : null;
    const own = role ?? roleName({ levels: names, titles, place }, options, remarks);
    const nameAt = over && nameKey(over);
    if (nameAt) used.add(nameAt);
    return levels.map(({ name, node }) => ({
      ...{
        level: name,
        role: own,
        title: tidy(keyOf(node, 'title')?.text || name),
        summary: null,
        grids: [],
      },
      ...{ code: keyOf(node, 'code')?.text || null, heading: node, within: node, place: node.place },
    }));
  });
}

/** `known`: levels of other ladders; a role may have one of them alone. */
function laddersIn(tree: Tree, over: Tree | null, known: ReadonlySet<string>): readonly Ladder[] {
  const called = tree.children.flatMap((node) => {
    const name = nameOf(node);
    return name === null ? [] : [{ name, node }];
  });
  const among = new Set(levelsAmong(called.map(({ name }) => name)));
  const levels = called.filter(({ name, node }) => among.has(name) && skillsOf(node).length > 0);
  const names = levels.map(({ name }) => name);
  const alone = names.length === 1 && names.every((name) => known.has(fold(name)));
  return alone || areLevels(names)
    ? [{ over, levels }]
    : tree.children.flatMap((child) => laddersIn(child, nameOf(child) === null ? over : child, known));
}

/** What a key or an entry is called; null where it only holds others. */
function nameOf(node: Tree): string | null {
  if (node.kind === 'key') return HOLDERS.has(fold(node.label)) ? null : tidy(node.label);
  const said = nameKey(node);
  return said ? tidy(said.text) : null;
}

function nameKey(node: Tree): Tree | undefined {
  return NAMES.map((key) => keyOf(node, key)).find((one) => one && one.text !== '');
}

/** The skills at a level of such a page. What is taken goes to `used`; what the level says of itself is its summary. */
export function keyLabels(page: Page, used: Set<Tree>): readonly Label[] {
  const { within } = page;
  if (within.kind !== 'key' && within.kind !== 'entry') return [];
  const about = within.children.filter(({ label }) => SUMMARIES.includes(fold(label)));
  page.summary = about.map((node) => wholeText({ ...node, label: '' })).join('\n\n') || null;
  for (const child of within.children) if (isOwn(child)) withAllBelow(child, used);
  return skillsOf(within).map(({ node, label }) => {
    withAllBelow(node, used);
    return label;
  });
}

interface Skill {
  readonly node: Tree;
  readonly label: Label;
}

/** The skills that a level holds; none where its keys are what one skill asks there, or where nothing is said in words. */
function skillsOf(level: Tree): readonly Skill[] {
  if (level.children.some(isPart)) return level.kind === 'entry' ? everything(level) : [];
  const found = level.children.flatMap((child) => skillsIn(child, null));
  const inWords = found.filter(({ label: { text, statements } }) => [text ?? '', ...statements].some(isSaid));
  return inWords.length * 3 >= found.length * 2 ? found : [];
}

/** What an entry of a level asks with no skill between: all of it is one. */
function everything(level: Tree): readonly Skill[] {
  const parts = { ...level, text: '', children: level.children.filter((child) => !isOwn(child)) };
  const label = labelOf(parts, EVERYTHING, null);
  return label ? [{ node: parts, label }] : [];
}

/** More than a value: some words, or a sentence, in whatever script. */
function isSaid(text: string): boolean {
  return /\p{L}\p{P}*\s+\S*\p{L}|^\p{Lu}.*\.$|\p{Lo}{4}/u.test(text);
}

/** It says something of what holds it. */
function isOwn({ kind, label }: Tree): boolean {
  return kind === 'key' && OWN.has(fold(label));
}

/** It says what a skill asks, or something beside. */
function isPart(node: Tree): boolean {
  if (node.kind !== 'key' || isOwn(node) || node.children.some(({ children }) => children.length > 0))
    return false;
  const [meaning] = columnsOf([node.label], {}).meanings;
  return meaning === 'text' || meaning === 'required' || isBeside(node);
}

/** `over`: the group that it stands in. */
function skillsIn(node: Tree, over: string | null): readonly Skill[] {
  if (isOwn(node) || isPart(node)) return [];
  const name = nameOf(node);
  const inner = node.children.filter((child) => isSkill(child, node));
  if (inner.length > 0) return inner.flatMap((child) => skillsIn(child, name ?? over));
  const label = name === null ? null : labelOf(node, name, over);
  return label ? [{ node, label }] : [];
}

/** It is, or holds, a skill: of an entry with a name, further texts are said beside it. */
function isSkill(child: Tree, { kind }: Tree): boolean {
  if (child.kind === 'entry') return nameOf(child) !== null;
  const holds = child.children.some((one) => one.kind === 'key' || nameOf(one) !== null);
  return !isOwn(child) && !isPart(child) && (kind === 'key' || holds);
}

/** Lists are statements; what has a key of its own that is no text stands below it, under that key. */
function labelOf(node: Tree, name: string, domain: string | null): Label | null {
  const texts = node.text === '' ? [] : [node.text];
  const statements: string[] = [];
  let requirement: Requirement = 'unsaid';
  for (const child of node.children) {
    const [meaning] = columnsOf([child.label], {}).meanings;
    const required = meaning === 'required' ? requirementOf(child.text) : null;
    const said = saidUnder(child);
    if (child.kind === 'entry') statements.push(wholeText(child));
    else if (required !== null) requirement = required;
    else if (meaning === 'text' || SUMMARIES.includes(fold(child.label))) {
      if (said.text !== null) texts.push(said.text);
      statements.push(...said.statements);
    } else if (!isOwn(child)) {
      const all = [said.text, ...said.statements].filter((one) => one !== null);
      texts.push(`${tidy(child.label)}: ${all.join('\n\n')}`);
    }
  }
  const text = texts.join('\n\n') || null;
  if (isSilent({ text, statements })) return null;
  return { key: fold(name), name, domain, about: null, text, statements, requirement, place: node.place };
}
