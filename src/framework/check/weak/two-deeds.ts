/**
 * two-deeds: an expectation that joins two deeds by "and", each done to something else.
 *
 * Why: "mentors juniors and designs the API" is two skills in one rating; who does one of them can be rated by neither. The FT's
 * guide for competencies: beware of "and". Steps of one deed may be joined, so it is advice, and no exit code depends on it.
 *
 * What can be told from words alone: the sentence begins with a verb for a deed, has an object, and goes on with "and" and
 * another such verb with an object of its own. Nothing is said where the second part points back to the first ("and fixes it"),
 * shares a word with it, or is the last of a list of steps.
 */
import { advice } from '../../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { contentOf } from '../texts/compare.ts';
import { clausesIn, endBefore } from '../texts/heads.ts';
import { lookFor } from '../texts/look.ts';
import { sentencesOf } from '../texts/sentences.ts';
import type { Use, Written } from '../texts/written.ts';
import type { WordLists, Words } from '../words/lists.ts';
import type { Found } from '../words/search.ts';

const CODE = 'two-deeds';
const USES: ReadonlySet<Use> = new Set(['expectation', 'grade', 'anchor']);
const HELP = 'make two sentences of it, or two statements; keep the "and" for steps of one deed';

export function twoDeeds(lists: WordLists): Rule {
  return {
    code: CODE,
    check: (framework) =>
      lookFor(framework, lists, USES, secondDeeds, ({ words }, span) =>
        advice(CODE, `"${words}" joins a second deed to the first`, span, { help: HELP }),
      ),
  };
}

/** "and" with the verb after it, where that begins a second deed. */
function secondDeeds(words: Words, { words: text }: Written): readonly Found[] {
  return sentencesOf(text).flatMap(({ words: sentence, from: start }) => {
    const [first, ...others] = words.deeds(sentence);
    if (first?.from !== 0 || /[;:]/.test(sentence)) return [];
    const ands = new Map(words.joining(sentence).map((and) => [and.to, and]));
    const joined = others.flatMap((deed) => {
      const before = endBefore(sentence, deed.from);
      const and = ands.get(before);
      return and || sentence[before - 1] === ',' ? [{ deed, and }] : [];
    });
    const [second, third] = joined;
    if (!second?.and || third) return [];
    const object = sentence.slice(first.to, second.and.from);
    const rest = sentence.slice(second.deed.to);
    if (!isObject(words, object) || !isObject(words, rest) || clausesIn(words, object).length > 0) return [];
    if (words.pointing_back(rest).length > 0 || shareWords(words, object, rest)) return [];
    const { from } = second.and;
    const { to } = second.deed;
    return [{ from: start + from, to: start + to, words: sentence.slice(from, to) }];
  });
}

/** True where something follows that a verb can be done to: no preposition, no clause of its own ("which ..."). */
function isObject(words: Words, rest: string): boolean {
  const first = /[\p{L}\p{N}]/u.exec(rest)?.index;
  if (first === undefined) return false;
  const begins = (found: readonly Found[]): boolean => found.some(({ from }) => from === first);
  return !begins(words.prepositions(rest)) && !begins(words.clauses(rest));
}

function shareWords(words: Words, a: string, b: string): boolean {
  const there = new Set(contentOf(a, words.small_words));
  return contentOf(b, words.small_words).some((word) => there.has(word));
}
