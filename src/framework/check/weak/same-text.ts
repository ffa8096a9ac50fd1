/**
 * same-text: two levels of one ladder have the same text, or nearly.
 *
 * Why: the texts of neighbouring levels stand side by side under the rating, and whoever rates compares what was said with
 * them. Where they are the same there is nothing to choose by. Equal steps with too little between them are what reviewers of
 * a public ladder saw at once (Codecademy/engineering-competencies, pull 12); that a reader can put the texts in order is the
 * classic test of such a scale (Smith and Kendall 1963, Journal of Applied Psychology 47).
 *
 * What counts: the words without small ones ("the", "of") and vague ones ("very"). Nearly the same is four fifths of the words and
 * of their order: in the 834 pairs of levels of the UK DDaT framework that finds five, all of them one sentence with another verb or
 * "strong" for "good"; in ladders written level by level no pair comes near. Parallel branches are not compared.
 */
import { type Problem, warning } from '../../../problems/problem.ts';
import type { Framework } from '../../framework.ts';
import { leadsTo } from '../../ladder.ts';
import type { Rule } from '../rule.ts';
import { contentOf, likeness } from '../texts/compare.ts';
import { type Ladder, laddersOf, placeOfRung, type Rung, saidBy } from '../texts/rungs.ts';
import type { WordLists } from '../words/lists.ts';

const CODE = 'same-text';
/** Likeness from which two texts are nearly the same, and how many words each must have to be compared by it. */
const ALIKE = 0.8;
const LEAST_WORDS = 8;

/** Needs words to know the small and vague ones; without them all count. */
export function sameText(words: WordLists): Rule {
  return {
    code: CODE,
    check: (framework) =>
      laddersOf(framework).flatMap((ladder) =>
        ladder.rungs.flatMap((rung, i) => twin(words, framework, ladder, ladder.rungs.slice(0, i), rung)),
      ),
  };
}

/** The Problem of the nearest rung below that says the same. */
function twin(
  lists: WordLists,
  framework: Framework,
  { role }: Ladder,
  lower: readonly Rung[],
  rung: Rung,
): readonly Problem[] {
  for (const other of [...lower].reverse()) {
    if (!leadsTo(framework, role, other.level.id, rung.level.id)) continue;
    const there = saidBy(other.expectation);
    for (const [language, said] of saidBy(rung.expectation)) {
      const before = there.get(language);
      const how = before === undefined ? null : alike(lists, language, said, before);
      if (how !== null) return [told(rung, other, language, how)];
    }
  }
  return [];
}

/** How they are the same, as a message goes on; null where they are not. */
function alike(lists: WordLists, language: string, a: string, b: string): string | null {
  const words = lists.of(language);
  const without = words ? [words.small_words, words.vague] : [];
  const [left, right] = [contentOf(a, ...without), contentOf(b, ...without)];
  if (contentOf(a).join(' ') === contentOf(b).join(' ')) return 'This text is the same as that of';
  if (left.length > 0 && left.join(' ') === right.join(' '))
    return 'Only words that nobody can check tell this text from that of';
  const [shorter, longer] = [Math.min(left.length, right.length), Math.max(left.length, right.length)];
  // A text that is much shorter is not the same, but less or more (asks-less).
  const near = shorter >= LEAST_WORDS && shorter > longer * ALIKE;
  return near && likeness(left, right) >= ALIKE ? 'This text is nearly the same as that of' : null;
}

function told(rung: Rung, other: Rung, language: string, how: string): Problem {
  const help = `say what "${rung.level.id}" does that "${other.level.id}" does not; where nothing, write { same_as: ${other.level.id} }`;
  const related = [{ message: 'which stands here', span: placeOfRung(other, language) }];
  return warning(CODE, `${how} "${other.level.id}"`, placeOfRung(rung, language), { help, related });
}
