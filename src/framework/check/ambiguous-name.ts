/** Names by which nothing can be asked for: two things have one, or it is the id of another. */
import { warning } from '../../problems/problem.ts';
import { type Item, namesOf } from '../names.ts';
import type { Rule } from './rule.ts';

export const ambiguousName: Rule = {
  code: 'ambiguous-name',
  check({ roles, levels, skills }) {
    const lists: readonly (readonly [string, readonly Item[]])[] = [
      ['role', roles],
      ['level', levels],
      ['skill', skills],
      ...roles.map((role) => ['interview', role.interviews] as const),
    ];
    return lists.flatMap(([what, list]) => {
      const first = new Map<string, Item>();
      const ids = new Map(list.map((item) => [item.id, item]));
      return list.flatMap((item) => {
        const names = [...namesOf(item)];
        const taken = names.flatMap((name) => first.get(name) ?? [])[0];
        const other = names.flatMap((name) => ids.get(name) ?? []).find((one) => one !== item);
        for (const name of names) if (!first.has(name)) first.set(name, item);
        const help = 'give each a name of its own: people ask by name as well as by id';
        if (taken) {
          const message = `The ${what}s "${taken.id}" and "${item.id}" have one name`;
          const related = [{ message: 'the first has it here', span: taken.name.span }];
          return [warning('ambiguous-name', message, item.name.span, { help, related })];
        }
        if (!other) return [];
        const message = `The ${what} "${item.id}" has the id of another as its name: "${other.id}"`;
        return [warning('ambiguous-name', message, item.name.span, { help })];
      });
    });
  },
};
