/** A picture alone in its paragraph: from the project's folder, as wide as it is, at most as wide as the column. */
import type { Image } from '../../markdown/document.ts';
import { error } from '../../problems/problem.ts';
import { lineSpan } from '../../problems/source.ts';
import { type Box, leaf } from '../box.ts';
import { type Context, node } from './context.ts';

/** Pixels of a PNG or JPEG; null where it is neither. */
export function pixels(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** At 96 pixels an inch; scaled down to the column and the page. Problems: what `image` reports, `unknown-image`. */
export function imageBox(context: Context, image: Image, parent: number, width: number): Box {
  const read = context.image(image.src);
  context.problems.push(...read.problems);
  if (!read.ok) return leaf(0);
  const size = pixels(read.value);
  if (!size || size.width === 0 || size.height === 0) {
    context.problems.push(
      error('unknown-image', `"${image.src}" is no PNG or JPEG`, lineSpan(context.source, image.line), {
        help: 'save the picture as PNG or JPEG',
      }),
    );
    return leaf(0);
  }
  const scale = Math.min(0.75, width / size.width, context.live / size.height);
  const at = node(context, 'Figure', parent, { alt: image.alt });
  const [wide, high] = [size.width * scale, size.height * scale];
  return leaf(high, [{ type: 'image', x: 0, y: 0, width: wide, height: high, bytes: read.value, node: at }]);
}
