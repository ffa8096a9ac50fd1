/** Which pictures can be set, and what is said of the others. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/layout/picture.ts';

function chunk(name: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
}

function png(color: number, interlaced = 0, more: readonly Buffer[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(3, 0);
  head.writeUInt32BE(2, 4);
  head.set([8, color, 0, 0, interlaced], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(Buffer.alloc(20))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const why = (bytes: Uint8Array): string => {
  const picture = pictureOf(bytes);
  return picture.ok ? `${picture.width}x${picture.height}` : picture.why;
};

describe('a picture', () => {
  it('is a PNG in grey, colour or a palette', () => {
    expect([0, 2, 3].map((color) => why(png(color)))).toEqual(['3x2', '3x2', '3x2']);
  });

  it('is not see-through, interlaced, broken off or something else', () => {
    expect([4, 6].map((color) => why(png(color)))).toEqual(Array(2).fill('is see-through in part'));
    expect(why(png(3, 0, [chunk('tRNS', Buffer.alloc(1))]))).toBe('is see-through in part');
    expect(why(png(2, 1))).toBe('is interlaced');
    expect(why(png(2).subarray(0, 60))).toBe('ends before the picture does');
    expect(why(Buffer.from('<svg/>'.padEnd(60)))).toBe('is no PNG or JPEG');
    expect(why(new Uint8Array())).toBe('is no PNG or JPEG');
  });

  it('is a JPEG with its scan', () => {
    const frame = [0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0];
    const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0xd9];
    expect(why(Uint8Array.from([0xff, 0xd8, ...frame, ...scan]))).toBe('3x2');
    expect(why(Uint8Array.from([0xff, 0xd8, ...frame, 0, 0]))).toBe('ends before the picture does');
  });
});
