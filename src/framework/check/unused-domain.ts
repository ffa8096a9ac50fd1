/** A domain that no skill names. No document shows it, so this is advice. */
import { advice } from '../../problems/problem.ts';
import type { Rule } from './rule.ts';

export const unusedDomain: Rule = {
  code: 'unused-domain',
  check({ domains, skills }) {
    const used = new Set(skills.map(({ domain }) => domain?.id));
    const help = 'name it in the skills that are meant, or take it out';
    return domains.flatMap(({ id, span }) =>
      used.has(id) ? [] : [advice('unused-domain', `No skill belongs to the domain "${id}"`, span, { help })],
    );
  },
};
