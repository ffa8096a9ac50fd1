/** What a command may touch of the world: given by the bin, and by tests. */
import type { Readable, Writable } from 'node:stream';

export interface Stream {
  write(chunk: string | Uint8Array): void;
  readonly isTTY: boolean;
}

export interface Host {
  /** Ours. */
  readonly version: string;
  /** Node's, without its v. */
  readonly node: string;
  /** Where the command runs, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** Where a person can be asked: standard input and standard error, where both are a terminal; else null. */
  readonly terminal: { readonly input: Readable; readonly output: Writable } | null;
  /** Standard input: all of it, or so much that it is more than `most` bytes. */
  stdin(most: number): Promise<Uint8Array>;
  /** Opens a file with what the desktop has for it; tells nothing when there is none. */
  open(path: string): void;
}

/** True where a stream takes colours: FORCE_COLOR before NO_COLOR before the terminal. */
export function hasColours(stream: Stream, env: Host['env']): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  const no = env['NO_COLOR'];
  if (no !== undefined && no !== '') return false;
  return stream.isTTY && env['TERM'] !== 'dumb';
}
