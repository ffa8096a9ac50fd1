/**
 * Text into lines: runs of one style are parted into words, words are put on lines as long as they fit. Flush left,
 * no hyphenation; a word may be parted after a hyphen or dash of its own, between ideographs, and, where it is wider
 * than the whole line, anywhere: nothing is ever cut.
 */
import type { LineField } from '../markdown/document.ts';
import type { Mark } from './box.ts';
import type { Face, FontFace, Fonts } from './fonts.ts';
import type { LinkItem } from './page.ts';
import { RULE } from './rules.ts';
import type { Style } from './styles.ts';
import { mm } from './units.ts';

/** A piece of text in one style; `blank` is a place to write in its stead. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly node: number | null;
  readonly link?: LinkItem['target'];
  readonly pageOf?: string;
  readonly blank?: { readonly field: LineField; readonly node: number | null };
  /** A line ends here. */
  readonly ends?: boolean;
}

interface Piece {
  readonly run: Run;
  text: string;
  width: number;
  x: number;
}

interface Word {
  readonly pieces: Piece[];
  width: number;
  /** White before it, when it is not first in its line. */
  space: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

export interface Breaking {
  readonly width: number;
  /** All lines but the first begin this far to the right. */
  readonly hang?: number;
  /** Words are not parted at their hyphens (a question that is read aloud). */
  readonly whole?: boolean;
}

const BREAK_AFTER =
  /(?<=[\p{L}\p{N})][-‐–—/])(?=[\p{L}\p{N}(])|(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])(?=[\u2e80-\u9fff\uf900-\ufaff])/u;
const MAY_BREAK = /[-‐–—/\u2e80-\uffef]/;

/** The lines of `runs` in a column. */
export function breakLines(runs: readonly Run[], fonts: Fonts, options: Breaking): readonly Line[] {
  const result: Line[] = [];
  let line: Piece[] = [];
  let x = 0;
  const indent = (): number => (result.length > 0 ? (options.hang ?? 0) : 0);
  const end = (): void => {
    result.push({ pieces: line, width: x });
    line = [];
    x = indent();
  };
  const put = (word: Word): void => {
    for (const piece of word.pieces) {
      piece.x = x;
      x += piece.width;
      line.push(piece);
    }
  };
  for (const word of words(runs, fonts, options)) {
    if (word === 'end') {
      end();
      continue;
    }
    if (line.length > 0 && x + word.space + word.width > options.width + 0.01) end();
    if (line.length > 0) x += word.space;
    if (word.width > options.width - x + 0.01 && line.length === 0) {
      for (const part of parted(word, fonts, options.width - (options.hang ?? 0))) {
        if (line.length > 0) end();
        put(part);
      }
    } else put(word);
  }
  if (line.length > 0 || result.length === 0) end();
  return result.map((l) => widenBlanks(joined(l), options.width));
}

/** Words in order; the white before a word is that of the run in which it stands. */
function* words(runs: readonly Run[], fonts: Fonts, options: Breaking): Generator<Word | 'end'> {
  let open: Word | null = null;
  let space = 0;
  for (const run of runs) {
    if (run.ends) {
      if (open) yield open;
      open = null;
      space = 0;
      yield 'end';
      continue;
    }
    const face = fonts[run.face];
    const white = (face.space * run.size) / 1000;
    if (run.blank) {
      if (open) yield open;
      open = null;
      const width = Math.min(options.width, Math.max(mm(22), face.width(run.text, run.size)));
      yield { pieces: [{ run, text: run.text, width, x: 0 }], width, space: space || white };
      space = 0;
      continue;
    }
    const parts = run.text.split(' ');
    for (const [i, part] of parts.entries()) {
      if (i > 0) {
        if (open) yield open;
        open = null;
        space = white;
      }
      if (part === '') continue;
      const chunks = options.whole || !MAY_BREAK.test(part) ? [part] : part.split(BREAK_AFTER);
      for (const [k, text] of chunks.entries()) {
        if (k > 0 && open) {
          yield open;
          open = null;
          space = 0;
        }
        const width = (face.word(text).width * run.size) / 1000;
        open ??= { pieces: [], width: 0, space };
        open.pieces.push({ run, text, width, x: 0 });
        open.width += width;
        space = 0;
      }
    }
  }
  if (open) yield open;
}

/** Letters are measured one by one where a word is parted; kerning may add a little. */
const KERNED = 0.97;

/** A word that is wider than the line, in parts that are not. */
function* parted(word: Word, fonts: Fonts, width: number): Generator<Word> {
  let part: Word = { pieces: [], width: 0, space: 0 };
  for (const piece of word.pieces) {
    if (piece.run.blank) {
      part.pieces.push({ ...piece, width });
      continue;
    }
    const face: FontFace = fonts[piece.run.face];
    let text = '';
    let wide = 0;
    for (const character of piece.text) {
      const more = (face.word(character).width * piece.run.size) / 1000;
      if (part.width + wide + more > width * KERNED && (text || part.pieces.length > 0)) {
        if (text) part.pieces.push({ run: piece.run, text, width: face.width(text, piece.run.size), x: 0 });
        yield part;
        part = { pieces: [], width: 0, space: 0 };
        text = '';
        wide = 0;
      }
      text += character;
      wide += more;
    }
    if (text) {
      part.pieces.push({ run: piece.run, text, width: face.width(text, piece.run.size), x: 0 });
      part.width += wide;
    }
  }
  if (part.pieces.length > 0) yield part;
}

/** Neighbours of one run become one piece, with the spaces between them. */
function joined(line: Line): Line {
  const pieces: Piece[] = [];
  for (const piece of line.pieces) {
    const last = pieces.at(-1);
    if (last && last.run === piece.run && !piece.run.blank) {
      const spaced = piece.x - (last.x + last.width) > 0.01;
      last.text += spaced ? ` ${piece.text}` : piece.text;
      last.width = piece.x + piece.width - last.x;
    } else pieces.push(piece);
  }
  return { pieces, width: line.width };
}

/** A blank that ends its line reaches to the line's end, where it is wide; up to 70 mm. */
function widenBlanks(line: Line, width: number): Line {
  const last = line.pieces.at(-1);
  if (!last?.run.blank) return line;
  last.width = Math.max(last.width, Math.min(width - last.x, mm(70)));
  return { pieces: line.pieces, width: last.x + last.width };
}

/** The base line's distance from the top of a line of this style. */
export function baseline(style: Style): number {
  return style.leading / 2 + 0.312 * style.size;
}

export type Align = 'left' | 'right' | 'center';

/** A line's marks, relative to its top left. */
export function lineMarks(line: Line, style: Style, width: number, align: Align = 'left'): readonly Mark[] {
  const y = baseline(style);
  const shift = align === 'right' ? width - line.width : align === 'center' ? (width - line.width) / 2 : 0;
  const marks: Mark[] = [];
  for (const { run, text, width: wide, x: at } of line.pieces) {
    const x = at + shift;
    if (run.blank) {
      const { field, node } = run.blank;
      if (text)
        marks.push({
          type: 'text',
          x: x + 1,
          y,
          face: run.face,
          size: run.size,
          text,
          width: wide,
          node: run.node,
        });
      marks.push({ type: 'rule', x, y: y + 1.6, width: wide, height: RULE.writing });
      const height = style.leading + 2;
      marks.push({
        type: 'field',
        x,
        y: y + 1.6 - height,
        width: wide,
        height,
        field,
        option: null,
        pitch: 0,
        node,
      });
      continue;
    }
    marks.push({
      type: 'text',
      x,
      y,
      face: run.face,
      size: run.size,
      text,
      width: wide,
      node: run.node,
      ...(run.pageOf === undefined ? {} : { pageOf: run.pageOf }),
    });
    if (run.link) {
      marks.push({
        type: 'link',
        x,
        y: 0,
        width: wide,
        height: style.leading,
        target: run.link,
        node: run.node,
      });
      if ('href' in run.link) marks.push({ type: 'rule', x, y: y + 1.2, width: wide, height: RULE.link });
    }
  }
  return marks;
}
