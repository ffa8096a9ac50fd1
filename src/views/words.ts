/** What a skill asks, and what stands under the points of the scale, as words on a page. Used by all views. */
import type { CompanyTexts, Framework, Grade, Level, Role, RoleLevel, Text } from '../framework/framework.ts';
import type { Anchor, Criterion, Profile } from '../framework/selection.ts';
import { lazily } from './lazy.ts';
import type { AnchorView, AskedView, CompanyView, SideView, TextView, WordsView } from './schema.ts';
import type { Reader } from './text.ts';

interface Said {
  readonly text: Text | null;
  readonly statements: readonly Text[];
  readonly grade: Grade | null;
}

/** A text and its statements; where there are none, the grade's own text; where that is missing too, the grade's name. */
export function wordsOf(said: Said, read: Reader): WordsView {
  const own = said.text !== null || said.statements.length > 0;
  const paragraphs = read.paragraphs(own ? said.text : (said.grade?.text ?? null));
  const [lead = null, ...more] = paragraphs;
  const statements = own ? said.statements.map((statement) => read.line(statement)) : [];
  const grade = lead === null && statements.length === 0 ? read.lineOrNull(said.grade?.name ?? null) : null;
  return { lead, more, statements, grade, lang: (lead ?? statements[0] ?? grade)?.lang ?? null };
}

/** A criterion's expectation. The grade is a label beside it, unless its name is all there is to say. */
export function askedOf(criterion: Criterion, read: Reader): AskedView {
  const { expectation } = criterion;
  const words = wordsOf(expectation, read);
  return {
    words,
    label: expectation.grade && words.grade === null ? read.line(expectation.grade.name) : null,
    sameAs: criterion.sameAs ? read.line(criterion.sameAs.name) : null,
    inheritedFrom: criterion.inheritedFrom ? read.line(criterion.inheritedFrom.name) : null,
    lower: criterion.lower.map(({ level, expectation: own }) => ({
      level: read.line(level.name),
      words: wordsOf(own, read),
    })),
    notes: expectation.notes.map(({ kind, text }) => ({ kind, paragraphs: read.paragraphs(text) })),
  };
}

/** An anchor: a text, statements, or a grade. */
export function anchorOf(anchor: Anchor, read: Reader): AnchorView {
  const { point, from } = anchor;
  return { id: point.id, name: read.line(point.name), from, words: wordsOf(anchor, read) };
}

/** The name of the point at which the expectation itself stands, word for word, where it is a single paragraph. */
export function standsUnder(
  asks: AskedView,
  anchors: readonly AnchorView[],
  criterion: Criterion,
): TextView | null {
  const { more, statements } = asks.words;
  if (asks.label || asks.sameAs || asks.inheritedFrom || more.length > 0 || statements.length > 0)
    return null;
  const at = criterion.anchors.findIndex(({ point }) => point.anchor === 'this');
  const anchor = anchors[at];
  return anchor && JSON.stringify(anchor.words) === JSON.stringify(asks.words) ? anchor.name : null;
}

/** What a document says of a skill wherever it names it. */
export function skillFacts(criterion: Pick<Criterion, 'skill' | 'requirement'>, read: Reader) {
  const { skill, requirement } = criterion;
  return {
    id: skill.id,
    name: read.line(skill.name),
    domain: skill.domain ? read.line(skill.domain.name) : null,
    category: read.lineOrNull(skill.category),
    topics: skill.topics.map((topic) => read.line(topic)),
    summary: read.paragraphs(skill.summary),
    requirement,
  };
}

/** A role at a level, part by part. */
export function sideParts(
  profile: Profile,
  read: Reader,
): { role: () => SideView['role']; level: () => SideView['level']; title: () => TextView } {
  const { role, level, roleLevel } = profile;
  return {
    role: () => roleOf(role, read),
    level: () => levelOf(level, roleLevel, read),
    title: () => titleOf(role, level, roleLevel, read),
  };
}

/** A role at a level. */
export function sideOf(profile: Profile, read: Reader): Omit<SideView, 'label'> {
  const { role, level, title } = sideParts(profile, read);
  return { role: role(), level: level(), title: title() };
}

/** A role, wherever it is named. */
export function roleOf(role: Role, read: Reader): SideView['role'] {
  return {
    id: role.id,
    name: read.line(role.name),
    family: read.lineOrNull(role.family),
    summary: read.paragraphs(role.summary),
  };
}

/** A level, with what is said of it in the role, else in the framework. */
export function levelOf(level: Level, roleLevel: RoleLevel | null, read: Reader): SideView['level'] {
  return {
    id: level.id,
    name: read.line(level.name),
    code: roleLevel?.code ?? null,
    summary: read.paragraphs(roleLevel?.summary ?? level.summary),
  };
}

/** The role's own title at the level, else "Role, Level" (DATA.md, Ladder). */
export function titleOf(role: Role, level: Level, roleLevel: RoleLevel, read: Reader): TextView {
  if (roleLevel.title) return read.line(roleLevel.title);
  const roleName = read.line(role.name);
  return { text: `${roleName.text}, ${read.line(level.name).text}`, lang: roleName.lang };
}

/** What every document may say, beside what it is about. */
export function everyDocument(framework: Framework, read: Reader) {
  const { name, version, summary } = framework;
  return {
    framework: () => ({ name: read.line(name), version, summary: read.paragraphs(summary) }),
    company: () => companyOf(framework.texts, read),
  };
}

/** The company's scripts and rules. */
function companyOf(texts: CompanyTexts, read: Reader): CompanyView {
  const { fairQuestions, retention } = texts;
  return lazily<CompanyView>({
    opening: () => read.paragraphs(texts.opening),
    closing: () => read.paragraphs(texts.closing),
    fairQuestions: () =>
      fairQuestions && {
        ask: read.paragraphs(fairQuestions.ask),
        never: read.paragraphs(fairQuestions.never),
      },
    adjustments: () => read.paragraphs(texts.adjustments),
    access: () => read.paragraphs(texts.access),
    retention: () => ({
      scorecard: read.lineOrNull(retention.scorecard),
      promotion: read.lineOrNull(retention.promotion),
    }),
    committee: () => texts.committee.map((rule) => read.line(rule)),
    peerQuestions: () => texts.peerQuestions.map((question) => read.line(question)),
  });
}

/** The newest of days written YYYY-MM-DD. */
export function newest(days: readonly (string | null)[]): string | null {
  let last: string | null = null;
  for (const day of days) if (day !== null && (last === null || day > last)) last = day;
  return last;
}
