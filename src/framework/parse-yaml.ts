/**
 * A file's text -> a YAML document that is safe to walk: no syntax error in it, and few enough aliases that resolving them
 * cannot grow without end. All that is wrong is told at its place, at once; a key that stands twice is told and read on.
 */
import { type Document, isScalar, parseDocument, visit } from 'yaml';
import { brokenYaml } from '../problems/broken-yaml.ts';
import type { CodeOf } from '../problems/code.ts';
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan, type Source, type Span, spanAt } from '../problems/source.ts';

const MOST_ALIASES = 100;

/** The document; null where it cannot be walked. Problems: `empty-file`, `broken-yaml`, `duplicate-key`, `alias-bomb`. */
export function parseYaml(source: Source, problems: Problem[]): Document.Parsed | null {
  const fail = (code: CodeOf<'error'>, message: string, span: Span, help: string): void => {
    problems.push(error(code, message, span, { help }));
  };
  if (source.text.trim() === '') {
    fail('empty-file', 'This file is empty', fileSpan(source), 'write the data, or delete the file');
    return null;
  }
  // The parser's own search for doubled keys takes the square of their number.
  const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: false });
  const { aliases, doubled } = survey(document);
  for (const [start, end] of doubled)
    fail('duplicate-key', 'This key stands twice', spanAt(source, start, end), 'keep one of them');
  const broken = brokenYaml(source, document);
  problems.push(...broken);
  if (broken.length > 0) return null;
  const tooMany = aliases[MOST_ALIASES];
  if (tooMany) {
    const help = `write the values out; at most ${MOST_ALIASES} are read`;
    fail('alias-bomb', `This file has ${aliases.length} aliases`, spanAt(source, ...tooMany), help);
    return null;
  }
  return document;
}

type Place = readonly [start: number, end: number];

/** Where aliases stand, and keys that stood before in their mapping. */
function survey(document: Document.Parsed): { aliases: readonly Place[]; doubled: readonly Place[] } {
  const doubled: Place[] = [];
  const aliases: Place[] = [];
  visit(document, {
    Alias: (_, { range }) => {
      aliases.push(range ? [range[0], range[1]] : [0, 0]);
    },
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value) && key.range) doubled.push([key.range[0], key.range[1]]);
        seen.add(key.value);
      }
    },
  });
  return { aliases, doubled };
}
