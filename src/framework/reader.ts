/**
 * YAML nodes read as what they should be, with the place of each. A wrong type, an unknown or missing key is a Problem at
 * the word itself; reading goes on, so that a file's mistakes are told all at once.
 */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import { knownNames, nearest } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan, type Source, type Span, spanAt } from '../problems/source.ts';
import type { Text } from './framework.ts';
import { plainText } from './paragraphs.ts';
import { parseYaml } from './parse-yaml.ts';

/** What the name of a language looks like (BCP 47), as a key or a value. */
export const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;
/** What an id looks like. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A file being read, and the Problems found so far. */
export class Reader {
  constructor(
    readonly source: Source,
    readonly problems: Problem[],
    /** The language of plain strings. */
    public language: string,
  ) {}

  private document: Document.Parsed | null = null;

  /** The file's mapping; null (with Problems: those of parseYaml, `empty-file`, `wrong-type`) where it has none. */
  root(): Value | null {
    const document = parseYaml(this.source, this.problems);
    if (!document) return null;
    this.document = document;
    const value = new Value(this, this.node(document.contents), fileSpan(this.source), '');
    if (value.node === null || value.scalar === null) {
      this.fail('empty-file', 'This file says nothing', value.span, 'write the data, or delete the file');
      return null;
    }
    if (!value.isMap) {
      this.fail('wrong-type', 'This file holds no keys', value.span, 'write "key: value" lines');
      return null;
    }
    return value;
  }

  /** The node itself, or what an alias stands for; null (with a Problem) where it stands for nothing. */
  node(item: unknown): Node | null {
    if (isMap(item) || isSeq(item) || isScalar(item)) return item;
    if (!isAlias(item) || !this.document) return null;
    const target = item.resolve(this.document);
    if (target) return target;
    const [start, end] = item.range ?? [0, 0];
    this.fail('unknown-alias', `Nothing here is marked &${item.source}`, spanAt(this.source, start, end));
    return null;
  }

  fail(code: string, message: string, span: Span, help?: string): void {
    this.problems.push(error(code, message, span, { help }));
  }

  /** The id, where it is one of `ids`; else null, with a Problem `unknown-WHAT` that names the nearest. */
  known(what: string, id: string, ids: readonly string[], span: Span): string | null {
    if (ids.includes(id)) return id;
    this.fail(`unknown-${what}`, `There is no ${what} "${id}"`, span, knownNames(id, ids));
    return null;
  }

  /** The list without ids that stood before; each of them is a Problem `double-id`. */
  unique<T extends { readonly id: string; readonly span: Span }>(
    list: readonly T[],
    what: string,
  ): readonly T[] {
    const seen = new Set<string>();
    return list.filter(({ id, span }) => {
      if (!seen.has(id)) return seen.add(id);
      this.fail('double-id', `The ${what} "${id}" stands twice`, span, 'give each an id of its own');
      return false;
    });
  }
}

export interface Pair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Value;
}

/** A node with its place, and the ways to read it. */
export class Value {
  constructor(
    readonly reader: Reader,
    readonly node: Node | null,
    readonly span: Span,
    /** What it is called in a Problem. */
    readonly name: string,
  ) {}

  get isMap(): boolean {
    return isMap(this.node);
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  /** The scalar as parsed; undefined where it is none. */
  get scalar(): unknown {
    return isScalar(this.node) ? this.node.value : undefined;
  }

  wrong(wanted: string): void {
    const written = this.scalar;
    const help =
      typeof written === 'number' || typeof written === 'boolean'
        ? `put it in quotes: "${this.written()}"`
        : undefined;
    this.reader.fail(
      'wrong-type',
      `${this.name === '' ? 'This' : `"${this.name}"`} should be ${wanted}`,
      this.span,
      wanted.startsWith('a text') || wanted.startsWith('an id') ? help : undefined,
    );
  }

  private written(): string {
    return isScalar(this.node) && typeof this.node.source === 'string'
      ? this.node.source
      : String(this.scalar);
  }

  /** The pairs of a mapping, in order. `known`: the keys it may have; an unknown one is a Problem with the nearest. */
  pairs(known: readonly string[] | null = null): readonly Pair[] {
    if (!isMap(this.node)) {
      if (this.node !== null) this.wrong('a list of keys');
      else this.reader.fail('wrong-type', `"${this.name}" is empty`, this.span);
      return [];
    }
    const map: YAMLMap = this.node;
    const out: Pair[] = [];
    for (const item of map.items) {
      if (!isScalar(item.key)) {
        this.reader.fail('wrong-type', 'A key should be a word', this.span);
        continue;
      }
      const key = typeof item.key.source === 'string' ? item.key.source : String(item.key.value);
      const keySpan = this.at(item.key);
      if (known && !known.includes(key)) {
        const near = nearest(key, known);
        this.reader.fail(
          'unknown-key',
          `There is no key "${key}" here`,
          keySpan,
          near === undefined ? `there are: ${known.join(', ')}` : `did you mean "${near}"?`,
        );
        continue;
      }
      const node = this.reader.node(item.value);
      out.push({ key, keySpan, value: new Value(this.reader, node, node ? this.at(node) : keySpan, key) });
    }
    return out;
  }

  private at(node: Node | ParsedNode): Span {
    const range = node.range;
    if (!range) return this.span;
    return spanAt(this.reader.source, range[0], range[1]);
  }

  /** The value of a key; null where the key is not there or empty. */
  get(pairs: readonly Pair[], key: string): Value | null {
    const pair = pairs.find((p) => p.key === key);
    return pair && pair.value.node !== null && pair.value.scalar !== null ? pair.value : null;
  }

  /** Reports a key that must be there. */
  need(key: string, span: Span = this.span): null {
    this.reader.fail('missing-key', `The key "${key}" is missing`, span, `add "${key}:"`);
    return null;
  }

  items(): readonly Value[] {
    if (!isSeq(this.node)) {
      this.wrong('a list');
      return [];
    }
    return this.node.items.flatMap((item) => {
      const node = this.reader.node(item);
      return node ? [new Value(this.reader, node, this.at(node), this.name)] : [];
    });
  }

  /** A text, or null with a Problem. */
  string(wanted = 'a text'): string | null {
    const value = this.scalar;
    if (typeof value === 'string') return value;
    this.wrong(wanted);
    return null;
  }

  number(): number | null {
    const value = this.scalar;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.wrong('a number');
    return null;
  }

  boolean(): boolean | null {
    const value = this.scalar;
    if (typeof value === 'boolean') return value;
    this.wrong('true or false');
    return null;
  }

  /** A slug. */
  id(): string | null {
    const value = this.string('an id');
    if (value !== null && !SLUG.test(value)) {
      this.reader.fail(
        'bad-id',
        `"${value}" is no id`,
        this.span,
        'an id has small letters, digits and single hyphens',
      );
      return null;
    }
    return value;
  }

  /** A text in one language or several. */
  text(): Text | null {
    if (isMap(this.node)) {
      const byLanguage: Record<string, string> = {};
      for (const { key, keySpan, value } of this.pairs()) {
        if (!LANGUAGE.test(key))
          this.reader.fail(
            'unknown-key',
            `"${key}" is no language`,
            keySpan,
            'a text in several languages has keys such as en, de',
          );
        const text = value.words();
        if (text !== null) byLanguage[key] = text;
      }
      return Object.keys(byLanguage).length > 0 ? { byLanguage, span: this.span } : null;
    }
    const text = this.words();
    return text === null ? null : { byLanguage: { [this.reader.language]: text }, span: this.span };
  }

  /** A text normalised; null with a Problem where it is none, or says nothing. */
  private words(): string | null {
    const value = this.string();
    if (value === null || !isScalar(this.node)) return null;
    const text = plainText(this.reader.source, this.node, value);
    if (text !== '') return text;
    this.reader.fail('empty-text', 'This text says nothing', this.span, 'write it, or take the key out');
    return null;
  }

  texts(): readonly Text[] {
    return this.items().flatMap((item) => item.text() ?? []);
  }

  /** A date as YYYY-MM-DD that the calendar has. */
  date(): string | null {
    const value = this.string();
    if (value === null) return null;
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    const day = match ? new Date(`${value}T00:00:00Z`) : null;
    if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) {
      this.reader.fail(
        'impossible-date',
        `"${value}" is no date`,
        this.span,
        'write it as year-month-day: 2026-03-17',
      );
      return null;
    }
    return value;
  }
}
