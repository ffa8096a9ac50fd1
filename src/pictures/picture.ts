/**
 * What a picture is to the page: bytes that a PDF takes as they are, and the size it has of itself. Also why a file is
 * none. `check` reads this, so nothing here loads what draws.
 */

/** Points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A JPEG, or a PNG that is neither see-through nor interlaced. Its size: at 96 pixels an inch. */
export interface Picture extends Size {
  readonly bytes: Uint8Array;
}

/** Why a file cannot be set, in words that follow its name, and what to do. */
export interface Fault {
  readonly why: string;
  readonly help: string;
}

/** A step from a file to a picture: what it gives, or everything that is in its way. */
export type Usable<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export function usable<T>(value: T): Usable<T> {
  return { ok: true, value };
}

export function faulty(...faults: readonly Fault[]): {
  readonly ok: false;
  readonly faults: readonly Fault[];
} {
  return { ok: false, faults };
}

/** A point has 4/3 pixels of 96 an inch. */
export const POINTS_PER_PIXEL = 0.75;

export type Kind = 'png' | 'jpeg' | 'svg';

/** What is no picture at all. */
export const NO_PICTURE: Fault = {
  why: 'is no PNG, JPEG or SVG',
  help: 'save it as SVG, or as PNG or JPEG four times as large as it is printed',
};

/** What stands before the first element of an XML file: a declaration, comments, a document type. */
const BEFORE_SVG =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:[\w.-]+:)?svg[\s/>]/;
/** That much of a file may be comments before its first element. */
const HEAD = 1 << 16;

/** What a file is by how it begins; null: no picture that can be set. */
export function kindOf(bytes: Uint8Array): Kind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  return BEFORE_SVG.test(head) ? 'svg' : null;
}
