/** Which partials a template uses, told from its text alone: also of one that is broken elsewhere, or not checked yet. */
import type { Source } from '../problems/source.ts';
import { isBlock, isPartial, nameOf, type Statement, waysOf } from './ast.ts';
import { parseTemplate } from './compile.ts';

/**
 * Names of the partials, also of those that partials use, sorted. `partial`: a partial's file by its name, null where
 * there is none. A file that cannot be parsed uses nothing.
 */
export function partialsUsed(source: Source, partial: (name: string) => Source | null): readonly string[] {
  const used = new Set<string>();
  const file = (text: Source): void => {
    const parsed = parseTemplate(text, text.text);
    if (parsed.ok) body(parsed.value.body);
  };
  const body = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      if (isBlock(statement)) {
        const { main, otherwise } = waysOf(statement);
        body(main?.body ?? []);
        body(otherwise?.body ?? []);
      } else if (isPartial(statement)) {
        const name = nameOf(statement);
        const text = used.has(name) ? null : partial(name);
        used.add(name);
        if (text) file(text);
      }
    }
  };
  file(source);
  return [...used].sort();
}
