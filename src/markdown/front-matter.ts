/**
 * The front matter of a Markdown file: flat keys by lines, so that it shows well where it is shown as a table. A value is
 * plain, or a JSON string, or (foot) a list of such, one a line. Written and read here.
 */
import { error, type Problem } from '../problems/problem.ts';
import { lineSpan, type Source } from '../problems/source.ts';

export interface FrontMatterLines {
  /** Key -> value as text; lists are in `lists`. */
  readonly entries: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Line of each key. */
  readonly lines: ReadonlyMap<string, number>;
  /** Number of the first line after it. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

/** The front matter, by lines; none is there unless the first line is `---`. Problems: `broken-front-matter`. */
export function readFrontMatter(source: Source): FrontMatterLines {
  const entries = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const lines = new Map<string, number>();
  const problems: Problem[] = [];
  const all = source.text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (all[0] !== '---') return { entries, lists, lines, bodyLine: 1, problems };
  const end = all.indexOf('---', 1);
  if (end < 0) {
    const help = 'end it with a line of three hyphens';
    return {
      entries,
      lists,
      lines,
      bodyLine: 1,
      problems: [error('broken-front-matter', 'The front matter has no end', lineSpan(source, 1), { help })],
    };
  }
  let open: string[] | null = null;
  for (let i = 1; i < end; i++) {
    const text = all[i] ?? '';
    if (text.trim() === '' || text.startsWith('#')) continue;
    const item = /^\s+-\s+(.*)$/.exec(text);
    if (item && open) {
      open.push(scalar(item[1] ?? ''));
      continue;
    }
    const pair = /^([A-Za-z_][\w-]*):(?:\s+(.*))?$/.exec(text);
    if (!pair) {
      problems.push(error('broken-front-matter', 'This line is no "key: value"', lineSpan(source, i + 1)));
      continue;
    }
    const [, key = '', value = ''] = pair;
    lines.set(key, i + 1);
    open = null;
    if (value === '') {
      open = [];
      lists.set(key, open);
    } else entries.set(key, scalar(value));
  }
  return { entries, lists, lines, bodyLine: end + 2, problems };
}

function scalar(text: string): string {
  const trimmed = text.trim();
  if (!/^".*"$/.test(trimmed))
    return /^'.*'$/.test(trimmed) ? trimmed.slice(1, -1).replaceAll("''", "'") : trimmed;
  try {
    const value: unknown = JSON.parse(trimmed);
    return typeof value === 'string' ? value : trimmed;
  } catch {
    return trimmed.slice(1, -1);
  }
}

/** Front matter with its fences; a text that YAML could read as something else is written as a JSON string. */
export function writeFrontMatter(entries: Iterable<readonly [string, string | readonly string[]]>): string {
  const lines = ['---'];
  for (const [key, value] of entries) {
    if (typeof value === 'string') lines.push(`${key}: ${plain(value) ? value : JSON.stringify(value)}`);
    else if (value.length > 0) lines.push(`${key}:`, ...value.map((item) => `  - ${JSON.stringify(item)}`));
  }
  return `${[...lines, '---'].join('\n')}\n`;
}

function plain(value: string): boolean {
  return (
    /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(value) &&
    value === value.trim() &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(value)
  );
}
