/**
 * What a skill asks of one role, or of several alike, as YAML: the least that says it. A requirement that all levels have
 * stands once, over them.
 */
import { type Node, YAMLMap } from 'yaml';
import type { Entry, Note, Requirement, SameAs } from '../../framework/framework.ts';
import { ENTRY_KEYS, NOTE_KEYS } from '../../framework/keys.ts';
import { nearest } from '../../problems/nearest.ts';
import { flowing, ids, list, ordered, pairs, plain, text } from './nodes.ts';

/** By level id, in the order of the framework. */
export type Ladder = ReadonlyMap<string, Entry>;

export interface LadderNodes {
  /** null: it is not said, or at each level. */
  readonly required: Node | null;
  readonly expectations: YAMLMap;
}

/** The two keys of a ladder. */
export function ladderNodes(given: Ladder, language: string): LadderNodes {
  const ladder = withTargets(given);
  const said = saidOnce(ladder);
  const levels = [...ladder].map(([level, entry]): [string, Node] => {
    const own = said === null && 'requirement' in entry ? entry.requirement : 'unsaid';
    return [level, entryNode(entry, own, language)];
  });
  return { required: said?.node ?? null, expectations: pairs(levels) };
}

/** With what a `same-as` means, where the role has no such level: it is read, and left out again. */
function withTargets(ladder: Ladder): Ladder {
  const missing = [...ladder.values()].filter(
    (entry): entry is SameAs => entry.kind === 'same-as' && !ladder.has(entry.level),
  );
  return new Map([...ladder, ...missing.map(({ level, expectation }) => [level, expectation] as const)]);
}

/** The requirement of all levels as one value; null where each has to say its own. */
function saidOnce(ladder: Ladder): { readonly node: Node | null } | null {
  const asked = [...ladder].flatMap(([level, entry]) =>
    'requirement' in entry ? [{ level, requirement: entry.requirement }] : [],
  );
  const has = (requirement: Requirement) => asked.some((one) => one.requirement === requirement);
  if (has('unsaid')) return has('required') || has('optional') ? null : { node: null };
  if (!has('required')) return { node: has('optional') ? plain(false) : null };
  if (!has('optional')) return { node: plain(true) };
  return { node: ids(asked.filter((one) => one.requirement === 'required').map(({ level }) => level)) };
}

/** What stands at a level. `own`: the requirement that it has to say itself. */
export function entryNode(entry: Entry, own: Requirement, language: string): Node {
  const required = own === 'unsaid' ? null : plain(own === 'required');
  if (entry.kind === 'same-as')
    return flowing(ordered(ENTRY_KEYS, { required, same_as: plain(entry.level) }));
  if (entry.kind !== 'expectation') return flowing(ordered(ENTRY_KEYS, { status: plain(entry.kind) }));
  const node = entry.text && text(entry.text, language);
  const statements = list(entry.statements.map((one) => text(one, language)));
  const bare = required === null && entry.weight === null && entry.notes.length === 0 && !entry.grade;
  if (bare && node && !statements && !likeEntry(node)) return node;
  if (bare && !node && statements) return statements;
  return flowing(
    ordered(ENTRY_KEYS, {
      text: node,
      statements,
      grade: entry.grade && plain(entry.grade.id),
      required,
      weight: entry.weight === null ? null : plain(entry.weight),
      notes: notesNode(entry.notes, language),
    }),
  );
}

/** A text by languages of which one is spelt like a key: it would be read as an entry. */
function likeEntry(node: Node): boolean {
  if (!(node instanceof YAMLMap)) return false;
  return node.items.some(({ key }) => nearest(String(key), ENTRY_KEYS) !== undefined);
}

/** Side notes; null where there is none. */
export function notesNode(notes: readonly Note[], language: string): Node | null {
  return list(
    notes.map(({ kind, text: said }) => {
      const node = text(said, language);
      if (kind === 'note' && !(node instanceof YAMLMap)) return node;
      return flowing(ordered(NOTE_KEYS, { kind: plain(kind), text: node }));
    }),
  );
}
