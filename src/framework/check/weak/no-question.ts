/**
 * no-question: a skill is required of a role at a level, and no question of it fits there.
 *
 * Why: "the same questions for everybody" is the first of the parts that make an interview structured (Campion, Palmer and Campion
 * 1997, doi 10.1111/j.1744-6570.1997.tb00709.x). Where none is written, each interviewer makes up one, and candidates cannot be
 * compared. A framework that has no question anywhere leaves them to its interviewers, and nothing is said.
 */
import { type Problem, warning } from '../../../problems/problem.ts';
import type { Framework, Skill } from '../../framework.ts';
import { levelOf } from '../../ladder.ts';
import { criterionOf } from '../../profile.ts';
import type { Rule } from '../rule.ts';

const CODE = 'no-question';
const HELP = 'write one, what you did (kind: did) or a case (kind: case), or name the level in one that fits';

export const noQuestion: Rule = {
  code: CODE,
  check: (framework) =>
    framework.skills.some(({ questions }) => questions.length > 0)
      ? framework.skills.flatMap((skill) => unasked(framework, skill))
      : [],
};

function unasked(framework: Framework, skill: Skill): readonly Problem[] {
  const found = framework.roles.flatMap((role) =>
    role.levels.flatMap(({ level }) => {
      const criterion = criterionOf(framework, role, levelOf(framework, level), skill);
      if (criterion?.requirement !== 'required' || criterion.question) return [];
      const span = skill.entries.get(role.id)?.get(level)?.span ?? skill.span;
      return [{ role: role.id, level, span }];
    }),
  );
  if (found.length === 0) return [];
  if (skill.questions.length === 0)
    return [warning(CODE, `"${skill.id}" is required, and has no question`, skill.span, { help: HELP })];
  return found.map(({ role, level, span }) =>
    warning(CODE, `"${level}" of ${role} requires this, and no question fits it`, span, { help: HELP }),
  );
}
