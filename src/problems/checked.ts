/**
 * The result of every step that can meet a person's mistake: a value, perhaps with warnings, or Problems of which at
 * least one is an error. Steps gather all they find before they give up, so that a run reports everything at once.
 */
import type { Problem } from './problem.ts';

export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A value, with the warnings met on the way. */
export function good<T>(value: T, problems: readonly Problem[] = []): Checked<T> {
  return { ok: true, value, problems };
}

/** No value: these Problems, one of them an error. */
export function bad(problems: readonly Problem[]): {
  readonly ok: false;
  readonly problems: readonly Problem[];
} {
  return { ok: false, problems };
}

/** True if one of the Problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** The value, unless an error stands among the Problems. */
export function checked<T>(value: T, problems: readonly Problem[]): Checked<T> {
  return hasErrors(problems) ? bad(problems) : good(value, problems);
}

/** All values, with all their Problems; no value where one of them has none. */
export function all<T>(results: readonly Checked<T>[]): Checked<readonly T[]> {
  const problems = results.flatMap((result) => result.problems);
  const values: T[] = [];
  for (const result of results) if (result.ok) values.push(result.value);
  return values.length === results.length ? good(values, problems) : bad(problems);
}
