/**
 * Labels in a row, of which some are levels: pages whose headings are all of one depth, or bold words. Where skills recur
 * between levels, each level holds what follows it up to the next; where levels recur between skills, each skill does.
 */
import type { Material, Tree } from '../material.ts';
import { areLevels, levelsAmong } from './levels.ts';
import { fold } from './names.ts';

/** The material with its labels nested, for all recognisers. */
export function withNestedLabels(material: Material): Material {
  const { tree } = material;
  const own = tree ? nested(tree) : null;
  return own === tree ? material : { ...material, tree: own };
}

/** The same tree where nothing is to be nested. */
function nested(tree: Tree): Tree {
  const below = tree.children.map((child) => (isLabel(child) ? nested(child) : child));
  const children = inRows(below);
  return children.every((child, i) => child === tree.children[i]) && children.length === tree.children.length
    ? tree
    : { ...tree, children };
}

function isLabel({ kind }: Tree): boolean {
  return kind === 'heading' || kind === 'bold';
}

/** Siblings with those of one kind and depth put into one another. */
function inRows(children: readonly Tree[]): readonly Tree[] {
  const kinds = new Set(children.filter(isLabel).map(kindOf));
  return [...kinds].reduce((all, kind) => {
    const labels = all.filter((child) => isLabel(child) && kindOf(child) === kind);
    const among = new Set(levelsAmong(labels.map(({ label }) => label)));
    const levels = labels.filter(({ label }) => among.has(label));
    const names = [...new Set(levels.map(({ label }) => fold(label)))];
    if (!areLevels(names)) return all;
    const others = labels.filter((label) => !levels.includes(label));
    const [last] = others.filter((label) => again(others).has(fold(label.label))).slice(-1);
    if (names.length === levels.length && recur(others)) return grouped(all, levels, others, last);
    if (names.length === levels.length || !recur(levels)) return all;
    const skills = others.filter((label) => levels.includes(labels[labels.indexOf(label) + 1] ?? label));
    return grouped(all, skills, levels, levels.at(-1));
  }, children);
}

function kindOf({ kind, depth }: Tree): string {
  return `${kind} ${depth}`;
}

/** Names that stand there twice or more. */
function again(labels: readonly Tree[]): ReadonlySet<string> {
  const names = labels.map(({ label }) => fold(label));
  return new Set(names.filter((name, i) => names.indexOf(name) < i));
}

function recur(labels: readonly Tree[]): boolean {
  const names = again(labels);
  const recurring = labels.filter(({ label }) => names.has(fold(label)));
  return recurring.length >= 2 && recurring.length * 3 >= labels.length * 2;
}

/** Each holder with what it holds: what follows it up to the next, and to the last that is held at all. */
function grouped(
  children: readonly Tree[],
  holders: readonly Tree[],
  held: readonly Tree[],
  last: Tree | undefined,
): readonly Tree[] {
  const end = last ? children.indexOf(last) : -1;
  const found: Tree[] = [];
  let at = -1;
  for (const [i, child] of children.entries()) {
    const holder = found[at];
    if (holders.includes(child)) at = found.push(child) - 1;
    else if (holder && held.includes(child) && i <= end)
      found[at] = { ...holder, children: [...holder.children, child] };
    else found.push(child);
  }
  return found;
}
