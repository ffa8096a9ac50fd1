/**
 * vague-words: an adverb or a phrase that two readers take to mean two things ("effectively", "as appropriate").
 *
 * Why: scope tells levels apart, adverbs only seem to. A rater fills them with their own measure, and vague criteria are where
 * stereotypes come in (Mackenzie, Wehner and Correll 2019, "Why Most Performance Evaluations Are Biased, and How to Fix Them",
 * Harvard Business Review). The FT's guide for competencies says "omit fluff".
 *
 * Looked for in what people are rated by, not in questions, where a superlative ("the hardest") pins one case.
 */
import { warning } from '../../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { lookFor } from '../texts/look.ts';
import type { Use } from '../texts/written.ts';
import type { WordLists } from '../words/lists.ts';

const CODE = 'vague-words';
const USES: ReadonlySet<Use> = new Set(['expectation', 'grade', 'anchor', 'listen-for']);
const HELP = 'take it out, or say what is done: for whom, how much, how often, by when';

export function vagueWords(lists: WordLists): Rule {
  return {
    code: CODE,
    check: (framework) =>
      lookFor(
        framework,
        lists,
        USES,
        (words, { words: text }) => words.vague(text),
        ({ words }, span) => warning(CODE, `Nobody can check "${words}"`, span, { help: HELP }),
      ),
  };
}
