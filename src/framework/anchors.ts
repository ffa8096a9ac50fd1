/**
 * The ladder is the rubric: which text stands under each point of the scale, and where it came from. One file; its table
 * of cases is its test.
 */
import type { Expectation, Framework, Level, Role, ScalePoint, Skill } from './framework.ts';
import { above, below } from './ladder.ts';
import type { Anchor } from './selection.ts';

/**
 * One anchor for each point. `this` is the expectation itself, `previous` and `next` its neighbours on the ladder (or, where
 * the expectation is a grade alone, the neighbouring grades). A neighbour without a text of its own, or with the same text:
 * the point's `means`. An anchor written by hand wins. `source`: the level whose text `own` is.
 */
export function anchorsFor(
  framework: Framework,
  role: Role,
  skill: Skill,
  level: Level,
  own: Expectation,
  source: Level,
): readonly Anchor[] {
  const written = skill.anchors.get(role.id)?.get(level.id);
  return framework.scale.map((point) => {
    const text = written?.get(point.id);
    if (text) return { point, from: 'written', level: null, grade: null, text, statements: [] };
    return anchorAt(framework, role, skill, level, own, source, point);
  });
}

function anchorAt(
  framework: Framework,
  role: Role,
  skill: Skill,
  level: Level,
  own: Expectation,
  source: Level,
  point: ScalePoint,
): Anchor {
  const scale: Anchor = { point, from: 'scale', level: null, grade: null, text: point.means, statements: [] };
  if (point.anchor === 'none') return scale;
  const gradeAlone = own.grade !== null && own.text === null && own.statements.length === 0;
  if (gradeAlone) {
    const at = skill.grades.findIndex((g) => g.id === own.grade?.id);
    const grade = skill.grades[point.anchor === 'previous' ? at - 1 : point.anchor === 'next' ? at + 1 : at];
    return grade ? { point, from: 'grade', level: null, grade, text: grade.text, statements: [] } : scale;
  }
  if (point.anchor === 'this') return ofLevel(point, source, own);
  const found = neighbour(framework, role, skill, level, point.anchor);
  if (!found || same(found.expectation, own)) return scale;
  return ofLevel(point, found.level, found.expectation);
}

function ofLevel(point: ScalePoint, level: Level, expectation: Expectation): Anchor {
  const { text, statements, grade } = expectation;
  return { point, from: 'level', level, grade, text, statements };
}

/** The neighbour's own expectation; in a cumulative framework the nearest own one on the path. */
function neighbour(
  framework: Framework,
  role: Role,
  skill: Skill,
  level: Level,
  side: 'previous' | 'next',
): { level: Level; expectation: Expectation } | null {
  const seen = new Set<string>();
  const entries = skill.entries.get(role.id);
  let at = level;
  if (framework.cumulative && side === 'previous') {
    for (let own = entries?.get(at.id); own?.kind !== 'expectation'; own = entries?.get(at.id)) {
      const lower = below(framework, role, at.id)[0];
      if (!lower || seen.has(lower.id)) return null;
      seen.add(lower.id);
      at = lower;
    }
  }
  for (;;) {
    const next = (side === 'previous' ? below(framework, role, at.id) : above(framework, role, at.id))[0];
    if (!next || seen.has(next.id)) return null;
    seen.add(next.id);
    const entry = entries?.get(next.id);
    if (entry?.kind === 'expectation') return { level: next, expectation: entry };
    if (!framework.cumulative) return null;
    at = next;
  }
}

/** Equal words: text, statements and grade, in every language. */
export function same(a: Expectation, b: Expectation): boolean {
  return wordsOf(a) === wordsOf(b);
}

function wordsOf(e: Expectation): string {
  return JSON.stringify([
    e.text?.byLanguage ?? null,
    e.statements.map((s) => s.byLanguage),
    e.grade?.id ?? null,
  ]);
}
