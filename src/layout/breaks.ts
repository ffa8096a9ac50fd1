/**
 * Where a word without white in it may be parted at the end of a line: after its hyphens, between Chinese and Japanese
 * characters, between the words of scripts that write no white between them.
 *
 * Kept true: no line begins with a mark that closes or ends something, a small kana or a repetition mark, and none ends with
 * one that opens something (JIS X 4051; Unicode, UAX 14). Korean words are kept whole: white parts them.
 */

/** Characters one of which stands in every word that may be parted. */
export const MAY_BREAK = /[-‐–—/\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u200b\u2e80-\uffef]/;

const SQUARE =
  '[\\u2e80-\\u2fff\\u3000-\\u312f\\u31a0-\\u31ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u{20000}-\\u{3ffff}]';
const NEVER_FIRST =
  '[\\p{Pe}\\p{Pf}\\p{M}\\u200b-\\u200d\\u2060"\'.,:;?!%/‐–—…‥°′″、。，．・：；？！％／～〜ー゛゜ゝゞヽヾ々〻ｰﾞﾟ｡､･' +
  'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯ-]';
const NEVER_LAST = '[\\p{Ps}\\p{Pi}"\'\\u200d\\u2060#$£€¥＃＄￥-]';

const AFTER_HYPHEN = '(?<=[\\p{L}\\p{N})][-‐–—/])(?=[\\p{L}\\p{N}(])';
const BESIDE_SQUARE = `(?:(?<=${SQUARE})|(?=${SQUARE}))(?<!${NEVER_LAST})(?!${NEVER_FIRST})(?<=.)(?=.)|(?<=\\u200b)(?!${NEVER_FIRST})(?=.)`;
const BREAKS = new RegExp(`${AFTER_HYPHEN}|${BESIDE_SQUARE}`, 'u');
const BREAKS_OF_WHOLE = new RegExp(BESIDE_SQUARE, 'u');

/** Thai, Lao, Burmese, Khmer: where words end is told by a dictionary. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const NEVER_FIRST_OF_UNSPACED = /^[\p{M}\u0e2f\u0e46\u0eaf\u0ec6\u17d4-\u17d7\u104a\u104b]/u;
let dictionary: Intl.Segmenter | undefined;

/** A word in the parts between which a line may end; they add up to it. `whole`: not after its hyphens. */
export function partsOf(word: string, whole: boolean): readonly string[] {
  const parts = word.split(whole ? BREAKS_OF_WHOLE : BREAKS);
  return UNSPACED.test(word) ? parts.flatMap(wordsOf) : parts;
}

function wordsOf(text: string): readonly string[] {
  if (!UNSPACED.test(text)) return [text];
  dictionary ??= new Intl.Segmenter('th', { granularity: 'word' });
  const words: string[] = [];
  for (const { segment } of dictionary.segment(text)) {
    const last = words.at(-1);
    const parted =
      last !== undefined &&
      UNSPACED.test(last.at(-1) ?? '') &&
      UNSPACED.test(segment[0] ?? '') &&
      !NEVER_FIRST_OF_UNSPACED.test(segment);
    if (last === undefined || parted) words.push(segment);
    else words[words.length - 1] = last + segment;
  }
  return words;
}
