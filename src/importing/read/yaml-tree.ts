/**
 * A YAML value as a tree: a map's keys are children with what they hold as text or children, a list's values are entries
 * without a label. What an alias stands for stands in its place, up to a bound. Texts are as YAML reads them.
 */
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type ParsedNode } from 'yaml';
import type { Place, Tree } from '../material.ts';

/** More values than any framework has; aliases of aliases reach it. */
const MOST = 200_000;
const DEEPEST = 100;

export interface YamlTree {
  readonly tree: Tree;
  /** It has more values, or deeper ones, than are read. */
  readonly full: boolean;
}

/** `placeOf`: where an offset of the YAML text stands. */
export function yamlTree(document: Document<ParsedNode>, placeOf: (offset: number) => Place): YamlTree {
  let count = 0;
  let full = false;
  const build = (kind: Tree['kind'], label: string, node: unknown, place: Place, deep: number): Tree => {
    count += 1;
    full ||= count > MOST || deep > DEEPEST;
    const value = isAlias(node) ? node.resolve(document) : node;
    const all = full ? [] : childrenOf(value, place, deep + 1);
    return { type: 'tree', kind, label, text: textOf(value), children: all, depth: null, place };
  };
  const childrenOf = (node: unknown, place: Place, deep: number): readonly Tree[] => {
    if (isMap(node))
      return node.items.map(({ key, value }) =>
        build('key', isScalar(key) ? textOf(key) : String(key), value, at(key, place), deep),
      );
    if (isSeq(node))
      return node.items.map((item) => {
        const inner = isPair(item) ? item.value : item;
        return build('entry', '', inner, at(inner, place), deep);
      });
    return [];
  };
  const at = (node: unknown, otherwise: Place): Place => {
    const start = (node as Node | null)?.range?.[0];
    return start === undefined ? otherwise : placeOf(start);
  };
  const { contents } = document;
  return { tree: build('document', '', contents, at(contents, placeOf(0)), 0), full };
}

/** A number or date as it is written, a text as it is read. */
function textOf(node: unknown): string {
  if (!isScalar(node) || node.value === null || node.value === undefined) return '';
  if (typeof node.value === 'string') return node.value;
  return node.source ?? String(node.value);
}
