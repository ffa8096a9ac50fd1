/**
 * forbidden-question: a question about age, family, origin, religion, politics, health or pay.
 *
 * Why: what must not count must not be asked. EU law forbids to decide by most of these (Directives 2000/78/EC, 2000/43/EC,
 * 2006/54/EC; in Germany AGG sections 1 and 7), US law likewise (EEOC, "Prohibited Employment Policies/Practices"); Directive (EU)
 * 2023/970, article 5, forbids to ask what somebody earned. It happens all the same: in a German survey 52 percent had been
 * asked their age, 37 percent their marital status (Federal Anti-Discrimination Agency, "What employers (may) ask").
 *
 * The list has whole phrases that speak to a person ("your age", "do you have children"), since a case may well be about the
 * ages of customers. It is no legal advice, and no list is complete.
 */
import { warning } from '../../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { lookFor } from '../texts/look.ts';
import type { Use } from '../texts/written.ts';
import type { Topic, WordLists } from '../words/lists.ts';

const CODE = 'forbidden-question';
const USES: ReadonlySet<Use> = new Set(['ask', 'probe', 'script']);
const ABOUT: Readonly<Record<Topic, string>> = {
  age: 'age',
  family: 'family',
  origin: 'origin',
  religion: 'religion',
  politics: 'politics',
  health: 'health',
  salary: 'what somebody earned',
};
const HELP =
  'ask for what the work needs, in the same words of everybody: "Can you do this, with or without adjustments?"';

export function forbiddenQuestion(lists: WordLists): Rule {
  return {
    code: CODE,
    check: (framework) =>
      lookFor(
        framework,
        lists,
        USES,
        (words, { words: text }) => words.neverAsk(text),
        ({ words, topic }, span) =>
          warning(CODE, `"${words}" asks about ${ABOUT[topic]}, which must not count`, span, { help: HELP }),
      ),
  };
}
