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

/** How far both have been read: `i` in the words, `at` in the file. */
interface Reached {
  readonly i: number;
  readonly at: number;
}

/** The places of the words of one text. Asked for one after the other, the text is read once. */
export class Places {
  private readonly file: string;
  private readonly style: string;
  private readonly first: Reached;
  private last: Reached;

  /** `begin`: where the text begins in its file. */
  constructor(
    private readonly begin: Span,
    private readonly words: string,
  ) {
    this.file = begin.source.text;
    this.style = this.file[offsetOf(begin)] ?? '';
    this.first = { i: 0, at: afterHead(this.file, offsetOf(begin), this.style) };
    this.last = this.first;
  }

  /** The words from offset `from`, which is no blank, to `to`. */
  of(from: number, to: number): Span {
    const start = this.readTo(from, from < this.last.i ? this.first : this.last);
    if (!start) return this.begin;
    this.last = start;
    const end = this.readTo(to, start);
    return end ? spanAt(this.begin.source, this.wordAt(start.at), end.at) : this.begin;
  }

  /** Reads on up to the word's offset `to`; null where the file says something else. */
  private readTo(to: number, { i: fromWord, at: fromFile }: Reached): Reached | null {
    let i = fromWord;
    let at = fromFile;
    while (i < to) {
      if (BLANK.test(this.words[i] ?? '')) {
        for (let next = this.signAt(at); BLANK.test(next.sign); next = this.signAt(at)) at = next.end;
        while (i < to && BLANK.test(this.words[i] ?? '')) i += 1;
        continue;
      }
      at = this.wordAt(at);
      const { sign, end } = this.signAt(at);
      if (sign === '' || !this.words.startsWith(sign, i)) return null;
      at = end;
      i += sign.length;
    }
    return { i, at };
  }

  /** Past what says nothing. */
  private wordAt(from: number): number {
    let at = from;
    for (let next = this.signAt(at); next.sign === '' && at < this.file.length; next = this.signAt(at))
      at = next.end;
    return at;
  }

  private signAt(at: number): Sign {
    const { file, style } = this;
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
}

/** Where the words begin: after a quotation mark, or below `>-`. */
function afterHead(file: string, at: number, style: string): number {
  let first = at;
  if (style === '|' || style === '>') first = file.indexOf('\n', at) + 1 || file.length;
  else if (style === '"' || style === "'") first += 1;
  while (BLANK.test(file[first] ?? '')) first += 1;
  return first;
}
