/**
 * The font in which viewers set what a person types: a simple TrueType font with a whole code page, embedded, so that a
 * viewer needs none of its own and the file stays what it says it is after it was saved.
 *
 * Kept true: made once per process, face and code page; the same bytes each time.
 */
import { deflateSync } from 'node:zlib';
import type { FontFace } from '../layout/fonts.ts';
import { charactersOf, glyphName, WESTERN } from './code-page.ts';
import type { PdfDocument } from './pdfkit.ts';
import { name, number } from './syntax.ts';

/**
 * Its name in the form's resources. PDFium (Chromium) sets quotes, dashes and letters of other alphabets in a font of its own, which
 * is not in the file, unless the form's font has the name of one that it knows to have signs of every kind.
 */
export const FORM_FONT = 'Wingdings';

interface Made {
  readonly deflated: Uint8Array;
  readonly length: number;
  /** Thousandths of the size, from code 32 on. */
  readonly widths: readonly number[];
  /** Codes at which the font differs from Windows-1252, with their glyphs' names. */
  readonly differences: readonly (readonly [code: number, name: string])[];
}

const made = new WeakMap<FontFace, Map<string, Made>>();

/** Writes the form's font; returns its reference. `codePage`: of the document's language. */
export function writeFormFont(pdf: PdfDocument, face: FontFace, codePage: string): string {
  const { parsed } = face;
  const scale = 1000 / parsed.unitsPerEm;
  const { deflated, length, widths, differences } = fontFor(face, codePage);
  const base = name(`RUBRIF+${parsed.postscriptName}`);
  const file = pdf.stream(`/Filter/FlateDecode/Length1 ${length}`, deflated);
  const { minX, minY, maxX, maxY } = parsed.bbox;
  const box = [minX, minY, maxX, maxY].map((n) => number(n * scale)).join(' ');
  const descriptor = pdf.reserve();
  // Ascent and descent together are the leading of typed text in Chromium: 13.04 pt at 10 pt, which is 4.6 mm.
  const measures = `/ItalicAngle 0/Ascent 1000/Descent -304/CapHeight ${number(parsed.capHeight * scale)}/XHeight ${number(parsed.xHeight * scale)}/StemV 80`;
  pdf.object(
    descriptor,
    `<</Type/FontDescriptor/FontName${base}/Flags 32/FontBBox[${box}]${measures}/FontFile2 ${file}>>`,
  );
  const font = pdf.reserve();
  const names = differences.map(([code, glyph]) => `${code}${name(glyph)}`).join(' ');
  const encoding =
    differences.length === 0
      ? '/WinAnsiEncoding'
      : `<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[${names}]>>`;
  pdf.object(
    font,
    `<</Type/Font/Subtype/TrueType/BaseFont${base}/Encoding${encoding.startsWith('/') ? '' : ' '}${encoding}/FirstChar 32/LastChar 255/Widths[${widths.map(number).join(' ')}]/FontDescriptor ${descriptor} 0 R>>`,
  );
  return `${font} 0 R`;
}

function fontFor(face: FontFace, codePage: string): Made {
  const known = made.get(face) ?? new Map<string, Made>();
  made.set(face, known);
  const before = known.get(codePage);
  if (before) return before;
  const font = makeFont(face, codePage);
  known.set(codePage, font);
  return font;
}

function makeFont(face: FontFace, codePage: string): Made {
  const { parsed } = face;
  const scale = 1000 / parsed.unitsPerEm;
  const subset = parsed.createSubset();
  const glyphs = new Map<number, number>();
  const western = charactersOf(WESTERN);
  const differences: (readonly [number, string])[] = [];
  const widths = charactersOf(codePage).map((character, i) => {
    const has = character !== 0 && parsed.hasGlyphForCodePoint(character);
    const glyph = parsed.glyphForCodePoint(has ? character : 0x20);
    if (has) glyphs.set(character, subset.includeGlyph(glyph.id));
    if (has && character !== western[i]) differences.push([i + 32, glyphName(character, glyph.name)]);
    // A code that stands for nothing must not stand for another code page's letter.
    else if (!has && codePage !== WESTERN) differences.push([i + 32, 'space']);
    return Math.round(glyph.advanceWidth * scale);
  });
  const file = withTables(subset.encode(), [
    ['cmap', characterMap(glyphs)],
    ['post', NO_NAMES],
  ]);
  return { deflated: deflateSync(file, { level: 9 }), length: file.length, widths, differences };
}

/** Table "post" of version 3: the glyphs have no names. */
const NO_NAMES = Buffer.from([0, 3, ...new Array<number>(30).fill(0)]);

/** Table "cmap" for Windows, Unicode (format 4), which a simple font needs and a subset of the parser's lacks. */
function characterMap(glyphs: ReadonlyMap<number, number>): Buffer {
  const segments: { start: number; end: number; delta: number }[] = [];
  for (const [character, glyph] of [...glyphs].sort(([a], [b]) => a - b)) {
    const last = segments.at(-1);
    if (last && character === last.end + 1 && glyph - character === last.delta) last.end = character;
    else segments.push({ start: character, end: character, delta: glyph - character });
  }
  segments.push({ start: 0xffff, end: 0xffff, delta: 1 });
  const count = segments.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const table = Buffer.alloc(16 + 8 * count);
  const head = [4, table.length, 0, count * 2, power * 2, Math.log2(power), (count - power) * 2];
  head.forEach((value, i) => {
    table.writeUInt16BE(value, i * 2);
  });
  segments.forEach(({ start, end, delta }, i) => {
    table.writeUInt16BE(end, 14 + 2 * i);
    table.writeUInt16BE(start, 16 + 2 * (count + i));
    table.writeUInt16BE(delta & 0xffff, 16 + 2 * (2 * count + i));
  });
  const index = Buffer.from([0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12]);
  return Buffer.concat([index, table]);
}

/** A TrueType file with further tables (OpenType, "Organization of an OpenType font"). */
function withTables(bytes: Uint8Array, more: readonly (readonly [string, Buffer])[]): Buffer {
  const font = Buffer.from(bytes);
  const tables: (readonly [string, Buffer])[] = [...more];
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    const from = font.readUInt32BE(entry + 8);
    const tag = font.toString('latin1', entry, entry + 4);
    tables.push([tag, font.subarray(from, from + font.readUInt32BE(entry + 12))]);
  }
  tables.sort(([a], [b]) => (a < b ? -1 : 1));
  const head = Buffer.alloc(12 + 16 * tables.length);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  head.writeUInt32BE(0x00010000, 0);
  [tables.length, power * 16, Math.log2(power), (tables.length - power) * 16].forEach((value, i) => {
    head.writeUInt16BE(value, 4 + 2 * i);
  });
  const parts = [head];
  let at = head.length;
  tables.forEach(([tag, data], i) => {
    const padded = Buffer.alloc((data.length + 3) & ~3);
    data.copy(padded);
    let sum = 0;
    for (let j = 0; j < padded.length; j += 4) sum = (sum + padded.readUInt32BE(j)) >>> 0;
    const entry = 12 + 16 * i;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(sum, entry + 4);
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(data.length, entry + 12);
    parts.push(padded);
    at += padded.length;
  });
  return Buffer.concat(parts);
}
