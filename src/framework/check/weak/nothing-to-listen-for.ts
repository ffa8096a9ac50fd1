/**
 * nothing-to-listen-for: a question that does not say what to listen for in the answer.
 *
 * Why: an answer is judged by what was hoped to be heard, and that should stand there before the first candidate. Anchored scales
 * and examples of answers are what makes several interviewers agree (Campion, Palmer and Campion 1997,
 * doi 10.1111/j.1744-6570.1997.tb00709.x; Google re:Work, Use structured interviewing: a rubric for each question).
 */
import { warning } from '../../../problems/problem.ts';
import type { Rule } from '../rule.ts';

const CODE = 'nothing-to-listen-for';
const HELP = 'add "listen_for:", three things that this level says and the one below would not';

export const nothingToListenFor: Rule = {
  code: CODE,
  check: ({ skills }) =>
    skills.flatMap(({ questions }) =>
      questions
        .filter(({ listenFor }) => listenFor.length === 0)
        .map(({ id, span }) =>
          warning(CODE, `"${id}" does not say what to listen for`, span, { help: HELP }),
        ),
    ),
};
