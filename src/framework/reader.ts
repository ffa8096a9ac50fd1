/**
 * YAML nodes read as what they should be, with the place of each. A wrong type, an unknown or missing key is a Problem at
 * the word itself; reading goes on, so that a file's mistakes are told all at once.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { nearest } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan, type Source, type Span, spanAt } from '../problems/source.ts';
import type { Text } from './framework.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST_ALIASES = 100;

/** A file being read, and the Problems found so far. */
export class Reader {
  constructor(
    readonly source: Source,
    readonly problems: Problem[],
    /** The language of plain strings. */
    public language: string,
  ) {}

  /** The file's mapping; null (with Problems) where it has none. Codes: broken-yaml, duplicate-key, alias-bomb, empty-file. */
  root(): Value | null {
    if (this.source.text.trim() === '') {
      this.problems.push(
        error('empty-file', 'This file is empty', fileSpan(this.source), {
          help: 'write the data, or delete the file',
        }),
      );
      return null;
    }
    const document = parseDocument(this.source.text, {
      prettyErrors: false,
      lineCounter: new LineCounter(),
      uniqueKeys: true,
    });
    for (const e of document.errors) {
      const duplicate = e.code === 'DUPLICATE_KEY';
      const span = spanAt(this.source, e.pos[0], e.pos[1]);
      const message = duplicate
        ? 'This key stands twice'
        : `This is no valid YAML: ${e.message.split('\n')[0]?.replace(/\.$/, '')}`;
      this.problems.push(
        error(duplicate ? 'duplicate-key' : 'broken-yaml', message, span, {
          help: duplicate ? 'keep one of them' : undefined,
        }),
      );
    }
    if (document.errors.length > 0 && document.errors.some((e) => e.code !== 'DUPLICATE_KEY')) return null;
    const aliases = (this.source.text.match(/(?:^|[\s[{,:-])\*[\w-]+/g) ?? []).length;
    if (aliases > MOST_ALIASES) {
      this.problems.push(
        error('alias-bomb', `This file has ${aliases} aliases`, fileSpan(this.source), {
          help: `write the values out; at most ${MOST_ALIASES} are read`,
        }),
      );
      return null;
    }
    const value = new Value(this, resolve(document.contents, document), fileSpan(this.source), '');
    if (!isMap(value.node)) {
      this.problems.push(
        error('wrong-type', 'This file holds no keys', value.span, { help: 'write "key: value" lines' }),
      );
      return null;
    }
    return value;
  }

  fail(code: string, message: string, span: Span, help?: string): void {
    this.problems.push(error(code, message, span, { help }));
  }
}

function resolve(node: unknown, document: { readonly contents: unknown }): Node | null {
  if (isAlias(node)) {
    const target = node.resolve(document as Parameters<typeof node.resolve>[0]);
    return target ?? null;
  }
  return isMap(node) || isSeq(node) || isScalar(node) ? node : null;
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
      const node =
        isMap(item.value) || isSeq(item.value) || isScalar(item.value)
          ? item.value
          : isAlias(item.value)
            ? this.aliased(item.value)
            : null;
      out.push({ key, keySpan, value: new Value(this.reader, node, node ? this.at(node) : keySpan, key) });
    }
    return out;
  }

  private aliased(alias: unknown): Node | null {
    if (!isAlias(alias)) return null;
    const name = alias.source;
    this.reader.fail('wrong-type', `The alias "*${name}" is not read`, this.at(alias), 'write the value out');
    return null;
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

  items(): readonly Value[] {
    if (!isSeq(this.node)) {
      this.wrong('a list');
      return [];
    }
    return this.node.items.map((item) => {
      const node = isMap(item) || isSeq(item) || isScalar(item) ? item : null;
      return new Value(this.reader, node, node ? this.at(node) : this.span, this.name);
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
        if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(key))
          this.reader.fail(
            'unknown-key',
            `"${key}" is no language`,
            keySpan,
            'a text in several languages has keys such as en, de',
          );
        const text = value.string();
        if (text !== null) byLanguage[key] = normal(text);
      }
      return Object.keys(byLanguage).length > 0 ? { byLanguage, span: this.span } : null;
    }
    const text = this.string();
    return text === null ? null : { byLanguage: { [this.reader.language]: normal(text) }, span: this.span };
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

/** One newline is a space, an empty line parts paragraphs. */
function normal(text: string): string {
  return text
    .trim()
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => paragraph.replace(/[ \t]*\n[ \t]*/g, ' ').trim())
    .join('\n\n');
}
