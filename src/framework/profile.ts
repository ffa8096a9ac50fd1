/** A profile: one role at one level, with every criterion that stands there, in the order of DATA.md. */
import { anchorsFor } from './anchors.ts';
import type {
  Expectation,
  Framework,
  InterviewSkill,
  Level,
  Question,
  Requirement,
  Role,
  Skill,
  Text,
} from './framework.ts';
import { levelOf, way } from './ladder.ts';
import type { Criterion, Profile } from './selection.ts';

const ABOVE = /[\ud800-\udfff]/;

/** The profile of a role at a level that it has. `beneath`: the level below, where several are; by default the first. */
export function profileOf(framework: Framework, role: Role, level: Level, beneath?: Level): Profile {
  const roleLevel = role.levels.find((l) => l.level === level.id);
  if (!roleLevel) throw new Error(`${role.id} has no level ${level.id}: selection checks this.`);
  const criteria = inOrder(framework, framework.skills).flatMap(
    (skill) => criterionOf(framework, role, level, skill, beneath) ?? [],
  );
  return {
    framework,
    role,
    level,
    roleLevel,
    criteria,
    noneRequired: !criteria.some((c) => c.requirement === 'required'),
    nothingSaid: criteria.every((c) => c.requirement === 'unsaid'),
  };
}

/** What a skill asks of a role at a level; null where it asks nothing. `beneath`: as in profileOf. */
export function criterionOf(
  framework: Framework,
  role: Role,
  level: Level,
  skill: Skill,
  beneath?: Level,
): Criterion | null {
  const entry = skill.entries.get(role.id)?.get(level.id);
  const found =
    entry?.kind === 'expectation'
      ? { expectation: entry, requirement: entry.requirement, sameAs: null, inheritedFrom: null }
      : entry?.kind === 'same-as'
        ? {
            expectation: entry.expectation,
            requirement: entry.requirement,
            sameAs: levelOf(framework, entry.level),
            inheritedFrom: null,
          }
        : entry === undefined && framework.cumulative
          ? inherited(framework, role, level, skill, beneath)
          : null;
  if (!found) return null;
  const { expectation } = found;
  return {
    skill,
    ...found,
    lower: framework.cumulative
      ? lowerTexts(
          framework,
          role,
          found.inheritedFrom ?? level,
          skill,
          found.inheritedFrom ? undefined : beneath,
        )
      : [],
    anchors: anchorsFor(
      framework,
      role,
      skill,
      level,
      expectation,
      found.inheritedFrom ?? found.sameAs ?? level,
      beneath,
    ),
    question: questionFor(skill, role.id, level.id, null),
  };
}

function inherited(
  framework: Framework,
  role: Role,
  level: Level,
  skill: Skill,
  beneath: Level | undefined,
): { expectation: Expectation; requirement: Requirement; sameAs: null; inheritedFrom: Level } | null {
  const own = lowerTexts(framework, role, level, skill, beneath)[0];
  return own
    ? { expectation: own.expectation, requirement: 'unsaid', sameAs: null, inheritedFrom: own.level }
    : null;
}

/** Own texts below a level, nearest first. */
function lowerTexts(
  framework: Framework,
  role: Role,
  level: Level,
  skill: Skill,
  beneath: Level | undefined,
): Criterion['lower'] {
  return way(framework, role, level.id, 'below', beneath).flatMap((lower) => {
    const entry = skill.entries.get(role.id)?.get(lower.id);
    return entry?.kind === 'expectation' ? [{ level: lower, expectation: entry }] : [];
  });
}

/** The first question in the file that fits; of those that an interview wants (by id or kind) where one of them fits. */
export function questionFor(
  skill: Skill,
  role: string,
  level: string,
  wanted: Pick<InterviewSkill, 'question' | 'kind'> | null,
): Question | null {
  const fitting = skill.questions.filter(
    (q) => (q.levels?.includes(level) ?? true) && (q.roles?.includes(role) ?? true),
  );
  const isWanted = (q: Question): boolean =>
    wanted !== null && (wanted.kind === null ? q.id === wanted.question?.text : q.kind === wanted.kind);
  return fitting.find(isWanted) ?? fitting[0] ?? null;
}

/** The order of code points, which is not that of UTF-16 units above U+FFFF. */
function compare(a: string, b: string): number {
  if (!ABOVE.test(a) && !ABOVE.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((sign, i) => sign !== right[i]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1);
}

/** By domain in the framework's order (without it by name), then category, then name, by code point. */
export function inOrder(framework: Framework, skills: readonly Skill[]): readonly Skill[] {
  const words = (text: Text | null): string =>
    text?.byLanguage[framework.language] ?? Object.values(text?.byLanguage ?? {})[0] ?? '';
  const domain = (skill: Skill): number =>
    framework.domains.findIndex((d) => d.id === skill.domain?.id) >>> 0;
  return [...skills].sort(
    (a, b) =>
      domain(a) - domain(b) ||
      compare(words(a.domain?.name ?? null), words(b.domain?.name ?? null)) ||
      compare(words(a.category), words(b.category)) ||
      compare(words(a.name), words(b.name)),
  );
}
