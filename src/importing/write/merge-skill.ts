/** What a source adds to a skill that is there: roles, levels, grades, and keys that it has not. */
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Entry, Requirement, Role, Skill, Text } from '../../framework/framework.ts';
import { GRADE_KEYS, SKILL_ROLE_KEYS } from '../../framework/keys.ts';
import { error, type Problem } from '../../problems/problem.ts';
import type { Source } from '../../problems/source.ts';
import { says, wouldChange } from './differs.ts';
import { Insertions, mapUnder } from './insert.ts';
import { entryNode, ladderNodes } from './ladder.ts';
import { flowing, list, ordered, pairs, plain, text } from './nodes.ts';
import { type Around, inOrder, showEntry } from './skill.ts';

interface Merge {
  readonly root: YAMLMap;
  readonly added: Insertions;
  readonly theirs: Skill;
  readonly ours: Skill;
  readonly around: Around;
  readonly problems: Problem[];
}

/** The skill's file with what is new. Problems: warnings `text-would-change`, `cannot-merge`. */
export function mergeSkill(
  source: Source,
  theirs: Skill,
  ours: Skill,
  around: Around,
  problems: Problem[],
): string {
  const { contents: root } = parseDocument(source.text);
  if (!isMap(root)) return source.text;
  const added = new Insertions(source);
  const merge: Merge = { root, added, theirs, ours, around, problems };
  const roles = root.get('roles', true);
  if (isMap(roles)) mergeByRole(merge, roles);
  else mergeShared(merge);
  mergeGrades(merge);
  mergeTexts(merge);
  return added.text();
}

function mergeByRole(merge: Merge, roles: YAMLMap): void {
  const { added, ours, around } = merge;
  for (const [role, ladder] of ours.entries) {
    const own = mapUnder(roles, role);
    const levels = mapUnder(own, 'expectations');
    if (own && levels) mergeLadder(merge, role, ladder, levels, own);
    else if (!roles.has(role))
      added.pair(
        roles,
        role,
        ordered(SKILL_ROLE_KEYS, { ...ladderNodes(inOrder(ladder, around), around.language) }),
      );
    else cannot(merge, role, 'its expectations stand there by an alias, or not at all');
  }
}

/** Every role gets what one ladder says: what is new has to be the same for all of them. */
function mergeShared(merge: Merge): void {
  const { root, added, theirs, ours, around } = merge;
  const levels = mapUnder(root, 'expectations');
  const roles = root.get('roles', true);
  if (!levels) {
    cannot(merge, null, 'its expectations stand there by an alias, or not at all');
    return;
  }
  const [example] = theirs.entries.values();
  const known = new Map([...(example ?? [])]);
  for (const ladder of theirs.entries.values()) for (const [level, entry] of ladder) known.set(level, entry);
  const fresh = new Map<string, Entry>();
  for (const [role, ladder] of ours.entries) {
    const isNew = isSeq(roles) && !theirs.entries.has(role);
    for (const { level } of levelsOf(around.roles, role)) {
      const entry = ladder.get(level);
      const there = known.get(level) ?? fresh.get(level);
      if (isNew && there && !sameTexts(there, entry)) {
        cannot(merge, role, 'it has a ladder of its own');
        return;
      }
      if (!entry) continue;
      if (!there) fresh.set(level, entry);
      else if (fresh.has(level) && !sameTexts(there, entry)) {
        cannot(merge, role, `roles differ at "${level}"`);
        return;
      }
    }
    if (isNew) added.item(roles, plain(role));
  }
  const [role] = ours.entries.keys();
  const all = new Map([...ours.entries.values()].flatMap((ladder) => [...ladder]));
  if (role !== undefined) mergeLadder(merge, role, all, levels, root, known);
}

function levelsOf(roles: readonly Role[], id: string): Role['levels'] {
  return roles.find((role) => role.id === id)?.levels ?? [];
}

function mergeLadder(
  { added, theirs, ours, around, problems }: Merge,
  role: string,
  ladder: ReadonlyMap<string, Entry>,
  levels: YAMLMap,
  over: YAMLMap,
  known: ReadonlyMap<string, Entry> = theirs.entries.get(role) ?? new Map(),
): void {
  for (const [level, entry] of inOrder(ladder, around)) {
    if (!levels.items.some(({ key }) => isScalar(key) && String(key.value) === level)) {
      const requirement = 'requirement' in entry ? entry.requirement : 'unsaid';
      const own = requirement === inherited(over, level) ? 'unsaid' : requirement;
      const order = around.levels.map(({ id }) => id);
      added.ordered(levels, level, entryNode(entry, own, around.language), order);
      continue;
    }
    const there = known.get(level);
    if (there && sameTexts(there, entry) && sameRequirement(there, entry)) continue;
    const same = there && sameTexts(there, entry);
    const what = same ? 'Whether it is required' : 'The text';
    const place = there?.span ?? theirs.span;
    wouldChange(`${what} of "${ours.id}" for "${role}" at "${level}"`, place, entry.span, problems);
  }
}

/** What a level has that says nothing of its own. */
function inherited(over: YAMLMap, level: string): Requirement {
  const said = over.get('required', true);
  if (isSeq(said))
    return said.items.some((item) => isScalar(item) && item.value === level) ? 'required' : 'optional';
  if (!isScalar(said) || typeof said.value !== 'boolean') return 'unsaid';
  return said.value ? 'required' : 'optional';
}

function sameTexts(a: Entry, b: Entry | undefined): boolean {
  const bare = (entry: Entry) =>
    'requirement' in entry ? { ...entry, requirement: 'unsaid' as const } : entry;
  return b !== undefined && showEntry(bare(a)) === showEntry(bare(b));
}

/** A source that does not say it changes nothing. */
function sameRequirement(theirs: Entry, ours: Entry): boolean {
  if (!('requirement' in ours) || !('requirement' in theirs) || ours.requirement === 'unsaid') return true;
  return ours.requirement === theirs.requirement;
}

function cannot({ theirs, ours, problems }: Merge, role: string | null, why: string): void {
  const who = role === null ? '' : ` for "${role}"`;
  const message = `"${ours.id}" cannot be added to${who}: ${why}`;
  const help = 'write the expectations of each role under its own key, and import again';
  problems.push(error('cannot-merge', message, theirs.span, { help }));
}

function mergeGrades({ root, added, theirs, ours, around, problems }: Merge): void {
  const { language } = around;
  const nodes = ours.grades.flatMap((grade) => {
    const there = theirs.grades.find(({ id }) => id === grade.id);
    if (there && !says(there.text, grade.text))
      wouldChange(`The text of the grade "${grade.id}" of "${ours.id}"`, there.span, grade.span, problems);
    if (there) return [];
    return flowing(
      ordered(GRADE_KEYS, {
        id: plain(grade.id),
        name: text(grade.name, language),
        text: grade.text && text(grade.text, language),
      }),
    );
  });
  const grades = root.get('grades', true);
  if (isSeq(grades)) for (const node of nodes) added.item(grades, node);
  else if (nodes.length > 0) added.pair(root, 'grades', list(nodes) ?? pairs([]));
}

function mergeTexts({ root, added, theirs, ours, around, problems }: Merge): void {
  const { language } = around;
  let last = 'name';
  const said: readonly (readonly [string, Text | null, Text | null])[] = [
    ['name', theirs.name, ours.name],
    ['domain', theirs.domain?.name ?? null, ours.domain?.name ?? null],
    ['category', theirs.category, ours.category],
    ['summary', theirs.summary, ours.summary],
  ];
  for (const [key, there, own] of said) {
    if (there) last = key;
    if (!own || says(there, own)) continue;
    if (there) wouldChange(`The ${key} of "${ours.id}"`, there.span, own.span, problems);
    else {
      added.after(root, last, key, text(own, language));
    }
  }
}
