/** A required skill that no interview of the role's loop covers, told once a role. */
import { loopWarnings } from './loop.ts';
import type { Rule } from './rule.ts';

export const skillNotCovered: Rule = {
  code: 'skill-not-covered',
  check: (framework) => loopWarnings(framework, 'gap'),
};
