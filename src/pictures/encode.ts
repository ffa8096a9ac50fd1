/** Pixels laid on white, as a PNG that a PDF takes as it is: grey or RGB of 8 bits, not interlaced. */
import { crc32, deflateSync } from 'node:zlib';

/** What was drawn, or why there is nothing to see of it on white paper. */
export type OnWhite = { readonly png: Uint8Array } | 'empty' | 'white';

/** `pixels`: RGBA, row by row, the colours multiplied by the alpha; they are laid on white in place. */
export function onWhite(pixels: Uint8Array, width: number, height: number): OnWhite {
  let drawn = false;
  let inked = false;
  let grey = true;
  for (let at = 0; at < pixels.length; at += 4) {
    const white = 255 - (pixels[at + 3] ?? 0);
    const red = (pixels[at] ?? 0) + white;
    const green = (pixels[at + 1] ?? 0) + white;
    const blue = (pixels[at + 2] ?? 0) + white;
    if (white < 255) drawn = true;
    if (red < 255 || green < 255 || blue < 255) inked = true;
    if (red !== green || red !== blue) grey = false;
    pixels[at] = red;
    pixels[at + 1] = green;
    pixels[at + 2] = blue;
  }
  if (!inked) return drawn ? 'white' : 'empty';
  return { png: encode(pixels, width, height, grey ? 1 : 3) };
}

/** Each row is told by its difference to the one above (filter 2), which is none in most rows of a drawing. */
function encode(pixels: Uint8Array, width: number, height: number, channels: 1 | 3): Uint8Array {
  const row = width * 4;
  const rows = Buffer.alloc((width * channels + 1) * height);
  let to = 0;
  for (let start = 0; start < row * height; start += row) {
    rows[to++] = 2;
    for (let at = start; at < start + row; at += 4)
      for (let c = at; c < at + channels; c++) rows[to++] = (pixels[c] ?? 0) - (pixels[c - row] ?? 0);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 1 ? 0 : 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
