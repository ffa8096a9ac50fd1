/** A workbook with a password, as two formats tell it: new ones in an archive, others in a compound file. */
import { error, type Problem } from '../../problems/problem.ts';
import { fileSpan, type Source } from '../../problems/source.ts';

/** `protected-file`. */
export function protectedFile(source: Source): Problem {
  const help = 'save it without a password, and import that';
  return error('protected-file', `${source.path} is protected by a password`, fileSpan(source), { help });
}
