/** How a run ends: its Problems on stderr, and the exit code that they mean. */
import type { Problem } from '../problems/problem.ts';
import { reportHuman } from '../problems/reporters/human.ts';
import { type Host, hasColours } from './host.ts';

/** Done. */
export const DONE = 0;
/** Problems: in data, names, files. */
export const PROBLEMS = 1;
/** A wrong command line. */
export const USAGE = 2;
/** A bug of ours (EX_SOFTWARE). */
export const BUG = 70;

/** Codes that say that the command line itself is wrong, whichever module found it. */
const USAGE_CODES: ReadonlySet<string> = new Set([
  'unknown-command',
  'unknown-option',
  'missing-option',
  'missing-value',
  'missing-argument',
  'too-many-arguments',
  'doubled-option',
  'invalid-value',
  'excluding-options',
  'unused-option',
]);

/** 0 without errors; 2 where the command line is wrong, else 1. */
export function exitCode(problems: readonly Problem[]): number {
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0) return DONE;
  return errors.some((problem) => USAGE_CODES.has(problem.code)) ? USAGE : PROBLEMS;
}

/** Prints the Problems for people and returns the exit code. */
export function conclude(problems: readonly Problem[], host: Host): number {
  const text = reportHuman(problems, hasColours(host.stderr, host.env));
  if (text !== '') host.stderr.write(text);
  return exitCode(problems);
}
