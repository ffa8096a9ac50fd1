/**
 * A folder to read from: the one door to files for all modules that need them. Only project/ makes one over the disk;
 * tests make one of texts.
 */
import type { Checked } from '../problems/checked.ts';
import type { Source } from '../problems/source.ts';

/** Bytes of the largest file that is read: a font of all Chinese characters has half as many. */
export const MOST_BYTES = 64e6;

export interface Folder {
  /** How a person knows it: relative to where the command ran, with `/`. */
  readonly path: string;
  /** Paths of all files below (or below `under`), relative to this folder, with `/`, sorted by code point. */
  list(under?: string): readonly string[];
  /** The file's bytes; null where there is none, or where they are more than MOST_BYTES. A path never leaves the folder. */
  read(path: string): Uint8Array | null;
  /** The file as text (UTF-8, a BOM taken off); null where there is none; a Problem where it is no UTF-8, or too long. */
  source(path: string): Checked<Source> | null;
}
