/**
 * Two pictures of one page compared as eyes would: soft edges may fall otherwise on another machine, by less than a
 * pixel; ink that is new or gone may not.
 */
import { encode } from 'fast-png';
import type { Picture } from './picture.ts';

/** Greys that a picture is kept in: fewer make smaller files. */
const GREYS = 12;

/**
 * How much more ink a place may have, of 255. A rule of half a point has 30, wherever between two rows of pixels it falls;
 * the greys that a picture is kept in take up to 8.
 */
const TOLERANCE = 18;

/** Pixels that may be otherwise for no reason that a person sees. */
const SPECKS = 20;

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
  const { width } = now;
  const [inkNow, inkBefore] = [spread(now.grey, width, mean), spread(before.grey, width, mean)];
  const [mostNow, mostBefore] = [spread(inkNow, width, darkest), spread(inkBefore, width, darkest)];
  const added: number[] = [];
  const gone: number[] = [];
  for (let at = 0; at < now.grey.length; at++) {
    // Ink of one picture that the other has nowhere near.
    if ((mostBefore[at] ?? 0) - (inkNow[at] ?? 0) > TOLERANCE) added.push(at);
    if ((mostNow[at] ?? 0) - (inkBefore[at] ?? 0) > TOLERANCE) gone.push(at);
  }
  return added.length + gone.length > SPECKS ? { added, gone } : null;
}

const mean = (a: number, b: number, c: number): number => (a + b + c) / 3;
const darkest = (a: number, b: number, c: number): number => Math.min(a, b, c);

/** Each pixel made of the nine round it: of three in its row, then of three in its column. */
function spread(
  grey: ArrayLike<number>,
  width: number,
  of: (a: number, b: number, c: number) => number,
): Float32Array {
  const along = (from: ArrayLike<number>, step: number): Float32Array =>
    Float32Array.from(from, (value, at) => of(from[at - step] ?? value, value, from[at + step] ?? value));
  return along(along(grey, 1), width);
}

/** The page in light grey, new ink red, ink that is gone blue. */
export function pictureOfDifference(now: Picture, { added, gone }: Difference): Uint8Array {
  const data = new Uint8Array(now.grey.length * 3);
  for (const [at, value] of now.grey.entries()) data.fill(170 + value / 3, at * 3, at * 3 + 3);
  for (const at of added) data.set([220, 0, 0], at * 3);
  for (const at of gone) data.set([0, 0, 220], at * 3);
  return encode({ width: now.width, height: now.height, data, channels: 3, depth: 8 });
}
