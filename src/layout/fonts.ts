/**
 * The fonts: parsed once per process, every word shaped once. Layout measures and pdf/ writes by the same shaped words,
 * so what is measured is what is printed.
 *
 * Kept true: a text is shaped word by word (kerning and ligatures inside words, none across a space); widths are in
 * thousandths of the type size; a word's shape depends on the word and the face alone.
 */
import { create, type Font, type Glyph } from 'fontkit';
import { bad, type Checked, good } from '../problems/checked.ts';
import { error } from '../problems/problem.ts';
import type { Folder } from '../project/folder.ts';
import type { Cluster } from './fallback/harfbuzz.ts';
import type { ThemeFont } from './theme.ts';

export type Face = 'regular' | 'semibold' | 'bold' | 'italic';

export const FACES: Readonly<Record<Face, string>> = {
  regular: 'SourceSans3_400Regular.ttf',
  semibold: 'SourceSans3_600SemiBold.ttf',
  bold: 'SourceSans3_700Bold.ttf',
  italic: 'SourceSans3_400Regular_Italic.ttf',
};

/** A word as the font sets it. Advances and kerns in thousandths of the size. */
export interface ShapedWord {
  readonly width: number;
  /** None where the word is set in pieces. */
  readonly glyphs: readonly ShapedGlyph[];
  /** Characters for which the font has no glyph. */
  readonly missing: readonly string[];
  /** As they are read, where fonts to fall back on take part. */
  readonly pieces?: readonly ShapedPiece[];
  /** The pieces, and what is in them, stand from right to left. */
  readonly rightToLeft?: boolean;
}

/** A piece of a word: in the face's own font, or in fonts to fall back on. */
export type ShapedPiece =
  | { readonly glyphs: readonly ShapedGlyph[] }
  | { readonly clusters: readonly Cluster[] };

export interface ShapedGlyph {
  readonly id: number;
  /** The glyph's own advance, as the PDF's width table says. */
  readonly advance: number;
  /** What is added to it here by kerning. */
  readonly kern: number;
  readonly codePoints: readonly number[];
}

const HYPHEN = 0x2d;

export class FontFace {
  readonly face: Face;
  readonly bytes: Uint8Array;
  /** The parsed font, for the PDF writer. */
  readonly parsed: Font;
  readonly space: number;
  /** What puts words that run from right to left in order; null where the face has no such letters. */
  readonly order: Order | null = null;
  private readonly words = new Map<string, ShapedWord>();

  constructor(face: Face, bytes: Uint8Array, parsed: Font = create(bytes)) {
    this.face = face;
    this.bytes = bytes;
    this.parsed = parsed;
    // A parsed font takes a glyph for what first asked for it; a hyphen that a soft one asked for first is never drawn again.
    parsed.glyphForCodePoint(HYPHEN);
    this.space = this.word(' ').width;
  }

  /** A word (no line breaks in it) as it is set; kept for the life of the process, up to a bound. */
  word(text: string): ShapedWord {
    const known = this.words.get(text);
    if (known) return known;
    if (this.words.size > 50_000) this.words.clear();
    const shaped = this.shape(text);
    this.words.set(text, shaped);
    return shaped;
  }

  /** The advance of a text with spaces in it, in points at this size. */
  width(text: string, size: number): number {
    let total = 0;
    let start = 0;
    for (let i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', start)) {
      if (i > start) total += this.word(text.slice(start, i)).width;
      total += this.space;
      start = i + 1;
    }
    if (start < text.length) total += this.word(text.slice(start)).width;
    return (total * size) / 1000;
  }

  /** The glyph of a character alone, as the font maps it, unshaped. */
  glyph(codePoint: number): ShapedGlyph {
    const { id, advanceWidth } = this.parsed.glyphForCodePoint(codePoint);
    return { id, advance: (advanceWidth * 1000) / this.parsed.unitsPerEm, kern: 0, codePoints: [codePoint] };
  }

  protected shape(text: string): ShapedWord {
    const scale = 1000 / this.parsed.unitsPerEm;
    const run = this.parsed.layout(text);
    const said = charactersOf(text, run.glyphs);
    const glyphs = run.glyphs.map((glyph, i) => {
      const advance = glyph.advanceWidth * scale;
      const placed = (run.positions[i]?.xAdvance ?? glyph.advanceWidth) * scale;
      return { id: glyph.id, advance, kern: placed - advance, codePoints: said[i] ?? glyph.codePoints };
    });
    const width = glyphs.reduce((sum, glyph) => sum + glyph.advance + glyph.kern, 0);
    const missing = glyphs.some((glyph) => glyph.id === 0)
      ? [...text].filter((c) => !this.parsed.hasGlyphForCodePoint(c.codePointAt(0) ?? 0))
      : [];
    return { width, glyphs, missing };
  }
}

/**
 * The characters that each glyph stands for, from the text itself: a parsed font remembers with a glyph the characters
 * that first asked for it. Where the counts differ (a letter that was taken apart), as the font says.
 */
function charactersOf(text: string, glyphs: readonly Glyph[]): readonly (readonly number[])[] {
  const all = [...text].map((character) => character.codePointAt(0) ?? 0);
  const total = glyphs.reduce((sum, glyph) => sum + glyph.codePoints.length, 0);
  if (total !== all.length) return glyphs.map((glyph) => glyph.codePoints);
  let from = 0;
  return glyphs.map((glyph) => {
    const own = all.slice(from, from + glyph.codePoints.length);
    from += glyph.codePoints.length;
    return own;
  });
}

/** Marks a word that runs from right to left though none of its letters says so, where it stands before it. */
export const RIGHT_TO_LEFT_MARK = '\u200f';

/** The order of words on a line where some run from right to left (fallback/bidi.ts). */
export interface Order {
  /** True where a text has letters that run from right to left. */
  concerns(text: string): boolean;
  /** The level of every character of a paragraph; odd ones run from right to left. */
  levels(paragraph: string, rightToLeft: boolean): ArrayLike<number>;
  /** Pieces of a line as they are read, in the order from left to right. */
  fromLeft<T extends { readonly level: number }>(pieces: readonly T[]): readonly T[];
}

export type Fonts = Readonly<Record<Face, FontFace>>;

const loaded = new Map<string, Fonts>();

/** The four faces from the folder that holds them; parsed once per process and folder. Throws where one is not there: our package is broken. */
export function loadFonts(folder: Folder): Fonts {
  const known = loaded.get(folder.path);
  if (known) return known;
  const face = (name: Face): FontFace => {
    const bytes = folder.read(FACES[name]);
    if (!bytes)
      throw new Error(`The font ${FACES[name]} is not in ${folder.path}: the package is not built.`);
    return new FontFace(name, bytes);
  };
  const fonts = {
    regular: face('regular'),
    semibold: face('semibold'),
    bold: face('bold'),
    italic: face('italic'),
  };
  loaded.set(folder.path, fonts);
  return fonts;
}

const themed = new Map<string, { readonly from: ThemeFont; readonly fonts: Fonts }>();

/** The faces of a theme's own font; parsed once per process while its files stay. Problems: `broken-font`. */
export function loadThemeFonts(font: ThemeFont): Checked<Fonts> {
  const known = themed.get(font.folder.text);
  if (known && FACE_NAMES.every((face) => Buffer.compare(known.from.files[face], font.files[face]) === 0))
    return good(known.fonts);
  const { span, text: home } = font.folder;
  const faces: FontFace[] = [];
  for (const name of FACE_NAMES) {
    const face = faceOf(name, font.files[name]);
    if (face) faces.push(face);
    else
      return bad([
        error('broken-font', `"${home}/${name}.ttf" cannot be read as a font`, span, {
          help: 'a font is a TrueType file with its outlines (glyf); take it anew from where it is published',
        }),
      ]);
  }
  const [regular, semibold, bold, italic] = faces;
  if (!regular || !semibold || !bold || !italic) throw new Error('A face of the theme is not there.');
  const fonts = { regular, semibold, bold, italic };
  themed.set(font.folder.text, { from: font, fonts });
  return good(fonts);
}

const FACE_NAMES = ['regular', 'semibold', 'bold', 'italic'] as const;

/** A face whose letters can be measured and embedded; null where the file is broken (the parser throws as it reads on). */
function faceOf(name: Face, bytes: Uint8Array): FontFace | null {
  try {
    const face = new FontFace(name, bytes);
    const subset = face.parsed.createSubset();
    for (const glyph of face.word('Aß').glyphs) subset.includeGlyph(glyph.id);
    subset.encode();
    return Number.isFinite(face.space) && Number.isFinite(face.parsed.bbox.minX) ? face : null;
  } catch {
    return null;
  }
}
