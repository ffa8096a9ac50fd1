/** A text in sentences and words, whatever its language. */

export interface Sentence {
  readonly words: string;
  /** Where it begins in the text. */
  readonly from: number;
}

const BETWEEN = /(?=\s)(?<=[.!?…]["”“»’')\]]*)\s+(?=["„“«‘'([]?[\p{Lu}\p{N}])|\n{2,}/gu;
/** After these a point ends nothing; none is longer than LONG signs. */
const SHORT = /(?<![\p{L}\p{N}])(?:e\.g|i\.e|vs|approx|z\. ?B|d\. ?h|u\. ?a|bzw|ca|ggf|inkl|Nr|No|Dr)\.$/u;
const LONG = 8;
/** A Han or kana sign is a word of its own; a hyphen, apostrophe or point inside a word does not part it. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}](?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})[\p{L}\p{M}\p{N}]|['’.,-](?=[\p{L}\p{N}]))*/gu;

/** The sentences of a text, in order. */
export function sentencesOf(text: string): readonly Sentence[] {
  const out: Sentence[] = [];
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(BETWEEN)) {
    if (!gap.startsWith('\n') && SHORT.test(text.slice(Math.max(from, index - LONG), index))) continue;
    out.push({ words: text.slice(from, index), from });
    from = index + gap.length;
  }
  return [...out, { words: text.slice(from), from }];
}

/** Its words, in small letters. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}
