/**
 * character-words: words for what somebody is like ("passionate", "team player"), in place of what they do.
 *
 * Why: character is judged by likeness to oneself, behaviour by evidence. "Culture fit" rewards a likeness of pastimes and background
 * (Rivera 2012, doi 10.1177/0003122412463213); qualified women applied less where a demand was worded as a trait than where the same
 * was worded as behaviour (Wille and Derous 2018, doi 10.1007/s11199-017-0877-1).
 *
 * Only words that are said of people: "reliable" and "robust" are not in the list, since services are.
 */
import { warning } from '../../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { lookFor } from '../texts/look.ts';
import type { Use } from '../texts/written.ts';
import type { WordLists } from '../words/lists.ts';

const CODE = 'character-words';
const USES: ReadonlySet<Use> = new Set([
  'expectation',
  'grade',
  'anchor',
  'listen-for',
  'warning-sign',
  'summary',
]);
const HELP = 'say what such a person does, and what comes of it';

export function characterWords(lists: WordLists): Rule {
  return {
    code: CODE,
    check: (framework) =>
      lookFor(
        framework,
        lists,
        USES,
        (words, { words: text }) => words.character(text),
        ({ words }, span) =>
          warning(CODE, `"${words}" is about character, not behaviour`, span, { help: HELP }),
      ),
  };
}
