/** A `same_as` that names a level which itself refers on. */
import { warning } from '../../problems/problem.ts';
import type { Rule } from './rule.ts';

export const sameAsChain: Rule = {
  code: 'same-as-chain',
  check({ skills }) {
    return skills.flatMap(({ entries }) =>
      [...entries.values()].flatMap((ladder) =>
        [...ladder].flatMap(([level, entry]) => {
          if (entry.kind !== 'same-as' || ladder.get(entry.level)?.kind !== 'same-as') return [];
          const end = [...ladder].find(([, other]) => other === entry.expectation)?.[0];
          const message = `"${level}" is the same as "${entry.level}", which refers on to another level`;
          const help = end === undefined ? 'name the level that has the text' : `write "same_as: ${end}"`;
          return [warning('same-as-chain', message, entry.span, { help })];
        }),
      ),
    );
  },
};
