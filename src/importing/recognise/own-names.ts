/**
 * Names of levels that have the role in them: "Senior data engineer" of a data engineer is "Senior", "Head of data science"
 * of a data scientist is "Head". Only so can several roles stand on one ladder.
 */
import { fold, tidy } from './names.ts';

/** A level that is called as the role alone: those above and below it have words. */
export const PLAIN_LEVEL = 'Mid-level';
const BETWEEN = new Set(['of', 'the', 'for', 'in', 'de', 'des', 'du', 'der', 'fur', 'a']);
/** As many letters as two forms of one word share: engineer, engineering. */
const STEM = 4;

/** Without the words of the role; `PLAIN_LEVEL` where nothing is left. */
export function withoutRole(level: string, role: string): string {
  const own = fold(role).split(' ');
  const words = level.split(/\s+/u).filter(Boolean);
  const kept = words.filter((word) => !own.some((other) => alike(fold(word), other)));
  if (kept.length === words.length) return level;
  while (kept.length > 0 && BETWEEN.has(fold(kept.at(-1) ?? ''))) kept.pop();
  return tidy(kept.join(' ')) || PLAIN_LEVEL;
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const shared = [...a].findIndex((letter, i) => letter !== b[i]);
  const length = shared < 0 ? a.length : shared;
  return length >= STEM && length >= Math.min(a.length, b.length) - 2;
}
