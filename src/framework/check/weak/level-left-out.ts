/**
 * level-left-out: a skill has texts for a level and for one above it, and nothing for a level between.
 *
 * Why: in a real framework every fifth cell is empty (UK DDaT: 148 of 752), some on purpose, some forgotten, and a reader cannot
 * tell which. A hole in the middle is the kind that is hardly ever meant: who is rated at that level is rated without the skill,
 * and its neighbours lose an anchor. Where it is meant, `status` or `same_as` says so. In a cumulative framework the level below
 * stands there.
 */
import { warning } from '../../../problems/problem.ts';
import type { Framework } from '../../framework.ts';
import { way } from '../../ladder.ts';
import type { Rule } from '../rule.ts';
import { type Ladder, laddersOf, type Rung, rungBelow } from '../texts/rungs.ts';

const CODE = 'level-left-out';

export const levelLeftOut: Rule = {
  code: CODE,
  check: (framework) =>
    framework.cumulative
      ? []
      : laddersOf(framework).flatMap((ladder) =>
          ladder.rungs.flatMap((rung) => {
            const between = leftOut(framework, ladder, rung);
            if (between.length === 0) return [];
            const levels = between.map((id) => `"${id}"`).join(', ');
            const help = `write a text, { same_as: ${rung.level.id} }, or { status: not-applicable } where nothing is asked there`;
            return [
              warning(CODE, `Nothing stands at ${levels}, below this level`, rung.expectation.span, { help }),
            ];
          }),
        ),
};

/** The ids of the levels between this rung and the next below that have no entry, lowest first. */
function leftOut(framework: Framework, ladder: Ladder, rung: Rung): readonly string[] {
  const { skill, role } = ladder;
  const lower = rungBelow(framework, ladder, rung);
  if (!lower) return [];
  const down = way(framework, role, rung.level.id, 'below');
  return down
    .slice(0, down.indexOf(lower.level))
    .map(({ id }) => id)
    .filter((id) => !skill.entries.get(role.id)?.has(id))
    .reverse();
}
