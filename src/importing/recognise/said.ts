/** What a cell or a node of a tree asks: a text, statements, or both. */
import type { Cell, Tree } from '../material.ts';
import { saidInText } from './typed-lists.ts';

export interface Said {
  readonly text: string | null;
  readonly statements: readonly string[];
}

/** A cell's list, of the format or typed with bullets, as statements; what stands beside the list as its text. */
export function saidIn(cell: Cell): Said {
  if (cell.items.length === 0) return saidInText(cell.text);
  const list = cell.items.join('\n');
  const at = cell.text.indexOf(list);
  // Bullets that were typed are no part of the items.
  if (at < 0) return { text: null, statements: cell.items };
  const beside = [cell.text.slice(0, at), cell.text.slice(at + list.length)].map((part) => part.trim());
  return { text: beside.filter((part) => part !== '').join('\n\n') || null, statements: cell.items };
}

/** A node's own text, and each of its items (or entries) with all that is nested in it. */
export function saidUnder(node: Tree): Said {
  const items = node.children.filter(({ kind }) => kind === 'item' || kind === 'entry');
  const rest = node.children.filter((child) => !items.includes(child)).map(wholeText);
  const text = [node.text, ...rest].filter((part) => part !== '').join('\n\n');
  return { text: text || null, statements: items.map(wholeText).filter((part) => part !== '') };
}

/** All words of a node, a paragraph for each piece. */
export function wholeText(node: Tree): string {
  return [node.label, node.text, ...node.children.map(wholeText)].filter((part) => part !== '').join('\n\n');
}

/** True if nothing is asked. */
export function isSilent({ text, statements }: Said): boolean {
  return text === null && statements.length === 0;
}
