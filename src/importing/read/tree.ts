/** Keys and values as a tree, for JSON and YAML alike: a key holds a text, or keys, or entries. */
import { lineSpan, type Source, spanAt } from '../../problems/source.ts';
import type { Material, Place, Tree } from '../material.ts';
import { nameOf } from './text-of.ts';

/** Keys and values of a file, aliases as what they stand for. */
export const MOST_NODES = 500_000;

/** The place of an offset. */
export function placeAt(source: Source, offset: number): Place {
  return { source, line: spanAt(source, offset).line, sheet: null, row: null, column: null };
}

export function lineOf(source: Source, offset: number): ReturnType<typeof lineSpan> {
  return lineSpan(source, spanAt(source, offset).line);
}

export function node(
  kind: 'document' | 'key' | 'entry',
  label: string,
  text: string,
  children: readonly Tree[],
  place: Place,
): Tree {
  return { type: 'tree', kind, label, text, children, depth: null, place };
}

export function treeMaterial(
  format: 'json' | 'yaml',
  source: Source,
  tree: Tree,
  cut: Material['cut'],
): Material {
  const own = (label: string): string | null =>
    tree.children.find((child) => child.label === label && child.children.length === 0)?.text || null;
  return {
    ...{ source, format, name: nameOf(source.path), title: own('title'), language: null },
    ...{ grids: [], tree, head: new Map(), cut, lost: [], problems: [] },
  };
}
