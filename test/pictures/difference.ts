/**
 * Two pictures of one page compared as eyes would: soft edges may fall otherwise on another machine, by less than a
 * pixel; ink that is new or gone may not.
 */
import { encode } from 'fast-png';
import type { Picture } from './picture.ts';

/** Greys that a picture is kept in: as few as text needs, since fewer make smaller files. */
const GREYS = 8;

/** How much darker a pixel may be than those round its place in the other picture. Rounding to `GREYS` takes half. */
const TOLERANCE = 36;

/** Pixels that may be otherwise for no reason that a person sees. */
const SPECKS = 10;

export function coarse({ width, height, grey }: Picture): Picture {
  const step = 255 / (GREYS - 1);
  return { width, height, grey: grey.map((value) => Math.round(Math.round(value / step) * step)) };
}

export interface Difference {
  /** Places of pixels that have ink and should not, and the other way round. */
  readonly added: readonly number[];
  readonly gone: readonly number[];
}

/** Null where the two show the same. Both are of one size. */
export function differenceOf(now: Picture, before: Picture): Difference | null {
  const added: number[] = [];
  const gone: number[] = [];
  for (let at = 0; at < now.grey.length; at++) {
    // Ink of one picture that the other has nowhere near.
    if ((now.grey[at] ?? 0) < darkestNear(before, at) - TOLERANCE) added.push(at);
    if ((before.grey[at] ?? 0) < darkestNear(now, at) - TOLERANCE) gone.push(at);
  }
  return added.length + gone.length > SPECKS ? { added, gone } : null;
}

/** Of a pixel and the eight round it. */
function darkestNear({ width, height, grey }: Picture, at: number): number {
  const [x, y] = [at % width, Math.floor(at / width)];
  let darkest = 255;
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++)
      darkest = Math.min(darkest, grey[row * width + column] ?? 255);
  }
  return darkest;
}

/** The page in light grey, new ink red, ink that is gone blue. */
export function pictureOfDifference(now: Picture, { added, gone }: Difference): Uint8Array {
  const data = new Uint8Array(now.grey.length * 3);
  for (const [at, value] of now.grey.entries()) data.fill(170 + value / 3, at * 3, at * 3 + 3);
  for (const at of added) data.set([220, 0, 0], at * 3);
  for (const at of gone) data.set([0, 0, 220], at * 3);
  return encode({ width: now.width, height: now.height, data, channels: 3, depth: 8 });
}
