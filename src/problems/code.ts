/**
 * The codes that there are, as types: a Problem of another code, or one without an explanation, does not compile. The
 * explanations themselves are not loaded by this.
 */
import type { EXPLANATIONS } from './explanations/all.ts';
import type { Severity } from './problem.ts';

type All = typeof EXPLANATIONS;

/** Kebab-case letters, e.g. `unknown-level`; stable over versions. */
export type Code = keyof All;

/** The codes that are told with a severity. */
export type CodeOf<S extends Severity> = {
  [C in Code]: S extends All[C]['severity'][number] ? C : never;
}[Code];
