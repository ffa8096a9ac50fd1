/**
 * A font to fall back on, as one document embeds it: a glyph for each cluster that the document has of it, with the
 * characters that it stands for. Files that call themselves by one name are one font here.
 */
import type { Cluster, FontInfo } from '../layout/fallback/harfbuzz.ts';
import { byte, packedStream, unicodeMap } from './font.ts';
import { NONE_WIDTH, outlineProgram } from './outlines.ts';
import type { PdfDocument, Reference } from './pdfkit.ts';

export class OutlineFont {
  readonly reference: Reference;
  private readonly numbers = new Map<string, number>();
  private readonly clusters: Cluster[] = [];

  constructor(
    private readonly pdf: PdfDocument,
    private readonly info: FontInfo,
    /** Its name in the pages' resources. */
    readonly name: string,
  ) {
    this.reference = pdf.ref({});
  }

  /** Clusters as the string of a TJ operator, one character a byte. */
  codes(clusters: readonly Cluster[]): string {
    let out = '(';
    for (const cluster of clusters) {
      let number = this.numbers.get(cluster.key);
      if (number === undefined) {
        this.clusters.push(cluster);
        number = this.clusters.length;
        this.numbers.set(cluster.key, number);
      }
      out += byte(number >> 8) + byte(number & 0xff);
    }
    return `${out})`;
  }

  /** Writes the font's objects, once all texts are known. */
  finish(): void {
    const { pdf, info, clusters } = this;
    const name = `RUBRIC+${info.name}`;
    const { bytes, box } = outlineProgram(name, clusters);
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
      W: [0, [NONE_WIDTH, ...clusters.map((cluster) => cluster.width)]],
    });
    descendant.end();
    const unicode = pdf.ref({ Filter: 'FlateDecode' });
    const texts = clusters.map((cluster) => cluster.text);
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
