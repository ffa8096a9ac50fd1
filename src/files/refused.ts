/** What the disk refuses, as Problems at the file. */
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import { reasonOf } from './errors.ts';

/** `shown`: the file as a person knows it; `why`: in words that follow "cannot be written:". */
export function cannotWrite(shown: string, why: string, help?: string): Problem {
  const message = `${shown} cannot be written: ${why}`;
  return error('cannot-write', message, fileSpan({ path: shown, text: '' }), { help });
}

/** Runs what touches the disk; what the disk refuses is a Problem, anything else a bug. */
export function attempt<T>(shown: string, problems: Problem[], action: () => T): T | undefined {
  try {
    return action();
  } catch (thrown) {
    const reason = reasonOf(thrown);
    if (reason === null) throw thrown;
    problems.push(cannotWrite(shown, reason));
    return undefined;
  }
}
