/**
 * Font files as their makers publish them (TrueType, OpenType, WOFF, WOFF2), unpacked, and what their makers allow.
 */
import { inflateSync } from 'node:zlib';

/** Why a file cannot be used: no sound font, several in one, its maker's licence bits. */
export type Fault = 'broken' | 'collection' | 'restricted';

const KINDS: Readonly<Record<string, 'plain' | 'woff' | 'woff2' | 'collection'>> = {
  '00010000': 'plain',
  '74727565': 'plain',
  '4f54544f': 'plain',
  '774f4646': 'woff',
  '774f4632': 'woff2',
  '74746366': 'collection',
};

const WOFF_HEAD = 44;
const WOFF_ENTRY = 20;
const SFNT_HEAD = 12;
const SFNT_ENTRY = 16;

/** The font as TrueType or OpenType, by what the file begins with. */
export async function unpacked(bytes: Uint8Array): Promise<Uint8Array | Fault> {
  switch (KINDS[Buffer.from(bytes.subarray(0, 4)).toString('hex')]) {
    case 'plain':
      return wholeOr(bytes);
    case 'collection':
      return 'collection';
    case 'woff':
      return wholeOr(fromWoff(Buffer.from(bytes)));
    case 'woff2':
      return wholeOr(await fromWoff2(bytes));
    default:
      return 'broken';
  }
}

/** The font, if none of its tables ends after it: of what was cut off, readers see no more than that letters lack. */
function wholeOr(bytes: Uint8Array | null): Uint8Array | 'broken' {
  if (!bytes || bytes.length < SFNT_HEAD) return 'broken';
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = font.getUint16(4);
  if (bytes.length < SFNT_HEAD + SFNT_ENTRY * count) return 'broken';
  for (let i = 0; i < count; i++) {
    const entry = SFNT_HEAD + SFNT_ENTRY * i;
    if (font.getUint32(entry + 8) + font.getUint32(entry + 12) > bytes.length) return 'broken';
  }
  return bytes;
}

/** Null where the file is broken: the unpacker throws. */
async function fromWoff2(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { default: decompress } = await import('wawoff2/decompress.js');
  try {
    // What it gives is a view of its memory, which the next file takes.
    return Uint8Array.from(await decompress(bytes));
  } catch {
    return null;
  }
}

/** WOFF 1.0 (W3C): each table deflated by itself. Null where it is broken. */
function fromWoff(woff: Buffer): Uint8Array | null {
  try {
    const count = woff.readUInt16BE(12);
    const head = Buffer.alloc(SFNT_HEAD + SFNT_ENTRY * count);
    woff.copy(head, 0, 4, 8);
    head.writeUInt16BE(count, 4);
    const power = 2 ** Math.floor(Math.log2(count));
    [power * 16, Math.log2(power), (count - power) * 16].forEach((value, i) => {
      head.writeUInt16BE(value, 6 + 2 * i);
    });
    const pieces: Uint8Array[] = [head];
    let at = head.length;
    for (let i = 0; i < count; i++) {
      const entry = WOFF_HEAD + WOFF_ENTRY * i;
      const [from, packed, length] = [4, 8, 12].map((place) => woff.readUInt32BE(entry + place));
      if (from === undefined || packed === undefined || length === undefined) return null;
      const data = woff.subarray(from, from + packed);
      const table = packed < length ? inflateSync(data, { maxOutputLength: Math.max(1, length) }) : data;
      if (table.length !== length) return null;
      const record = SFNT_HEAD + SFNT_ENTRY * i;
      woff.copy(head, record, entry, entry + 4);
      woff.copy(head, record + 4, entry + 16, entry + 20);
      head.writeUInt32BE(at, record + 8);
      head.writeUInt32BE(length, record + 12);
      const white = Buffer.alloc(-length & 3);
      pieces.push(table, white);
      at += length + white.length;
    }
    return Buffer.concat(pieces);
  } catch {
    return null;
  }
}

const RESTRICTED = 0x0002;
const OTHER_LICENCES = 0x000c;
const NO_SUBSET = 0x0100;
const BITMAPS_ALONE = 0x0200;

/**
 * Whether the licence bits let a part of the font be embedded in a document (OpenType, OS/2, fsType). `os2`: the table;
 * null where there is none: nothing is forbidden.
 */
export function mayBeEmbedded(os2: Uint8Array | null): boolean {
  if (!os2 || os2.length < 10) return true;
  const bits = Buffer.from(os2).readUInt16BE(8);
  const restricted = (bits & RESTRICTED) !== 0 && (bits & OTHER_LICENCES) === 0;
  return !restricted && (bits & (NO_SUBSET | BITMAPS_ALONE)) === 0;
}
