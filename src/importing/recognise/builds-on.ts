/** "Everything in Mid, plus:": where each level but the lowest says so, what is asked adds up. */
import type { Draft } from '../draft.ts';
import { fold } from './names.ts';

const ADDS =
  /^(?:(?:everything|all)(?: \w+){0,4} (?:in|of|from|for|at|above|below|expected)\b|in addition to\b|builds? on\b|alles (?:aus|von|der|was)\b|zusatzlich zu\b|toutes? les\b.*\b(?:precedent|inferieur)|en plus (?:de|du|des)\b|todo lo (?:de|del|anterior)\b)/;

/** The draft, cumulative where its texts say it; told as a guess. */
export function asSaid(draft: Draft): Draft {
  if (draft.cumulative || draft.levels.length < 2) return draft;
  const above = draft.levels.slice(1).map(({ id }) => id);
  const saying = new Set<string>();
  for (const { levels } of draft.roles)
    for (const { level, summary } of levels ?? []) if (adds(summary)) saying.add(level);
  for (const { cells } of draft.skills)
    for (const { level, text } of cells) if (adds(text)) saying.add(level);
  const [first] = draft.levels;
  if (!first || !above.every((level) => saying.has(level))) return draft;
  const message = 'each level but the lowest says that it adds to those below: the framework is cumulative';
  return { ...draft, cumulative: true, guesses: [...draft.guesses, { message, place: first.place }] };
}

function adds(text: string | null): boolean {
  return text !== null && ADDS.test(fold(text.slice(0, 120)));
}
