/** The language that texts are in, by their letters and smallest words: a guess, to be told as one. */
import type { DraftSkill } from '../draft.ts';
import type { Material } from '../material.ts';
import { placeOf, type Remarks } from './parts.ts';

/** What the files say of themselves, else what their texts say: that is told. Null where neither does. */
export function languageIn(
  materials: readonly Material[],
  texts: Iterable<string>,
  remarks: Remarks,
): string | null {
  const said = materials.find(({ language }) => language !== null)?.language ?? null;
  const [first] = materials;
  if (said !== null || !first) return said;
  const guessed = languageOf(texts);
  if (guessed !== null)
    remarks.guess(`the language of the texts is "${guessed}", by their words`, placeOf(first));
  return guessed;
}

/** All that skills ask, and what they are described by. */
export function* wordsOf(skills: readonly DraftSkill[]): Iterable<string> {
  for (const { summary, cells } of skills) {
    if (summary !== null) yield summary;
    for (const { text, statements } of cells) yield* text === null ? statements : [text, ...statements];
  }
}

/** Words that stand in nearly every sentence of a language, and in few of the others. */
const SMALL_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'with', 'for', 'their', 'is', 'are', 'by', 'from', 'on'],
  de: ['der', 'die', 'das', 'und', 'mit', 'für', 'von', 'den', 'ist', 'eine', 'einen', 'auf', 'zu', 'bei'],
  fr: ['le', 'les', 'des', 'et', 'du', 'une', 'pour', 'avec', 'dans', 'est', 'aux', 'sur', 'ses'],
  es: ['el', 'los', 'las', 'y', 'una', 'para', 'con', 'del', 'por', 'sus', 'que', 'se'],
  pt: ['os', 'as', 'e', 'uma', 'para', 'com', 'dos', 'das', 'não', 'são', 'ao', 'em'],
  it: ['il', 'gli', 'e', 'una', 'per', 'con', 'della', 'dei', 'nel', 'sono', 'di', 'che'],
  nl: ['de', 'het', 'een', 'en', 'van', 'voor', 'met', 'zijn', 'op', 'aan', 'bij', 'naar'],
};

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
];

/** As much as is looked at. */
const ENOUGH = 50_000;

/** BCP 47; null where too little is written to tell. */
function languageOf(texts: Iterable<string>): string | null {
  let text = '';
  for (const one of texts) {
    text += ` ${one}`;
    if (text.length > ENOUGH) break;
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, letter] of SCRIPTS)
    if ((text.match(letter)?.length ?? 0) > letters * 0.15) return language;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = Object.entries(SMALL_WORDS).map(([language, small]) => {
    const known = new Set(small);
    return { language, count: words.filter((word) => known.has(word)).length };
  });
  const [best, second] = counts.sort((a, b) => b.count - a.count);
  if (!best || best.count < 3 || best.count * 20 < words.length) return null;
  return second && second.count * 1.5 > best.count ? null : best.language;
}
