/** The levels of a draft as those of a framework: its own, or those that stand in the folder already. */
import type { Level } from '../../framework/framework.ts';
import { namesOf } from '../../framework/names.ts';
import type { FrameworkHead } from '../../framework/read-framework.ts';
import { plainly } from '../../framework/value.ts';
import { error, type Problem } from '../../problems/problem.ts';
import type { Draft, DraftLevel } from '../draft.ts';
import { placeSpan } from '../where.ts';
import type { Cleaner } from './clean.ts';
import { says } from './differs.ts';
import { usualNext } from './head.ts';

export interface Levels {
  /** Lowest first. */
  readonly all: readonly Level[];
  /** The id in the framework, by that in the draft. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Levels for an empty folder. */
export function ownLevels(draft: Draft, clean: Cleaner, language: string): Levels {
  const ranked = draft.levels.map((level, i) => ({ id: level.id, rank: level.rank ?? i + 1 }));
  const ids = new Set(draft.levels.map(({ id }) => id));
  const all = draft.levels.map((level, i): Level => {
    const rank = level.rank ?? i + 1;
    const span = placeSpan(level.place);
    return {
      id: level.id,
      name: clean.text(level.name, level.place) ?? plainly(language, level.id, span),
      summary: clean.text(level.summary, level.place),
      rank,
      next: level.next?.filter((id) => ids.has(id)) ?? usualNext({ rank }, ranked),
      span,
    };
  });
  return { all, ids: new Map(all.map(({ id }) => [id, id])) };
}

/** The levels of the framework that is there, each found by id or name; they keep their texts. Problems: `levels-differ`. */
export function theirLevels(draft: Draft, head: FrameworkHead, problems: Problem[], clean: Cleaner): Levels {
  const ids = new Map<string, string>();
  const missing: DraftLevel[] = [];
  for (const level of draft.levels) {
    const name = level.name.trim().toLowerCase();
    const found =
      head.levels.find(({ id }) => id === level.id) ?? head.levels.find((one) => namesOf(one).has(name));
    if (!found) {
      missing.push(level);
      continue;
    }
    ids.set(level.id, found.id);
    if (!says(found.summary, clean.text(level.summary, level.place))) {
      const message = `the summary of "${level.name}": ${head.span.source.path} keeps its own`;
      clean.skipped.push({ message, place: level.place });
    }
  }
  const [first] = missing;
  if (first) {
    const names = missing.map(({ name }) => `"${name}"`).join(', ');
    const file = head.span.source.path;
    const message = `${file} has no ${missing.length === 1 ? 'level' : 'levels'} ${names}`;
    const help = `it has: ${head.levels.map(({ id }) => id).join(', ')}; say which is which with --levels, add them there, or write elsewhere (--out)`;
    const related = [{ message: 'the levels that are there', span: head.levels[0]?.span ?? head.span }];
    problems.push(error('levels-differ', message, placeSpan(first.place), { help, related }));
  }
  return { all: head.levels, ids };
}
