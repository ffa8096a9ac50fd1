/** Sizes of PNG and JPEG by their bytes, which of them a PDF takes as they are, and what is said of broken ones. */
import { describe, expect, it } from 'vitest';
import type { Usable } from '../../src/pictures/picture.ts';
import { type Raster, readJpeg, readPng } from '../../src/pictures/raster.ts';
import { chunk, type Made, png } from './png.ts';

const made = (more: Partial<Made> = {}): Buffer =>
  png({ width: 3, height: 2, color: 0, depth: 8, pixel: () => [100], ...more });

const told = (read: Usable<Raster>): string =>
  read.ok
    ? `${read.value.width}x${read.value.height}${read.value.plain ? '' : ' to be drawn'}`
    : read.faults.map(({ why }) => why).join();

describe('a PNG', () => {
  it('is taken as it is in grey, colour or a palette', () => {
    expect(told(readPng(made()))).toBe('3x2');
    expect(told(readPng(made({ color: 2, pixel: () => [1, 2, 3] })))).toBe('3x2');
    expect(told(readPng(made({ color: 3, depth: 1, palette: [9, 9, 9], pixel: () => [0] })))).toBe('3x2');
  });

  it.each<[string, Partial<Made>]>([
    ['see-through', { color: 4, pixel: () => [1, 2] }],
    ['see-through in colour', { color: 6, pixel: () => [1, 2, 3, 4] }],
    ['see-through in one grey', { clear: [0, 100] }],
    ['see-through in its palette', { color: 3, palette: [9, 9, 9], clear: [0], pixel: () => [0] }],
    ['interlaced', { interlaced: true }],
    ['of 16 bits', { depth: 16 }],
  ])('is drawn where it is %s', (_, more) => {
    expect(told(readPng(made(more)))).toBe('3x2 to be drawn');
  });

  it('is told where it is cut off or damaged, anywhere', () => {
    const whole = made();
    for (const end of [8, 20, 40, whole.length - 13, whole.length - 1])
      expect(told(readPng(whole.subarray(0, end)))).toBe('ends before the picture does');
    const damaged = Buffer.from(whole);
    damaged[45] = (damaged[45] ?? 0) ^ 1;
    expect(told(readPng(damaged))).toBe('is damaged');
    expect(told(readPng(made({ width: 0 })))).toBe('is damaged');
    const empty = Buffer.concat([whole.subarray(0, 33), chunk('IEND', Buffer.alloc(0))]);
    expect(told(readPng(empty))).toBe('is damaged');
  });

  it('that must be drawn has 40 million pixels at most', () => {
    const claims = (width: number, more: Partial<Made>): Buffer => {
      const whole = made(more);
      const head = Buffer.from(whole.subarray(16, 29));
      head.writeUInt32BE(width, 0);
      head.writeUInt32BE(4000, 4);
      return Buffer.concat([whole.subarray(0, 8), chunk('IHDR', head), whole.subarray(33)]);
    };
    const clear = { color: 4, pixel: () => [1, 2] } as const;
    expect(told(readPng(claims(10_000, clear)))).toBe('10000x4000 to be drawn');
    expect(told(readPng(claims(10_001, clear)))).toBe('has more than 40 million pixels');
    expect(told(readPng(claims(10_001, {})))).toBe('10001x4000');
  });
});

describe('a JPEG', () => {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0xd9];
  const read = (...parts: readonly (readonly number[])[]): string =>
    told(readJpeg(Uint8Array.from([0xff, 0xd8, ...parts.flat()])));

  it('has the size of its frame, if its scan follows', () => {
    expect(read(frame, scan)).toBe('3x2');
    expect(read(frame)).toBe('ends before the picture does');
    expect(read(frame, new Array(20).fill(0))).toBe('is damaged');
    expect(read(scan)).toBe('is damaged');
  });

  it('of the colours of print is told: a file has one way of colours', () => {
    const four = [...frame.slice(0, 9), 4, ...frame.slice(10)];
    expect(read(four, scan)).toBe('is in the four colours of print (CMYK)');
  });
});
