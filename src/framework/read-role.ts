/** roles/*.yaml: a role, its levels and its loop. */

import type { Interview, InterviewSkill, Note, Role, RoleLevel } from './framework.ts';
import { INTERVIEW_KEYS, INTERVIEW_SKILL_KEYS, NOTE_KEYS, ROLE_KEYS, ROLE_LEVEL_KEYS } from './keys.ts';
import type { FrameworkHead } from './read-framework.ts';
import { readKind } from './read-questions.ts';
import type { Reader } from './reader.ts';
import type { Value } from './value.ts';

/** A role; `id`: the file's name. */
export function readRole(reader: Reader, id: string, framework: FrameworkHead): Role | null {
  const root = reader.root();
  if (!root) return null;
  const pairs = root.pairs(ROLE_KEYS);
  const own = root.get(pairs, 'id')?.id() ?? id;
  const name = root.mustText(pairs, 'name');
  const interviews = (root.get(pairs, 'interviews')?.items() ?? []).flatMap(
    (item) => readInterview(reader, item, framework.timing.minutes) ?? [],
  );
  return {
    id: own,
    name,
    family: root.get(pairs, 'family')?.text() ?? null,
    summary: root.get(pairs, 'summary')?.text() ?? null,
    notes: readNotes(root.get(pairs, 'notes')),
    levels: readRoleLevels(reader, root.get(pairs, 'levels'), framework),
    interviews: reader.unique(interviews, 'interview'),
    updated: root.get(pairs, 'updated')?.date() ?? null,
    span: name.span,
  };
}

/** Side notes: texts, or kind and text. */
export function readNotes(value: Value | null): readonly Note[] {
  return (value?.items() ?? []).flatMap((item): Note[] => {
    if (!item.isMap) {
      const text = item.text();
      return text ? [{ kind: 'note', text }] : [];
    }
    const pairs = item.pairs(NOTE_KEYS);
    const text = item.get(pairs, 'text')?.text();
    return text ? [{ kind: item.get(pairs, 'kind')?.string() ?? 'note', text }] : [];
  });
}

/** The levels a role has: those it lists, else from the lowest along the first of each `next`. */
function readRoleLevels(reader: Reader, value: Value | null, framework: FrameworkHead): readonly RoleLevel[] {
  const { levels } = framework;
  if (!value) {
    const path: RoleLevel[] = [];
    for (let level = levels[0]; level && path.length <= levels.length; ) {
      path.push({ level: level.id, title: null, code: null, summary: null, span: level.span });
      const next = level.next[0];
      level = levels.find((l) => l.id === next);
    }
    return path;
  }
  const ids = levels.map((level) => level.id);
  const found = new Map<string, RoleLevel>();
  const add = (id: string, span: Value['span'], body: Value | null): void => {
    if (ids.length > 0 && reader.known('level', id, ids, span) === null) return;
    if (found.has(id)) {
      reader.fail('double-id', `The level "${id}" stands twice`, span, 'keep one of them');
      return;
    }
    const pairs = body !== null && body.node !== null ? body.pairs(ROLE_LEVEL_KEYS) : [];
    found.set(id, {
      level: id,
      span,
      title: body?.get(pairs, 'title')?.text() ?? null,
      code: body?.get(pairs, 'code')?.string() ?? null,
      summary: body?.get(pairs, 'summary')?.text() ?? null,
    });
  };
  if (!value.isMap)
    for (const item of value.items()) {
      const id = item.string('an id');
      if (id !== null) add(id, item.span, null);
    }
  else
    for (const { key, keySpan, value: body } of value.pairs())
      add(key, keySpan, body.scalar === null ? null : body);
  if (found.size === 0 && ids.length > 0 && (value.isMap || value.isList))
    reader.fail('no-data', 'The role has no level', value.span, `name some of: ${ids.join(', ')}`);
  return ids.flatMap((id) => found.get(id) ?? []);
}

function readInterview(reader: Reader, item: Value, usual: number): Interview | null {
  const pairs = item.pairs(INTERVIEW_KEYS);
  const id = item.must(pairs, 'id')?.id() ?? null;
  const name = item.mustText(pairs, 'name');
  const list = item.must(pairs, 'skills')?.items() ?? [];
  const skills = list.flatMap((skill) => readInterviewSkill(reader, skill) ?? []);
  const seen = new Set<string>();
  for (const { skill, span } of skills) {
    if (seen.has(skill))
      reader.fail('double-id', `The skill "${skill}" stands twice`, span, 'keep one of them');
    seen.add(skill);
  }
  const interview: Interview = {
    id: id ?? '',
    name,
    minutes: item.get(pairs, 'minutes')?.minutes(1) ?? usual,
    who: item.get(pairs, 'who')?.text() ?? null,
    format: item.get(pairs, 'format')?.text() ?? null,
    skills,
    span: item.get(pairs, 'id')?.span ?? item.span,
  };
  return id === null ? null : interview;
}

/** A skill of an interview: its id, or with the question or the kind of question that is asked there. */
function readInterviewSkill(reader: Reader, item: Value): InterviewSkill | null {
  if (!item.isMap) {
    const plain = item.string('an id');
    return plain === null ? null : { skill: plain, question: null, kind: null, span: item.span };
  }
  const pairs = item.pairs(INTERVIEW_SKILL_KEYS);
  const named = item.must(pairs, 'skill');
  const skill = named?.string('an id') ?? null;
  const asked = item.get(pairs, 'question');
  const id = asked?.string('an id') ?? null;
  const question = asked && id !== null ? { text: id, span: asked.span } : null;
  const kind = readKind(item.get(pairs, 'kind'));
  const second = pairs.filter(({ key }) => key === 'question' || key === 'kind')[1];
  if (second)
    reader.fail(
      'misplaced-key',
      '"question" and "kind" stand together',
      second.keySpan,
      'write one or the other',
    );
  return named && skill !== null ? { skill, question, kind, span: named.span } : null;
}
