/** A file's bytes, given by whoever may touch the disk: read in pieces, so that a long file need not be in memory. */
export interface Bytes {
  readonly size: number;
  /** All of it from its beginning, each time it is asked for. */
  chunks(): Iterable<Uint8Array>;
}

/** Bytes that are in memory. */
export function bytesOf(all: Uint8Array): Bytes {
  return { size: all.length, chunks: () => [all] };
}
