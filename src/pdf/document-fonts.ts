/**
 * The fonts of a document, and texts as what shows them: most in one font, some with words that take letters from others.
 */
import type { Cluster } from '../layout/fallback/harfbuzz.ts';
import type { Face, Fonts, ShapedGlyph, ShapedWord } from '../layout/fonts.ts';
import { DocumentFont } from './font.ts';
import { OutlineFont } from './outline-font.ts';
import type { PdfDocument, Reference } from './pdfkit.ts';
import { number } from './syntax.ts';

const NAMES: Readonly<Record<Face, string>> = { regular: 'F1', semibold: 'F2', bold: 'F3', italic: 'F4' };

/** A font among a page's resources. */
export interface FontResource {
  readonly name: string;
  readonly reference: Reference;
}

/** The document's fonts, each begun when a text first needs it. */
export class DocumentFonts {
  private readonly known = new Map<Face, DocumentFont>();
  private readonly others = new Map<string, OutlineFont>();

  constructor(
    private readonly pdf: PdfDocument,
    private readonly fonts: Fonts,
  ) {}

  font(face: Face): DocumentFont {
    let font = this.known.get(face);
    if (!font) {
      font = new DocumentFont(this.pdf, this.fonts[face], NAMES[face]);
      this.known.set(face, font);
    }
    return font;
  }

  /**
   * A text, word by word, as the array of a TJ operator: the face's font is set before it and after it. Other fonts that it
   * takes letters from are added to `used`.
   */
  codes(face: Face, size: number, text: string, used: Set<FontResource>): string {
    return this.font(face).codes(text, (word) => this.pieces(face, size, word, used));
  }

  finish(): void {
    for (const font of this.known.values()) font.finish();
    for (const font of this.others.values()) font.finish();
  }

  private pieces(face: Face, size: number, text: string, used: Set<FontResource>): string {
    const own = this.font(face);
    const spaced = text.endsWith(' ');
    const word = this.fonts[face].word(spaced ? text.slice(0, -1) : text);
    const other = (cluster: Cluster): OutlineFont => {
      const font = this.other(cluster);
      used.add(font);
      return font;
    };
    const pen = new Pen(own, size, other);
    if (word.rightToLeft) pen.fromRight(word);
    else pen.fromLeft(word);
    return pen.finish() + (spaced ? own.coded(this.fonts[face].word(' ').glyphs) : '');
  }

  private other({ font: info }: Cluster): OutlineFont {
    let font = this.others.get(info.name);
    if (!font) {
      font = new OutlineFont(this.pdf, info, `G${this.others.size + 1}`);
      this.others.set(info.name, font);
    }
    return font;
  }
}

/**
 * Writes a word of several fonts: where the font changes, the array ends, the other font is set and another array begins.
 *
 * Kept true, for a word that runs from right to left (PDF 32000-1, 14.8.2.3.3): what is shown in one font is one string, its
 * characters in the order in which they stand, since readers turn them round; the strings are in the order of reading.
 */
class Pen {
  private out = '';
  private font: FontResource;
  /** Where the pen is, thousandths of the size. */
  private at = 0;

  constructor(
    private readonly own: DocumentFont,
    private readonly size: number,
    private readonly other: (cluster: Cluster) => OutlineFont,
  ) {
    this.font = own;
  }

  fromLeft({ pieces = [] }: ShapedWord): void {
    for (const piece of pieces) {
      if ('glyphs' in piece) this.glyphs(piece.glyphs);
      else for (const cluster of piece.clusters) this.string(cluster, this.other(cluster).codes(cluster));
    }
  }

  fromRight({ pieces = [], width }: ShapedWord): void {
    this.out += ']TJ/ReversedChars BMC[';
    let left = width;
    for (const piece of pieces) {
      if ('glyphs' in piece) {
        left -= piece.glyphs.reduce((sum, { advance, kern }) => sum + advance + kern, 0);
        this.moveTo(left);
        this.glyphs(piece.glyphs.toReversed());
        continue;
      }
      for (const clusters of byFont(piece.clusters)) {
        left -= clusters.reduce((sum, cluster) => sum + cluster.width, 0);
        this.moveTo(left);
        for (const cluster of clusters.toReversed())
          this.string(cluster, this.other(cluster).codes(cluster).toReversed());
      }
    }
    this.moveTo(width);
    this.take(this.own);
    this.out += ']TJ EMC[';
  }

  finish(): string {
    this.take(this.own);
    return this.out;
  }

  private glyphs(glyphs: readonly ShapedGlyph[]): void {
    this.take(this.own);
    this.out += this.own.coded(glyphs);
    for (const { advance, kern } of glyphs) this.at += advance + kern;
  }

  private string(cluster: Cluster, codes: readonly string[]): void {
    this.take(this.other(cluster));
    const goesOn = this.out.endsWith(')');
    this.out = `${goesOn ? this.out.slice(0, -1) : `${this.out}(`}${codes.join('')})`;
    this.at += cluster.width;
  }

  private moveTo(x: number): void {
    const back = Math.round((this.at - x) * 100) / 100;
    if (back !== 0) this.out += `${back}`;
    this.at = x;
  }

  private take(font: FontResource): void {
    if (font === this.font) return;
    this.out += `]TJ/${font.name} ${number(this.size)} Tf[`;
    this.font = font;
  }
}

/** Clusters side by side in one font. */
function byFont(clusters: readonly Cluster[]): readonly (readonly Cluster[])[] {
  const parts: Cluster[][] = [];
  for (const cluster of clusters) {
    const last = parts.at(-1);
    if (last?.[0]?.font.name === cluster.font.name) last.push(cluster);
    else parts.push([cluster]);
  }
  return parts;
}
