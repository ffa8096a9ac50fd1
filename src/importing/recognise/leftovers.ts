/** What of a tree went into no part of the draft: told under its heading, so that nothing is dropped in silence. */
import type { Cell, Grid, Material, Tree } from '../material.ts';
import { picturesIn, tidy } from './names.ts';
import type { Remarks } from './parts.ts';

const HEAD_USED: ReadonlySet<string> = new Set(['title', 'lang', 'language', 'levels']);

/** What files' heads (front matter) say beside a title, and what of their trees is not in `used`. */
export function tellAll(materials: readonly Material[], used: ReadonlySet<Tree>, remarks: Remarks): void {
  for (const { head, tree, source } of materials) {
    const keys = [...head.keys()].filter((key) => !HEAD_USED.has(key));
    const place = { source, line: 1, sheet: null, row: null, column: null };
    if (keys.length > 0) remarks.skip(`of the head of the file: ${keys.join(', ')}`, place);
    const pictures = new Set(tree ? labels(tree).flatMap(picturesIn) : []);
    if (pictures.size > 0) remarks.skip(`pictures in headings: ${[...pictures].join(' ')}`, place);
    tellLeftovers(tree, used, remarks);
  }
}

/** Tables and sheets of which nothing was taken. */
export function tellTables(materials: readonly Material[], used: ReadonlySet<Grid>, remarks: Remarks): void {
  for (const { grids } of materials)
    for (const grid of grids) if (!used.has(grid)) tellGrid(grid, new Set(), remarks);
}

/** Of headings and bold words. */
function labels(tree: Tree): readonly string[] {
  return [...(isHead(tree) ? [tree.label] : []), ...tree.children.flatMap(labels)];
}

/** `used`: nodes whose words were taken, with all that is in them unless it says otherwise itself. */
function tellLeftovers(tree: Tree | null, used: ReadonlySet<Tree>, remarks: Remarks): void {
  if (!tree) return;
  const own = tree.kind === 'document' ? 'the beginning' : `"${short(tree.label)}"`;
  const keys = tree.children.filter((child) => !used.has(child) && isLeaf(child));
  if (keys.length > 0)
    remarks.skip(
      keys.map(({ label, text }) => `"${short(label)}": ${short(text)}`).join(', '),
      keys[0]?.place ?? tree.place,
    );
  const plain = tree.children.filter((child) => !used.has(child) && !isHead(child) && !keys.includes(child));
  const texts =
    (used.has(tree) ? 0 : paragraphs(tree.text)) + plain.reduce((sum, child) => sum + pieces(child, used), 0);
  if (texts > 0) {
    const count = texts === 1 ? 'a text' : `${texts} texts`;
    remarks.skip(`${count} under ${own}: nothing there is asked of a level`, tree.place);
  }
  for (const child of tree.children) if (isHead(child)) tellLeftovers(child, used, remarks);
}

/** A key with a text. */
function isLeaf({ kind, text, children }: Tree): boolean {
  return kind === 'key' && text !== '' && children.length === 0;
}

function isHead({ kind }: Tree): boolean {
  return kind === 'heading' || kind === 'bold' || kind === 'document';
}

function paragraphs(text: string): number {
  return text === '' ? 0 : text.split('\n\n').length;
}

/** Of an item or a key: itself, and what is in it. A key that holds others says nothing itself. */
function pieces(node: Tree, used: ReadonlySet<Tree>): number {
  if (used.has(node)) return 0;
  const own = node.text !== '' || (node.label !== '' && node.kind !== 'key') ? 1 : 0;
  return own + node.children.reduce((sum, child) => sum + pieces(child, used), 0);
}

function short(label: string): string {
  const name = tidy(label);
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}

/** Cells of a table that are told word for word; of the rest their number. */
const MOST_TOLD = 1_000;

/** What stands in a table that is not read, but for what was taken from it. */
export function tellGrid(grid: Grid, taken: ReadonlySet<Cell>, remarks: Remarks): void {
  const left: string[] = [];
  let more = 0;
  for (const cells of grid.rows())
    for (const cell of cells) {
      if (cell.text === '' || cell.merged || taken.has(cell)) continue;
      if (left.length < MOST_TOLD) left.push(cell.text);
      else more++;
    }
  if (left.length === 0) return;
  if (more > 0) left.push(`and ${more} more cells`);
  const what = grid.sheet === null ? 'a table' : `the sheet "${grid.sheet}"`;
  remarks.skip(`${what}: nothing there is asked of a level; left out: ${left.join(' | ')}`, grid.place);
}

/** A node and all below it. */
export function withAllBelow(node: Tree, into: Set<Tree>): void {
  into.add(node);
  for (const child of node.children) withAllBelow(child, into);
}
