/**
 * Text into lines: runs of one style are parted into words, words are put on lines as long as they fit. Flush left; a word
 * may be parted after a hyphen or dash of its own, between ideographs, a long German one by patterns (the hyphen is a
 * piece of its own and no part of the text), and, where it is wider than the whole line, anywhere: nothing is ever cut.
 */
import type { LineField, NotesField } from '../markdown/document.ts';
import { MAY_BREAK, partsOf } from './breaks.ts';
import { brokenBefore } from './broken-before.ts';
import { directedLines } from './directed.ts';
import type { Face, FontFace, Fonts } from './fonts.ts';
import type { LinkItem } from './page.ts';
import { mm } from './units.ts';

/** A piece of text in one style; `blank` is a place to write in its stead. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly node: number | null;
  readonly link?: LinkItem['target'];
  readonly pageOf?: string;
  readonly blank?: {
    readonly field: LineField;
    readonly node: number | null;
    /** The text is the first word of what was written; the rest follows as words. */
    readonly first?: boolean;
  };
  /** It is what was written in a field, from this place of its value on. */
  readonly written?: { readonly field: LineField | NotesField; readonly from: number };
  /** Its long words may be parted by German patterns. */
  readonly german?: boolean;
  /** A line ends here. */
  readonly ends?: boolean;
}

/** A piece of a line: of one run, from `start` to `end` in its text. */
interface Piece {
  readonly run: Run;
  readonly start: number;
  end: number;
  width: number;
  x: number;
  text: string;
  /** White follows it on this line, where the line was broken, or since the text ends: it is said, and takes no width. */
  spaced: boolean;
}

export interface Line {
  readonly pieces: readonly {
    readonly run: Run;
    /** With a space at its end where white follows. */
    readonly text: string;
    /** Where it begins and ends in its run. */
    readonly start: number;
    readonly end: number;
    readonly x: number;
    readonly width: number;
    /** It is one word that runs from right to left. */
    readonly rightToLeft?: boolean;
  }[];
  readonly width: number;
}

export interface Breaking {
  readonly width: number;
  /** All lines but the first begin this far to the right. */
  readonly hang?: number;
  /** Words are not parted at their hyphens (a question that is read aloud). */
  readonly whole?: boolean;
  /** The paragraph's language is written from right to left. */
  readonly rightToLeft?: boolean;
  /** The parts of a German word, which add up to it. */
  readonly parts?: ((word: string) => readonly string[]) | undefined;
}

export interface Broken {
  readonly lines: readonly Line[];
  /** The runs that the pieces name, in order: those given, or those of a paragraph that says the same. */
  readonly runs: readonly Run[];
  /** Characters for which the fonts have no glyph. */
  readonly missing: readonly string[];
}

/** Letters enough for a word to be parted by patterns. */
const LONG = /\p{L}{19}/u;
/** A letter with the marks that stand on it. */
const LETTER = /.[\p{Mark}\u200c\u200d]*(?:(?<=\u200d).[\p{Mark}\u200d]*)*/suy;

/** The lines of `runs` in a column. The same text in the same column is broken once per process (broken-before.ts). */
export function breakLines(runs: readonly Run[], fonts: Fonts, options: Breaking): Broken {
  return brokenBefore(runs, fonts, options, () => {
    const breaker = new Breaker(fonts, options);
    for (const run of runs) breaker.add(run);
    return { ...breaker.finish(), runs };
  });
}

/**
 * Takes runs and makes lines. A word may reach over several runs, so it is put on a line when the white after it is met;
 * the white before a word is that of the run in which it stands.
 */
class Breaker {
  private readonly lines: Line[] = [];
  private readonly missing: string[] = [];
  private readonly runs: Run[] = [];
  private line: Piece[] = [];
  private x = 0;
  /** The word that is being read: its pieces, its width and the white before it. */
  private word: Piece[] = [];
  private wide = 0;
  private before = 0;
  /** White met since the last word. */
  private space = 0;

  constructor(
    private readonly fonts: Fonts,
    private readonly options: Breaking,
  ) {}

  add(run: Run): void {
    if (run.ends) {
      this.runs.push(run);
      this.commit();
      this.space = 0;
      this.end(true);
      return;
    }
    const face = this.fonts[run.face];
    const white = (face.space * run.size) / 1000;
    if (run.blank) {
      this.commit();
      const natural = face.width(run.text, run.size);
      if (natural > this.options.width - (this.options.hang ?? 0)) {
        this.written(run, run.blank);
        return;
      }
      this.runs.push(run);
      const width = Math.min(this.options.width, Math.max(mm(22), natural));
      for (const part of run.text.split(' ')) this.missing.push(...face.word(part).missing);
      this.space ||= white;
      this.part(run, 0, run.text.length, width);
      this.commit();
      return;
    }
    this.runs.push(run);
    const { text } = run;
    const breaks = MAY_BREAK.test(text);
    for (let start = 0; ; ) {
      const space = text.indexOf(' ', start);
      const end = space < 0 ? text.length : space;
      if (end > start) {
        if (breaks) this.chunks(run, face, start, end);
        else if (space < 0 || this.word.length > 0) this.shaped(run, face, start, end);
        else this.alone(run, face, start, end);
      }
      if (space < 0) return;
      this.commit();
      this.space = white;
      start = space + 1;
    }
  }

  /** What was written in a blank and is longer than a line: words like any other, the field at the first. */
  private written(run: Run, blank: NonNullable<Run['blank']>): void {
    const { face, size, node } = run;
    const word = run.text.search(/ |$/);
    const fits = this.fonts[face].width(run.text.slice(0, word), size) <= this.options.width;
    LETTER.lastIndex = 0;
    const end = fits ? word : (LETTER.exec(run.text)?.[0].length ?? 0);
    const { field } = blank;
    const start = { text: run.text.slice(0, end), face, size, node };
    const first: Run = { ...start, blank: { ...blank, first: true }, written: { field, from: 0 } };
    const width = this.fonts[face].width(first.text, size);
    this.space ||= (this.fonts[face].space * size) / 1000;
    this.runs.push(first);
    this.part(first, 0, end, width);
    this.commit();
    this.add({ text: run.text.slice(end), face, size, node, written: { field, from: end } });
  }

  finish(): Omit<Broken, 'runs'> {
    this.commit();
    if (this.line.length > 0 || this.lines.length === 0) this.end(true);
    return { lines: this.ordered(), missing: this.missing };
  }

  private ordered(): readonly Line[] {
    const { order } = this.fonts.regular;
    if (!order || !this.runs.some((run) => order.concerns(run.text))) return this.lines;
    return directedLines(this.lines, this.runs, this.fonts, order, this.options.rightToLeft ?? false);
  }

  /** A word that may be parted. */
  private chunks(run: Run, face: FontFace, start: number, end: number): void {
    let at = start;
    for (const chunk of partsOf(run.text.slice(start, end), this.options.whole ?? false)) {
      if (at > start) this.commit();
      this.shaped(run, face, at, at + chunk.length);
      at += chunk.length;
    }
  }

  private shaped(run: Run, face: FontFace, start: number, end: number): void {
    const shaped = face.word(run.text.slice(start, end));
    if (shaped.missing.length > 0) this.missing.push(...shaped.missing);
    this.part(run, start, end, (shaped.width * run.size) / 1000);
  }

  /** A word with white on both sides: most of them need no more than their place on the line. */
  private alone(run: Run, face: FontFace, start: number, end: number): void {
    const shaped = face.word(run.text.slice(start, end));
    if (shaped.missing.length > 0) this.missing.push(...shaped.missing);
    const width = (shaped.width * run.size) / 1000;
    const last = this.line.at(-1);
    const x = this.x + this.space;
    if (last?.run !== run || start - last.end > 1 || x + width > this.options.width + 0.01) {
      this.part(run, start, end, width);
      return;
    }
    last.end = end;
    last.width = x + width - last.x;
    last.spaced = false;
    this.x = x + width;
    this.space = 0;
  }

  private part(run: Run, start: number, end: number, width: number): void {
    if (this.word.length === 0) this.before = this.space;
    this.word.push({ run, start, end, width, x: 0, text: '', spaced: false });
    this.wide += width;
    this.space = 0;
  }

  /** The word that was read goes to this line or the next. */
  private commit(): void {
    if (this.word.length === 0) return;
    const { width } = this.options;
    if (this.x + (this.line.length > 0 ? this.before : 0) + this.wide > width + 0.01) {
      if (this.partGerman()) return;
      if (this.line.length > 0) {
        this.end(this.before > 0);
        if (this.x + this.wide > width + 0.01 && this.partGerman()) return;
      }
    }
    const last = this.line.at(-1);
    if (last) {
      this.x += this.before;
      if (this.before > 0) last.spaced = true;
    }
    if (this.line.length === 0 && this.wide > width - this.x + 0.01) this.putParted();
    else for (const piece of this.word) this.put(piece);
    this.word = [];
    this.wide = 0;
  }

  /** As much of a long German word as this line still holds, with a hyphen; the rest goes on. False where none does. */
  private partGerman(): boolean {
    const [piece] = this.word;
    const { parts, whole, width } = this.options;
    if (!piece?.run.german || !parts || whole || this.word.length > 1) return false;
    const { run, start, end } = piece;
    const text = run.text.slice(start, end);
    if (!LONG.test(text)) return false;
    const face = this.fonts[run.face];
    const from = this.x + (this.line.length > 0 ? this.before : 0);
    const hyphen = face.width('-', run.size);
    const all = parts(text);
    for (let count = all.length - 1; count > 0; count--) {
      const head = all.slice(0, count).join('');
      const wide = face.width(head, run.size);
      if (from + wide + hyphen > width + 0.01) continue;
      const at = start + head.length;
      this.x = from;
      const last = this.line.at(-1);
      if (last && this.before > 0) last.spaced = true;
      this.put({ run, start, end: at, width: wide, x: 0, text: '', spaced: false });
      const mark: Run = { text: '-', face: run.face, size: run.size, node: null };
      this.put({ run: mark, start: 0, end: 1, width: hyphen, x: 0, text: '', spaced: false });
      this.end();
      const rest = face.width(run.text.slice(at, end), run.size);
      this.word = [{ run, start: at, end, width: rest, x: 0, text: '', spaced: false }];
      this.wide = rest;
      this.before = 0;
      this.commit();
      return true;
    }
    return false;
  }

  /** At the end of the line; neighbours in one run are one piece, with the space between them. */
  private put(piece: Piece): void {
    const last = this.line[this.line.length - 1];
    const from = this.x;
    this.x += piece.width;
    if (last && last.run === piece.run && !piece.run.blank && piece.start - last.end <= 1) {
      last.end = piece.end;
      last.width = this.x - last.x;
      last.spaced = false;
      return;
    }
    piece.x = from;
    this.line.push(piece);
  }

  /** Ends the line; `white`: it was broken at white. */
  private end(white = false): void {
    const pieces = this.line;
    const last = pieces.at(-1);
    if (last && white) last.spaced = true;
    for (const piece of pieces) {
      const text = piece.run.text.slice(piece.start, piece.end);
      piece.text = piece.spaced && !piece.run.blank ? `${text} ` : text;
    }
    this.lines.push(widenBlanks({ pieces, width: this.x }, this.options.width));
    this.line = [];
    this.x = this.options.hang ?? 0;
  }

  /** A word that is wider than the line, letter by letter. */
  private putParted(): void {
    const room = this.options.width - (this.options.hang ?? 0);
    let used = 0;
    const next = (): void => {
      this.end();
      used = 0;
    };
    for (const piece of this.word) {
      const { run } = piece;
      if (run.blank) {
        this.put({ ...piece, width: room });
        continue;
      }
      if (run.pageOf !== undefined) {
        // A page's number is filled in later, as one text.
        if (used > 0 && used + piece.width > room) next();
        used += piece.width;
        this.put(piece);
        continue;
      }
      const face = this.fonts[run.face];
      let start = piece.start;
      let wide = 0;
      const flush = (end: number): void => {
        if (end === start) return;
        const width = face.width(run.text.slice(start, end), run.size);
        this.put({ run, start, end, width, x: 0, text: '', spaced: false });
        start = end;
        wide = 0;
      };
      for (let at = piece.start; at < piece.end; ) {
        LETTER.lastIndex = at;
        const letter = (LETTER.exec(run.text)?.[0] ?? '').slice(0, piece.end - at);
        const more = (face.word(letter).width * run.size) / 1000;
        if (used + wide + more > room * KERNED && (at > start || this.line.length > 0)) {
          flush(at);
          next();
        }
        wide += more;
        at += letter.length;
      }
      used += wide;
      flush(piece.end);
    }
  }
}

/** Letters are measured one by one where a word is parted; kerning may add a little. */
const KERNED = 0.97;

/** A blank that ends its line reaches to the line's end, where it is wide; up to 70 mm. */
function widenBlanks(line: { readonly pieces: Piece[]; readonly width: number }, width: number): Line {
  const last = line.pieces.at(-1);
  if (!last?.run.blank || last.run.blank.first) return line;
  last.width = Math.max(last.width, Math.min(width - last.x, mm(70)));
  return { pieces: line.pieces, width: last.x + last.width };
}
