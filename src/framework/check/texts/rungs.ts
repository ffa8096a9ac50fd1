/** The ladders of a framework, rung by rung: what a skill asks of a role at each level in its own words, lowest first. */
import type { Span } from '../../../problems/source.ts';
import type { Expectation, Framework, Level, Role, Skill } from '../../framework.ts';
import { levelOf, way } from '../../ladder.ts';
import { placesOf } from './written.ts';

export interface Rung {
  readonly level: Level;
  readonly expectation: Expectation;
}

export interface Ladder {
  readonly skill: Skill;
  readonly role: Role;
  readonly rungs: readonly Rung[];
}

/** One for each skill and role of it; of roles that share both levels and entries, the first alone. */
export function laddersOf(framework: Framework): readonly Ladder[] {
  return framework.skills.flatMap((skill) => {
    const seen = new Set<string>();
    return framework.roles.flatMap((role) => {
      const entries = role.levels.flatMap(({ level }) => {
        const entry = skill.entries.get(role.id)?.get(level);
        return entry ? [{ level: levelOf(framework, level), entry }] : [];
      });
      const places = entries.map(({ level, entry: { kind, span } }) => [
        level.id,
        kind,
        span.line,
        span.column,
      ]);
      const key = JSON.stringify([role.levels.map(({ level }) => level), places]);
      if (entries.length === 0 || seen.has(key)) return [];
      seen.add(key);
      const rungs = entries.flatMap(({ level, entry }) =>
        entry.kind === 'expectation' ? [{ level, expectation: entry }] : [],
      );
      return [{ skill, role, rungs }];
    });
  });
}

/** The nearest rung on the way down; null where there is none. */
export function rungBelow(framework: Framework, { role, rungs }: Ladder, rung: Rung): Rung | null {
  for (const level of way(framework, role, rung.level.id, 'below')) {
    const found = rungs.find((other) => other.level === level);
    if (found) return found;
  }
  return null;
}

/** What an expectation says, by language: its text, then its statements; in each language that all of them have. */
export function saidBy({ text, statements }: Expectation): ReadonlyMap<string, string> {
  const texts = text ? [text, ...statements] : statements;
  const languages = Object.keys(texts[0]?.byLanguage ?? {});
  return new Map(
    languages.flatMap((language) => {
      const words = texts.flatMap((each) => each.byLanguage[language] ?? []);
      return words.length === texts.length ? [[language, words.join('\n\n')] as const] : [];
    }),
  );
}

/** Where it begins in a language. */
export function placeOfRung({ expectation: { text, statements, span } }: Rung, language: string): Span {
  const first = text ?? statements[0];
  return first ? placesOf(first, language).of(0, first.byLanguage[language]?.length ?? 0) : span;
}
