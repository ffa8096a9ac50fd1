/**
 * A text as it stands in YAML -> plain text, whatever style it was written in: one newline is a space, an empty line parts
 * paragraphs ("\n\n").
 */
import type { Scalar } from 'yaml';
import type { Source } from '../problems/source.ts';

const EMPTY_LINE = /\n[ \t]*\r?\n/;

/** The text of a scalar of `source`; '' where it says nothing. */
export function plainText(source: Source, node: Scalar, value: string): string {
  return paragraphs(parted(source, node, value.replace(/\r\n?/g, '\n')));
}

/** A text in lines as plain text: what an empty line parts, each on one line. */
export function paragraphs(text: string): string {
  return text
    .trim()
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => paragraph.split('\n').map(withoutBlanks).join(' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** A line without the blanks at its ends. No pattern: that of a run of blanks takes the square of its length. */
function withoutBlanks(line: string): string {
  let from = 0;
  let to = line.length;
  while (from < to && isBlank(line[from])) from += 1;
  while (to > from && isBlank(line[to - 1])) to -= 1;
  return line.slice(from, to);
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t';
}

/** YAML folds an empty line of a plain, quoted or `>` text into one newline; here it parts paragraphs again. */
function parted(source: Source, node: Scalar, value: string): string {
  if (!value.includes('\n') || node.type === 'BLOCK_LITERAL') return value;
  const [start, end] = node.range ?? [0, 0];
  if (node.type === 'QUOTE_DOUBLE' && !EMPTY_LINE.test(source.text.slice(start, end))) return value;
  return value.replace(/\n+/g, '\n\n');
}
