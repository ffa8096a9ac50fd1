/** What a viewer must be able to do to take part: open a form, do what a person does, save it as a file. */
import type { Action } from './scene.ts';

export interface Viewer {
  readonly name: string;
  /** What it fills forms with, or null where it is not on this machine. */
  version(): Promise<string | null>;
  fill(bytes: Uint8Array, actions: readonly Action[], keep: Keep): Promise<Uint8Array>;
  close?(): Promise<void>;
}

/** Keeps a picture of what a viewer showed, for eyes. */
export type Keep = (name: string, png: Uint8Array) => void;
