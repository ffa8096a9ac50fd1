/**
 * Ladders in a text: a heading (or label, or item) under which levels stand, as headings, labels or items of their own, directly
 * or below a label such as "Levels".
 */
import type { Tree } from '../material.ts';
import { areLevels, levelName, levelsAmong } from './levels.ts';
import { fold, tidy } from './names.ts';
import { ROLE_WORD } from './role-words.ts';
import { wholeText } from './said.ts';

export interface TreeLadder {
  /** What the ladder is of: a skill. */
  readonly node: Tree;
  /** Headings over it, outermost first. */
  readonly over: readonly Tree[];
  readonly levels: readonly { readonly name: string; readonly node: Tree }[];
  /** What else it says before its levels. */
  readonly summary: string | null;
  /** Whose words are taken: the ladder's own, and the labels within. */
  readonly taken: readonly Tree[];
}

const WRAPPER = /^(?:levels?|stufen?|niveaus?|niveles|expectations?|ladder)$/;
const DESCRIPTION = /^(?:description|summary|beschreibung|definition|descripcion)$/;

/** All ladders of a tree, none within another. `said`: names that a person calls levels. */
export function treeLadders(tree: Tree | null, said: readonly string[]): readonly TreeLadder[] {
  const known = new Set(said.map(fold));
  const isLevel = (node: Tree) =>
    known.size > 0 ? known.has(fold(levelLabel(node))) : levelName(levelLabel(node)) !== null;
  const look = (node: Tree, over: readonly Tree[]): readonly TreeLadder[] => {
    const own = ladderOf(node, over, isLevel, known.size > 0);
    if (own) return [own];
    const inner = node.kind === 'document' ? over : [...over, node];
    return node.children.flatMap((child) => look(child, inner));
  };
  return tree ? look(tree, []) : [];
}

/** "Level 1:" of "Level 1: Knows ..."; a whole label otherwise. */
function levelLabel({ label }: Tree): string {
  const [first = ''] = label.split(/[:：]|(?<!\d)[–—]|[–—](?!\d)/u);
  return tidy(first.length > 40 ? '' : first);
}

/** What stands after the level in its line: "Senior Engineer" of "L4 – Senior Engineer". */
export function besideLevel(node: Tree): string {
  const level = levelLabel(node);
  const rest = node.label.slice(node.label.indexOf(level) + level.length);
  return rest.replace(/^\s*[:：–—]?\s*/u, '').trim();
}

/** The same, where it is a title over what is asked, and not itself that; null of others. */
export function levelTitle(node: Tree): string | null {
  const beside = besideLevel(node);
  const over =
    node.kind === 'heading' || (node.kind === 'bold' && (node.text !== '' || node.children.length > 0));
  return over && beside !== '' && beside.split(' ').length <= 5 && !/[.!?:。]$/.test(beside)
    ? tidy(beside)
    : null;
}

/** A level with its title: one that says a role is the role's there, another a part of its name. */
export function named<T extends { readonly name: string }>(
  level: T,
  title: string | null,
): T & { readonly title: string | null } {
  if (title === null || ROLE_WORD.test(title)) return { ...level, title };
  return { ...level, name: `${level.name}: ${title}`, title: null };
}

function ladderOf(
  node: Tree,
  over: readonly Tree[],
  isLevel: (node: Tree) => boolean,
  said: boolean,
): TreeLadder | null {
  const wrapper = node.children.find(
    ({ label, children }) => WRAPPER.test(fold(label)) && children.length > 1,
  );
  const holder = wrapper ?? node;
  const known = holder.children.filter((child) => child.kind !== 'key' && isLevel(child));
  const levels = said ? known : withPlain(holder, known);
  const names = levels.map(levelLabel);
  const distinct = new Set(names.map(fold)).size === names.length;
  if (levels.length < 2 || !distinct || !(said || areLevels(names))) return null;
  if (!levels.every(isSaying)) return null;
  const beside = node.children.filter(
    (child) => child !== wrapper && !levels.includes(child) && child.kind !== 'heading',
  );
  const described = beside.filter(({ label }) => DESCRIPTION.test(fold(label)));
  const summary = [
    node.text,
    ...described.map((one) => [one.text, ...one.children.map(wholeText)].join('\n\n')),
  ];
  return {
    ...{ node, over, summary: summary.filter((text) => text !== '').join('\n\n') || null },
    levels: levels.map((level) => ({ name: levelLabel(level), node: level })),
    taken: [node, ...(wrapper ? [wrapper] : []), ...described],
  };
}

/** With those of their kind that are called as the role alone, or that stand between them where most are known. */
function withPlain(holder: Tree, known: readonly Tree[]): readonly Tree[] {
  const [first] = known;
  const alike = holder.children.filter(({ kind, depth }) => kind === first?.kind && depth === first.depth);
  const names = new Set(levelsAmong(alike.map(levelLabel)));
  const all = alike.filter((child) => known.includes(child) || names.has(levelLabel(child)));
  const [from, to] = [
    alike.findIndex((child) => all.includes(child)),
    alike.findLastIndex((child) => all.includes(child)),
  ];
  const between = alike.slice(from, to + 1);
  const sure = between.every((child) => levelLabel(child) !== '' && isSaying(child));
  return sure && all.length >= 2 && all.length * 5 >= between.length * 3 ? between : all;
}

/** Something stands under it, or after its name. */
function isSaying(node: Tree): boolean {
  return node.children.length > 0 || node.text !== '' || !bare(node);
}

/** It says its name and nothing else. */
function bare(node: Tree): boolean {
  return fold(node.label) === fold(levelLabel(node));
}
