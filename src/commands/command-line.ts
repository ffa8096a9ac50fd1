/**
 * The command line as a source: the words as they were typed, so that a Problem about one shows a caret under it.
 *
 * Commander says which option was met with which value, in the order of the words; a cursor over the words finds the
 * place. Nothing here decides what an option means.
 */
import type { Named } from '../problems/named.ts';
import { lineSpan, type Source, type Span, spanAt } from '../problems/source.ts';

/** A word as a shell would take it back. */
function quoted(word: string): string {
  if (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word)) return word;
  if (/[\n\r\t]/.test(word)) {
    const escaped = word.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
    return `$'${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}'`;
  }
  return `'${word.replaceAll("'", "'\\''")}'`;
}

interface Word {
  readonly text: string;
  /** Offsets of the quoted word in the source. */
  readonly start: number;
  readonly end: number;
  /** Where the text itself begins, inside the quotes; null where quoting changed it. */
  readonly inner: number | null;
}

/** An option as met: its long name without dashes, its value ('' for a flag). */
export interface Occurrence {
  readonly option: string;
  readonly value: Named;
  /** The option's own word. */
  readonly flag: Span;
  /** `alone`: takes no value. `apart`: its value is a word of its own, perhaps what should have come next. */
  readonly form: 'alone' | 'apart' | 'joined';
}

export class CommandLine {
  readonly source: Source;
  readonly occurrences: Occurrence[] = [];
  private readonly words: readonly Word[];
  private readonly taken = new Set<Word>();
  private cursor = 0;

  /** `argv`: the words after the program's name. */
  constructor(argv: readonly string[]) {
    let text = 'rubricate';
    this.words = argv.map((word) => {
      const start = text.length + 1;
      const shown = quoted(word);
      text += ` ${shown}`;
      const at = shown.indexOf(word);
      return { text: word, start, end: text.length, inner: at < 0 || word === '' ? null : start + at };
    });
    this.source = { path: 'command-line', text };
  }

  /** The command, as it was typed; '' where there is no word. */
  get firstWord(): string {
    return this.words[0]?.text ?? '';
  }

  /** The whole line. */
  get whole(): Span {
    return lineSpan(this.source, 1);
  }

  private spanIn(word: Word, from: number, to: number): Span {
    if (word.inner === null) return spanAt(this.source, word.start, word.end);
    return spanAt(this.source, word.inner + from, word.inner + to);
  }

  /** The first word that is this text; the whole line where there is none. */
  find(text: string): Span {
    const word =
      this.words.find((w) => w.text === text) ?? this.words.find((w) => w.text.startsWith(`${text}=`));
    return word ? this.spanIn(word, 0, text.length) : this.whole;
  }

  /**
   * The words that are no option nor the value of one, the command's first. Counts on all options having been met.
   */
  positionals(): readonly Named[] {
    const end = this.words.findIndex((word) => word.text === '--' && !this.taken.has(word));
    return this.words.flatMap((word, i) => {
      const isFlag = word.text.startsWith('-') && word.text !== '-' && (end < 0 || i <= end);
      if (isFlag || this.taken.has(word)) return [];
      return [{ text: word.text, span: this.spanIn(word, 0, word.text.length) }];
    });
  }

  /** The last word, where something is missing after it. */
  last(): Span {
    const word = this.words.at(-1);
    return word ? this.spanIn(word, 0, word.text.length) : this.whole;
  }

  /** Takes down that an option was met: `flags` are its spellings (--out, -o), `value` null for a flag. */
  met(option: string, flags: readonly string[], value: string | null): void {
    for (let i = this.cursor; i < this.words.length; i++) {
      const word = this.words[i];
      if (word === undefined) break;
      const flag = flags.find((f) => word.text === f || joined(f, word.text, value));
      if (flag === undefined) continue;
      const next = this.words[i + 1];
      const at = this.spanIn(word, 0, flag.length);
      if (value === null) {
        this.take({ option, value: { text: '', span: at }, flag: at, form: 'alone' }, i + 1);
      } else if (word.text === flag && next?.text === value) {
        this.taken.add(next);
        const span = this.spanIn(next, 0, value.length);
        this.take({ option, value: { text: value, span }, flag: at, form: 'apart' }, i + 2);
      } else {
        const span = this.spanIn(word, word.text.length - value.length, word.text.length);
        this.take({ option, value: { text: value, span }, flag: at, form: 'joined' }, i + 1);
      }
      return;
    }
    const nowhere = { text: value ?? '', span: this.whole };
    this.take(
      { option, value: nowhere, flag: this.whole, form: value === null ? 'alone' : 'joined' },
      this.cursor,
    );
  }

  private take(occurrence: Occurrence, cursor: number): void {
    this.occurrences.push(occurrence);
    this.cursor = cursor;
  }

  /** The command's word. */
  command(text: string): Named {
    return { text, span: this.find(text) };
  }

  /** The command's argument: the last word of this text that is no option nor the value of one. */
  argument(text: string): Named {
    const word = this.words.findLast((w) => w.text === text && !this.taken.has(w));
    return { text, span: word ? this.spanIn(word, 0, text.length) : this.whole };
  }

  /** All values of an option, in order. */
  every(option: string): readonly Named[] {
    return this.occurrences.filter((o) => o.option === option).map((o) => o.value);
  }

  /** The value of an option; undefined where it was not given. */
  one(option: string): Named | undefined {
    return this.every(option)[0];
  }

  has(option: string): boolean {
    return this.one(option) !== undefined;
  }

  /** A part of a value: from and to are offsets in its text. */
  part(value: Named, from: number, to: number): Named {
    const { span } = value;
    const text = value.text.slice(from, to);
    const sameWidth = span.endColumn - span.column === value.text.length;
    if (!sameWidth) return { text, span };
    return { text, span: { ...span, column: span.column + from, endColumn: span.column + to } };
  }
}

/** `--flag=value` or `-fvalue`. */
function joined(flag: string, word: string, value: string | null): boolean {
  if (value === null) return false;
  return word === (flag.startsWith('--') ? `${flag}=${value}` : `${flag}${value}`);
}
