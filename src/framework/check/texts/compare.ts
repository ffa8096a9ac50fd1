/** How much of one text is in another, by their words: what is the same at two levels, and what is only left out. */
import type { Search } from '../words/search.ts';
import { wordsOf } from './sentences.ts';

/** The words of a text without those of `without`, in order. */
export function contentOf(text: string, ...without: readonly Search[]): readonly string[] {
  const gone = without.flatMap((search) => search(text)).sort((a, b) => a.from - b.from);
  let kept = '';
  let at = 0;
  for (const { from, to } of gone) {
    if (from > at) kept += `${text.slice(at, from)} `;
    at = Math.max(at, to);
  }
  return wordsOf(kept + text.slice(at));
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How many of the words of `a` are in `b`, each as often as it is there. */
function common(a: readonly string[], b: readonly string[]): number {
  const there = counted(b);
  return a.filter((word) => {
    const left = there.get(word) ?? 0;
    there.set(word, left - 1);
    return left > 0;
  }).length;
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, i) => `${words[i]} ${word}`);
}

/** How like two texts are, from 0 to 1 (Dice: the shared words and neighbours of words, by all there are). */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [
    [...a, ...pairsOf(a)],
    [...b, ...pairsOf(b)],
  ];
  return left.length + right.length === 0 ? 1 : (2 * common(left, right)) / (left.length + right.length);
}

/** The share of `part` that is in `whole`, from 0 to 1, by words and by neighbours of words. */
export function contained(
  part: readonly string[],
  whole: readonly string[],
): { readonly words: number; readonly order: number } {
  const pairs = pairsOf(part);
  const share = (found: number, all: number): number => (all === 0 ? 1 : found / all);
  return {
    words: share(common(part, whole), part.length),
    order: share(common(pairs, pairsOf(whole)), pairs.length),
  };
}
