/** All rules of the data that say what is wrong. How a rubric is weak is for the rules in weak/. */
import { ambiguousName } from './ambiguous-name.ts';
import { anchorNotShown } from './anchor-not-shown.ts';
import { foreignTexts } from './foreign-texts.ts';
import { levelOrder } from './level-order.ts';
import { missingVersion } from './missing-version.ts';
import { nothingAsked } from './nothing-asked.ts';
import { questionNeverAsked } from './question-never-asked.ts';
import { questionNeverFits } from './question-never-fits.ts';
import { questionsTooLong } from './questions-too-long.ts';
import type { Rule } from './rule.ts';
import { sameAsChain } from './same-as-chain.ts';
import { sameFile } from './same-file.ts';
import { scaleOrder } from './scale-order.ts';
import { skillCoveredOften } from './skill-covered-often.ts';
import { skillLeftOut } from './skill-left-out.ts';
import { skillNotAsked } from './skill-not-asked.ts';
import { skillNotCovered } from './skill-not-covered.ts';
import { tooLittleTime } from './too-little-time.ts';
import { tooManySkills } from './too-many-skills.ts';
import { unusedDomain } from './unused-domain.ts';
import { unusedLevel } from './unused-level.ts';
import { weightsDoNotAddUp } from './weights-do-not-add-up.ts';

export const RULES: readonly Rule[] = [
  missingVersion,
  levelOrder,
  unusedLevel,
  unusedDomain,
  scaleOrder,
  ambiguousName,
  sameFile,
  foreignTexts,
  skillNotAsked,
  nothingAsked,
  sameAsChain,
  anchorNotShown,
  weightsDoNotAddUp,
  questionNeverAsked,
  questionNeverFits,
  questionsTooLong,
  skillLeftOut,
  skillNotCovered,
  skillCoveredOften,
  tooManySkills,
  tooLittleTime,
];
