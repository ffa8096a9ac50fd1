/**
 * The front matter of a Markdown file: flat keys by lines, so that it reads well where it is shown as a table. A value is
 * plain, or a JSON string, or (foot) a list of such, one a line. Written and read here.
 */
import { controlCharacterAt } from '../problems/control-character.ts';
import { error, type Problem } from '../problems/problem.ts';
import { lineSpan, type Source } from '../problems/source.ts';

export interface FrontMatterLines {
  /** Key -> value as text; lists are in `lists`. */
  readonly entries: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Line of each key. */
  readonly lines: ReadonlyMap<string, number>;
  /** Line of each item of a list. */
  readonly itemLines: ReadonlyMap<string, readonly number[]>;
  /** Number of the first line after it; 1 where there is none. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

const FENCE = /^---[ \t]*\r?$/;
const ITEM = /^\s*-\s+([^\n]*)$/;
const PAIR = /^([A-Za-z_][\w-]*):(?:\s+([^\n]*))?$/;

/**
 * The front matter, by lines; none is there unless the first line is `---`. Problems: `broken-front-matter` at a line that
 * is no "key: value", or where it has no end; `double-key`.
 */
export function readFrontMatter(source: Source): FrontMatterLines {
  const entries = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const lines = new Map<string, number>();
  const itemLines = new Map<string, number[]>();
  const problems: Problem[] = [];
  const broken = (line: number, message: string, help?: string): void => {
    problems.push(error('broken-front-matter', message, lineSpan(source, line), { help }));
  };
  const all = headLines(source.text);
  if (all === null) return { entries, lists, lines, itemLines, bodyLine: 1, problems };
  const end = all.length;
  if (all[end - 1] !== '---') {
    broken(1, 'The front matter has no end', 'end it with a line of three hyphens');
    return { entries, lists, lines, itemLines, bodyLine: 1, problems };
  }
  const value = (text: string, line: number): string => {
    const read = scalar(text);
    if (read === null) broken(line, 'This text in quotes cannot be read', 'write \\" for a quote inside it');
    // What is written as it is was told already.
    const escaped = text.includes('\\') ? controlCharacterAt(read ?? '', lineSpan(source, line)) : null;
    if (escaped && escaped.span.column === 1) problems.push(escaped);
    return read ?? text;
  };
  let open: string | null = null;
  for (let i = 1; i < end - 1; i++) {
    const text = (all[i] ?? '').trimEnd();
    if (text === '' || text.startsWith('#')) continue;
    const item = open === null ? null : ITEM.exec(text);
    if (item && open !== null) {
      lists.get(open)?.push(value(item[1] ?? '', i + 1));
      itemLines.get(open)?.push(i + 1);
      continue;
    }
    const pair = PAIR.exec(text);
    if (!pair) {
      broken(i + 1, 'This line is no "key: value"', 'front matter has one "key: value" a line');
      continue;
    }
    const [, key = '', written = ''] = pair;
    const first = lines.get(key);
    if (first !== undefined) {
      problems.push(
        error('double-key', `The key "${key}" stands twice`, lineSpan(source, i + 1), {
          help: 'leave one of them',
          related: [{ message: 'the first stands here', span: lineSpan(source, first) }],
        }),
      );
    }
    lines.set(key, i + 1);
    open = written === '' ? key : null;
    if (open === null) entries.set(key, value(written, i + 1));
    else {
      lists.set(key, []);
      itemLines.set(key, []);
    }
  }
  return { entries, lists, lines, itemLines, bodyLine: end + 1, problems };
}

/** The lines up to the second fence, both with it; all of the text where there is none; null where none begins it. */
function headLines(text: string): readonly string[] | null {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (!text.startsWith('---', start)) return null;
  const lines: string[] = [];
  for (let at = start; at <= text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    const fence = FENCE.test(line);
    if (lines.length === 0 && !fence) return null;
    lines.push(fence ? '---' : line);
    if (fence && lines.length > 1) return lines;
    if (end < 0) break;
    at = end + 1;
  }
  return [...lines, ''];
}

/** A value as text; null where it begins with a quote and is no JSON string. */
function scalar(text: string): string | null {
  const trimmed = text.trim();
  if (/^'[^\n]*'$/.test(trimmed)) return trimmed.slice(1, -1).replaceAll("''", "'");
  if (!trimmed.startsWith('"')) return trimmed;
  try {
    const value: unknown = JSON.parse(trimmed);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** Front matter with its fences; a text that YAML could read as something else is written as a JSON string. */
export function writeFrontMatter(entries: Iterable<readonly [string, string | readonly string[]]>): string {
  const lines = ['---'];
  for (const [key, value] of entries) {
    if (typeof value === 'string') lines.push(`${key}: ${isPlain(value) ? value : JSON.stringify(value)}`);
    else if (value.length > 0) lines.push(`${key}:`, ...value.map((item) => `  - ${JSON.stringify(item)}`));
  }
  return `${[...lines, '---'].join('\n')}\n`;
}

function isPlain(value: string): boolean {
  return (
    /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(value) &&
    value === value.trim() &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(value)
  );
}
