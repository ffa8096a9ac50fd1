/**
 * Which letters the bytes of a text stand for, and the text in pieces: a long file is never in memory as a whole.
 *
 * Kept true: every byte means something (Windows-1252 is what is left where UTF-8 is not); a mark at the beginning is taken
 * off; line ends are \n.
 */
import type { Bytes } from '../bytes.ts';

export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** It says so itself, or nothing else fits. */
  readonly sure: boolean;
}

/** Goes through all bytes once. */
export function encodingOf(bytes: Bytes): Encoding {
  const [first, second] = beginning(bytes, 2);
  if (first === 0xff && second === 0xfe) return { name: 'utf-16le', sure: true };
  if (first === 0xfe && second === 0xff) return { name: 'utf-16be', sure: true };
  const wide = wideOf(beginning(bytes, 1024));
  if (wide) return { name: wide, sure: true };
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    // The last letter may be cut off, so the end is not told.
    for (const chunk of bytes.chunks()) utf8.decode(chunk, { stream: true });
    return { name: 'utf-8', sure: true };
  } catch {
    return { name: 'windows-1252', sure: false };
  }
}

/** UTF-16 without a mark: half of the bytes of a European text are zero, always the same half. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > bytes.length * 0.3 && even < bytes.length * 0.02) return 'utf-16le';
  return even > bytes.length * 0.3 && odd < bytes.length * 0.02 ? 'utf-16be' : null;
}

/** The text, in pieces as the bytes come. */
export function* textsOf(bytes: Bytes, { name }: Encoding): Iterable<string> {
  const decoder = new TextDecoder(name);
  let held = '';
  for (const chunk of bytes.chunks()) {
    const text = held + decoder.decode(chunk, { stream: true });
    // What comes next may be the line feed that belongs to it.
    held = text.endsWith('\r') ? '\r' : '';
    yield lines(held === '' ? text : text.slice(0, -1));
  }
  // A letter that is cut off in the middle is none.
  yield lines(held + decoder.decode().replace(/\ufffd+$/, ''));
}

function lines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The first bytes, as many as there are up to `count`. */
export function beginning(bytes: Bytes, count: number): Uint8Array {
  const head = new Uint8Array(Math.min(count, bytes.size));
  let at = 0;
  for (const chunk of bytes.chunks()) {
    const part = chunk.subarray(0, head.length - at);
    head.set(part, at);
    at += part.length;
    if (at >= head.length) break;
  }
  return head.subarray(0, at);
}
