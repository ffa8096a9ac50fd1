/** PNG files of every kind, made here, and the pixels of those that we make, read back. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

export interface Made {
  readonly width: number;
  readonly height: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey and alpha, 6 colour and alpha. */
  readonly color: 0 | 2 | 3 | 4 | 6;
  /** Bits of a sample. */
  readonly depth: 1 | 2 | 4 | 8 | 16;
  readonly interlaced?: boolean;
  /** Data of the palette, and of what is see-through. */
  readonly palette?: readonly number[];
  readonly clear?: readonly number[];
  /** The samples of a pixel. */
  pixel(x: number, y: number): readonly number[];
}

/** The passes of an interlaced PNG: where each begins, and its steps. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

export function png(made: Made): Buffer {
  const { width, height, color, depth, interlaced = false, palette, clear } = made;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, color, 0, 0, interlaced ? 1 : 0], 8);
  const passes = interlaced ? PASSES : [[0, 0, 1, 1] as const];
  const lines: number[] = [];
  for (const [left, top, right, down] of passes) {
    if (left >= width) continue;
    for (let y = top; y < height; y += down) {
      let bits = '';
      for (let x = left; x < width; x += right)
        bits += made
          .pixel(x, y)
          .map((sample) => sample.toString(2).padStart(depth, '0'))
          .join('');
      lines.push(0, ...(bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
    }
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...(palette ? [chunk('PLTE', Buffer.from(palette))] : []),
    ...(clear ? [chunk('tRNS', Buffer.from(clear))] : []),
    chunk('IDAT', deflateSync(Buffer.from(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly grey: boolean;
  /** `#rrggbb` of a pixel. */
  at(x: number, y: number): string;
}

/** A PNG as we make them: grey or colour of 8 bits, each row told by the one above. Throws at any other. */
export function pixelsOf(bytes: Uint8Array): Pixels {
  const file = Buffer.from(bytes);
  const [width, height, depth, color] = [
    file.readUInt32BE(16),
    file.readUInt32BE(20),
    file.readUInt8(24),
    file.readUInt8(25),
  ];
  if (depth !== 8 || (color !== 0 && color !== 2) || file.readUInt8(28) !== 0)
    throw new Error(`a PNG of kind ${color}, ${depth} bits`);
  const data = file.indexOf('IDAT');
  const lines = inflateSync(file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4)));
  const channels = color === 0 ? 1 : 3;
  const row = width * channels;
  const samples = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    if (lines[y * (row + 1)] !== 2) throw new Error('another filter');
    for (let x = 0; x < row; x++)
      samples[y * row + x] = (lines[y * (row + 1) + 1 + x] ?? 0) + (samples[(y - 1) * row + x] ?? 0);
  }
  return {
    width,
    height,
    grey: channels === 1,
    at(x, y) {
      const at = (y * width + x) * channels;
      const one = samples.subarray(at, at + channels).toString('hex');
      return `#${channels === 1 ? one.repeat(3) : one}`;
    },
  };
}
