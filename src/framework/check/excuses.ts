/**
 * A weak text that is meant as it is: a comment excuses its line, with a reason, so that the next reader knows it too.
 *
 *     junior: Escalates as needed. # excuse vague-words: the word of our handbook, which says when
 *     # excuse long-sentence, two-deeds: agreed with the works council in these words
 *     senior: >-
 *       ...
 *
 * "excuse", codes parted by commas, a colon, the reason. It stands at the end of a line, or alone on a line above it, and reaches
 * over the whole text that begins on that line: a comment cannot stand inside a text. What excuses nothing is told, since it
 * would hide the next mistake; so is a code that there is not.
 */
import { CST, isScalar, Lexer, visit } from 'yaml';
import { nearest } from '../../problems/nearest.ts';
import { type Problem, warning } from '../../problems/problem.ts';
import { readYaml } from '../../problems/read-yaml.ts';
import { lineText, type Source, type Span, spanAt } from '../../problems/source.ts';

interface Excuse {
  readonly code: string;
  /** Of the code, in the comment. */
  readonly span: Span;
  readonly lines: ReadonlySet<number>;
}

const EXCUSE = /^#+\s*excuse(?=[\s:]|$)/i;
const CODE = /[^\s,]+/g;
const CONTROL = new Set(['\u0002', '\u0018', '\u001f']);
const HOW = 'write it as in: # excuse vague-words: the word of our handbook';

/**
 * The Problems that no comment in `sources` excuses, and warnings about excuses: `bad-excuse`, `unknown-excuse`,
 * `useless-excuse`. `codes`: what can be excused.
 */
export function excused(
  problems: readonly Problem[],
  sources: readonly Source[],
  codes: readonly string[],
): readonly Problem[] {
  const about: Problem[] = [];
  const gone = new Set<Problem>();
  const byLine = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = placeKey(problem.code, problem.span.source, problem.span.line);
    const there = byLine.get(key);
    if (there) there.push(problem);
    else byLine.set(key, [problem]);
  }
  for (const source of sources) {
    if (!/#\s*excuse/i.test(source.text)) continue;
    for (const { code, span, lines } of excusesIn(source, about)) {
      if (!codes.includes(code)) {
        const near = nearest(code, codes);
        const help = near === undefined ? `there are: ${codes.join(', ')}` : `did you mean "${near}"?`;
        about.push(warning('unknown-excuse', `There is no rule "${code}" to excuse from`, span, { help }));
        continue;
      }
      const here = [...lines].flatMap((line) => byLine.get(placeKey(code, source, line)) ?? []);
      for (const problem of here) gone.add(problem);
      if (here.length === 0) {
        const help = 'take it out; it belongs on the line of the text, or alone on the line above';
        about.push(warning('useless-excuse', `"${code}" finds nothing here`, span, { help }));
      }
    }
  }
  return [...problems.filter((problem) => !gone.has(problem)), ...about];
}

function placeKey(code: string, { path }: Source, line: number): string {
  return `${line} ${code} ${path}`;
}

function excusesIn(source: Source, problems: Problem[]): readonly Excuse[] {
  const reach = reachOf(source);
  const lineFor = linesFor(source);
  return commentsIn(source).flatMap(({ text, from }) => {
    const head = EXCUSE.exec(text)?.[0];
    if (head === undefined) return [];
    const span = spanAt(source, from, from + text.length);
    const colon = text.indexOf(':', head.length);
    const named = text.slice(head.length, colon < 0 ? undefined : colon);
    const codes = [...named.matchAll(CODE)];
    const reason = colon < 0 ? '' : text.slice(colon + 1).trim();
    if (codes.length === 0 || reason === '') {
      const message = codes.length === 0 ? 'This excuse names no rule' : 'This excuse gives no reason';
      problems.push(warning('bad-excuse', message, span, { help: HOW }));
      return [];
    }
    const lines = reach(lineFor(span));
    return codes.map(({ 0: code, index }) => {
      const at = from + head.length + index;
      return { code, span: spanAt(source, at, at + code.length), lines };
    });
  });
}

/** Every comment of the file; what looks like one within a text is none. */
function commentsIn(source: Source): readonly { readonly text: string; readonly from: number }[] {
  const out: { text: string; from: number }[] = [];
  let from = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    if (CONTROL.has(lexeme)) continue;
    if (CST.tokenType(lexeme) === 'comment' && source.text.startsWith(lexeme, from))
      out.push({ text: lexeme, from });
    from += lexeme.length;
  }
  return out;
}

/** The line that a comment speaks of: its own, or, where it stands alone, the next that holds something. */
function linesFor(source: Source): (comment: Span) => number {
  const lines = source.text.split('\n');
  const next: number[] = [];
  let filled = lines.length;
  for (let line = lines.length; line > 0; line--) {
    next[line] = filled;
    if (!/^\s*(?:#|$)/.test(lines[line - 1] ?? '')) filled = line;
  }
  return ({ line, column }) =>
    lineText(source, line)
      .slice(0, column - 1)
      .trim() === ''
      ? (next[line] ?? line)
      : line;
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Which lines an excuse for a line covers: itself, and those of each text that begins on it, or whose key stands there. */
function reachOf(source: Source): (line: number) => ReadonlySet<number> {
  const texts = new Map<number, Lines[]>();
  const lineAt = (offset: number): number => spanAt(source, offset).line;
  const add = (key: unknown, value: unknown): void => {
    if (!isScalar(value) || !value.range) return;
    const [from, to] = value.range;
    const start = lineAt(from);
    const first = isScalar(key) && key.range ? lineAt(key.range[0]) : start;
    const lines = { first, last: lineAt(Math.max(from, to - 1)) };
    for (const line of new Set([first, start])) texts.set(line, [...(texts.get(line) ?? []), lines]);
  };
  visit(readYaml(source).document, {
    Pair: (_, { key, value }) => add(key, value),
    Seq: (_, { items }) => {
      for (const item of items) add(null, item);
    },
  });
  return (line) => {
    const lines = new Set([line]);
    for (const { first, last } of texts.get(line) ?? [])
      for (let each = first; each <= last; each++) lines.add(each);
    return lines;
  };
}
