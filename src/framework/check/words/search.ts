/**
 * A list of words as one search. A word of a list stands for itself; a small letter also for its capital, a capital for itself alone
 * ("Sie" is not "sie"). `*` at its end: any ending. Several words: one after the other. A word with a hyphen beside it is another
 * word: "driven" is not in "data-driven".
 */

export interface Found {
  readonly from: number;
  readonly to: number;
  /** As it stands in the text. */
  readonly words: string;
}

/** Everything of a list in a text, in order, none within another. */
export type Search = (text: string) => readonly Found[];

/** What a word of a list looks like. */
export const LISTED =
  /^[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*\*?(?: [\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*\*?)*$/u;
/** A shorter beginning would be that of too many words. */
export const LEAST_STEM = 3;

const QUOTE = /["“”„«»]/g;
const CLOSES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“”', '«': '»', '»': '«' };
/** How a word of a text begins. */
const BEGIN = /(?<![\p{L}\p{M}\p{N}_-])[\p{L}\p{N}]{1,2}/gu;
/** Where this follows, the word goes on. */
const GOES_ON = /[\p{L}\p{M}\p{N}_]|[-’'][\p{L}\p{N}]/uy;
const ENDING = /[\p{L}\p{M}]*/uy;
const BLANKS = /\s+/y;
const LETTERS_ONLY = /^\p{Lu}{2,}$/u;

/** The search for `words`. */
export function searchFor(words: readonly string[]): Search {
  const listed = new Map<string, string[]>();
  // The longest first: of two that begin alike the longer one is meant.
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const key = keyOf(word);
    const list = listed.get(key);
    if (list) list.push(word);
    else listed.set(key, [word]);
  }
  return (text) => {
    const found: Found[] = [];
    let next = 0;
    for (const { key, index } of beginsOf(text)) {
      const list = index < next ? undefined : listed.get(key);
      const to = list && endOfAny(list, text, index);
      if (to === undefined) continue;
      found.push({ from: index, to, words: text.slice(index, to) });
      next = to;
    }
    return found;
  };
}

interface Begin {
  readonly key: string;
  readonly index: number;
}

/** Words are looked for by their first two signs: most words of a text are like none of a list. */
function keyOf(word: string): string {
  return beginsOf(word)[0]?.key ?? '';
}

/** The text that was looked at last: the lists are gone through for one text after the other. */
let last: { readonly text: string; readonly begins: readonly Begin[] } = { text: '', begins: [] };

/** How the words of a text begin, in small letters, and where. */
function beginsOf(text: string): readonly Begin[] {
  if (last.text === text) return last.begins;
  const begins = [...text.matchAll(BEGIN)].map(({ 0: begin, index }) => ({
    key: begin.toLowerCase(),
    index,
  }));
  last = { text, begins };
  return begins;
}

/** Where the first of the words that stands at `at` ends. */
function endOfAny(words: readonly string[], text: string, at: number): number | undefined {
  for (const word of words) {
    const end = endOf(word, text, at);
    if (end !== undefined && endAt(GOES_ON, text, end) === undefined) return end;
  }
  return undefined;
}

function endOf(word: string, text: string, from: number): number | undefined {
  let at: number | undefined = from;
  for (const sign of word) {
    const there: string = text.slice(at, at + sign.length);
    if (sign === '*') at = endAt(ENDING, text, at);
    else if (sign === ' ') at = endAt(BLANKS, text, at);
    else if (there === sign || there.toLowerCase() === sign || (isApostrophe(sign) && isApostrophe(there)))
      at += sign.length;
    else return undefined;
    if (at === undefined) return undefined;
  }
  return at;
}

function isApostrophe(sign: string): boolean {
  return sign === "'" || sign === '’';
}

/** Where what matches at `at` ends. */
function endAt(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

/** The search, but for what stands within a term, within quotation marks (somebody else's words), or is an abbreviation. */
export function outside(search: Search, terms: Search): Search {
  return (text) => {
    const found = search(text).filter(({ words }) => !LETTERS_ONLY.test(words));
    if (found.length === 0) return found;
    const apart = [...terms(text), ...quotedIn(text)].sort((a, b) => a.from - b.from);
    let next = 0;
    let reach = 0;
    return found.filter(({ from, to }) => {
      for (; (apart[next]?.from ?? to) < to; next++) reach = Math.max(reach, apart[next]?.to ?? 0);
      return reach <= from;
    });
  };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What stands within quotation marks; one that is never closed is none. */
function quotedIn(text: string): readonly Range[] {
  const out: Range[] = [];
  let open: { readonly closes: string; readonly from: number } | null = null;
  for (const { 0: sign, index } of text.matchAll(QUOTE)) {
    if (open?.closes.includes(sign)) {
      out.push({ from: open.from, to: index + 1 });
      open = null;
    } else if (!open) {
      const closes = CLOSES[sign];
      open = closes === undefined ? null : { closes, from: index };
    }
  }
  return out;
}
