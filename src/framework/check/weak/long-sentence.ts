/**
 * long-sentence: a sentence that is too long to be heard, or to be read while somebody speaks.
 *
 * Why: a question is read aloud, and who hears it cannot look back; what to listen for is seen in passing. At 25 words a sentence
 * becomes difficult, at 29 very difficult (GOV.UK, "Sentence length: why 25 words is our limit", insidegovuk.blog.gov.uk,
 * 4 August 2014). An expectation is read in peace: it may take the 45 words that it should have in all.
 *
 * The numbers are data, for each language (`longest_sentence`); a language without them has no limit.
 */
import { type Problem, warning } from '../../../problems/problem.ts';
import type { Framework } from '../../framework.ts';
import type { Rule } from '../rule.ts';
import { sentencesOf, wordsOf } from '../texts/sentences.ts';
import { textsOf, type Use, type Written } from '../texts/written.ts';
import type { WordLists } from '../words/lists.ts';

const CODE = 'long-sentence';
const SPOKEN: ReadonlySet<Use> = new Set(['ask', 'probe', 'listen-for', 'warning-sign', 'script']);
const USES: ReadonlySet<Use> = new Set([...SPOKEN, 'expectation', 'grade', 'anchor']);

export function longSentence(lists: WordLists): Rule {
  return {
    code: CODE,
    check: (framework: Framework) => textsOf(framework, USES).flatMap((written) => longOnes(lists, written)),
  };
}

function longOnes(lists: WordLists, { use, language, words: text, place }: Written): readonly Problem[] {
  const longest = lists.of(language)?.longest;
  const limit = (SPOKEN.has(use) ? longest?.spoken : longest?.written) ?? null;
  if (limit === null) return [];
  return sentencesOf(text).flatMap(({ words, from }) => {
    const count = wordsOf(words).length;
    if (count <= limit) return [];
    const help = `make two of it: ${limit} words are as many as can be ${SPOKEN.has(use) ? 'taken in while listening' : 'compared at a glance'}`;
    return [warning(CODE, `This sentence has ${count} words`, place(from, from + words.length), { help })];
  });
}
