/**
 * YAML nodes read as what they should be, with the place of each. A wrong type, an unknown or missing key is a Problem at
 * the word itself; reading goes on, so that a file's mistakes are told all at once.
 */
import { isMap, isNode, isScalar, isSeq, type Node, type ParsedNode, type YAMLMap } from 'yaml';
import { controlCharacter } from '../problems/control-character.ts';
import { nearest } from '../problems/nearest.ts';
import { type Span, spanAt } from '../problems/source.ts';
import type { Text } from './framework.ts';
import { plainText } from './paragraphs.ts';
import type { Reader } from './reader.ts';

/** What the name of a language looks like (BCP 47), as a key or a value. */
export const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;
/** What an id looks like. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const LIST = 'a list';
const KEYS = 'keys with values';
const DAY = 'write it as year-month-day: 2026-03-17';
/** What is written is shown again in a help, up to so many letters. */
const SHORT = 40;

export interface Pair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Value;
}

/** A text in one language alone. */
export function plainly(language: string, words: string, span: Span): Text {
  return { byLanguage: { [language]: words }, span, spans: { [language]: span } };
}

/** A node with its place, and the ways to read it. */
export class Value {
  constructor(
    readonly reader: Reader,
    readonly node: Node | null,
    readonly span: Span,
    /** What it is called at the beginning of a Problem: `"name"`, or `Each of "topics"`. */
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

  /** Reports that something else should stand here. `help`: what to do, where the types do not say it. */
  wrong(wanted: string, help: string | undefined = this.wayTo(wanted)): void {
    this.reader.fail('wrong-type', `${this.name} should be ${wanted}`, this.span, help);
  }

  private wayTo(wanted: string): string {
    const { scalar } = this;
    const written = isScalar(this.node) ? (this.node.source ?? String(scalar)) : '';
    const short = written !== '' && written.length <= SHORT && !written.includes('\n');
    if (/^(?:a number|true or false)/.test(wanted)) return `write ${wanted}, without quotes`;
    if (wanted === LIST) return short ? `put it in square brackets: [${written}]` : 'begin each with "- "';
    if (scalar === null) return 'write it, or take the line out';
    if (wanted.startsWith('a date')) return DAY;
    if (wanted.startsWith('one of')) return 'write one of these words';
    if (typeof scalar === 'number' || typeof scalar === 'boolean') return `put it in quotes: "${written}"`;
    return this.isList ? 'write one, without brackets and hyphens' : 'write it right after its key';
  }

  private wayToKeys(known: readonly string[] | null): string {
    const { scalar } = this;
    if (!known) return 'write "key: value" lines';
    if (known.includes('id') && typeof scalar === 'string' && SLUG.test(scalar))
      return `write it with its key: { id: ${scalar} }`;
    return `its keys are: ${known.join(', ')}`;
  }

  /** The pairs of a mapping, in order. `known`: the keys it may have; an unknown one is a Problem with the nearest. */
  pairs(known: readonly string[] | null = null): readonly Pair[] {
    if (!isMap(this.node)) {
      if (this.node !== null && this.scalar !== null) this.wrong(KEYS, this.wayToKeys(known));
      else
        this.reader.fail('wrong-type', `${this.name} is empty`, this.span, 'write its keys, or take it out');
      return [];
    }
    const map: YAMLMap = this.node;
    const out: Pair[] = [];
    for (const item of map.items) {
      if (!isScalar(item.key)) {
        const span = isNode(item.key) ? this.at(item.key) : this.span;
        this.reader.fail(
          'wrong-type',
          'A key should be a word',
          span,
          'write "key: value", without brackets',
        );
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
      out.push({
        key,
        keySpan,
        value: new Value(this.reader, node, node ? this.at(node) : keySpan, `"${key}"`),
      });
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

  /** The value of a key that must be there; null, with a Problem, where it is not there or empty. `at`: where it is missed. */
  must(pairs: readonly Pair[], key: string, at: Span = this.span): Value | null {
    const value = this.get(pairs, key);
    if (value || !this.isMap) return value;
    const empty = pairs.find((pair) => pair.key === key);
    if (empty) {
      const help = `write it after "${key}:"`;
      this.reader.fail('missing-key', `The key "${key}" has no value`, empty.keySpan, help);
    } else this.reader.fail('missing-key', `The key "${key}" is missing`, at, `add "${key}:"`);
    return null;
  }

  /** A text that must be there; where it is not, a Problem, and no words, which is never printed: the file has a mistake. */
  mustText(pairs: readonly Pair[], key: string): Text {
    return this.must(pairs, key)?.text() ?? { byLanguage: {}, span: this.span, spans: {} };
  }

  /** The values of a list. */
  items(): readonly Value[] {
    if (!isSeq(this.node)) {
      this.wrong(LIST);
      return [];
    }
    const each = this.name.startsWith('Each') ? this.name : `Each of ${this.name}`;
    return this.node.items.flatMap((item) => {
      const node = this.reader.node(item);
      return node ? [new Value(this.reader, node, this.at(node), each)] : [];
    });
  }

  /** A text as written, or null with a Problem. What cannot be printed in it is a Problem too. */
  string(wanted = 'a text'): string | null {
    const value = this.plain(wanted);
    if (value === null) return null;
    const [start, end] = this.node?.range ?? [0, 0];
    const problem = controlCharacter(this.reader.source, value, [start, end]);
    if (problem) this.reader.problems.push(problem);
    return value;
  }

  private plain(wanted: string): string | null {
    const value = this.scalar;
    if (typeof value === 'string') return value;
    this.wrong(wanted);
    return null;
  }

  /** A number, or null with a Problem. */
  number(): number | null {
    const value = this.scalar;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.wrong('a number');
    return null;
  }

  /** Whole minutes, `least` or more, or null with a Problem. */
  minutes(least: 0 | 1): number | null {
    const value = this.number();
    if (value === null || (value >= least && Number.isInteger(value))) return value;
    const message = `${this.name} must be a whole number of minutes`;
    this.reader.fail('out-of-range', message, this.span, 'write it such as 10');
    return null;
  }

  /** True, false, or null with a Problem. */
  boolean(): boolean | null {
    const value = this.scalar;
    if (typeof value === 'boolean') return value;
    this.wrong('true or false');
    return null;
  }

  /** A slug. */
  id(): string | null {
    const value = this.plain('an id');
    if (value !== null && !SLUG.test(value)) {
      const help = 'an id has small letters, digits and single hyphens';
      this.reader.fail('bad-id', `"${value}" is no id`, this.span, help);
      return null;
    }
    return value;
  }

  /** A text in one language or several. */
  text(): Text | null {
    if (isMap(this.node)) {
      const byLanguage: Record<string, string> = {};
      const spans: Record<string, Span> = {};
      for (const { key, keySpan, value } of this.pairs()) {
        const text = value.words();
        if (!LANGUAGE.test(key)) {
          const help = 'a text in several languages has keys such as en, de';
          this.reader.fail('unknown-key', `"${key}" is no language`, keySpan, help);
          continue;
        }
        if (text === null) continue;
        byLanguage[key] = text;
        spans[key] = value.span;
      }
      return Object.keys(byLanguage).length > 0 ? { byLanguage, span: this.span, spans } : null;
    }
    const text = this.words();
    return text === null ? null : plainly(this.reader.language, text, this.span);
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

  /** The texts of a list. */
  texts(): readonly Text[] {
    return this.items().flatMap((item) => item.text() ?? []);
  }

  /** A date as YYYY-MM-DD that the calendar has. */
  date(): string | null {
    const value = this.plain('a date');
    if (value === null) return null;
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    const day = match ? new Date(`${value}T00:00:00Z`) : null;
    if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) {
      this.reader.fail('impossible-date', `"${value}" is no date`, this.span, DAY);
      return null;
    }
    return value;
  }
}
