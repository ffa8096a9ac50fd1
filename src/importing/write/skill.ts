/** A skill of the loaded framework as its file: the way of saying it that repeats least, in the order of our own data. */
import type { Node, YAMLMap } from 'yaml';
import type { Entry, Framework, Question, Skill, Text } from '../../framework/framework.ts';
import { GRADE_KEYS, QUESTION_KEYS, SKILL_KEYS, SKILL_ROLE_KEYS } from '../../framework/keys.ts';
import { type Ladder, ladderNodes, notesNode } from './ladder.ts';
import { alike, flowing, ids, list, ordered, pairs, plain, text } from './nodes.ts';

/** What a skill is written against. */
export type Around = Pick<Framework, 'language' | 'levels' | 'domains' | 'roles'>;

/** The keys of a skill's file. Its id is the file's name. */
export function skillNode(skill: Skill, framework: Around): YAMLMap {
  const { language } = framework;
  const said = (one: Text | null): Node | null => one && text(one, language);
  const topics = list(skill.topics.map((topic) => text(topic, language)));
  const flat = skill.topics.every((topic) => Object.values(topic.byLanguage).every((t) => !t.includes(',')));
  return ordered(SKILL_KEYS, {
    name: said(skill.name),
    domain: domainNode(skill, framework),
    category: said(skill.category),
    topics: topics && flat ? flowing(topics) : topics,
    updated: skill.updated === null ? null : plain(skill.updated),
    summary: said(skill.summary),
    notes: notesNode(skill.notes, language),
    ...laddersOf(skill, framework),
    grades: list(
      alike(
        skill.grades.map((grade) =>
          ordered(GRADE_KEYS, { id: plain(grade.id), name: said(grade.name), text: said(grade.text) }),
        ),
      ),
    ),
    questions: list(skill.questions.map((question) => questionNode(question, language))),
  });
}

/** By its name; by its id where another domain would be taken for it. */
function domainNode({ domain }: Skill, { domains, language }: Around): Node | null {
  if (!domain) return null;
  const own = domain.name.byLanguage[language];
  if (domain.id === null || own === undefined) return text(domain.name, language);
  const first = domains.find(
    ({ id, name }) => id === own || Object.values(name.byLanguage).some((called) => called === own),
  );
  return plain(first?.id === domain.id ? own : domain.id);
}

type Keys = 'roles' | 'required' | 'expectations' | 'anchors';

/** One ladder for all that share it, else one for each role. */
function laddersOf(skill: Skill, framework: Around): Readonly<Partial<Record<Keys, Node | null>>> {
  const { language } = framework;
  const roles = [...skill.entries.keys()];
  const shared = roles.length > 1 ? sharedLadder(skill, framework) : null;
  const [first] = skill.anchors.values();
  const alike =
    skill.anchors.size === 0 ||
    (first &&
      sameKeys(roles, [...skill.anchors.keys()]) &&
      allAlike([...skill.anchors.values()], showPoints));
  if (shared && alike) {
    const everyone = sameKeys(
      roles,
      framework.roles.map(({ id }) => id),
    );
    return {
      roles: everyone ? plain('all') : ids(roles),
      ...ladderNodes(shared, language),
      anchors: first ? anchorsNode(first, language) : null,
    };
  }
  return {
    roles: pairs(
      roles.map((role) => {
        const ladder = inOrder(skill.entries.get(role) ?? new Map(), framework);
        return [role, ordered(SKILL_ROLE_KEYS, { ...ladderNodes(ladder, language) })];
      }),
    ),
    anchors: first
      ? pairs([...skill.anchors].map(([role, levels]) => [role, anchorsNode(levels, language)]))
      : null,
  };
}

/** The ladder of which each role has what stands at its own levels; null where there is none. */
function sharedLadder(skill: Skill, framework: Around): Ladder | null {
  const union = new Map<string, Entry>();
  for (const ladder of skill.entries.values())
    for (const [level, entry] of ladder) if (!union.has(level)) union.set(level, entry);
  const fits = [...skill.entries].every(([id, ladder]) => {
    const levels = framework.roles.find((role) => role.id === id)?.levels ?? [];
    return levels.every(({ level }) => showEntry(union.get(level)) === showEntry(ladder.get(level)));
  });
  return fits && union.size > 0 ? inOrder(union, framework) : null;
}

/** The ladder in the order of the levels. */
export function inOrder(ladder: Ladder, { levels }: Pick<Around, 'levels'>): Ladder {
  return new Map(
    levels.flatMap(({ id }) => {
      const entry = ladder.get(id);
      return entry ? [[id, entry] as const] : [];
    }),
  );
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key) => b.includes(key));
}

function allAlike<T>(all: readonly T[], show: (one: T) => string): boolean {
  return new Set(all.map(show)).size <= 1;
}

/** Everything of an entry but its place: of two that say the same it is the same. */
export function showEntry(entry: Entry | undefined): string {
  if (entry === undefined) return '';
  if (entry.kind === 'same-as') return JSON.stringify([entry.kind, entry.level, entry.requirement]);
  if (entry.kind !== 'expectation') return JSON.stringify([entry.kind]);
  const { text: said, statements, grade, requirement, weight, notes } = entry;
  const all = [said && showText(said), statements.map(showText), grade?.id, requirement, weight];
  return JSON.stringify([...all, notes.map((note) => [note.kind, showText(note.text)])]);
}

function showText({ byLanguage }: Text): unknown {
  return Object.entries(byLanguage).sort(([a], [b]) => (a < b ? -1 : 1));
}

type Points = ReadonlyMap<string, ReadonlyMap<string, Text>>;

function showPoints(levels: Points): string {
  return JSON.stringify(
    [...levels].map(([level, points]) => [level, [...points].map(([id, said]) => [id, showText(said)])]),
  );
}

function anchorsNode(levels: Points, language: string): YAMLMap {
  return pairs(
    [...levels].map(([level, points]) => [
      level,
      pairs([...points].map(([point, said]) => [point, text(said, language)])),
    ]),
  );
}

function questionNode(question: Question, language: string): YAMLMap {
  const texts = (all: readonly Text[]): Node | null => list(all.map((one) => text(one, language)));
  return ordered(QUESTION_KEYS, {
    id: plain(question.id),
    kind: question.kind && plain(question.kind),
    levels: question.levels && ids(question.levels),
    roles: question.roles && ids(question.roles),
    minutes: question.minutes === null ? null : plain(question.minutes),
    ask: text(question.ask, language),
    probes: texts(question.probes),
    listen_for: texts(question.listenFor),
    warning_signs: texts(question.warningSigns),
  });
}
