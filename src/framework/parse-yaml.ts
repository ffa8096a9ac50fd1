/**
 * A file's text -> a YAML document that is safe to walk: no syntax error in it, no key twice, and few enough aliases that
 * resolving them cannot grow without end. All that is wrong is told at its place, at once.
 */
import { type Document, isScalar, parseDocument, visit } from 'yaml';
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan, type Source, type Span, spanAt } from '../problems/source.ts';

const MOST_ALIASES = 100;
const BROKEN_HELP = 'look at the quotes, the brackets and the indentation, here and in the line above';

/** The document; null where it cannot be walked. Problems: `empty-file`, `broken-yaml`, `duplicate-key`, `alias-bomb`. */
export function parseYaml(source: Source, problems: Problem[]): Document.Parsed | null {
  const fail = (code: string, message: string, span: Span, help: string): void => {
    problems.push(error(code, message, span, { help }));
  };
  if (source.text.trim() === '') {
    fail('empty-file', 'This file is empty', fileSpan(source), 'write the data, or delete the file');
    return null;
  }
  const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: true });
  const { aliases, keyEnds } = survey(document);
  let broken = false;
  for (const { code, pos, message } of document.errors) {
    if (code === 'DUPLICATE_KEY') {
      const span = spanAt(source, pos[0], keyEnds.get(pos[0]) ?? pos[1]);
      fail('duplicate-key', 'This key stands twice', span, 'keep one of them');
      continue;
    }
    broken = true;
    const first = message.split('\n')[0]?.replace(/\.$/, '') ?? '';
    fail('broken-yaml', `This is no valid YAML: ${first}`, visible(source, pos[0], pos[1]), BROKEN_HELP);
  }
  if (broken) return null;
  if (aliases > MOST_ALIASES) {
    const help = `write the values out; at most ${MOST_ALIASES} are read`;
    fail('alias-bomb', `This file has ${aliases} aliases`, fileSpan(source), help);
    return null;
  }
  return document;
}

/** How many aliases there are, and where each key ends, by where it begins. */
function survey(document: Document.Parsed): { aliases: number; keyEnds: ReadonlyMap<number, number> } {
  const keyEnds = new Map<number, number>();
  let aliases = 0;
  visit(document, {
    Alias: () => {
      aliases++;
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && key.range) keyEnds.set(key.range[0], key.range[1]);
    },
  });
  return { aliases, keyEnds };
}

/** The place, or the last sign of the file where that is its end. */
function visible(source: Source, start: number, end: number): Span {
  const last = source.text.trimEnd().length;
  return start < last ? spanAt(source, start, end) : spanAt(source, last - 1, last);
}
