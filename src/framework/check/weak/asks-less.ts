/**
 * asks-less: a level asks for less than the one below it.
 *
 * Why: the text of the level above is what Exceeds means, and that of the level below what Partly means (the ladder is the
 * rubric). Where a level only repeats a part of the one below, whoever meets the lower level exceeds the higher one.
 *
 * What can be told honestly: not what is harder, but what is left out. A text counts as less where (nearly) all of its words stand
 * in the text below too, mostly in the same order, and that one has more of them; fewer statements, each of them from below,
 * come to the same. So does a grade that falls, since grades have an order.
 */
import { type Problem, warning } from '../../../problems/problem.ts';
import type { Framework } from '../../framework.ts';
import type { Rule } from '../rule.ts';
import { contained, contentOf } from '../texts/compare.ts';
import { type Ladder, laddersOf, placeOfRung, type Rung, rungBelow, saidBy } from '../texts/rungs.ts';
import type { WordLists } from '../words/lists.ts';

const CODE = 'asks-less';
const SHARED_WORDS = 0.9;
const SHARED_ORDER = 0.5;
/** Of the words of the text below, the shorter one has so many at most. */
const SHORTER = 0.8;
const LEAST_WORDS = 3;

/** Needs words to know the small and the vague ones; without them all count. */
export function asksLess(words: WordLists): Rule {
  return {
    code: CODE,
    check: (framework) =>
      laddersOf(framework).flatMap((ladder) =>
        ladder.rungs.flatMap((rung) => lessThanBelow(words, framework, ladder, rung)),
      ),
  };
}

function lessThanBelow(
  lists: WordLists,
  framework: Framework,
  ladder: Ladder,
  rung: Rung,
): readonly Problem[] {
  const lower = rungBelow(framework, ladder, rung);
  if (!lower) return [];
  const { id } = lower.level;
  const [own, below] = [rung.expectation.grade, lower.expectation.grade];
  const { grades } = ladder.skill;
  if (own && below && grades.indexOf(own) < grades.indexOf(below)) {
    const related = [{ message: `"${below.id}" stands here`, span: lower.expectation.span }];
    const message = `The grade "${own.id}" is lower than "${below.id}", which "${id}" asks for`;
    return [
      warning(CODE, message, rung.expectation.span, {
        help: `ask for "${below.id}" or a higher one`,
        related,
      }),
    ];
  }
  const there = saidBy(lower.expectation);
  for (const [language, said] of saidBy(rung.expectation)) {
    const before = there.get(language);
    if (before === undefined || !isPart(lists, language, said, before)) continue;
    const help = `say what "${rung.level.id}" does beyond that`;
    const related = [{ message: 'which says more here', span: placeOfRung(lower, language) }];
    const message = `All of this text stands in that of "${id}" too`;
    return [warning(CODE, message, placeOfRung(rung, language), { help, related })];
  }
  return [];
}

function isPart(lists: WordLists, language: string, text: string, below: string): boolean {
  const words = lists.of(language);
  const without = words ? [words.small_words, words.vague] : [];
  const [part, whole] = [contentOf(text, ...without), contentOf(below, ...without)];
  if (part.length < LEAST_WORDS || part.length > whole.length * SHORTER) return false;
  const shared = contained(part, whole);
  return shared.words >= SHARED_WORDS && shared.order >= SHARED_ORDER;
}
