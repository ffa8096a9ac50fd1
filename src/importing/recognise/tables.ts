/**
 * Tables, whatever they were read from: sheets and grids, and lists of entries that have the same keys. A row has a cell
 * for each head.
 */
import { type Cell, type Grid, type Material, type Place, plainCell, type Tree } from '../material.ts';
import { fold } from './names.ts';

export interface TableRow {
  readonly cells: readonly Cell[];
  readonly place: Place;
}

export interface Table {
  readonly material: Material;
  /** The sheet's name or the list's key; null where it has none. */
  readonly name: string | null;
  readonly heads: readonly string[];
  /** What stands before its head. */
  readonly before: readonly Cell[];
  rows(): Iterable<TableRow>;
  readonly place: Place;
}

/** How far down a head may stand. */
const HEADS = 15;

/** A grid under the head that `score` likes best; null where it likes none (0). */
export function tableOf(
  material: Material,
  grid: Grid,
  score: (heads: readonly string[]) => number,
): Table | null {
  let best: { readonly heads: readonly Cell[]; readonly at: number; readonly score: number } | null = null;
  const before: (readonly Cell[])[] = [];
  for (const cells of grid.rows()) {
    if (before.length >= HEADS) break;
    const heads = cells.map(({ text }) => text);
    const own = score(heads);
    if (own > (best?.score ?? 0)) best = { heads: cells, at: before.length, score: own };
    before.push(cells);
  }
  if (!best) return null;
  const { heads, at } = best;
  const [first] = heads;
  return {
    ...{ material, name: grid.sheet, heads: heads.map(({ text }) => text) },
    before: before
      .slice(0, at)
      .flatMap((cells) => cells.filter(({ text, merged }) => text !== '' && !merged)),
    rows: () => rowsOf(grid, at, heads.length),
    place: first?.place ?? grid.place,
  };
}

function* rowsOf(grid: Grid, at: number, width: number): Iterable<TableRow> {
  let n = 0;
  for (const cells of grid.rows()) {
    if (n++ <= at) continue;
    const place = cells[0]?.place;
    if (place === undefined || cells.every(({ text }) => text === '')) continue;
    yield { cells: cells.length < width ? filled(cells, width, place) : cells, place };
  }
}

function filled(cells: readonly Cell[], width: number, place: Place): readonly Cell[] {
  const rest = Array.from({ length: width - cells.length }, (_, i) =>
    plainCell('', { ...place, column: cells.length + i + 1 }),
  );
  return [...cells, ...rest];
}

/** A list whose entries have keys, as a table with a column for each key; null where it is none. */
export function tableOfList(material: Material, list: Tree): Table | null {
  const entries = list.children.filter(({ kind, children }) => kind === 'entry' && children.length > 0);
  if (entries.length === 0 || entries.length < list.children.length) return null;
  const heads: string[] = [];
  const at = new Map<string, number>();
  for (const entry of entries)
    for (const { label } of entry.children) {
      if (at.has(label)) continue;
      at.set(label, heads.length);
      heads.push(label);
    }
  return {
    ...{ material, name: list.label || null, heads, before: [], place: list.place },
    *rows() {
      for (const entry of entries) {
        const cells: Cell[] = heads.map(() => plainCell('', entry.place));
        for (const child of entry.children) cells[at.get(child.label) ?? 0] = cellOfTree(child);
        yield { cells, place: entry.place };
      }
    },
  };
}

/** A value of a key as a cell: a list of texts as its items. */
function cellOfTree(node: Tree): Cell {
  const items = node.children.filter(({ kind, children }) => kind === 'entry' && children.length === 0);
  const list = items.length === node.children.length ? items.map(({ text }) => text) : [];
  const text = [node.text, ...list].filter((part) => part !== '').join('\n');
  return { ...plainCell(text, node.place), items: list };
}

/** All lists of a tree that are tables, with the keys that lead to them. */
export function listsIn(material: Material): readonly Table[] {
  const found: Table[] = [];
  const walk = (tree: Tree): void => {
    const table = tableOfList(material, tree);
    if (table) found.push(table);
    else for (const child of tree.children) walk(child);
  };
  if (material.tree) walk(material.tree);
  return found;
}

/** The key of a tree's own, whatever its case and accents. */
export function keyOf(tree: Tree | undefined, ...labels: readonly string[]): Tree | undefined {
  return tree?.children.find(({ label }) => labels.includes(fold(label)));
}
