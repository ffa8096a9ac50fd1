/**
 * The code frame: a Problem as a person reads it, with the line it stands in and a caret run under the word.
 *
 * Kept true: no line of the frame is longer than a terminal is wide because of a long source line (it is cut to 80
 * columns round the caret); tabs stay tabs over the caret; a control character of a file never reaches the terminal.
 */
import { styleText } from 'node:util';
import type { Problem } from './problem.ts';
import { lineText, type Span } from './source.ts';

const WIDTH = 80;
const CONTROL = /(?!\t)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const ZERO = /^(?:\p{M}|\u200b|\u200c|\u200d)$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/** Whether there are colours is decided by whoever knows the stream; node would ask standard output. */
const UNASKED = { validateStream: false };

type Style = Parameters<typeof styleText>[0];
const COLOURS = { error: 'red', warning: 'yellow', advice: 'cyan' } as const;

/** Text from a file, made safe to print: each control character is one replacement character. */
export function printable(text: string): string {
  return text.replace(CONTROL, '\ufffd');
}

/** `path:line:column`, one word that editors and terminals open. */
export function placeOf(span: Span): string {
  return `${printable(span.source.path)}:${span.line}:${span.column}`;
}

function cells(character: string): number {
  if (ZERO.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** What stands over the caret, as white space: tabs stay, a wide character is two spaces. */
function padding(text: string): string {
  let result = '';
  for (const character of text) result += character === '\t' ? '\t' : ' '.repeat(cells(character));
  return result;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += cells(character);
  return width;
}

/** Cuts no surrogate pair in half. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

interface Cut {
  readonly before: string;
  readonly word: string;
  readonly after: string;
}

/** The part of the line that is shown: all of it, or 80 columns round the word, with `…` where it was cut. */
function cut(line: string, span: Span): Cut {
  const start = Math.min(span.column - 1, line.length);
  const end = Math.max(start, Math.min(span.endColumn - 1, line.length));
  let from = 0;
  let to = line.length;
  if (line.length > WIDTH) {
    const shown = Math.min(end - start, WIDTH - 2);
    from = whole(line, Math.max(0, Math.min(start - Math.floor((WIDTH - shown) / 2), line.length - WIDTH)));
    to = whole(line, Math.min(line.length, from + WIDTH));
  }
  const wordEnd = Math.min(end, to);
  return {
    before: `${from > 0 ? '…' : ''}${line.slice(from > 0 ? from + 1 : 0, start)}`,
    word: line.slice(start, wordEnd),
    after: `${line.slice(wordEnd, to < line.length ? to - 1 : to)}${to < line.length ? '…' : ''}`,
  };
}

/** The line and the caret run, each indented; none where the span is a file as a whole. */
function frameLines(span: Span, paint: (text: string) => string, indent: string): string[] {
  const line = lineText(span.source, span.line);
  if (span.column === 1 && span.endColumn === 1) return [];
  const { before, word, after } = cut(printable(line), span);
  const carets = '^'.repeat(Math.max(1, widthOf(word.replaceAll('\t', ' '))));
  return [`${indent}${before}${word}${after}`, `${indent}${padding(before)}${paint(carets)}`];
}

/**
 * One Problem as lines of text, without a line end after the last: `severity[code]: message`, the place, the line with
 * its carets, related places, `help:`. `colour`: with terminal colours.
 */
export function frame(problem: Problem, colour: boolean): string {
  const style = (format: Style, text: string) => (colour ? styleText(format, text, UNASKED) : text);
  const paint = (text: string) => style(COLOURS[problem.severity], text);
  const title = `${style([COLOURS[problem.severity], 'bold'], `${problem.severity}[${problem.code}]`)}: `;
  const lines = [`${title}${style('bold', printable(problem.message))}`, `  ${placeOf(problem.span)}`];
  lines.push(...frameLines(problem.span, paint, '    '));
  for (const { message, span } of problem.related) {
    lines.push(`  ${printable(message)}: ${placeOf(span)}`);
    lines.push(...frameLines(span, (text) => style('dim', text), '    '));
  }
  if (problem.help !== undefined && problem.help !== '')
    lines.push(`  ${style('bold', 'help:')} ${printable(problem.help)}`);
  return lines.join('\n');
}
