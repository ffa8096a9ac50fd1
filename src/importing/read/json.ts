/**
 * JSON -> a tree of keys. The parser goes on after a mistake, so that a file that ends in the middle is read up to its last
 * whole record.
 */
import {
  createScanner,
  type Node,
  type ParseError,
  type ParseErrorCode,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { bad, type Checked, checked } from '../../problems/checked.ts';
import { error, type Problem, warning } from '../../problems/problem.ts';
import { fileSpan, type Source, spanAt } from '../../problems/source.ts';
import { DEEPEST } from '../../problems/too-deep.ts';
import type { SourceFile } from '../import.ts';
import type { Material, Tree } from '../material.ts';
import { fromText, tidy } from './text-of.ts';
import { lineOf, MOST_NODES, node, placeAt, treeMaterial } from './tree.ts';

/** Problems: those of a text, `broken-source`, `too-deep`, `too-large`, `cut-off`. */
export async function readJson(file: SourceFile): Promise<Checked<Material>> {
  return fromText(file, material);
}

function material(source: Source): Checked<Material> {
  const { deep, tokens } = survey(source.text);
  if (deep !== null) {
    const help = 'no framework goes so deep: import the part that has the skills';
    const message = `${source.path} goes more than ${DEEPEST} brackets deep`;
    return bad([error('too-deep', message, spanAt(source, deep, deep + 1), { help })]);
  }
  if (tokens > MOST_NODES * 4) {
    const help = 'make several files of it';
    return bad([
      error('too-large', `${source.path} has more values than are read`, fileSpan(source), { help }),
    ]);
  }
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { allowTrailingComma: true });
  const end = source.text.trimEnd().length;
  const early = errors.find(({ offset, length }) => offset + length < end);
  if (!root || early || (errors.length > 0 && !root.children)) {
    const { offset, error: code } = early ?? errors[0] ?? { offset: 0, error: 4 as ParseErrorCode };
    const message = `This is no JSON: ${wordsOf(code)}`;
    const help = 'look at the quotes, commas and brackets, here and in the line before';
    return bad([error('broken-source', message, lineOf(source, offset), { help })]);
  }
  const problems: Problem[] = [];
  const open = errors.length > 0 ? cutOff(root, end) : null;
  let cut: Material['cut'] = null;
  if (errors.length > 0) {
    const offset = open?.offset ?? end;
    cut = { what: 'what begins here', place: placeAt(source, offset) };
    const message = `${source.path} ends in the middle of what begins here, which is left out`;
    const help = 'get the whole file, if it was saved only in part';
    problems.push(warning('cut-off', message, lineOf(source, offset), { help }));
  }
  const tree = node('document', '', '', childrenOf(root, source, open), placeAt(source, 0));
  return checked(treeMaterial('json', source, tree, cut), problems);
}

/** `deep`: the offset of the first bracket that stands too deep. */
function survey(text: string): { readonly deep: number | null; readonly tokens: number } {
  const scanner = createScanner(text, true);
  let depth = 0;
  let deep: number | null = null;
  let tokens = 0;
  for (let token = scanner.scan(); token !== 17; token = scanner.scan()) {
    tokens++;
    if (token === 1 || token === 3) depth++;
    else if (token === 2 || token === 4) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) deep ??= scanner.getTokenOffset();
  }
  return { deep, tokens };
}

/** "CommaExpected" in words. */
function wordsOf(code: ParseErrorCode): string {
  const words = printParseErrorCode(code).replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.toLowerCase();
}

/** What is not whole where the text ends: the last entry of the innermost list that is open, else the last key. */
function cutOff(root: Node, end: number): Node | null {
  const path: Node[] = [];
  for (let at: Node | undefined = root; at && at.offset + at.length >= end; at = at.children?.at(-1))
    path.push(at);
  const list = path.findLast(({ type }) => type === 'array');
  const last = (list ?? root).children?.at(-1);
  return last && path.includes(last) ? last : null;
}

/** The keys or entries of a value. */
function childrenOf(value: Node, source: Source, left: Node | null): readonly Tree[] {
  const children = (value.children ?? []).filter((child) => child !== left);
  return children.flatMap((child) => {
    const place = placeAt(source, child.offset);
    if (child.type !== 'property')
      return node('entry', '', textIn(child, source), childrenOf(child, source, left), place);
    const [key, own] = child.children ?? [];
    if (!key) return [];
    const below = own ? childrenOf(own, source, left) : [];
    return node('key', String(key.value), own ? textIn(own, source) : '', below, place);
  });
}

function textIn(value: Node, { text }: Source): string {
  switch (value.type) {
    case 'string':
      return tidy(String(value.value));
    case 'number':
    case 'boolean':
      return text.slice(value.offset, value.offset + value.length);
    default:
      return '';
  }
}
