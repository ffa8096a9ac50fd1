/**
 * A picture's size from its bytes, and whether it can be set: PNG and JPEG, whole. A PNG that is see-through or interlaced
 * would have to be decoded first, which a PDF made in one go cannot wait for: that is said, and what to do.
 */

export type Picture =
  | { readonly ok: true; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly why: string; readonly help: string };

const NONE: Picture = { ok: false, why: 'is no PNG or JPEG', help: 'save the picture as PNG or JPEG' };
const BROKEN: Picture = { ok: false, why: 'ends before the picture does', help: 'save or copy it once more' };
const CLEAR: Picture = {
  ok: false,
  why: 'is see-through in part',
  help: 'save it on a white ground, without transparency (alpha)',
};
const INTERLACED: Picture = { ok: false, why: 'is interlaced', help: 'save it without interlacing' };

/** The picture, in pixels; or why it cannot be set. */
export function pictureOf(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 32 && view.getUint32(0) === 0x89504e47) return pngOf(view);
  return bytes.length > 3 && view.getUint16(0) === 0xffd8 ? jpegOf(view) : NONE;
}

/** PNG (ISO/IEC 15948): chunks of length, name, data, check sum. */
function pngOf(view: DataView): Picture {
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [color, interlaced] = [view.getUint8(25), view.getUint8(28)];
  let whole = false;
  let clear = color === 4 || color === 6;
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const name = view.getUint32(at + 4);
    if (name === 0x74524e53 && color === 3) clear = true;
    if (name === 0x49454e44) whole = true;
  }
  if (!whole) return BROKEN;
  if (clear) return CLEAR;
  if (interlaced !== 0) return INTERLACED;
  return width > 0 && height > 0 ? { ok: true, width, height } : NONE;
}

/** JPEG (ITU T.81): segments up to the frame's, which has the size; then the scan. */
function jpegOf(view: DataView): Picture {
  let size: { readonly width: number; readonly height: number } | null = null;
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return size ? BROKEN : NONE;
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) return size ? { ok: true, ...size } : NONE;
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return size ? BROKEN : NONE;
}
