/** What a person named: by id or by name in any language, whatever the case. */
import { bad, type Checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { knownNames, nearest } from '../problems/nearest.ts';
import { error, type Problem, warning } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
import type { Framework, Text } from './framework.ts';

/** What can be named, and the code of a name that is none. */
export const UNKNOWN = {
  role: 'unknown-role',
  level: 'unknown-level',
  skill: 'unknown-skill',
  interview: 'unknown-interview',
  grade: 'unknown-grade',
} as const;

interface Item {
  readonly id: string;
  readonly name: Text;
}

/**
 * The one that is meant; `unknown-WHAT` with the nearest, and all where they are few; `ambiguous-name` where several have
 * the name; `missing-option` where none was named.
 */
export function pick<T extends Item>(
  list: readonly T[],
  named: Named | undefined,
  what: keyof typeof UNKNOWN,
  at: Span,
  option: string,
): Checked<T> {
  if (!named) {
    const help = `there are: ${list.map((item) => item.id).join(', ')}`;
    return bad([error('missing-option', `--${option} is missing`, at, { help })]);
  }
  const wanted = named.text.trim().toLowerCase();
  const byId = list.find((item) => item.id.toLowerCase() === wanted);
  const called = byId ? [byId] : list.filter((item) => namesOf(item).has(wanted));
  const [found, ...others] = called;
  if (found && others.length === 0) return good(found);
  if (found) {
    const help = `say which by its id: ${called.map((item) => item.id).join(', ')}`;
    const message = `${called.length} ${what}s are called "${named.text}"`;
    return bad([error('ambiguous-name', message, named.span, { help })]);
  }
  const ids = list.map((item) => item.id);
  const known = knownNames(named.text, ids);
  const byName =
    nearest(named.text, ids) === undefined
      ? list.find((item) => nearest(named.text, Object.values(item.name.byLanguage)) !== undefined)
      : undefined;
  const near = byName ? `did you mean "${byName.id}"?${known === undefined ? '' : ` ${known}`}` : known;
  return bad([error(UNKNOWN[what], `There is no ${what} "${named.text}"`, named.span, { help: near })]);
}

function namesOf(item: Item): ReadonlySet<string> {
  return new Set(Object.values(item.name.byLanguage).map((name) => name.trim().toLowerCase()));
}

/** Warnings `ambiguous-name`: roles, levels, skills or a role's interviews with one name, by which none can be asked for. */
export function sameNames(framework: Framework): readonly Problem[] {
  const { roles, levels, skills } = framework;
  const lists: readonly (readonly [string, readonly Item[]])[] = [
    ['role', roles],
    ['level', levels],
    ['skill', skills],
    ...roles.map((role) => ['interview', role.interviews] as const),
  ];
  return lists.flatMap(([what, list]) => {
    const first = new Map<string, Item>();
    return list.flatMap((item) => {
      const taken = [...namesOf(item)].flatMap((name) => first.get(name) ?? [])[0];
      for (const name of namesOf(item)) if (!first.has(name)) first.set(name, item);
      if (!taken) return [];
      const message = `The ${what}s "${taken.id}" and "${item.id}" have one name`;
      const related = [{ message: 'the first has it here', span: taken.name.span }];
      const help = 'give each a name of its own: people ask by name as well as by id';
      return [warning('ambiguous-name', message, item.name.span, { help, related })];
    });
  });
}
