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
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { nearest } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan, type Source, type Span, spanAt } from '../problems/source.ts';
import type { Text } from './framework.ts';

/** What the name of a language looks like (BCP 47), as a key or a value. */
export const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;
/** What an id looks like. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const EMPTY_LINE = /\n[ \t]*\r?\n/;
const MOST_ALIASES = 100;
const BROKEN_HELP = 'look at the quotes, the brackets and the indentation, here and in the line above';

/** A file being read, and the Problems found so far. */
export class Reader {
  constructor(
    readonly source: Source,
    readonly problems: Problem[],
    /** The language of plain strings. */
    public language: string,
  ) {}

  private document: Document.Parsed | null = null;

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
    const document = parseDocument(this.source.text, { prettyErrors: false, uniqueKeys: true });
    this.document = document;
    const keyEnds = new Map<number, number>();
    let aliases = 0;
    visit(document, {
      Alias: () => {
        aliases++;
      },
      Pair: (_, { key }) => {
        if (isScalar(key) && key.range) keyEnds.set(key.range[0], key.range[1]);
      },
    });
    let broken = false;
    for (const { code, pos, message } of document.errors) {
      if (code === 'DUPLICATE_KEY') {
        const span = spanAt(this.source, pos[0], keyEnds.get(pos[0]) ?? pos[1]);
        this.fail('duplicate-key', 'This key stands twice', span, 'keep one of them');
        continue;
      }
      broken = true;
      const first = message.split('\n')[0]?.replace(/\.$/, '') ?? '';
      this.fail('broken-yaml', `This is no valid YAML: ${first}`, this.visible(pos[0], pos[1]), BROKEN_HELP);
    }
    if (broken) return null;
    if (aliases > MOST_ALIASES) {
      const help = `write the values out; at most ${MOST_ALIASES} are read`;
      this.fail('alias-bomb', `This file has ${aliases} aliases`, fileSpan(this.source), help);
      return null;
    }
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

  /** The place, or the last sign of the file where that is its end. */
  private visible(start: number, end: number): Span {
    const last = this.source.text.trimEnd().length;
    return start < last ? spanAt(this.source, start, end) : spanAt(this.source, last - 1, last);
  }

  fail(code: string, message: string, span: Span, help?: string): void {
    this.problems.push(error(code, message, span, { help }));
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
    const text = normal(this.parted(this.node, value));
    if (text !== '') return text;
    this.reader.fail('empty-text', 'This text says nothing', this.span, 'write it, or take the key out');
    return null;
  }

  /** YAML folds an empty line of a plain, quoted or `>` text into one newline; here it parts paragraphs again. */
  private parted(node: Scalar, value: string): string {
    if (!value.includes('\n') || node.type === 'BLOCK_LITERAL') return value;
    const [start, end] = node.range ?? [0, 0];
    const written = this.reader.source.text.slice(start, end);
    if (node.type === 'QUOTE_DOUBLE' && !EMPTY_LINE.test(written)) return value;
    return value.replace(/\n+/g, '\n\n');
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
