/** Looking for the words of a list in the texts of some uses, each in its own language. */
import type { Problem } from '../../../problems/problem.ts';
import type { Span } from '../../../problems/source.ts';
import type { Framework } from '../../framework.ts';
import type { WordLists, Words } from '../words/lists.ts';
import type { Found } from '../words/search.ts';
import { textsOf, type Use, type Written } from './written.ts';

/** What is found in texts of these uses, as Problems at the words. Texts in a language without words are passed over. */
export function lookFor<F extends Found>(
  framework: Framework,
  lists: WordLists,
  uses: ReadonlySet<Use>,
  find: (words: Words, written: Written) => readonly F[],
  told: (found: F, span: Span) => Problem,
): readonly Problem[] {
  return textsOf(framework, uses).flatMap((written) => {
    const words = lists.of(written.language);
    if (!words) return [];
    return find(words, written).map((found) => told(found, written.place(found.from, found.to)));
  });
}
