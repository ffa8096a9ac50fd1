/**
 * The fonts of a file: what a text's bytes stand for, as the file says it (encoding, ToUnicode, widths) and as the embedded
 * program says it. Simple TrueType fonts in WinAnsi, with differences or without, and Type 0 fonts with Identity-H over
 * TrueType or CFF are known: we write no others.
 */
import { create, type Font } from 'fontkit';
import { Cff } from './cff.ts';
import type { Content, Shown } from './content.ts';
import { letterNamed } from './glyph-names.ts';
import type { Value } from './value.ts';

/** A font and the codes that are shown in it, each with one place. */
export interface FontUse {
  readonly font: DocumentFont;
  /** By code; text that is not drawn (rendering mode 3) apart. */
  readonly drawn: ReadonlyMap<number, string>;
  readonly hidden: ReadonlyMap<number, string>;
}

/** What WinAnsi has at 128 to 159; the rest is as in Unicode. Node's own decoder of it is not sound in every version. */
const WIN_ANSI = [...'€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'];

export class DocumentFont {
  readonly composite: boolean;
  /** The dictionary that has the descriptor: the descendant of a Type 0 font. */
  readonly own: Value;
  readonly descriptor: Value;
  /** The encoding's name, or that of the one from which it differs. */
  readonly encoding: string | undefined;
  /** The names of glyphs by which it differs. */
  readonly differences: ReadonlyMap<number, string>;
  private read: Font | null | undefined;
  private readCff: Cff | null | undefined;
  private known: ReadonlyMap<number, string> | undefined;
  private wide: ReadonlyMap<number, number> | undefined;

  constructor(readonly value: Value) {
    this.composite = value.get('Subtype').name === 'Type0';
    this.own = (this.composite ? value.get('DescendantFonts').items[0] : undefined) ?? value;
    this.descriptor = this.own.get('FontDescriptor');
    const encoding = value.get('Encoding');
    this.encoding = encoding.name ?? encoding.get('BaseEncoding').name;
    this.differences = differencesOf(encoding.get('Differences'));
  }

  get name(): string {
    return this.value.get('BaseFont').name ?? '';
  }

  get file(): Value {
    const files = ['FontFile2', 'FontFile3', 'FontFile'].map((key) => this.descriptor.get(key));
    return files.find(({ present }) => present) ?? this.descriptor.get('FontFile2');
  }

  /** The embedded program; null where there is none that can be read. */
  get program(): Font | null {
    if (this.read === undefined) {
      try {
        this.read = this.file.present ? create(Buffer.from(this.file.bytes)) : null;
      } catch {
        this.read = null;
      }
    }
    return this.read;
  }

  /** The same of a program that is CFF and no more. */
  get cff(): Cff | null {
    if (this.readCff === undefined) {
      const bare = this.file.get('Subtype').name === 'CIDFontType0C';
      try {
        this.readCff = bare ? new Cff(Buffer.from(this.file.bytes)) : null;
      } catch {
        this.readCff = null;
      }
    }
    return this.readCff;
  }

  codes(bytes: Uint8Array): readonly number[] {
    if (!this.composite) return [...bytes];
    const codes: number[] = [];
    for (let i = 0; i + 1 < bytes.length; i += 2) codes.push(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
    return codes;
  }

  /** What a code means, as a reader's program gets it (7.21.7): ToUnicode, else the letter of the encoding. */
  unicode(code: number): string | undefined {
    this.known ??= toUnicode(this.value.get('ToUnicode').bytes);
    return this.known.get(code) ?? (this.composite ? undefined : this.letter(code));
  }

  /** What is shown, in the order in which it is read. */
  decode({ bytes, reversed }: Pick<Shown, 'bytes' | 'reversed'>): string {
    const letters = this.codes(bytes).map((code) => this.unicode(code) ?? '\ufffd');
    return (reversed ? letters.reverse() : letters).join('');
  }

  /** The width that the file says, in thousandths of the size. */
  width(code: number): number | undefined {
    if (this.composite) {
      this.wide ??= cidWidths(this.own.get('W'));
      return this.wide.get(code) ?? this.own.get('DW').number ?? 1000;
    }
    const first = this.value.get('FirstChar').number ?? 0;
    return this.value.get('Widths').items[code - first]?.number;
  }

  /** The glyph's number in the program; undefined where there is none, 0 for the one that stands for none. */
  glyph(code: number): number | undefined {
    const { program, cff } = this;
    if (cff) return cff.glyphOf(code);
    if (!program) return undefined;
    if (!this.composite) {
      const letter = this.letter(code)?.codePointAt(0);
      return letter === undefined || !program.cmap ? 0 : program.glyphForCodePoint(letter).id;
    }
    const map = this.own.get('CIDToGIDMap');
    if (map.kind !== 'stream') return code;
    return Buffer.from(map.bytes).readUInt16BE(2 * code);
  }

  get glyphs(): number {
    return this.cff?.glyphs ?? this.program?.numGlyphs ?? 0;
  }

  /** The width that the program says, in thousandths of the size. */
  programWidth(code: number): number | undefined {
    const [glyph, program] = [this.glyph(code), this.program];
    if (this.cff) return glyph === undefined ? undefined : this.cff.width(glyph);
    if (glyph === undefined || !program || glyph >= this.glyphs) return undefined;
    return (program.getGlyph(glyph).advanceWidth * 1000) / program.unitsPerEm;
  }

  /** What the encoding has at a code. */
  letter(code: number): string | undefined {
    const name = this.differences.get(code);
    if (name !== undefined) return letterNamed(name);
    if (this.encoding !== 'WinAnsiEncoding' || code < 32) return undefined;
    if (code < 127 || code >= 160) return String.fromCharCode(code);
    const letter = WIN_ANSI[code - 128];
    return letter === '\0' ? undefined : letter;
  }
}

/** The names of a Differences array (ISO 32000-1, 9.6.6): a code, then the names from it on. */
function differencesOf(array: Value): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const { number, name } of array.items) {
    if (name === undefined) code = number ?? code;
    else names.set(code++, name);
  }
  return names;
}

interface Use extends FontUse {
  readonly drawn: Map<number, string>;
  readonly hidden: Map<number, string>;
}

/**
 * The fonts of contents, each once, with what is shown in them; and those in which a person's typed text will be, with all
 * the letters that they have a code for.
 */
export function fontsOf(contents: readonly Content[], typed: readonly Value[]): readonly FontUse[] {
  const uses = new Map<unknown, Use>();
  const useOf = (font: Value): Use => {
    const use = uses.get(font.object) ?? {
      font: new DocumentFont(font),
      drawn: new Map(),
      hidden: new Map(),
    };
    uses.set(font.object, use);
    return use;
  };
  for (const { painted } of contents)
    for (const { shown, place } of painted) {
      if (!shown) continue;
      const use = useOf(shown.font);
      const codes = shown.mode === 3 ? use.hidden : use.drawn;
      for (const code of use.font.codes(shown.bytes)) if (!codes.has(code)) codes.set(code, place);
    }
  for (const value of typed) {
    const font = new DocumentFont(value);
    if (font.composite || !font.file.present) continue;
    const { drawn } = useOf(value);
    for (let code = 32; code < 256; code++)
      if ((font.differences.has(code) || font.letter(code)) && !drawn.has(code))
        drawn.set(code, 'typed text');
  }
  return [...uses.values()];
}

/** The pairs of a ToUnicode CMap (ISO 32000-1, 9.10.3). */
function toUnicode(bytes: Uint8Array): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  const text = Buffer.from(bytes).toString('latin1');
  for (const [, block = ''] of text.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    const parts = hexes(block);
    for (let i = 0; i + 1 < parts.length; i += 2) map.set(number(parts[i]), letters(parts[i + 1]));
  }
  for (const [, block = ''] of text.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = '', to = '', one, list = ''] of block.matchAll(RANGE)) {
      const each = hexes(list).map(letters);
      const start = one === undefined ? '' : letters(one);
      for (let code = number(from); code <= number(to); code++) {
        const step = code - number(from);
        const last = String.fromCharCode(start.charCodeAt(start.length - 1) + step);
        map.set(code, one === undefined ? (each[step] ?? '') : start.slice(0, -1) + last);
      }
    }
  return map;
}

const HEX = '<([0-9a-fA-F\\s]*)>';
const RANGE = new RegExp(`${HEX}\\s*${HEX}\\s*(?:${HEX}|\\[(.*?)\\])`, 'gs');

function hexes(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(HEX, 'g'))].map(([, hex = '']) => hex);
}

function number(hex = ''): number {
  return Number.parseInt(hex.replace(/\s/g, ''), 16);
}

/** UTF-16, the high byte first. */
function letters(hex = ''): string {
  const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex');
  return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : '';
}

/** The W array of a CIDFont (ISO 32000-1, 9.7.4.3): `first [w w w]` and `first last w`. */
function cidWidths(array: Value): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const { items } = array;
  for (let i = 0; i < items.length; ) {
    const [first, second] = [items[i]?.number ?? 0, items[i + 1]];
    if (second?.kind === 'array') {
      second.items.forEach((width, step) => {
        widths.set(first + step, width.number ?? 0);
      });
      i += 2;
    } else {
      for (let code = first; code <= (second?.number ?? -1); code++)
        widths.set(code, items[i + 2]?.number ?? 0);
      i += 3;
    }
  }
  return widths;
}
