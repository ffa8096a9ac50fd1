/** skills/**\/*.yaml: what a skill asks of a role at a level, in all its forms, made into one. */

import { knownNames } from '../problems/nearest.ts';
import { type Frame, knownLevel, knownRole, sharedRoles } from './frame.ts';
import type { Grade, Role, Skill, SkillDomain, Text } from './framework.ts';
import { GRADE_KEYS, SKILL_KEYS } from './keys.ts';
import { readEntries } from './read-entries.ts';
import { type FrameworkHead, nameOr } from './read-framework.ts';
import { readQuestions } from './read-questions.ts';
import { readNotes } from './read-role.ts';
import type { Reader } from './reader.ts';
import type { Pair, Value } from './value.ts';

/** A skill; `id`: the file's name; `unreadable`: ids of roles whose files could not be read. */
export function readSkill(
  reader: Reader,
  id: string,
  framework: FrameworkHead,
  roles: readonly Role[],
  unreadable: ReadonlySet<string>,
): Skill | null {
  const root = reader.root();
  if (!root) return null;
  const pairs = root.pairs(SKILL_KEYS);
  const get = (key: string): Value | null => root.get(pairs, key);
  const own = get('id')?.id() ?? id;
  const name = root.mustText(pairs, 'name');
  const frame: Frame = {
    reader,
    framework,
    roles,
    unreadable,
    levels: framework.levels.map((l) => l.id),
    grades: readGrades(reader, get('grades')),
  };
  return {
    id: own,
    name,
    domain: readDomain(frame, get('domain')),
    category: get('category')?.text() ?? null,
    topics: get('topics')?.texts() ?? [],
    updated: get('updated')?.date() ?? null,
    summary: get('summary')?.text() ?? null,
    notes: readNotes(get('notes')),
    entries: readEntries(frame, root, pairs),
    grades: frame.grades,
    questions: readQuestions(frame, get('questions')),
    anchors: readAnchors(frame, get('anchors'), get('roles')),
    span: name.span,
  };
}

function readDomain(frame: Frame, value: Value | null): SkillDomain | null {
  const name = value?.text() ?? null;
  if (!name || !value) return null;
  const words = Object.values(name.byLanguage);
  const { domains } = frame.framework;
  const known = domains.find(
    (d) => words.includes(d.id) || words.some((w) => Object.values(d.name.byLanguage).includes(w)),
  );
  if (known) return { id: known.id, name: known.name };
  if (domains.length > 0) {
    const names = domains.flatMap((d) => Object.values(d.name.byLanguage));
    frame.reader.fail(
      'unknown-domain',
      `There is no domain "${words[0]}"`,
      value.span,
      knownNames(words[0] ?? '', names),
    );
  }
  return { id: null, name };
}

function readGrades(reader: Reader, value: Value | null): readonly Grade[] {
  const read = (value?.items() ?? []).flatMap((item): Grade[] => {
    const pairs = item.pairs(GRADE_KEYS);
    const id = item.must(pairs, 'id')?.id() ?? null;
    const name = nameOr(item, pairs, id ?? '');
    const text = item.get(pairs, 'text')?.text() ?? null;
    return id === null ? [] : [{ id, name, text, span: item.span }];
  });
  return reader.unique(read, 'grade');
}

/** Anchors by hand: role, level, point; where `roles` is all or a list: level, point, for each of them. */
function readAnchors(frame: Frame, value: Value | null, roles: Value | null): Skill['anchors'] {
  const anchors = new Map<string, Map<string, Map<string, Text>>>();
  if (!value) return anchors;
  const pairs = value.pairs();
  if (roles && !roles.isMap) {
    const levels = readPoints(frame, pairs);
    for (const role of sharedRoles(frame, roles)) anchors.set(role, levels);
    return anchors;
  }
  for (const { key, keySpan, value: body } of pairs) {
    const role = knownRole(frame, key, keySpan);
    if (role) anchors.set(role, readPoints(frame, body.pairs()));
  }
  return anchors;
}

function readPoints(frame: Frame, pairs: readonly Pair[]): Map<string, Map<string, Text>> {
  const points = frame.framework.scale.map((point) => point.id);
  const levels = new Map<string, Map<string, Text>>();
  for (const { key, keySpan, value } of pairs) {
    const level = knownLevel(frame, key, keySpan);
    if (level === null) continue;
    const texts = new Map<string, Text>();
    for (const point of value.pairs()) {
      if (!points.includes(point.key)) {
        frame.reader.fail(
          'unknown-point',
          `The scale has no point "${point.key}"`,
          point.keySpan,
          knownNames(point.key, points),
        );
        continue;
      }
      const text = point.value.text();
      if (text) texts.set(point.key, text);
    }
    levels.set(level, texts);
  }
  return levels;
}
