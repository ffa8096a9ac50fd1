/**
 * gender-coded-words: words that readers take for those of a man ("competitive") or of a woman ("nurturing").
 *
 * Why: job advertisements with more masculine words made the same jobs less appealing to women, who felt that they would not
 * belong there, without thinking themselves less able; nobody noticed the words (Gaucher, Friesen and Kay 2011,
 * doi 10.1037/a0022530). Two studies in Germany found the same, and no effect on men (Hentschel,
 * Braun, Peus and Frey 2021, Human Resource Management 60, 581-602).
 *
 * The lists are the published stems without those that in this field are words for work and things ("lead", "analysis",
 * "support", "commit"): the heads of the lists name them.
 */
import { warning } from '../../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { lookFor } from '../texts/look.ts';
import type { Use } from '../texts/written.ts';
import type { WordLists } from '../words/lists.ts';

const CODE = 'gender-coded-words';
const USES: ReadonlySet<Use> = new Set([
  'expectation',
  'grade',
  'anchor',
  'ask',
  'probe',
  'listen-for',
  'warning-sign',
  'summary',
  'script',
]);
const HELP = 'say the deed in its place: the word tells people whether they belong';

export function genderCodedWords(lists: WordLists): Rule {
  return {
    code: CODE,
    check: (framework) =>
      lookFor(
        framework,
        lists,
        USES,
        ({ masculine_coded, feminine_coded }, { words }) => [
          ...masculine_coded(words).map((found) => ({ ...found, who: 'men' })),
          ...feminine_coded(words).map((found) => ({ ...found, who: 'women' })),
        ],
        ({ words, who }, span) =>
          warning(CODE, `"${words}" is heard as a word for ${who}`, span, { help: HELP }),
      ),
  };
}
