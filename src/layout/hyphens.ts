/** Where long German words may be parted. Loaded only for a document with German in it: the patterns are large. */
import german from 'hyphen/de/index.js';

const SOFT = '\u00ad';

/** A word's parts, in order; they add up to the word. One part where it may not be parted. */
export function germanParts(word: string): readonly string[] {
  return word.includes(SOFT) ? [word] : german.hyphenateSync(word, { hyphenChar: SOFT }).split(SOFT);
}
