/** roles/*.yaml: a role, its levels and its loop. */
import { knownNames } from '../problems/nearest.ts';
import type { Interview, InterviewSkill, Note, Role, RoleLevel } from './framework.ts';
import { type FrameworkHead, need, unique } from './read-framework.ts';
import type { Reader, Value } from './reader.ts';

/** A role; `id`: the file's name. */
export function readRole(reader: Reader, id: string, framework: FrameworkHead): Role | null {
  const root = reader.root();
  if (!root) return null;
  const pairs = root.pairs(['id', 'name', 'family', 'summary', 'notes', 'levels', 'interviews', 'updated']);
  const own = root.get(pairs, 'id')?.id() ?? id;
  const name = root.get(pairs, 'name')?.text() ?? need(reader, root, 'name');
  if (!name) return null;
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
    interviews: unique(reader, interviews, 'interview'),
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
    const pairs = item.pairs(['kind', 'text']);
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
    if (!ids.includes(id)) {
      reader.fail('unknown-level', `There is no level "${id}"`, span, knownNames(id, ids));
      return;
    }
    const pairs = body?.isMap ? body.pairs(['title', 'code', 'summary']) : [];
    found.set(id, {
      level: id,
      span,
      title: body?.get(pairs, 'title')?.text() ?? null,
      code: body?.get(pairs, 'code')?.string() ?? null,
      summary: body?.get(pairs, 'summary')?.text() ?? null,
    });
  };
  if (value.isList) for (const item of value.items()) add(item.string('an id') ?? '', item.span, null);
  else for (const { key, keySpan, value: body } of value.pairs()) add(key, keySpan, body);
  return ids.flatMap((id) => found.get(id) ?? []);
}

function readInterview(reader: Reader, item: Value, usual: number): Interview | null {
  const pairs = item.pairs(['id', 'name', 'minutes', 'who', 'format', 'skills']);
  const id = item.get(pairs, 'id')?.id() ?? need(reader, item, 'id');
  const name = item.get(pairs, 'name')?.text() ?? need(reader, item, 'name');
  if (id === null || !name) return null;
  const skills = (item.get(pairs, 'skills')?.items() ?? []).flatMap((skill): InterviewSkill[] => {
    if (!skill.isMap) return [{ skill: skill.string('an id') ?? '', question: null, span: skill.span }];
    const inner = skill.pairs(['skill', 'question']);
    const named = skill.get(inner, 'skill');
    return named
      ? [
          {
            skill: named.string('an id') ?? '',
            question: skill.get(inner, 'question')?.string('an id') ?? null,
            span: named.span,
          },
        ]
      : [];
  });
  return {
    id,
    name,
    minutes: item.get(pairs, 'minutes')?.number() ?? usual,
    who: item.get(pairs, 'who')?.text() ?? null,
    format: item.get(pairs, 'format')?.text() ?? null,
    skills,
    span: item.get(pairs, 'id')?.span ?? item.span,
  };
}
