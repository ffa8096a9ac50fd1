/** skills/**\/*.yaml: what a skill asks of a role at a level, in all its forms, made into one. */
import { knownNames } from '../problems/nearest.ts';
import type {
  Entry,
  Expectation,
  Grade,
  Question,
  Requirement,
  Role,
  Skill,
  SkillDomain,
  Text,
} from './framework.ts';
import { type FrameworkHead, need, unique } from './read-framework.ts';
import { readNotes } from './read-role.ts';
import type { Pair, Reader, Value } from './reader.ts';

const KEYS = [
  'id',
  'name',
  'domain',
  'category',
  'topics',
  'updated',
  'summary',
  'notes',
  'roles',
  'required',
  'expectations',
  'grades',
  'questions',
  'anchors',
];

interface Frame {
  readonly reader: Reader;
  readonly framework: FrameworkHead;
  readonly roles: readonly Role[];
  readonly levels: readonly string[];
  readonly grades: readonly Grade[];
}

/** A skill; `id`: the file's name. */
export function readSkill(
  reader: Reader,
  id: string,
  framework: FrameworkHead,
  roles: readonly Role[],
): Skill | null {
  const root = reader.root();
  if (!root) return null;
  const pairs = root.pairs(KEYS);
  const get = (key: string): Value | null => root.get(pairs, key);
  const own = get('id')?.id() ?? id;
  const name = get('name')?.text() ?? need(reader, root, 'name');
  if (!name) return null;
  const frame: Frame = {
    reader,
    framework,
    roles,
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
    entries: readEntries(frame, get),
    grades: frame.grades,
    questions: readQuestions(frame, get('questions')),
    anchors: readAnchors(frame, get('anchors')),
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
    const pairs = item.pairs(['id', 'name', 'text']);
    const id = item.get(pairs, 'id')?.id() ?? need(reader, item, 'id');
    if (id === null) return [];
    const name = item.get(pairs, 'name')?.text() ?? {
      byLanguage: { [reader.language]: id },
      span: item.span,
    };
    return [{ id, name, text: item.get(pairs, 'text')?.text() ?? null, span: item.span }];
  });
  return unique(reader, read, 'grade');
}

type Levelled = ReadonlyMap<string, Requirement> | Requirement | null;

/** true, false, or the levels at which it is required. */
function readRequired(frame: Frame, value: Value | null): Levelled {
  if (!value) return null;
  if (value.isList) {
    const listed = value
      .items()
      .flatMap((item) => levelOf(frame, item.string('an id') ?? '', item.span) ?? []);
    return new Map(frame.levels.map((level) => [level, listed.includes(level) ? 'required' : 'optional']));
  }
  const all = value.boolean();
  return all === null ? null : all ? 'required' : 'optional';
}

function at(levelled: Levelled, level: string): Requirement | null {
  return levelled === null || typeof levelled === 'string' ? levelled : (levelled.get(level) ?? null);
}

function levelOf(frame: Frame, id: string, span: Value['span']): string | null {
  if (frame.levels.includes(id)) return id;
  frame.reader.fail('unknown-level', `There is no level "${id}"`, span, knownNames(id, frame.levels));
  return null;
}

function roleOf(frame: Frame, id: string, span: Value['span']): string | null {
  const ids = frame.roles.map((role) => role.id);
  if (ids.includes(id)) return id;
  frame.reader.fail('unknown-role', `There is no role "${id}"`, span, knownNames(id, ids));
  return null;
}

type Entries = Map<string, Map<string, Entry>>;

function readEntries(frame: Frame, get: (key: string) => Value | null): Entries {
  const entries: Entries = new Map();
  const roles = get('roles');
  const top = readRequired(frame, get('required'));
  const shared = get('expectations');
  if (roles?.isMap) {
    for (const { key, keySpan, value } of roles.pairs()) {
      const role = roleOf(frame, key, keySpan);
      const pairs = value.pairs(['required', 'expectations']);
      const own = readRequired(frame, value.get(pairs, 'required')) ?? top;
      if (role) entries.set(role, readLadder(frame, value.get(pairs, 'expectations'), own, role));
    }
    return entries;
  }
  for (const role of sharedRoles(frame, roles)) entries.set(role, readLadder(frame, shared, top, role));
  return entries;
}

/** The roles of a ladder that several share: all, or a list. */
function sharedRoles(frame: Frame, roles: Value | null): readonly string[] {
  if (roles?.isList)
    return roles.items().flatMap((item) => roleOf(frame, item.string('an id') ?? '', item.span) ?? []);
  const written = roles?.string('all, a list of roles, or a role with its expectations');
  if (roles && written !== 'all') {
    if (written !== null && written !== undefined)
      roles.wrong('all, a list of roles, or a role with its expectations');
    return [];
  }
  return roles ? frame.roles.map((role) => role.id) : [];
}

function readLadder(frame: Frame, value: Value | null, required: Levelled, role: string): Map<string, Entry> {
  const ladder = new Map<string, Entry>();
  const same: { level: string; to: string; span: Value['span']; requirement: Requirement }[] = [];
  const has = frame.roles.find((r) => r.id === role)?.levels.map((l) => l.level) ?? [];
  for (const { key, keySpan, value: body } of value?.pairs() ?? []) {
    const level = levelOf(frame, key, keySpan);
    if (level === null || !has.includes(level)) continue;
    const pairs = body.isMap ? entryPairs(body) : null;
    if (pairs?.some((p) => p.key === 'same_as')) {
      const to = body.get(pairs, 'same_as');
      const target = to ? levelOf(frame, to.string('an id') ?? '', to.span) : null;
      const requirement = readEntryRequirement(body, pairs) ?? at(required, level) ?? 'unsaid';
      if (to && target) same.push({ level, to: target, span: to.span, requirement });
      continue;
    }
    const entry = readEntry(frame, body, pairs, at(required, level), keySpan);
    if (entry) ladder.set(level, entry);
  }
  for (const { level, to, span, requirement } of same) {
    let target = to;
    const seen = new Set([level]);
    for (
      let next = same.find((s) => s.level === target);
      next && !seen.has(target);
      next = same.find((s) => s.level === target)
    ) {
      seen.add(target);
      target = next.to;
    }
    const found = ladder.get(target);
    if (found?.kind === 'expectation')
      ladder.set(level, { kind: 'same-as', level: to, expectation: found, requirement, span });
    else
      frame.reader.fail(
        'same-as-nothing',
        `"${to}" has no text of its own here`,
        span,
        'name a level that has one',
      );
  }
  return new Map(
    frame.levels.flatMap((level) => {
      const entry = ladder.get(level);
      return entry ? [[level, entry] as const] : [];
    }),
  );
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
  if (body.isList) return { kind: 'expectation', text: null, statements: body.texts(), ...plain };
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
  if (!gradeValue)
    frame.reader.fail(
      'missing-key',
      'This level asks nothing',
      body.span,
      'give it a text, statements or a grade',
    );
  return null;
}

function readQuestions(frame: Frame, value: Value | null): readonly Question[] {
  const { reader } = frame;
  const read = (value?.items() ?? []).flatMap((item): Question[] => {
    const pairs = item.pairs([
      'id',
      'kind',
      'levels',
      'roles',
      'minutes',
      'ask',
      'probes',
      'listen_for',
      'warning_signs',
    ]);
    const get = (key: string): Value | null => item.get(pairs, key);
    const id = get('id')?.id() ?? need(reader, item, 'id');
    const ask = get('ask')?.text() ?? need(reader, item, 'ask');
    if (id === null || !ask) return [];
    const kind = get('kind');
    const written = kind?.string() ?? null;
    if (kind && written !== null && written !== 'did' && written !== 'case')
      reader.fail(
        'unknown-kind',
        `"${written}" is no kind of question`,
        kind.span,
        knownNames(written, ['did', 'case']),
      );
    const levels = get('levels')
      ?.items()
      .flatMap((l) => levelOf(frame, l.string('an id') ?? '', l.span) ?? []);
    const roles = get('roles')
      ?.items()
      .flatMap((r) => roleOf(frame, r.string('an id') ?? '', r.span) ?? []);
    return [
      {
        id,
        kind: written === 'did' || written === 'case' ? written : null,
        levels: levels ?? null,
        roles: roles ?? null,
        minutes: get('minutes')?.number() ?? null,
        ask,
        probes: get('probes')?.texts() ?? [],
        listenFor: get('listen_for')?.texts() ?? [],
        warningSigns: get('warning_signs')?.texts() ?? [],
        span: get('id')?.span ?? item.span,
      },
    ];
  });
  return unique(reader, read, 'question');
}

/** Anchors by hand: role -> level -> point -> text; under `roles` one ladder for several roles. */
function readAnchors(frame: Frame, value: Value | null): Skill['anchors'] {
  const anchors = new Map<string, Map<string, Map<string, Text>>>();
  if (!value) return anchors;
  const pairs = value.pairs();
  const shared = value.get(pairs, 'roles');
  if (shared) {
    const roles = sharedRoles(frame, shared);
    const levels = readPoints(
      frame,
      pairs.filter((p) => p.key !== 'roles'),
    );
    for (const role of roles) anchors.set(role, levels);
    return anchors;
  }
  for (const { key, keySpan, value: body } of pairs) {
    const role = roleOf(frame, key, keySpan);
    if (role) anchors.set(role, readPoints(frame, body.pairs()));
  }
  return anchors;
}

function readPoints(frame: Frame, pairs: readonly Pair[]): Map<string, Map<string, Text>> {
  const points = frame.framework.scale.map((point) => point.id);
  const levels = new Map<string, Map<string, Text>>();
  for (const { key, keySpan, value } of pairs) {
    const level = levelOf(frame, key, keySpan);
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
