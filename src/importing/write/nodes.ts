/**
 * Values as the YAML nodes that a careful person would have written: quotes where YAML needs them, long texts folded, several
 * paragraphs as a literal block, short lists and pairs on one line.
 *
 * Kept true: what the reader makes of a node (framework/value.ts) is the text that was given, sign for sign.
 */
import { isMap, isScalar, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Text } from '../../framework/framework.ts';

/** Columns of a line, about. */
const LINE = 100;
/** A text of so many letters stands on the line of its key. */
const SHORT = 80;
/** A list or pairs of so many letters stand on one line. */
const FLOW = 80;

/** How a document of such nodes is made text. */
export const STYLE = {
  lineWidth: LINE,
  nullStr: '',
  flowCollectionPadding: true,
  doubleQuotedMinMultiLineLength: 1e9,
} as const;

/** What a block cannot hold as it is: controls, separators that some read as line ends, halves of signs, no signs. */
const QUOTED = /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]/u;

/** Brackets stand close, braces apart, as in our own data. */
class List extends YAMLSeq {
  override toString(...[context, ...rest]: Parameters<YAMLSeq['toString']>): string {
    return super.toString(context && { ...context, flowCollectionPadding: '' }, ...rest);
  }
}

class Pairs extends YAMLMap {
  override toString(...[context, ...rest]: Parameters<YAMLMap['toString']>): string {
    return super.toString(context && { ...context, flowCollectionPadding: ' ' }, ...rest);
  }
}

/** A word, a number, a truth, as it stands. */
export function plain(value: string | number | boolean | null): Scalar {
  const scalar = new Scalar(value);
  if (typeof value === 'string' && QUOTED.test(value)) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** A text in one language: paragraphs parted by an empty line. */
export function words(text: string): Scalar {
  const scalar = plain(text);
  if (scalar.type !== undefined) return scalar;
  if (text.includes('\n')) {
    scalar.value = text.split('\n').map(wrapped).join('\n');
    scalar.type = Scalar.BLOCK_LITERAL;
  } else if (text.length > SHORT) scalar.type = Scalar.BLOCK_FOLDED;
  return scalar;
}

/** A paragraph in lines. It is broken only at single spaces, which the reader puts back. */
function wrapped(paragraph: string): string {
  const lines: string[] = [];
  let line = '';
  for (const part of paragraph.split(/(?<![ \t]) (?![ \t])/)) {
    if (line !== '' && line.length + 1 + part.length > LINE - 8) {
      lines.push(line);
      line = part;
    } else line = line === '' ? part : `${line} ${part}`;
  }
  return [...lines, line].join('\n');
}

/** A text: plain where it is in `language` alone, else by language. */
export function text({ byLanguage }: Text, language: string): Node {
  const all = Object.entries(byLanguage);
  const own = byLanguage[language];
  if (all.length === 1 && own !== undefined) return words(own);
  return flowing(pairs(all.map(([key, value]) => [key, words(value)])));
}

/** Pairs in this order; those without a value are left out. */
export function pairs(list: readonly (readonly [key: string, value: Node | null])[]): YAMLMap {
  const map = new Pairs();
  for (const [key, value] of list) if (value) map.items.push(new Pair(plain(key), value));
  return map;
}

/** Pairs in the order of `keys`, by which our own data is written. */
export function ordered<K extends string>(
  keys: readonly K[],
  values: Readonly<Partial<Record<K, Node | null>>>,
): YAMLMap {
  return pairs(keys.map((key) => [key, values[key] ?? null]));
}

/** A list; null where it is empty. */
export function list(items: readonly Node[]): YAMLSeq | null {
  if (items.length === 0) return null;
  const seq = new List();
  seq.items.push(...items);
  return seq;
}

/** A list of ids, perhaps empty. */
export function ids(items: readonly string[]): YAMLSeq {
  const seq = new List();
  seq.items.push(...items.map(plain));
  return flowing(seq);
}

/** On one line, where it is short and holds nothing that needs lines of its own. */
export function flowing<T extends YAMLMap | YAMLSeq>(node: T): T {
  const size = sizeOf(node);
  if (size !== null && size <= FLOW) node.flow = true;
  return node;
}

/** All on one line, or none: what stands in a list is written alike. */
export function alike<T extends YAMLMap>(nodes: readonly T[]): readonly T[] {
  const flat = nodes.every((node) => flowing(node).flow);
  for (const node of nodes) node.flow = flat;
  return nodes;
}

/** Letters on one line; null where it cannot stand on one. */
function sizeOf(node: unknown): number | null {
  if (isScalar(node)) {
    const block = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
    return block ? null : String(node.value ?? '').length;
  }
  const items: readonly unknown[] = isMap(node)
    ? node.items.flatMap(({ key, value }) => [key, value])
    : node instanceof YAMLSeq
      ? node.items
      : [];
  let size = 2;
  for (const item of items) {
    const own = sizeOf(item);
    if (own === null) return null;
    size += own + 2;
  }
  return size;
}
