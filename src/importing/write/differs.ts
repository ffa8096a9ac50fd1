/** What a source says otherwise than the file that is there: told, and left as it is. */
import type { Text } from '../../framework/framework.ts';
import { type Problem, warning } from '../../problems/problem.ts';
import type { Span } from '../../problems/source.ts';

/** Warning `text-would-change`. `what`: the subject, "The text of "Writing" at "senior" for "baker"". */
export function wouldChange(what: string, here: Span, there: Span, problems: Problem[]): void {
  const help = 'yours stays as it is; change it by hand where the source is right';
  const related = [{ message: 'what the source says', span: there }];
  problems.push(warning('text-would-change', `${what} is another in the source`, here, { help, related }));
}

/** True where `theirs` already says what `ours` does, in the languages of `ours`. */
export function says(theirs: Text | null, ours: Text | null): boolean {
  if (!ours) return true;
  return (
    theirs !== null &&
    Object.entries(ours.byLanguage).every(([language, words]) => theirs.byLanguage[language] === words)
  );
}
