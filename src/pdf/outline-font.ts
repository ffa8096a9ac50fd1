/**
 * A font to fall back on, as one document embeds it. Files that call themselves by one name are one font here.
 *
 * Kept true: each glyph of it stands for one character, since not every reader can take a glyph for several. A cluster's
 * first character has the cluster's whole outline and advance, those that follow have neither.
 */
import type { Cluster, FontInfo } from '../layout/fallback/harfbuzz.ts';
import { byte, packedStream, unicodeMap } from './font.ts';
import { NONE_WIDTH, type OutlineGlyph, outlineProgram } from './outlines.ts';
import type { PdfDocument, Reference } from './pdfkit.ts';

const NOTHING: OutlineGlyph = { width: 0, parts: [] };

export class OutlineFont {
  readonly reference: Reference;
  private readonly numbers = new Map<string, number>();
  private readonly glyphs: OutlineGlyph[] = [];
  private readonly texts: string[] = [];

  constructor(
    private readonly pdf: PdfDocument,
    private readonly info: FontInfo,
    /** Its name in the pages' resources. */
    readonly name: string,
  ) {
    this.reference = pdf.ref({});
  }

  /** The codes of a cluster, one for each of its characters, as bytes of a string, one character a byte. */
  codes(cluster: Cluster): readonly string[] {
    return [...cluster.text].map((character, i) =>
      i === 0 ? this.code(cluster.key, cluster, character) : this.code(`+${character}`, NOTHING, character),
    );
  }

  private code(key: string, glyph: OutlineGlyph, character: string): string {
    let number = this.numbers.get(key);
    if (number === undefined) {
      this.glyphs.push(glyph);
      this.texts.push(character);
      number = this.glyphs.length;
      this.numbers.set(key, number);
    }
    return byte(number >> 8) + byte(number & 0xff);
  }

  /** Writes the font's objects, once all texts are known. */
  finish(): void {
    const { pdf, info, glyphs, texts } = this;
    // Another tag than that of the faces: the main font's own letters may be in both.
    const name = `RUBRIG+${info.name}`;
    const { bytes, box } = outlineProgram(name, glyphs);
    const program = pdf.ref({ Subtype: 'CIDFontType0C', Filter: 'FlateDecode' });
    program.end(packedStream(bytes));
    const descriptor = pdf.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [...box],
      ItalicAngle: 0,
      Ascent: info.ascent,
      Descent: info.descent,
      CapHeight: info.ascent,
      StemV: 0,
      FontFile3: program,
    });
    descriptor.end();
    const descendant = pdf.ref({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [0, [NONE_WIDTH, ...glyphs.map((glyph) => glyph.width)]],
    });
    descendant.end();
    const unicode = pdf.ref({ Filter: 'FlateDecode' });
    unicode.end(packedStream(Buffer.from(unicodeMap(texts), 'latin1')));
    Object.assign(this.reference.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: `${name}-Identity-H`,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: unicode,
    });
    this.reference.end();
  }
}
