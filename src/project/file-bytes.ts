/**
 * A file's bytes piece by piece, for what is too long to be held: read anew each time it is asked for. What is no file (a device, a
 * pipe) is not read.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';

const PIECE = 1 << 18;

export interface FileBytes {
  readonly size: number;
  chunks(): Iterable<Uint8Array>;
}

/** `path`: absolute, of a file that is there. */
export function fileBytes(path: string): FileBytes {
  return { size: statSync(path).size, chunks: () => piecesOf(path) };
}

function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE);
      const size = readSync(file, piece);
      if (size === 0) return;
      yield piece.subarray(0, size);
    }
  } finally {
    closeSync(file);
  }
}
