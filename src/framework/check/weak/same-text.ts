/**
 * same-text: two levels of one ladder have the same text, or nearly.
 *
 * Why: the texts of neighbouring levels stand side by side under the rating, and whoever rates compares what was said with
 * them. Where they are the same there is nothing to choose by. That readers who do not see the labels put the texts where they
 * belong is the classic test of such a scale (Smith and Kendall 1963, Journal of Applied Psychology 47).
 *
 * What counts: the words without small ones ("the", "of") and vague ones ("very"). Nearly the same is four fifths of the words and
 * of their order: in the 834 pairs of levels of the UK DDaT framework that finds four, all of them one sentence with another verb or
 * "strong" for "good"; in ladders written level by level no pair comes near. Parallel branches are not compared.
 */
import { type Problem, warning } from '../../../problems/problem.ts';
import { leadsTo } from '../../ladder.ts';
import type { Rule } from '../rule.ts';
import { contentOf, likeness } from '../texts/compare.ts';
import { laddersOf, placeOfRung, type Rung, saidBy } from '../texts/rungs.ts';
import type { WordLists } from '../words/lists.ts';

const CODE = 'same-text';
/** Likeness from which two texts are nearly the same, and how many words each must have to be compared by it. */
const ALIKE = 0.8;
const LEAST_WORDS = 8;

/** A rung's text in one language, by its words. */
interface Said {
  /** All words, as one. */
  readonly all: string;
  /** Without small and vague ones. */
  readonly content: readonly string[];
}

interface Saying {
  readonly rung: Rung;
  readonly byLanguage: ReadonlyMap<string, Said>;
}

/** Needs words to know the small and vague ones; without them all count. */
export function sameText(words: WordLists): Rule {
  return {
    code: CODE,
    check: (framework) =>
      laddersOf(framework).flatMap(({ role, rungs }) => {
        const sayings = rungs.map((rung) => sayingOf(words, rung));
        return sayings.flatMap((saying, i) => {
          const lower = sayings
            .slice(0, i)
            .reverse()
            .filter(({ rung }) => leadsTo(framework, role, rung.level.id, saying.rung.level.id));
          return twin(lower, saying);
        });
      }),
  };
}

function sayingOf(lists: WordLists, rung: Rung): Saying {
  const said = [...saidBy(rung.expectation)].map(([language, text]): [string, Said] => {
    const words = lists.of(language);
    const without = words ? [words.small_words, words.vague] : [];
    return [language, { all: contentOf(text).join(' '), content: contentOf(text, ...without) }];
  });
  return { rung, byLanguage: new Map(said) };
}

/** The Problem of the first of the rungs below, nearest first, that says the same. */
function twin(lower: readonly Saying[], { rung, byLanguage }: Saying): readonly Problem[] {
  for (const other of lower) {
    for (const [language, said] of byLanguage) {
      const there = other.byLanguage.get(language);
      const how = there === undefined ? null : alike(said, there);
      if (how !== null) return [told(rung, other.rung, language, how)];
    }
  }
  return [];
}

/** How they are the same, as a message goes on; null where they are not. */
function alike(a: Said, b: Said): string | null {
  if (a.all === b.all) return 'This text is the same as that of';
  const [shorter, longer] =
    a.content.length < b.content.length ? [a.content, b.content] : [b.content, a.content];
  if (shorter.length > 0 && shorter.join(' ') === longer.join(' '))
    return 'Only words such as "the" and "very" tell this text from that of';
  // A text that is much shorter is not the same, but less or more (asks-less).
  const near = shorter.length >= LEAST_WORDS && shorter.length > longer.length * ALIKE;
  return near && likeness(shorter, longer) >= ALIKE ? 'This text is nearly the same as that of' : null;
}

function told(rung: Rung, other: Rung, language: string, how: string): Problem {
  const help = `say what "${rung.level.id}" does that "${other.level.id}" does not; where nothing, write { same_as: ${other.level.id} }`;
  const related = [{ message: 'which stands here', span: placeOfRung(other, language) }];
  return warning(CODE, `${how} "${other.level.id}"`, placeOfRung(rung, language), { help, related });
}
