/**
 * A page as grey pixels: what every renderer of the tests gives, and what their checks read. PNG is only for keeping it
 * and for eyes.
 */
import { decode, encode } from 'fast-png';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, row by row: 0 is ink, 255 is paper. */
  readonly grey: Uint8Array;
}

/** Pixels of four bytes (or of three and a half, in any order of colours) as grey; ours are black and white anyway. */
export function pictureOf(width: number, height: number, pixels: Uint8Array | Uint8ClampedArray): Picture {
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    const [a = 255, b = 255, c = 255] = pixels.subarray(i * 4, i * 4 + 3);
    grey[i] = Math.round((a + b + c) / 3);
  }
  return { width, height, grey };
}

export function pngOf({ width, height, grey }: Picture): Uint8Array {
  return encode({ width, height, data: grey, channels: 1, depth: 8 }, { zlib: { level: 9 } });
}

/** A grey PNG of eight bits, as `pngOf` writes it. */
export function pictureOfPng(bytes: Uint8Array): Picture {
  const { width, height, data, channels, depth } = decode(bytes);
  if (channels !== 1 || depth !== 8) throw new Error(`not a grey PNG of 8 bits: ${channels} x ${depth}`);
  return { width, height, grey: Uint8Array.from(data) };
}
