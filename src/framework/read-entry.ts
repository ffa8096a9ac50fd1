/** What stands at one level of a skill's ladder, in all its forms: texts, a grade, a hole, or the text of another level. */

import { knownNames, nearest } from '../problems/nearest.ts';
import type { Span } from '../problems/source.ts';
import { type Frame, knownLevel } from './frame.ts';
import type { Entry, Expectation, Hole, Requirement } from './framework.ts';
import { ENTRY_KEYS } from './keys.ts';
import { readNotes } from './read-role.ts';
import { LANGUAGE, type Pair, type Value } from './value.ts';

/** A `same_as`, as long as it is not known what stands at its level. */
export interface Reference {
  readonly kind: 'reference';
  readonly to: string;
  readonly requirement: Requirement;
  readonly span: Span;
}

const ASKING = ['text', 'statements', 'grade'];
const HOLES = ['not-applicable', 'not-defined'] as const;

/**
 * What stands under the key at `keySpan`. `inherited`: the requirement said further out. null, with a Problem, where that is
 * nothing.
 */
export function readEntry(
  frame: Frame,
  body: Value,
  keySpan: Span,
  inherited: Requirement | null,
): Exclude<Entry, { kind: 'same-as' }> | Reference | null {
  if (body.node === null || body.scalar === null) {
    const help = 'write a text, or { status: not-defined }';
    frame.reader.fail('wrong-type', 'This level asks nothing', keySpan, help);
    return null;
  }
  const said = inherited ?? 'unsaid';
  if (body.isList) {
    if (body.items().length === 0) {
      const help = 'write a statement, or { status: not-defined }';
      frame.reader.fail('empty-text', 'This list says nothing', body.span, help);
    }
    const statements = body.texts();
    return statements.length > 0 ? { ...bare(body, said), statements } : null;
  }
  if (!body.isMap || isLanguages(body)) {
    const text = body.text();
    return text && { ...bare(body, said), text };
  }
  const pairs = body.pairs(ENTRY_KEYS);
  const requirement = readRequirement(body, pairs) ?? said;
  if (pairs.some(({ key }) => key === 'same_as')) return readReference(frame, body, pairs, requirement);
  if (body.get(pairs, 'status')) return readHole(frame, body, pairs);
  return readExpectation(frame, body, pairs, requirement);
}

/** An expectation that as yet says nothing. */
function bare(body: Value, requirement: Requirement): Expectation {
  const nothing = { text: null, statements: [], grade: null, weight: null, notes: [] };
  return { kind: 'expectation', ...nothing, requirement, span: body.span };
}

/** True for a text in several languages; a key like one of an entry is a slip of the pen, not a language. */
function isLanguages(body: Value): boolean {
  const keys = body.pairs().map((pair) => pair.key);
  return keys.length > 0 && keys.every((key) => LANGUAGE.test(key) && nearest(key, ENTRY_KEYS) === undefined);
}

function readRequirement(body: Value, pairs: readonly Pair[]): Requirement | null {
  const value = body.get(pairs, 'required')?.boolean() ?? null;
  return value === null ? null : value ? 'required' : 'optional';
}

function readReference(
  frame: Frame,
  body: Value,
  pairs: readonly Pair[],
  requirement: Requirement,
): Reference | null {
  misplaced(frame, pairs, 'same_as');
  const value = body.get(pairs, 'same_as');
  const id = value?.string('an id') ?? null;
  const to = value && id !== null ? knownLevel(frame, id, value.span) : null;
  return value && to !== null ? { kind: 'reference', to, requirement, span: value.span } : null;
}

function readHole(frame: Frame, body: Value, pairs: readonly Pair[]): Hole | null {
  misplaced(frame, pairs, 'status');
  const value = body.get(pairs, 'status');
  const written = value?.string() ?? null;
  if (!value || written === null) return null;
  const kind = HOLES.find((hole) => hole === written);
  if (kind) return { kind, span: value.span };
  frame.reader.fail('unknown-status', `"${written}" is no status`, value.span, knownNames(written, HOLES));
  return null;
}

function readExpectation(
  frame: Frame,
  body: Value,
  pairs: readonly Pair[],
  requirement: Requirement,
): Expectation | null {
  const graded = body.get(pairs, 'grade');
  const id = graded?.string('an id') ?? null;
  const ids = frame.grades.map((grade) => grade.id);
  if (graded && id !== null) frame.reader.known('grade', id, ids, graded.span);
  const entry: Expectation = {
    kind: 'expectation',
    text: body.get(pairs, 'text')?.text() ?? null,
    statements: body.get(pairs, 'statements')?.texts() ?? [],
    grade: frame.grades.find((grade) => grade.id === id) ?? null,
    requirement,
    weight: readWeight(frame, body.get(pairs, 'weight')),
    notes: readNotes(body.get(pairs, 'notes')),
    span: body.span,
  };
  if (entry.text || entry.statements.length > 0 || entry.grade) return entry;
  if (!ASKING.some((key) => body.get(pairs, key))) {
    const help = 'give it a text, statements or a grade';
    frame.reader.fail('missing-key', 'This level asks nothing', body.span, help);
  }
  return null;
}

function readWeight(frame: Frame, value: Value | null): number | null {
  const weight = value?.number() ?? null;
  if (!value || weight === null || weight >= 0) return weight;
  frame.reader.fail('out-of-range', '"weight" must be 0 or more', value.span, 'write it such as 0.5');
  return null;
}

/** Beside `key` nothing has a meaning but `required`. */
function misplaced(frame: Frame, pairs: readonly Pair[], key: string): void {
  for (const other of pairs) {
    if (other.key === key || other.key === 'required') continue;
    const message = `"${other.key}" has no meaning beside "${key}"`;
    frame.reader.fail('misplaced-key', message, other.keySpan, 'write one or the other');
  }
}
