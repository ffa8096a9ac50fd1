/** A level that no role has: mostly a side branch that the role was to list. */
import { warning } from '../../problems/problem.ts';
import type { Rule } from './rule.ts';

export const unusedLevel: Rule = {
  code: 'unused-level',
  check({ levels, roles }) {
    if (roles.length === 0) return [];
    const used = new Set(roles.flatMap((role) => role.levels.map(({ level }) => level)));
    const help = 'list it in the "levels" of a role, or take it out';
    return levels.flatMap(({ id, span }) =>
      used.has(id) ? [] : [warning('unused-level', `No role has the level "${id}"`, span, { help })],
    );
  },
};
