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

/** True if nothing but words of `lead_ins` stands between the word and a place where a main verb stands. */
export function isHead(words: Words, { words: sentence }: Sentence, { from }: Found): boolean {
  const part = LAST_PART.exec(sentence.slice(0, from))?.[0] ?? '';
  const before = withoutLeadIns(words, part).replace(SPACES, '');
  if (!/[\p{L}\p{N}]/u.test(before)) return true;
  return endsWith(words.joining, before) && isMainClause(words, before);
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
