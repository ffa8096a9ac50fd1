/** What a skill is read against, and the levels and roles that it names, looked up: one that is not there is a Problem. */
import { knownNames } from '../problems/nearest.ts';
import type { Span } from '../problems/source.ts';
import type { Grade, Role } from './framework.ts';
import type { FrameworkHead } from './read-framework.ts';
import type { Reader } from './reader.ts';
import type { Value } from './value.ts';

export interface Frame {
  readonly reader: Reader;
  readonly framework: FrameworkHead;
  readonly roles: readonly Role[];
  /** Ids of the roles whose files could not be read: nothing is said of them. */
  readonly unreadable: ReadonlySet<string>;
  /** Ids; none where the framework's could not be read, and then nothing is said of them either. */
  readonly levels: readonly string[];
  readonly grades: readonly Grade[];
}

/** The level's id; null, with a Problem, where there is none. */
export function knownLevel(frame: Frame, id: string, span: Span): string | null {
  return frame.levels.length === 0 ? null : frame.reader.known('level', id, frame.levels, span);
}

/** The role's id; null, with a Problem, where there is none. */
export function knownRole(frame: Frame, id: string, span: Span): string | null {
  const ids = frame.roles.map((role) => role.id);
  if (!ids.includes(id) && frame.unreadable.has(id)) return null;
  return frame.reader.known('role', id, ids, span);
}

/** An id in a list, with its place. */
export interface Listed {
  readonly id: string;
  readonly span: Span;
}

/** The levels that a list names. */
export function listedLevels(frame: Frame, list: Value): readonly Listed[] {
  return listed(frame, list, knownLevel);
}

/** The roles that a list names. */
export function listedRoles(frame: Frame, list: Value): readonly Listed[] {
  return listed(frame, list, knownRole);
}

/** Each once; one that stands twice is a Problem `double-id`. */
function listed(frame: Frame, list: Value, known: typeof knownLevel): readonly Listed[] {
  const seen = new Set<string>();
  return list.items().flatMap((item) => {
    const id = item.string('an id');
    if (id === null) return [];
    if (seen.has(id)) {
      frame.reader.fail('double-id', `"${id}" stands twice`, item.span, 'keep one of them');
      return [];
    }
    seen.add(id);
    return known(frame, id, item.span) === null ? [] : [{ id, span: item.span }];
  });
}

/** The roles of a ladder that several share: all, or a list. */
export function sharedRoles(frame: Frame, roles: Value): readonly string[] {
  if (roles.isList) return listedRoles(frame, roles).map(({ id }) => id);
  const wanted = 'all, a list of roles, or roles with their expectations';
  const written = roles.string(wanted);
  if (written === 'all') return frame.roles.map((role) => role.id);
  if (written === null) return [];
  const ids = frame.roles.map((role) => role.id);
  roles.wrong(
    wanted,
    ids.includes(written) ? `write a list: [${written}]` : knownNames(written, ['all', ...ids]),
  );
  return [];
}
