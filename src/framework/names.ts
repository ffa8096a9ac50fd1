/** What a person named: by id or by name in any language, whatever the case. */
import { bad, type Checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { knownNames, nearest } from '../problems/nearest.ts';
import { error } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
import type { Text } from './framework.ts';

/** What can be named, and the code of a name that is none. */
export const UNKNOWN = {
  role: 'unknown-role',
  level: 'unknown-level',
  skill: 'unknown-skill',
  interview: 'unknown-interview',
  grade: 'unknown-grade',
} as const;

/** What has an id and a name. */
export interface Item {
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

/** All names of an item, in small letters. */
export function namesOf(item: Item): ReadonlySet<string> {
  return new Set(Object.values(item.name.byLanguage).map((name) => name.trim().toLowerCase()));
}
