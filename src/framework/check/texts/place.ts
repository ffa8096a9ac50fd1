/**
 * Where a word of a text stands in its file. A text is plain (paragraphs.ts); in the file it is folded, indented, quoted:
 * both are read side by side, whatever the style of YAML. Where they part, it is the place where the text begins.
 */
import { offsetOf, type Span, spanAt } from '../../../problems/source.ts';

const BLANK = /\s/;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', _: '\u00a0' };
const CODE = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})/y;
const CONTINUED = /\\\r?\n[ \t]*/y;

interface Sign {
  /** What it says; '' where it says nothing. */
  readonly sign: string;
  readonly end: number;
}

/** The place of `words` from offset `from` to `to`, where the text in the file begins at `begin`. */
export function placeIn(begin: Span, words: string, from: number, to: number): Span {
  const file = begin.source.text;
  const style = file[offsetOf(begin)] ?? '';
  let at = afterHead(file, offsetOf(begin), style);
  let start = at;
  let i = 0;
  while (i < to) {
    let next = signAt(file, at, style);
    if (BLANK.test(words[i] ?? '')) {
      for (; BLANK.test(next.sign); next = signAt(file, at, style)) at = next.end;
      while (i < to && BLANK.test(words[i] ?? '')) i += 1;
      continue;
    }
    for (; next.sign === '' && at < file.length; next = signAt(file, at, style)) at = next.end;
    if (next.sign === '' || !words.startsWith(next.sign, i)) return begin;
    if (i <= from) start = at;
    at = next.end;
    i += next.sign.length;
  }
  return spanAt(begin.source, start, at);
}

/** Where the words begin: after a quotation mark, or below `>-`. */
function afterHead(file: string, at: number, style: string): number {
  let first = at;
  if (style === '|' || style === '>') first = file.indexOf('\n', at) + 1 || file.length;
  else if (style === '"' || style === "'") first += 1;
  while (BLANK.test(file[first] ?? '')) first += 1;
  return first;
}

function signAt(file: string, at: number, style: string): Sign {
  if (style === "'" && file.startsWith("''", at)) return { sign: "'", end: at + 2 };
  if (style !== '"' || file[at] !== '\\') return { sign: file[at] ?? '', end: at + 1 };
  CONTINUED.lastIndex = at;
  if (CONTINUED.test(file)) return { sign: '', end: CONTINUED.lastIndex };
  CODE.lastIndex = at;
  const code = CODE.exec(file)?.[0];
  if (code !== undefined)
    return { sign: String.fromCodePoint(Number.parseInt(code.slice(2), 16)), end: at + code.length };
  const letter = file[at + 1] ?? '';
  return { sign: ESCAPED[letter] ?? letter, end: at + 2 };
}
