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

const QUOTED = /“[^”]*”|„[^“”]*[“”]|«[^»]*»|"[^"]*"/g;
const LETTERS_ONLY = /^\p{Lu}{2,}$/u;

/** The search for `words`. */
export function searchFor(words: readonly string[]): Search {
  if (words.length === 0) return () => [];
  // The longest first: of two that begin alike the longer one is meant.
  const any = [...words]
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
    .join('|');
  const whole = new RegExp(
    `(?<![\\p{L}\\p{N}_-])(?:${any})(?![\\p{L}\\p{M}\\p{N}_]|[-’'][\\p{L}\\p{N}])`,
    'gu',
  );
  return (text) =>
    [...text.matchAll(whole)].map(({ 0: found, index }) => ({
      from: index,
      to: index + found.length,
      words: found,
    }));
}

function patternOf(word: string): string {
  return [...word].map(signOf).join('');
}

function signOf(sign: string): string {
  if (sign === '*') return '[\\p{L}\\p{M}]*';
  if (sign === ' ') return '\\s+';
  if (sign === "'" || sign === '’') return "['’]";
  const capital = sign.toUpperCase();
  return capital === sign || [...capital].length > 1 ? sign : `[${sign}${capital}]`;
}

/** The search, but for what stands within a term, within quotation marks (somebody else's words), or is an abbreviation. */
export function outside(search: Search, terms: Search): Search {
  return (text) => {
    const found = search(text).filter(({ words }) => !LETTERS_ONLY.test(words));
    if (found.length === 0) return found;
    const quoted = [...text.matchAll(QUOTED)].map(({ 0: words, index }) => ({
      from: index,
      to: index + words.length,
    }));
    const apart = [...terms(text), ...quoted];
    return found.filter(({ from, to }) => !apart.some((other) => from < other.to && other.from < to));
  };
}
