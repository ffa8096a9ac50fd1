/**
 * A name or value that a person chose (an option of the command line, a key of a request), with the place where it
 * stands, so that a Problem about it can show it.
 */
import type { Span } from './source.ts';

export interface Named {
  readonly text: string;
  readonly span: Span;
}
