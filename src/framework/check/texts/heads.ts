/**
 * What a sentence is about, as far as a list of words can tell: whether a word stands where its main verb does. That is at its
 * beginning, after a colon or a semicolon, or after "and" in the main clause; not after "that", "which" and the like, where
 * somebody else may be meant ("rotas that people can bear").
 */
import type { Words } from '../words/lists.ts';
import type { Found, Search } from '../words/search.ts';
import type { Sentence } from './sentences.ts';

const LAST_PART = /[^;:]*$/;
const SPACES = /\s+$/;

/** True if nothing but words of `lead_ins` stands between the word and the beginning of the sentence, or a colon. */
export function isFirst(words: Words, { words: sentence }: Sentence, { from }: Found): boolean {
  return !/[\p{L}\p{N}]/u.test(before(words, sentence, from));
}

/** The same; also after "and" in the main clause. */
export function isHead(words: Words, sentence: Sentence, found: Found): boolean {
  if (isFirst(words, sentence, found)) return true;
  const part = before(words, sentence.words, found.from);
  return endsWith(words.joining, part) && isMainClause(words, part);
}

/** What stands before, since the last colon, but for words of `lead_ins` right before it. */
function before(words: Words, sentence: string, from: number): string {
  return withoutLeadIns(words, LAST_PART.exec(sentence.slice(0, from))?.[0] ?? '');
}

function withoutLeadIns(words: Words, part: string): string {
  let before = part.replace(SPACES, '');
  for (;;) {
    const last = lastOf(words.lead_ins, before);
    if (!last) return before;
    before = before.slice(0, last.from).replace(SPACES, '');
  }
}

/** The last find, where the text ends with it. */
function lastOf(search: Search, text: string): Found | null {
  const last = search(text).at(-1);
  return last && last.to === text.length ? last : null;
}

function endsWith(search: Search, text: string): boolean {
  return lastOf(search, text) !== null;
}

/** True if no clause but the main one has begun in this part of a sentence. */
export function isMainClause(words: Words, part: string): boolean {
  if (words.clauses(part).length > 0) return false;
  return !words.clauses_after_comma(part).some(({ from }) => /,\s*$/.test(part.slice(0, from)));
}
