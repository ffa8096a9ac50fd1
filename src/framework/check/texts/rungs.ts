/** The ladders of a framework, rung by rung: what a skill asks of a role at each level in its own words, lowest first. */
import type { Span } from '../../../problems/source.ts';
import type { Expectation, Framework, Level, Role, Skill } from '../../framework.ts';
import { levelOf, way } from '../../ladder.ts';
import { placeOf } from './written.ts';

export interface Rung {
  readonly level: Level;
  readonly expectation: Expectation;
}

export interface Ladder {
  readonly skill: Skill;
  readonly role: Role;
  readonly rungs: readonly Rung[];
}

/** One for each skill and role of it. */
export function laddersOf(framework: Framework): readonly Ladder[] {
  return framework.skills.flatMap((skill) =>
    framework.roles.flatMap((role) => {
      const entries = skill.entries.get(role.id);
      if (!entries) return [];
      const rungs = role.levels.flatMap(({ level }): readonly Rung[] => {
        const entry = entries.get(level);
        if (entry?.kind !== 'expectation') return [];
        return [{ level: levelOf(framework, level), expectation: entry }];
      });
      return [{ skill, role, rungs }];
    }),
  );
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
  return first ? placeOf(first, language) : span;
}
