/**
 * A face as files embed it. Every file carries the same base glyphs of a face, under the same numbers, so that its font
 * program, widths and the codes of most words are made once per process; what a document needs beyond them comes after,
 * in its own copy.
 *
 * Kept true: a document's codes and bytes depend on its own words alone, never on what was written before it.
 */
import { deflateSync } from 'node:zlib';
import type { FontFace, ShapedGlyph, ShapedWord } from '../layout/fonts.ts';
import type { PdfDocument, Reference } from './pdfkit.ts';
import { name, number } from './syntax.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = [...` ${LETTERS}0123456789.,:;?!()-–—‘’“”…·/&%+'"`];
const LIGATURES = ['ff', 'ft', 'tt'];

/** A font program with what a file says about it. */
interface Program {
  readonly file: Uint8Array;
  readonly unicode: Uint8Array;
  /** Thousandths of the size, by the glyph's number in the file, as they are written. */
  readonly widths: string;
}

/** The glyphs of a file, numbered in the order in which they come. */
class Numbering {
  private readonly numbers = new Map<number, number>();
  private readonly glyphs: ShapedGlyph[] = [];

  constructor(glyphs: readonly ShapedGlyph[] = []) {
    for (const glyph of glyphs) this.number(glyph);
  }

  get count(): number {
    return this.glyphs.length;
  }

  get all(): readonly ShapedGlyph[] {
    return this.glyphs;
  }

  /** Zero is the glyph that stands for none. */
  number(glyph: ShapedGlyph): number {
    if (glyph.id === 0) return 0;
    let number = this.numbers.get(glyph.id);
    if (number === undefined) {
      this.glyphs.push(glyph);
      number = this.glyphs.length;
      this.numbers.set(glyph.id, number);
    }
    return number;
  }
}

/** What all documents share of a face. */
class SharedFace {
  readonly base: Numbering;
  readonly words = new Map<string, string>();
  /** Texts all of whose words are among these. */
  readonly texts = new Map<string, string>();
  private made: Program | null = null;

  constructor(readonly face: FontFace) {
    const alone = BASE.map((letter) => face.glyph(letter.codePointAt(0) ?? 0));
    this.base = new Numbering([...alone, ...LIGATURES.flatMap((text) => face.word(text).glyphs)]);
  }

  /** The program with the base glyphs alone. */
  get program(): Program {
    this.made ??= programOf(this.face, this.base);
    return this.made;
  }
}

const shared = new WeakMap<FontFace, SharedFace>();

function sharedFace(face: FontFace): SharedFace {
  let known = shared.get(face);
  if (!known) {
    known = new SharedFace(face);
    shared.set(face, known);
  }
  return known;
}

/** Codes that are kept. */
const MOST = 50_000;

function keep(known: Map<string, string>, text: string, codes: string): void {
  if (known.size >= MOST) known.clear();
  known.set(text, codes);
}

const NO_WORD: ShapedWord = { width: 0, glyphs: [], missing: [] };

/** A face in one document. */
export class DocumentFont {
  readonly reference: Reference;
  private readonly shared: SharedFace;
  private readonly numbering: Numbering;
  private readonly words = new Map<string, string>();

  constructor(
    private readonly pdf: PdfDocument,
    private readonly face: FontFace,
    /** Its name in the pages' resources. */
    readonly name: string,
  ) {
    this.shared = sharedFace(face);
    this.numbering = new Numbering(this.shared.base.all);
    this.reference = pdf.begin();
  }

  /**
   * A text as part of a TJ operator's array: strings of two bytes a glyph, kerning between them. One character a byte.
   * `pieces` gives the codes of a word, with or without the space after it, that takes letters from other fonts.
   */
  codes(text: string, pieces: (word: string) => string): string {
    const before = this.shared.texts.get(text);
    if (before !== undefined) return before;
    const { words } = this.shared;
    let shared = true;
    let out = '';
    for (let start = 0; start < text.length; ) {
      const space = text.indexOf(' ', start);
      const end = space < 0 ? text.length : space + 1;
      const word = text.slice(start, end);
      let coded = words.get(word);
      if (coded === undefined) {
        coded = this.word(word) ?? pieces(word);
        shared = shared && words.has(word);
      }
      out += coded;
      start = end;
    }
    if (shared) keep(this.shared.texts, text, out);
    return out;
  }

  /** A word that no document of this process has had before; null where it is set in pieces. */
  private word(text: string): string | null {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    const glyphs = this.glyphs(text);
    if (!glyphs) return null;
    const coded = this.coded(glyphs);
    const own = glyphs.some((glyph) => this.numbering.number(glyph) > this.shared.base.count);
    if (own) this.words.set(text, coded);
    else keep(this.shared.words, text, coded);
    return coded;
  }

  /** Glyphs as part of a TJ operator's array. */
  coded(glyphs: readonly ShapedGlyph[]): string {
    return codesOf(glyphs, this.numbering);
  }

  private glyphs(text: string): readonly ShapedGlyph[] | null {
    const end = text.endsWith(' ') ? text.length - 1 : text.length;
    const word = end === 0 ? NO_WORD : this.face.word(text.slice(0, end));
    if (word.pieces) return null;
    return end === text.length ? word.glyphs : [...word.glyphs, ...this.face.word(' ').glyphs];
  }

  /** Writes the font's objects, once all words are known. */
  finish(): void {
    const { pdf, face, shared: common } = this;
    const own = this.numbering.count > common.base.count;
    const program = own ? programOf(face, this.numbering) : common.program;
    const { parsed } = face;
    const scale = 1000 / parsed.unitsPerEm;
    const base = name(`RUBRIC+${parsed.postscriptName}`);
    const { minX, minY, maxX, maxY } = parsed.bbox;
    const box = [minX, minY, maxX, maxY].map((n) => number(n * scale)).join(' ');
    const flags = parsed.italicAngle === 0 ? 4 : 4 + 64;
    const heights = `/Ascent ${number(parsed.ascent * scale)}/Descent ${number(parsed.descent * scale)}/CapHeight ${number(parsed.capHeight * scale)}/XHeight ${number(parsed.xHeight * scale)}`;
    const file = pdf.stream(FLATE, program.file);
    const descriptor = pdf.reserve();
    pdf.object(
      descriptor,
      `<</Type/FontDescriptor/FontName${base}/Flags ${flags}/FontBBox[${box}]/ItalicAngle ${number(parsed.italicAngle)}${heights}/StemV 0/FontFile2 ${file}>>`,
    );
    const descendant = pdf.reserve();
    pdf.object(
      descendant,
      `<</Type/Font/Subtype/CIDFontType2/BaseFont${base}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/W[0[${program.widths}]]/CIDToGIDMap/Identity>>`,
    );
    const unicode = pdf.stream(FLATE, program.unicode);
    pdf.complete(
      this.reference,
      `<</Type/Font/Subtype/Type0/BaseFont${base}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode}>>`,
    );
  }
}

const FLATE = '/Filter/FlateDecode';

function programOf(face: FontFace, numbering: Numbering): Program {
  const subset = face.parsed.createSubset();
  const notDefined = face.parsed.getGlyph(0).advanceWidth * (1000 / face.parsed.unitsPerEm);
  for (const glyph of numbering.all) subset.includeGlyph(glyph.id);
  const texts = numbering.all.map((glyph) => String.fromCodePoint(...glyph.codePoints));
  return {
    file: packedStream(subset.encode()),
    unicode: packedStream(Buffer.from(unicodeMap(texts), 'latin1')),
    widths: [notDefined, ...numbering.all.map((glyph) => glyph.advance)].map(number).join(' '),
  };
}

function hex(n: number): string {
  return n.toString(16).padStart(4, '0');
}

/** Deflated, for a font's stream. */
export function packedStream(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes);
}

/** The CMap from a glyph's number, from 1, to its characters (PDF 32000-1, 9.10.3). */
export function unicodeMap(texts: readonly string[]): string {
  const lines = texts.map((text, i) => {
    const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    return `<${hex(i + 1)}> <${units.map(hex).join('')}>`;
  });
  const blocks: string[] = [];
  for (let from = 0; from < lines.length; from += 100) {
    const block = lines.slice(from, from + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function codesOf(glyphs: readonly ShapedGlyph[], numbering: Numbering): string {
  let out = '';
  let open = false;
  for (const glyph of glyphs) {
    const number = numbering.number(glyph);
    if (!open) out += '(';
    out += byte(number >> 8) + byte(number & 0xff);
    open = Math.abs(glyph.kern) <= 0.01;
    if (!open) out += `)${Math.round(-glyph.kern * 100) / 100}`;
  }
  return open ? `${out})` : out;
}

/** A byte of a literal string; what would end it, begin another or be read as a line's end is escaped. */
export function byte(code: number): string {
  if (code === 0x28 || code === 0x29 || code === 0x5c) return `\\${String.fromCharCode(code)}`;
  return code === 0x0d ? '\\r' : String.fromCharCode(code);
}
