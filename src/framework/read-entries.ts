/** What a skill asks, by role and level: one ladder a role, or one that several roles share, made into one shape. */
import { knownNames } from '../problems/nearest.ts';
import { warning } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
import type { Entry, Expectation, Grade, Requirement, Role } from './framework.ts';
import { type FrameworkHead, need } from './read-framework.ts';
import { readNotes } from './read-role.ts';
import type { Pair, Reader, Value } from './reader.ts';

/** What a skill is read against. */
export interface Frame {
  readonly reader: Reader;
  readonly framework: FrameworkHead;
  readonly roles: readonly Role[];
  /** Ids of the roles whose files could not be read: nothing is said of them. */
  readonly unreadable: ReadonlySet<string>;
  readonly levels: readonly string[];
  readonly grades: readonly Grade[];
}

type Levelled = ReadonlyMap<string, Requirement> | Requirement | null;

/** true, false, or the levels at which it is required. */
function readRequired(frame: Frame, value: Value | null): Levelled {
  if (!value) return null;
  if (value.isList) {
    const listed = value.items().flatMap((item) => idOf(item, (id) => levelOf(frame, id, item.span)));
    return new Map(frame.levels.map((level) => [level, listed.includes(level) ? 'required' : 'optional']));
  }
  const all = value.boolean();
  return all === null ? null : all ? 'required' : 'optional';
}

function at(levelled: Levelled, level: string): Requirement | null {
  return levelled === null || typeof levelled === 'string' ? levelled : (levelled.get(level) ?? null);
}

/** The id that an item of a list names, looked up; none where it is no text. */
export function idOf(item: Value, find: (id: string) => string | null): readonly string[] {
  const id = item.string('an id');
  const found = id === null ? null : find(id);
  return found === null ? [] : [found];
}

export function levelOf(frame: Frame, id: string, span: Value['span']): string | null {
  if (frame.levels.includes(id)) return id;
  if (frame.levels.length === 0) return null;
  frame.reader.fail('unknown-level', `There is no level "${id}"`, span, knownNames(id, frame.levels));
  return null;
}

export function roleOf(frame: Frame, id: string, span: Value['span']): string | null {
  const ids = frame.roles.map((role) => role.id);
  if (ids.includes(id)) return id;
  if (frame.unreadable.has(id)) return null;
  frame.reader.fail('unknown-role', `There is no role "${id}"`, span, knownNames(id, ids));
  return null;
}

type Entries = Map<string, Map<string, Entry>>;

export function readEntries(frame: Frame, root: Value, get: (key: string) => Value | null): Entries {
  const entries: Entries = new Map();
  const roles = get('roles');
  const top = readRequired(frame, get('required'));
  const shared = get('expectations');
  if (!roles) {
    need(frame.reader, root, 'roles');
    return entries;
  }
  if (roles.isMap) {
    if (shared) {
      const help = 'put them under a role, or write "roles: all" or a list of roles';
      frame.reader.fail('misplaced-key', 'No role has these expectations', shared.span, help);
    }
    for (const { key, keySpan, value } of roles.pairs()) {
      const role = roleOf(frame, key, keySpan);
      const pairs = value.pairs(['required', 'expectations']);
      const own = readRequired(frame, value.get(pairs, 'required')) ?? top;
      const ladder = value.isMap
        ? (value.get(pairs, 'expectations') ?? need(frame.reader, keySpan, 'expectations'))
        : null;
      const has = role === null ? null : levelsOf(frame, role);
      const read = readLadder(frame, ladder, own, has, true);
      if (role) entries.set(role, read);
    }
    return entries;
  }
  const ladder = shared ?? need(frame.reader, root, 'expectations');
  for (const role of sharedRoles(frame, roles))
    entries.set(role, readLadder(frame, ladder, top, levelsOf(frame, role), false));
  return entries;
}

/** The roles of a ladder that several share: all, or a list. */
export function sharedRoles(frame: Frame, roles: Value): readonly string[] {
  if (roles.isList) return roles.items().flatMap((item) => idOf(item, (id) => roleOf(frame, id, item.span)));
  const wanted = 'all, a list of roles, or roles with their expectations';
  const written = roles.string(wanted);
  if (written === 'all') return frame.roles.map((role) => role.id);
  if (written !== null) roles.wrong(wanted);
  return [];
}

function levelsOf(frame: Frame, role: string): readonly string[] {
  return frame.roles.find((r) => r.id === role)?.levels.map((l) => l.level) ?? [];
}

interface Reference {
  readonly level: string;
  readonly to: string;
  readonly span: Span;
  readonly requirement: Requirement;
}

/**
 * One role's entries by level. `has`: the levels of the role, null where the role is unknown; what stands at another level
 * is read for its mistakes and left out, with a warning where the ladder is the role's `own`.
 */
function readLadder(
  frame: Frame,
  value: Value | null,
  required: Levelled,
  has: readonly string[] | null,
  own: boolean,
): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const same: Reference[] = [];
  for (const { key, keySpan, value: body } of value?.pairs() ?? []) {
    const level = levelOf(frame, key, keySpan);
    const pairs = body.isMap ? entryPairs(body) : null;
    const kept = level !== null && (has?.includes(level) ?? false);
    if (level !== null && has && own && !kept) {
      const help = `it has: ${has.join(', ')}`;
      frame.reader.problems.push(
        warning('level-not-in-role', `The role has no level "${level}": this is never asked`, keySpan, {
          help,
        }),
      );
    }
    if (pairs?.some((p) => p.key === 'same_as')) {
      const to = body.get(pairs, 'same_as');
      const id = to?.string('an id') ?? null;
      const target = to && id !== null ? levelOf(frame, id, to.span) : null;
      for (const other of pairs)
        if (other.key !== 'same_as' && other.key !== 'required')
          frame.reader.fail(
            'misplaced-key',
            `"${other.key}" has no meaning beside "same_as"`,
            other.keySpan,
            'write one or the other',
          );
      const requirement = readEntryRequirement(body, pairs) ?? at(required, level ?? '') ?? 'unsaid';
      if (to && target && kept && level !== null)
        same.push({ level, to: target, span: to.span, requirement });
      continue;
    }
    const entry = readEntry(frame, body, pairs, at(required, level ?? ''), keySpan);
    if (entry && kept && level !== null) found.set(level, entry);
  }
  resolveSame(frame, found, same);
  return new Map(
    frame.levels.flatMap((level) => {
      const entry = found.get(level);
      return entry ? [[level, entry] as const] : [];
    }),
  );
}

/** Follows each `same_as` to the expectation at its end. Problems: `same-as-circle`, `same-as-nothing`. */
function resolveSame(frame: Frame, found: Map<string, Entry>, same: readonly Reference[]): void {
  const byLevel = new Map(same.map((reference) => [reference.level, reference]));
  for (const { level, to, span, requirement } of same) {
    const seen = new Set([level]);
    let target = to;
    for (let next = byLevel.get(target); next && !seen.has(target); next = byLevel.get(target)) {
      seen.add(target);
      target = next.to;
    }
    const end = found.get(target);
    const expectation = end?.kind === 'same-as' ? end.expectation : end;
    if (seen.has(target))
      frame.reader.fail(
        'same-as-circle',
        `"${level}" is the same as itself`,
        span,
        'write the text at one of these levels',
      );
    else if (expectation?.kind === 'expectation')
      found.set(level, { kind: 'same-as', level: to, expectation, requirement, span });
    else
      frame.reader.fail(
        'same-as-nothing',
        `"${to}" has no text of its own here`,
        span,
        'name a level that has one',
      );
  }
}

function isLanguages(body: Value): boolean {
  const keys = body.pairs().map((p) => p.key);
  return keys.length > 0 && keys.every((key) => /^[a-z]{2}(?:-[A-Za-z0-9]+)*$/.test(key));
}

/** The keys of an entry; null where the mapping is a text in several languages. */
function entryPairs(body: Value): readonly Pair[] | null {
  return isLanguages(body)
    ? null
    : body.pairs(['text', 'statements', 'grade', 'required', 'weight', 'notes', 'status', 'same_as']);
}

function readEntryRequirement(body: Value, pairs: readonly Pair[]): Requirement | null {
  const value = body.get(pairs, 'required')?.boolean() ?? null;
  return value === null ? null : value ? 'required' : 'optional';
}

function readEntry(
  frame: Frame,
  body: Value,
  pairs: readonly Pair[] | null,
  inherited: Requirement | null,
  keySpan: Value['span'],
): Entry | null {
  const plain = {
    grade: null,
    weight: null,
    notes: [],
    span: body.span,
    requirement: inherited ?? 'unsaid',
  } as const;
  if (body.node === null) {
    frame.reader.fail(
      'wrong-type',
      'This level asks nothing',
      keySpan,
      'write a text, or { status: not-defined }',
    );
    return null;
  }
  if (body.isList) {
    const statements = body.texts();
    if (body.items().length === 0)
      frame.reader.fail(
        'empty-text',
        'This list says nothing',
        body.span,
        'write a statement, or { status: not-defined }',
      );
    return statements.length > 0 ? { kind: 'expectation', text: null, statements, ...plain } : null;
  }
  if (!pairs) {
    const text = body.text();
    return text ? { kind: 'expectation', text, statements: [], ...plain } : null;
  }
  const status = body.get(pairs, 'status');
  if (status) {
    const written = status.string() ?? '';
    if (written === 'not-applicable' || written === 'not-defined')
      return { kind: written, span: status.span };
    frame.reader.fail(
      'unknown-status',
      `"${written}" is no status`,
      status.span,
      knownNames(written, ['not-applicable', 'not-defined']),
    );
    return null;
  }
  const gradeValue = body.get(pairs, 'grade');
  const wanted = gradeValue?.string('an id');
  const grade = frame.grades.find((g) => g.id === wanted) ?? null;
  if (gradeValue && typeof wanted === 'string' && !grade) {
    frame.reader.fail(
      'unknown-grade',
      `There is no grade "${wanted}"`,
      gradeValue.span,
      knownNames(
        wanted,
        frame.grades.map((g) => g.id),
      ),
    );
  }
  const entry: Expectation = {
    kind: 'expectation',
    text: body.get(pairs, 'text')?.text() ?? null,
    statements: body.get(pairs, 'statements')?.texts() ?? [],
    grade,
    requirement: readEntryRequirement(body, pairs) ?? inherited ?? 'unsaid',
    weight: body.get(pairs, 'weight')?.number() ?? null,
    notes: readNotes(body.get(pairs, 'notes')),
    span: body.span,
  };
  if (entry.text || entry.statements.length > 0 || entry.grade) return entry;
  if (
    !['text', 'statements', 'grade'].some((key) => pairs.some((p) => p.key === key && p.value.node !== null))
  )
    frame.reader.fail(
      'missing-key',
      'This level asks nothing',
      body.span,
      'give it a text, statements or a grade',
    );
  return null;
}
