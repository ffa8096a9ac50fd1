/**
 * The embedded program of a CIDFontType0: bare CFF (Adobe's technical notes 5176 and 5177), read as far as widths go. Not by
 * what wrote it, nor by fontkit, which reads it inside of OpenType only.
 */

/** Operators of a top dictionary by number; 12 n as 1200 + n. */
const TOP = { charset: 15, charStrings: 17, ros: 1230, dictionaries: 1236 } as const;
const PRIVATE = 18;
const NOMINAL_WIDTH = 21;
const DEFAULT_WIDTH = 20;
/** Operators of a charstring that may be its first, with the arguments that they take; an argument more is the width. */
const FIRST: Readonly<Record<number, number | 'pairs'>> = {
  1: 'pairs',
  3: 'pairs',
  18: 'pairs',
  23: 'pairs',
  19: 'pairs',
  20: 'pairs',
  21: 2,
  22: 1,
  4: 1,
  14: 0,
};

export class Cff {
  private readonly charStrings: readonly Buffer[];
  private readonly cids: readonly number[];
  private readonly widths: { readonly nominal: number; readonly otherwise: number };

  /** Throws where the bytes are no such program. */
  constructor(private readonly bytes: Buffer) {
    const names = this.index(bytes.readUInt8(2));
    const tops = this.index(names.end);
    const top = dictionary(tops.items[0] ?? Buffer.alloc(0));
    if (!top.has(TOP.ros)) throw new Error('The program’s glyphs have names, not numbers.');
    this.charStrings = this.index(top.get(TOP.charStrings)?.[0] ?? 0).items;
    this.cids = this.charset(top.get(TOP.charset)?.[0] ?? 0);
    const [first] = this.index(top.get(TOP.dictionaries)?.[0] ?? 0).items;
    const [size = 0, at = 0] = dictionary(first ?? Buffer.alloc(0)).get(PRIVATE) ?? [];
    const own = dictionary(bytes.subarray(at, at + size));
    this.widths = { nominal: own.get(NOMINAL_WIDTH)?.[0] ?? 0, otherwise: own.get(DEFAULT_WIDTH)?.[0] ?? 0 };
  }

  get glyphs(): number {
    return this.charStrings.length;
  }

  /** The glyph of a number by which a text names it; undefined where there is none. */
  glyphOf(cid: number): number | undefined {
    const glyph = this.cids.indexOf(cid);
    return glyph < 0 ? undefined : glyph;
  }

  /** Thousandths of the size. */
  width(glyph: number): number {
    const { nominal, otherwise } = this.widths;
    const operands: number[] = [];
    for (const token of tokens(this.charStrings[glyph] ?? Buffer.alloc(0), 'charstring')) {
      if (!token.operator) {
        operands.push(token.value);
        continue;
      }
      const takes = FIRST[token.value];
      if (takes === undefined) throw new Error(`The charstring of ${glyph} begins with ${token.value}.`);
      const more = takes === 'pairs' ? operands.length % 2 === 1 : operands.length > takes;
      return more ? nominal + (operands[0] ?? 0) : otherwise;
    }
    throw new Error(`The charstring of ${glyph} has no operator.`);
  }

  private index(at: number): { readonly items: readonly Buffer[]; readonly end: number } {
    const count = this.bytes.readUInt16BE(at);
    if (count === 0) return { items: [], end: at + 2 };
    const size = this.bytes.readUInt8(at + 2);
    const places = Array.from({ length: count + 1 }, (_, i) =>
      this.bytes.readUIntBE(at + 3 + i * size, size),
    );
    const start = at + 2 + (count + 1) * size;
    const items = places.slice(1).map((to, i) => this.bytes.subarray(start + (places[i] ?? 0), start + to));
    return { items, end: start + (places.at(-1) ?? 0) };
  }

  private charset(at: number): readonly number[] {
    const cids = [0];
    const format = this.bytes.readUInt8(at);
    for (let from = at + 1; cids.length < this.glyphs; ) {
      const first = this.bytes.readUInt16BE(from);
      const left =
        format === 0 ? 0 : format === 1 ? this.bytes.readUInt8(from + 2) : this.bytes.readUInt16BE(from + 2);
      for (let i = 0; i <= left; i++) cids.push(first + i);
      from += 2 + format;
    }
    return cids;
  }
}

interface Token {
  readonly operator: boolean;
  readonly value: number;
}

function* tokens(bytes: Buffer, kind: 'charstring' | 'dictionary'): Generator<Token> {
  for (let i = 0; i < bytes.length; ) {
    const first = bytes.readUInt8(i);
    const number = (value: number): Token => ({ operator: false, value });
    if (first === 28) {
      yield number(bytes.readInt16BE(i + 1));
      i += 3;
    } else if (first === 29 && kind === 'dictionary') {
      yield number(bytes.readInt32BE(i + 1));
      i += 5;
    } else if (first >= 32 && first <= 246) {
      yield number(first - 139);
      i += 1;
    } else if (first >= 247 && first <= 254) {
      const more = bytes.readUInt8(i + 1);
      yield number(first < 251 ? (first - 247) * 256 + more + 108 : -(first - 251) * 256 - more - 108);
      i += 2;
    } else {
      yield { operator: true, value: first === 12 ? 1200 + bytes.readUInt8(i + 1) : first };
      i += first === 12 ? 2 : 1;
    }
  }
}

function dictionary(bytes: Buffer): ReadonlyMap<number, readonly number[]> {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (const { operator, value } of tokens(bytes, 'dictionary')) {
    if (!operator) operands.push(value);
    else {
      entries.set(value, operands);
      operands = [];
    }
  }
  return entries;
}
