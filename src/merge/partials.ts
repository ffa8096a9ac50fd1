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
  const waiting = [source];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const name of namedIn(file)) {
      const text = used.has(name) ? null : partial(name);
      used.add(name);
      if (text) waiting.push(text);
    }
  }
  return [...used].sort();
}

/** The partials that a text names itself, by text: most are used by several templates. */
const known = new Map<string, ReadonlySet<string>>();
const MOST = 256;

function namedIn(source: Source): ReadonlySet<string> {
  const before = known.get(source.text);
  if (before) return before;
  const names = new Set<string>();
  const collect = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      if (isBlock(statement)) {
        const { main, otherwise } = waysOf(statement);
        collect(main?.body ?? []);
        collect(otherwise?.body ?? []);
      } else if (isPartial(statement)) names.add(nameOf(statement));
    }
  };
  const parsed = parseTemplate(source, source.text);
  if (parsed.ok) collect(parsed.value.body);
  if (known.size >= MOST) known.clear();
  known.set(source.text, names);
  return names;
}
