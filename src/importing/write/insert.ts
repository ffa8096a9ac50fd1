/**
 * New pairs and items in the text of a person's YAML file: put in at the place where they belong, so that every other sign of the
 * file stays.
 */
import {
  Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Source, type Span, spanAt } from '../../problems/source.ts';
import { list, pairs, STYLE } from './nodes.ts';

/** What stands in brackets belongs to the line. */
const DEEPEST = Number.POSITIVE_INFINITY;

export class Insertions {
  private readonly all: { readonly at: number; readonly column: number; readonly text: string }[] = [];

  constructor(readonly source: Source) {}

  /** A pair at the end of a mapping of the file. */
  pair(map: YAMLMap, key: string, value: Node): void {
    const last = map.items.at(-1);
    const at = last ? (isNode(last.value) && !isEmpty(last.value) ? last.value : last.key) : null;
    if (map.flow) this.flow(map, at, `${word(key)}: ${inline(value)}`);
    else this.block(isNode(map.items[0]?.key) ? map.items[0].key : map, at, pairs([[key, value]]));
  }

  /** A pair after one that is there. */
  after(map: YAMLMap, before: string, key: string, value: Node): void {
    const pair = map.items.find((item) => isScalar(item.key) && item.key.value === before);
    if (!pair || map.flow) {
      this.pair(map, key, value);
      return;
    }
    const at = isNode(pair.value) && !isEmpty(pair.value) ? pair.value : pair.key;
    this.block(isNode(pair.key) ? pair.key : map, at, pairs([[key, value]]));
  }

  /** A pair where its key belongs by an order of keys: after the nearest before it, else before all. */
  ordered(map: YAMLMap, key: string, value: Node, order: readonly string[]): void {
    const there = new Set(map.items.flatMap((item) => (isScalar(item.key) ? [String(item.key.value)] : [])));
    const before = order.slice(0, Math.max(0, order.indexOf(key))).findLast((one) => there.has(one));
    const first = map.items[0]?.key;
    const line = isNode(first) && !map.flow ? this.lineOver(first) : null;
    if (before !== undefined) this.after(map, before, key, value);
    else if (!order.includes(key) || line === null || !isNode(first)) this.pair(map, key, value);
    else this.lines(line, this.span(first).column, pairs([[key, value]]));
  }

  /** The end of the line over a key and over the comments that stand right above it; null where it shares its line. */
  private lineOver(key: Node): number | null {
    const lines = this.source.text.slice(0, key.range?.[0] ?? 0).split('\n');
    if (/\S/.test(lines.pop() ?? '')) return null;
    while (/^\s*#/.test(lines.at(-1) ?? '')) lines.pop();
    const over = lines.join('\n');
    return lines.length === 0 ? null : over.length - (over.endsWith('\r') ? 1 : 0);
  }

  /** An item at the end of a list of the file. */
  item(seq: YAMLSeq, value: Node): void {
    const last = seq.items.at(-1);
    if (seq.flow || !last) this.flow(seq, last, inline(value));
    else this.block(seq, last, list([value]));
  }

  private flow(into: YAMLMap | YAMLSeq, last: unknown, text: string): void {
    const end = isNode(last) ? last.range?.[1] : undefined;
    if (end !== undefined) this.put(end, `, ${text}`, DEEPEST);
    else this.put((into.range?.[0] ?? 0) + 1, ` ${text} `, DEEPEST);
  }

  /** `first`: what says the column. */
  private block(first: Node, last: unknown, value: Node | null): void {
    const { text } = this.source;
    const { column } = this.span(first);
    const end = text.slice(0, isNode(last) ? endOf(last) : text.length).trimEnd().length;
    const line = text.indexOf('\n', end);
    this.lines(line < 0 ? text.length : line - (text[line - 1] === '\r' ? 1 : 0), column, value);
  }

  /** After the line that ends at an offset. */
  private lines(at: number, column: number, value: Node | null): void {
    const indent = ' '.repeat(column - 1);
    const written = new Document(value).toString(STYLE).trimEnd();
    const lines = written.split('\n').map((one) => (one === '' ? '' : indent + one));
    const cr = this.source.text.includes('\r\n');
    this.put(at, ['', ...lines].join(cr ? '\r\n' : '\n'), column);
  }

  private put(at: number, text: string, column: number): void {
    this.all.push({ at, text, column });
  }

  /** The file with all of it. Of what begins at one place that comes first which stands deeper. */
  text(): string {
    const { text } = this.source;
    let out = '';
    let from = 0;
    for (const { at, text: added } of [...this.all].sort((a, b) => a.at - b.at || b.column - a.column)) {
      out += text.slice(from, at) + added;
      from = at;
    }
    return out + text.slice(from);
  }

  span(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return spanAt(this.source, start, end);
  }
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === '';
}

/** After the last sign of a value. A block's own range goes on over comments that follow it. */
function endOf(node: Node): number {
  if (isCollection(node) && !node.flow) {
    const last: unknown = node.items.at(-1);
    const inner = isMap(node) ? node.items.at(-1)?.value : last;
    if (isNode(inner) && !isEmpty(inner)) return endOf(inner);
    const key: unknown = isMap(node) ? node.items.at(-1)?.key : null;
    if (isNode(key)) return key.range?.[1] ?? 0;
  }
  return node.range?.[1] ?? 0;
}

/** On one line, as JSON, which YAML reads too. */
function inline(node: Node): string {
  const value: unknown = new Document(node).toJS();
  return typeof value === 'string' ? word(value) : JSON.stringify(value);
}

/** An id without quotes, where it can be read as nothing else. */
function word(text: string): string {
  const plain = /^[a-z][a-z0-9-]*$/.test(text) && !/^(?:null|true|false|y|yes|n|no|on|off)$/.test(text);
  return plain ? text : JSON.stringify(text);
}

/** The mapping under a key; null where there is none that can be added to. */
export function mapUnder(map: YAMLMap | null, key: string): YAMLMap | null {
  const node = map?.get(key, true);
  return isMap(node) && !isAlias(node) ? node : null;
}
