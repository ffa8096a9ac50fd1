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

/** Pixels of four bytes, the last of which is not looked at, as grey: the mean, since our pages have no colours. */
export function pictureOf(width: number, height: number, pixels: Uint8Array | Uint8ClampedArray): Picture {
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    const at = i * 4;
    grey[i] = Math.round(((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3);
  }
  return { width, height, grey };
}

/** A picture `times` smaller, each of its pixels the mean of what it stands for; what is left over at the edges goes. */
export function smaller({ width, height, grey }: Picture, times: number): Picture {
  const [across, down] = [Math.floor(width / times), Math.floor(height / times)];
  const sums = new Float32Array(across * down);
  for (let y = 0; y < down * times; y++) {
    for (let x = 0; x < across * times; x++) {
      const at = Math.floor(y / times) * across + Math.floor(x / times);
      sums[at] = (sums[at] ?? 0) + (grey[y * width + x] ?? 0);
    }
  }
  const means = Uint8Array.from(sums, (sum) => Math.round(sum / times ** 2));
  return { width: across, height: down, grey: means };
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
