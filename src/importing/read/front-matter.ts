/** The YAML at the head of a Markdown file: texts by key, and lists and maps as a tree. */
import type { Problem } from '../../problems/problem.ts';
import type { Source } from '../../problems/source.ts';
import type { Tree } from '../material.ts';
import { treeOf } from './yaml.ts';

export interface FrontMatter {
  /** How many lines it takes, with those that fence it. */
  readonly lines: number;
  readonly head: ReadonlyMap<string, string>;
  /** Keys whose values are lists or maps. */
  readonly keys: readonly Tree[];
  readonly problems: readonly Problem[];
}

const NONE: FrontMatter = { lines: 0, head: new Map(), keys: [], problems: [] };

/** What is no map of keys is left to Markdown, as a line of dashes and what follows. */
export function readFrontMatter(source: Source): FrontMatter {
  const lines = source.text.split('\n');
  const end = /^---\s*$/.test(lines[0] ?? '')
    ? lines.findIndex((line, i) => i > 0 && /^---\s*$/.test(line))
    : -1;
  if (end < 2) return NONE;
  // An empty line for the first fence: all others keep their numbers.
  const yaml = treeOf({ path: source.path, text: `\n${lines.slice(1, end).join('\n')}\n` });
  if (!yaml.ok || yaml.value.children.some(({ kind }) => kind !== 'key')) return NONE;
  const texts = yaml.value.children.filter(({ children, text }) => children.length === 0 && text !== '');
  return {
    lines: end + 1,
    head: new Map(texts.map(({ label, text }) => [label, text])),
    keys: yaml.value.children.filter(({ children }) => children.length > 0),
    problems: yaml.problems,
  };
}
