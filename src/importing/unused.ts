/** Names that a person gave to a source that says them itself: told, since something else was expected of them. */
import { error, type Problem } from '../problems/problem.ts';
import type { Draft } from './draft.ts';
import type { ImportOptions } from './options.ts';

/** So many names are told. */
const FEW = 8;

/** `unused-option`: --role or --skill that nothing in the draft is called by. */
export function unusedNames({ roles, skills }: Draft, options: ImportOptions): readonly Problem[] {
  const kinds = [
    { what: 'role', said: options.role, own: roles },
    { what: 'skill', said: options.skill, own: skills },
  ];
  return kinds.flatMap(({ what, said, own }) => {
    if (!said || own.length === 0 || own.some(({ name }) => alike(name, said.text))) return [];
    const names = own.slice(0, FEW).map(({ name }) => name);
    const list = `${names.join(', ')}${own.length > FEW ? ' ...' : ''}`;
    const count = own.length === 1 ? `a ${what} of its own` : `${own.length} ${what}s of its own`;
    const message = `--${what} changes nothing: the source has ${count}`;
    const help = `leave it out (there are: ${list}); a name is changed in its file afterwards`;
    return [error('unused-option', message, said.span, { help })];
  });
}

function alike(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
