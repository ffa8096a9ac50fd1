/**
 * Text into lines: runs of one style are parted into words, words are put on lines as long as they fit. Flush left; a line
 * may end after a hyphen or dash of a word's own, between ideographs, and within a word that fits nowhere (parted.ts):
 * nothing is ever cut.
 */
import { letterAt, MAY_BREAK, partsOf } from './breaks.ts';
import { brokenBefore } from './broken-before.ts';
import { directedLines } from './directed.ts';
import type { FontFace, Fonts } from './fonts.ts';
import type { Breaking, Broken, Line, Run } from './lines.ts';
import { type Part, partedAnywhere, partedGerman } from './parted.ts';
import { mm } from './units.ts';

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

/** So many letters are wider than any line: they need not be measured to know it. */
const NEVER_ONE_LINE = 2000;

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
      const room = this.options.width - (this.options.hang ?? 0);
      const natural = run.text.length > NEVER_ONE_LINE ? Infinity : face.width(run.text, run.size);
      if (natural > room) {
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
    const end = fits ? word : letterAt(run.text, 0).length;
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
    this.word.push(pieceOf({ run, start, end, width }));
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
    if (this.line.length === 0 && this.wide > width - this.x + 0.01) {
      const room = width - (this.options.hang ?? 0);
      for (const part of partedAnywhere(this.word, this.fonts, room)) {
        if (part) this.put(pieceOf(part));
        else this.end();
      }
    } else for (const piece of this.word) this.put(piece);
    this.word = [];
    this.wide = 0;
  }

  /** As much of a long German word as this line still holds, with a hyphen; the rest goes on. False where none does. */
  private partGerman(): boolean {
    const [piece] = this.word;
    if (!piece || this.word.length > 1) return false;
    const from = this.x + (this.line.length > 0 ? this.before : 0);
    const parted = partedGerman(piece, this.fonts, this.options, this.options.width - from);
    if (!parted) return false;
    const [head, hyphen, rest] = parted;
    this.x = from;
    const last = this.line.at(-1);
    if (last && this.before > 0) last.spaced = true;
    this.put(pieceOf(head));
    this.put(pieceOf(hyphen));
    this.end();
    this.word = [pieceOf(rest)];
    this.wide = rest.width;
    this.before = 0;
    this.commit();
    return true;
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
}

function pieceOf({ run, start, end, width }: Part): Piece {
  return { run, start, end, width, x: 0, text: '', spaced: false };
}

/** A blank that ends its line reaches to the line's end, where it is wide; up to 70 mm. */
function widenBlanks(line: { readonly pieces: Piece[]; readonly width: number }, width: number): Line {
  const last = line.pieces.at(-1);
  if (!last?.run.blank || last.run.blank.first) return line;
  last.width = Math.max(last.width, Math.min(width - last.x, mm(70)));
  return { pieces: line.pieces, width: last.x + last.width };
}
