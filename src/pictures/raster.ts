/**
 * PNG and JPEG by their bytes: how many pixels, whether the file is whole, whether a PDF takes it as it is. A PNG that is
 * see-through, interlaced or of 16 bits is drawn first (draw.ts): pdfkit would decode it later than a file made in one go
 * can wait for.
 */
import { crc32 } from 'node:zlib';
import { type Fault, faulty, type Usable, usable } from './picture.ts';

export interface Raster {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** True where a PDF takes the file as it is. */
  readonly plain: boolean;
}

const BROKEN: Fault = { why: 'is damaged', help: 'save or copy it once more' };
const SHORT: Fault = { why: 'ends before the picture does', help: 'save or copy it once more' };
const LARGE: Fault = {
  why: 'has more than 40 million pixels',
  help: 'scale it down: 600 dots an inch, as large as it is printed, are all that paper shows',
};
const CMYK: Fault = {
  why: 'is in the four colours of print (CMYK)',
  help: 'save it as RGB: a page has one way of colours',
};
const MOST_PIXELS = 40e6;

/** Colour types of PNG: grey, colour, palette, and the first two with transparency. */
const COLORS = [0, 2, 3, 4, 6];
const SEE_THROUGH = [4, 6];
const NAME = { IDAT: 0x49444154, IEND: 0x49454e44, tRNS: 0x74524e53 } as const;

/** A PNG (ISO/IEC 15948): chunks of length, name, data, check sum. */
export function readPng(bytes: Uint8Array): Usable<Raster> {
  const view = viewOf(bytes);
  if (bytes.length < 33) return faulty(SHORT);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, color, interlaced] = [view.getUint8(24), view.getUint8(25), view.getUint8(28)];
  let plain = !SEE_THROUGH.includes(color) && interlaced === 0 && depth <= 8;
  let data = false;
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) return faulty(SHORT);
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) return faulty(SHORT);
    if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return faulty(BROKEN);
    const name = view.getUint32(at + 4);
    if (name === NAME.IEND) break;
    if (name === NAME.IDAT) data = true;
    if (name === NAME.tRNS) plain = false;
    at = end + 4;
  }
  if (width === 0 || height === 0 || !data || !COLORS.includes(color)) return faulty(BROKEN);
  return !plain && width * height > MOST_PIXELS ? faulty(LARGE) : usable({ width, height, plain });
}

/** A JPEG (ITU T.81): segments up to the frame's, which has the size; then the scan. */
export function readJpeg(bytes: Uint8Array): Usable<Raster> {
  const view = viewOf(bytes);
  let size: Raster | null = null;
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return faulty(BROKEN);
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) return size && size.width > 0 && size.height > 0 ? usable(size) : faulty(BROKEN);
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame && view.getUint8(at + 9) === 4) return faulty(CMYK);
    if (frame) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7), plain: true };
    at += 2 + view.getUint16(at + 2);
  }
  return faulty(SHORT);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
