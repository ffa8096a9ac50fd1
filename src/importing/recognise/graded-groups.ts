/** The groups that files of skills are about. */
import type { Material, Place, Tree } from '../material.ts';
import { fold } from './names.ts';
import { keyOf } from './tables.ts';

/** A skill's node in its file. */
interface Node {
  readonly node: Tree;
  readonly material: Material;
}

/** The group that a file of skills is about, as a key beside the skills. */
export function groupOf({
  material,
  node,
}: Node): { readonly name: string; readonly text: string | null; readonly place: Place } | null {
  const group = keyOf(material.tree ?? undefined, 'category', 'domain', 'group');
  if (!group) return null;
  const name = group.text || keyOf(group, 'name', 'title', 'label')?.text || keyOf(group, 'id')?.text;
  return name && !holds(group, new Set([node]))
    ? { name, text: keyOf(group, 'description', 'summary', 'definition')?.text || null, place: group.place }
    : null;
}

/** True if a key says what its file is about. */
export function isGroup({ label }: Tree): boolean {
  return ['category', 'domain', 'group', 'name', 'title', 'description', 'summary'].includes(fold(label));
}

/** Each group once, with what it says of itself. */
export function domainsOf(
  found: readonly Node[],
): { readonly name: string; readonly description: string | null; readonly place: Place }[] {
  const groups = new Map(
    found.flatMap((one) => {
      const group = groupOf(one);
      return group ? [[group.name, group] as const] : [];
    }),
  );
  return [...groups.values()].map(({ name, text, place }) => ({ name, description: text, place }));
}

/** True if one of the nodes is this, or below it. */
export function holds(tree: Tree, nodes: ReadonlySet<Tree | null>): boolean {
  return nodes.has(tree) || tree.children.some((child) => holds(child, nodes));
}
