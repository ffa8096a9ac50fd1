/** What a person named: by id or by name in any language, whatever the case. */
import { bad, type Checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { knownNames, nearest } from '../problems/nearest.ts';
import { error } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
import type { Text } from './framework.ts';

interface Item {
  readonly id: string;
  readonly name: Text;
}

/** The one that is meant; `unknown-WHAT` with the nearest, and all where they are few; `missing-option` where none was named. */
export function pick<T extends Item>(
  list: readonly T[],
  named: Named | undefined,
  what: string,
  at: Span,
  option: string,
): Checked<T> {
  if (!named) {
    const help = `there are: ${list.map((item) => item.id).join(', ')}`;
    return bad([error('missing-option', `--${option} is missing`, at, { help })]);
  }
  const wanted = named.text.trim().toLowerCase();
  const found =
    list.find((item) => item.id.toLowerCase() === wanted) ??
    list.find((item) => Object.values(item.name.byLanguage).some((name) => name.toLowerCase() === wanted));
  if (found) return good(found);
  const ids = list.map((item) => item.id);
  const known = knownNames(named.text, ids);
  const byName =
    nearest(named.text, ids) === undefined
      ? list.find((item) => nearest(named.text, Object.values(item.name.byLanguage)) !== undefined)
      : undefined;
  const near = byName ? `did you mean "${byName.id}"?${known === undefined ? '' : ` ${known}`}` : known;
  return bad([error(`unknown-${what}`, `There is no ${what} "${named.text}"`, named.span, { help: near })]);
}
