/**
 * Where a text stands: the file a person wrote, and a place in it. A span keeps its source, so that the line can be
 * shown with a caret by whoever prints the Problem, without reading the file again.
 *
 * Kept true: lines and columns count from 1, columns in UTF-16 units; a span lies within one line (a longer one is cut
 * at the end of its first line); `endColumn` is the column after the last character, and never less than `column`.
 */

/** A text and the path by which a person knows it, relative to where the command ran, with `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Span {
  readonly source: Source;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

const lineStarts = new WeakMap<Source, readonly number[]>();

function startsOf(source: Source): readonly number[] {
  const known = lineStarts.get(source);
  if (known) return known;
  const starts = [0];
  for (let i = source.text.indexOf('\n'); i >= 0; i = source.text.indexOf('\n', i + 1)) starts.push(i + 1);
  lineStarts.set(source, starts);
  return starts;
}

/** The text of a line (from 1), without its line end; '' past the last one. */
export function lineText(source: Source, line: number): string {
  const starts = startsOf(source);
  const start = starts[line - 1];
  if (start === undefined) return '';
  return source.text.slice(start, starts[line] ?? source.text.length).replace(/\r?\n$/, '');
}

/** The offset at which a span begins (UTF-16 units from 0). */
export function offsetOf({ source, line, column }: Span): number {
  return (startsOf(source)[line - 1] ?? source.text.length) + column - 1;
}

/** The place from offset `start` to offset `end` (UTF-16 units from 0; `end` is after the last character). */
export function spanAt(source: Source, start: number, end: number = start): Span {
  const starts = startsOf(source);
  const from = Math.max(0, Math.min(start, source.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= from) low = middle;
    else high = middle - 1;
  }
  const lineStart = starts[low] ?? 0;
  const lineEnd = lineStart + lineText(source, low + 1).length;
  const to = Math.max(from, Math.min(end, lineEnd));
  return { source, line: low + 1, column: from - lineStart + 1, endColumn: to - lineStart + 1 };
}

/** A whole line, as Problems in Markdown show it: column 1 to its end. */
export function lineSpan(source: Source, line: number): Span {
  return { source, line, column: 1, endColumn: lineText(source, line).length + 1 };
}

/** A file as a whole: 1:1. */
export function fileSpan(source: Source): Span {
  return { source, line: 1, column: 1, endColumn: 1 };
}
