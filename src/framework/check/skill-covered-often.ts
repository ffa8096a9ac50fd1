/** A skill that more interviews than two of the role's loop cover, told once a role. */
import { loopWarnings } from './loop.ts';
import type { Rule } from './rule.ts';

export const skillCoveredOften: Rule = {
  code: 'skill-covered-often',
  check: (framework) => loopWarnings(framework, 'too-often'),
};
