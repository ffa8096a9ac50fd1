/**
 * What a sentence is about, as far as lists of words can tell: whether a word stands where its main verb does. That is at its
 * beginning, after a colon or a semicolon, or after "and" in the main clause; not after "that", "which" and the like, where
 * somebody else may be meant ("rotas that people can bear").
 */
import type { Words } from '../words/lists.ts';
import type { Found } from '../words/search.ts';
import type { Sentence } from './sentences.ts';

const PART = /[^;:]+/g;

/** The parts of a sentence between colons and semicolons, each with a main verb of its own. */
export function partsOf({ words, from }: Sentence): readonly Sentence[] {
  return [...words.matchAll(PART)].map(({ 0: part, index }) => ({ words: part, from: from + index }));
}

/** The places in a part of a sentence where a main verb stands. */
export class Heads {
  private readonly begin: number;
  /** Where words of `lead_ins` begin, by their ends. */
  private readonly leadIns: ReadonlyMap<number, number>;
  private readonly joinings: ReadonlySet<number>;
  /** Where the first clause begins that is not the main one. */
  private readonly clause: number;

  constructor(
    words: Words,
    private readonly part: string,
  ) {
    this.begin = /[\p{L}\p{N}]/u.exec(part)?.index ?? part.length;
    this.leadIns = new Map(words.lead_ins(part).map(({ from, to }) => [to, from]));
    this.joinings = new Set(words.joining(part).map(({ to }) => to));
    this.clause = clausesIn(words, part).reduce((first, at) => Math.min(first, at), part.length);
  }

  /** True if nothing but words of `lead_ins` stands before the word. */
  isFirst({ from }: Found): boolean {
    return this.before(from) <= this.begin;
  }

  /** The same; also after "and" in the main clause. */
  isHead(found: Found): boolean {
    const before = this.before(found.from);
    return before <= this.begin || (this.joinings.has(before) && before <= this.clause);
  }

  /** Where what stands before ends, but for words of `lead_ins` right before. */
  private before(from: number): number {
    let at = endBefore(this.part, from);
    for (let lead = this.leadIns.get(at); lead !== undefined; lead = this.leadIns.get(at))
      at = endBefore(this.part, lead);
    return at;
  }
}

/** Where clauses begin that are not the main one. */
export function clausesIn(words: Words, sentence: string): readonly number[] {
  const afterComma = words
    .clauses_after_comma(sentence)
    .filter(({ from }) => sentence[endBefore(sentence, from) - 1] === ',');
  return [...words.clauses(sentence), ...afterComma].map(({ from }) => from);
}

/** Where the text ends that stands before `at`, without blanks. */
export function endBefore(text: string, at: number): number {
  let end = at;
  while (end > 0 && (text[end - 1] ?? '').trim() === '') end -= 1;
  return end;
}
