/**
 * no-behaviour: an expectation that says what somebody can, knows or wants, where it should say what they do.
 *
 * Why: a rating needs evidence, and evidence is what was said or done. "Can write" and "understands" are judged by impression;
 * "writes" is seen. The FT's guide for its competencies asks for "demonstrable" texts ("writes", not "can write":
 * Financial-Times/engineering-progression, docs), and structured interviews rate behaviour by examples of behaviour (OPM,
 * Structured Interviews: A Practical Guide, 2008; Campion, Palmer and Campion 1997, doi 10.1111/j.1744-6570.1997.tb00709.x).
 *
 * Looked for only where the main verb of a sentence stands: "finds tasks that others can finish" says what is done.
 */
import { warning } from '../../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { Heads, partsOf } from '../texts/heads.ts';
import { lookFor } from '../texts/look.ts';
import { sentencesOf } from '../texts/sentences.ts';
import type { Use, Written } from '../texts/written.ts';
import type { WordLists, Words } from '../words/lists.ts';
import type { Found } from '../words/search.ts';

const CODE = 'no-behaviour';
const USES: ReadonlySet<Use> = new Set(['expectation', 'grade', 'anchor']);
const HELP = 'say what they do, so that somebody else could see it: "writes", "finds", "agrees"';

export function noBehaviour(lists: WordLists): Rule {
  return {
    code: CODE,
    check: (framework) =>
      lookFor(framework, lists, USES, statesIn, ({ words }, span) =>
        warning(CODE, `"${words}" says no deed that anybody could see`, span, { help: HELP }),
      ),
  };
}

function statesIn(words: Words, { words: text }: Written): readonly Found[] {
  return sentencesOf(text)
    .flatMap(partsOf)
    .flatMap(({ words: part, from }) => {
      const heads = new Heads(words, part);
      const verbs = words.states(part).filter((found) => heads.isHead(found));
      const nouns = words.state_nouns(part).filter((found) => heads.isFirst(found));
      return [...verbs, ...nouns].map((found) => ({
        ...found,
        from: found.from + from,
        to: found.to + from,
      }));
    });
}
