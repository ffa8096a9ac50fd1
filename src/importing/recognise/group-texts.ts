/** Lists that recur after tables under one label ("What to show"): they belong to the group that the table is of. */
import type { Material, Tree } from '../material.ts';
import { fold, tidy } from './names.ts';
import type { Found } from './over-tables.ts';
import { wholeText } from './said.ts';

/** The texts of each table's group, by its position; '' where none follows it. What is taken goes to `used`. */
export function textsAfter(found: readonly Found[], used: Set<Tree>): readonly string[] {
  const after = found.map(({ matrix, material }) => {
    const from = matrix.grid.place.line ?? 0;
    const lines = material.grids.map(({ place }) => place.line ?? 0).filter((line) => line > from);
    return heads(material.tree).filter(
      ({ place: { line } }) =>
        line !== null && line > from && line < Math.min(...lines, Number.POSITIVE_INFINITY),
    );
  });
  const counts = new Map<string, number>();
  for (const nodes of after)
    for (const label of new Set(nodes.map((node) => fold(node.label))))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  return after.map((nodes) =>
    nodes
      .filter(({ label }) => (counts.get(fold(label)) ?? 0) > 1)
      .map((node) => {
        const items = node.children.filter(({ kind }) => kind === 'item');
        for (const item of items) used.add(item);
        return [tidy(node.label), ...items.map(wholeText)].join('\n\n');
      })
      .join('\n\n'),
  );
}

/** Headings and labels with lists. */
function heads(tree: Material['tree']): readonly Tree[] {
  if (!tree) return [];
  const own = tree.kind !== 'item' && tree.children.some(({ kind }) => kind === 'item') && tree.label !== '';
  return [...(own ? [tree] : []), ...tree.children.filter(({ kind }) => kind !== 'item').flatMap(heads)];
}
