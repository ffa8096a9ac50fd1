/** The YAML at the head of a Markdown file: texts by key, and lists and maps as a tree. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { error, type Problem } from '../../problems/problem.ts';
import { lineSpan, type Source } from '../../problems/source.ts';
import type { Tree } from '../material.ts';
import { yamlTree } from './yaml-tree.ts';

export interface FrontMatter {
  /** How many lines it takes, with those that fence it. */
  readonly lines: number;
  readonly head: ReadonlyMap<string, string>;
  /** Keys whose values are lists or maps. */
  readonly keys: readonly Tree[];
  readonly problems: readonly Problem[];
}

const NONE: FrontMatter = { lines: 0, head: new Map(), keys: [], problems: [] };

/** What is no YAML is left to Markdown. */
export function readFrontMatter(source: Source): FrontMatter {
  const found = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(source.text);
  if (!found) return NONE;
  const yaml = `\n${found[1] ?? ''}`;
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return NONE;
  const head = new Map<string, string>();
  for (const { key, value } of document.contents.items)
    if (isScalar(key) && isScalar(value) && value.value !== null)
      head.set(String(key.value), String(value.value));
  const place = { source, line: 1, sheet: null, row: null, column: null };
  const { tree, full } = yamlTree(document, (offset) => ({ ...place, line: lines.linePos(offset).line }));
  const problems = full
    ? [error('too-large', 'The head of this file has more values than are read', lineSpan(source, 1))]
    : [];
  return {
    ...{ lines: found[0].replace(/\n$/, '').split('\n').length, head, problems },
    keys: tree.children.filter(({ children }) => children.length > 0),
  };
}
