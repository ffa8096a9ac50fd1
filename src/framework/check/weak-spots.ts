/** What is weak in a framework, but for what its files excuse. `check` alone asks for it: no document depends on it. */
import type { Problem } from '../../problems/problem.ts';
import type { Source } from '../../problems/source.ts';
import type { Framework } from '../framework.ts';
import { excused } from './excuses.ts';
import { weakRules } from './weak/rules.ts';
import type { WordLists } from './words/lists.ts';

/** Warnings and advice of the rules of weak rubrics, and warnings about excuses. */
export function weakSpots(framework: Framework, words: WordLists): readonly Problem[] {
  const rules = weakRules(words);
  const found = rules.flatMap((rule) => rule.check(framework));
  return excused(
    found,
    sourcesOf(framework),
    rules.map(({ code }) => code),
  );
}

/** The files of a framework, each once. */
function sourcesOf({ span, roles, skills }: Framework): readonly Source[] {
  const spans = [span, ...[...roles, ...skills].map((item) => item.span)];
  return [...new Map(spans.map(({ source }) => [source.path, source])).values()];
}
