/**
 * unequal-steps: the texts of two neighbouring levels are of very different length, or have very different numbers of statements.
 *
 * Why: "the jumps from one level to another are not equal" and a level that was "thin and ill-defined" was the first thing said
 * about a public ladder (Codecademy/engineering-competencies, pull 12). Under the rating the texts stand side by side: next to
 * one of forty words, one of eight cannot be told from a title.
 *
 * What counts: letters, since they compare in every language; three times as many, and as many more as a sentence has, so that
 * short texts may differ as they like. Statements: three times as many, and four more.
 */
import { type Problem, warning } from '../../../problems/problem.ts';
import type { Framework } from '../../framework.ts';
import type { Rule } from '../rule.ts';
import { type Ladder, laddersOf, placeOfRung, type Rung, rungBelow, saidBy } from '../texts/rungs.ts';

const CODE = 'unequal-steps';
const TIMES = 3;
const LETTERS_MORE = 120;
const STATEMENTS_MORE = 4;

export const unequalSteps: Rule = {
  code: CODE,
  check: (framework) =>
    laddersOf(framework).flatMap((ladder) =>
      ladder.rungs.flatMap((rung) => stepFromBelow(framework, ladder, rung)),
    ),
};

function stepFromBelow(framework: Framework, ladder: Ladder, rung: Rung): readonly Problem[] {
  const lower = rungBelow(framework, ladder, rung);
  if (!lower) return [];
  const { id } = lower.level;
  const [own, below] = [rung.expectation.statements.length, lower.expectation.statements.length];
  const [language] = saidBy(rung.expectation).keys();
  const told = (message: string, at: string): readonly Problem[] => {
    const help = 'make the steps of like size: cut the long one, or say more in the short one';
    const related = [{ message: 'the level below', span: placeOfRung(lower, at) }];
    return [warning(CODE, message, placeOfRung(rung, at), { help, related })];
  };
  if (language !== undefined && own > 0 && below > 0 && farApart(own, below, STATEMENTS_MORE))
    return told(`${counted(own)} here, ${below} at "${id}"`, language);
  const there = saidBy(lower.expectation);
  for (const [at, said] of saidBy(rung.expectation)) {
    const before = there.get(at);
    if (before === undefined) continue;
    const [letters, lettersBelow] = [lettersIn(said), lettersIn(before)];
    if (farApart(letters, lettersBelow, LETTERS_MORE))
      return told(`${letters} letters here, ${lettersBelow} at "${id}"`, at);
  }
  return [];
}

function counted(statements: number): string {
  return statements === 1 ? '1 statement' : `${statements} statements`;
}

function farApart(a: number, b: number, more: number): boolean {
  return Math.max(a, b) >= Math.min(a, b) * TIMES && Math.abs(a - b) >= more;
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
