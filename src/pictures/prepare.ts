/**
 * A file -> a picture that can be set. What draws (and what reads SVG) is loaded when a file first needs it: a JPEG and a
 * plain PNG are taken as they are.
 */
import { bad, type Checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { error } from '../problems/problem.ts';
import {
  faulty,
  kindOf,
  NO_PICTURE,
  type Picture,
  POINTS_PER_PIXEL,
  type Size,
  type Usable,
  usable,
} from './picture.ts';
import { readJpeg, readPng } from './raster.ts';

export interface Preparing {
  /** How large the picture is printed at most, by its own size; both in points. */
  printed(own: Size): Size;
  /** The bytes of the program that draws. */
  wasm(): Uint8Array;
}

/** The picture of a file, or Problems `unknown-image` at `file`: everything that is wrong with it. */
export async function preparePicture(
  file: Named,
  bytes: Uint8Array,
  preparing: Preparing,
): Promise<Checked<Picture>> {
  const made = await prepared(bytes, preparing);
  if (made.ok) return good(made.value);
  return bad(
    made.faults.map(({ why, help }) => error('unknown-image', `"${file.text}" ${why}`, file.span, { help })),
  );
}

async function prepared(bytes: Uint8Array, { printed, wasm }: Preparing): Promise<Usable<Picture>> {
  const kind = kindOf(bytes);
  if (kind === null) return faulty(NO_PICTURE);
  if (kind === 'svg') {
    const [{ readSvg }, { drawSvg, startDrawing }] = await Promise.all([
      import('./svg.ts'),
      import('./draw.ts'),
    ]);
    const svg = readSvg(bytes);
    if (!svg.ok) return svg;
    await startDrawing(wasm);
    return drawSvg(svg.value, printed);
  }
  const read = kind === 'png' ? readPng(bytes) : readJpeg(bytes);
  if (!read.ok) return read;
  const { width, height, plain } = read.value;
  if (plain) return usable({ bytes, width: width * POINTS_PER_PIXEL, height: height * POINTS_PER_PIXEL });
  const { drawPng, startDrawing } = await import('./draw.ts');
  await startDrawing(wasm);
  return drawPng(bytes, read.value);
}
