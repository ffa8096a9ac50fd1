/**
 * The ladder is the rubric: which text stands under each point of the scale, and where it came from. One file; its table
 * of cases is its test.
 */
import type { Expectation, Framework, Level, Role, ScalePoint, Skill } from './framework.ts';
import { way } from './ladder.ts';
import type { Anchor } from './selection.ts';

/** What a point shows, when it is not the point's own `means`. */
type Found = Partial<Omit<Anchor, 'point'>> & Pick<Anchor, 'from'>;

/**
 * One anchor for each point. `this` is the expectation itself, `previous` and `next` its neighbours on the ladder (or, where
 * the expectation is a grade alone, the neighbouring grades). A neighbour without a text of its own, or with the same text:
 * the point's `means`. An anchor written by hand wins. `source`: the level whose text `own` is.
 * `beneath`: the level below, where several are.
 */
export function anchorsFor(
  framework: Framework,
  role: Role,
  skill: Skill,
  level: Level,
  own: Expectation,
  source: Level,
  beneath?: Level,
): readonly Anchor[] {
  const written = skill.anchors.get(role.id)?.get(level.id);
  const gradeAlone = own.grade !== null && own.text === null && own.statements.length === 0;

  const byGrade = (steps: number): Found | null => {
    const grade = skill.grades[skill.grades.findIndex(({ id }) => id === own.grade?.id) + steps];
    return grade ? { from: 'grade', grade, text: grade.text } : null;
  };
  const byLevel = (side: 'above' | 'below'): Found | null => {
    const found = neighbour(framework, role, skill, level, source, side, beneath);
    return found && !same(found.expectation, own) ? ofLevel(found.level, found.expectation) : null;
  };
  const found = ({ id, anchor }: ScalePoint): Found | null => {
    const text = written?.get(id);
    if (text) return { from: 'written', text };
    if (anchor === 'none') return null;
    if (anchor === 'this') return gradeAlone ? byGrade(0) : ofLevel(source, own);
    if (anchor === 'previous') return gradeAlone ? byGrade(-1) : byLevel('below');
    return gradeAlone ? byGrade(1) : byLevel('above');
  };
  return framework.scale.map((point): Anchor => {
    const shown = found(point) ?? { from: 'scale', text: point.means };
    return { point, level: null, grade: null, text: null, statements: [], ...shown };
  });
}

function ofLevel(level: Level, { text, statements, grade }: Expectation): Found {
  return { from: 'level', level, grade, text, statements };
}

/**
 * The neighbour's own expectation; in a cumulative framework the nearest own one on the way, beyond the level whose text
 * stands here.
 */
function neighbour(
  framework: Framework,
  role: Role,
  skill: Skill,
  level: Level,
  source: Level,
  side: 'above' | 'below',
  beneath: Level | undefined,
): { level: Level; expectation: Expectation } | null {
  const levels = way(framework, role, level.id, side, side === 'below' ? beneath : undefined);
  const near = framework.cumulative ? levels.slice(levels.indexOf(source) + 1) : levels.slice(0, 1);
  for (const other of near) {
    const entry = skill.entries.get(role.id)?.get(other.id);
    if (entry?.kind === 'expectation') return { level: other, expectation: entry };
  }
  return null;
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
