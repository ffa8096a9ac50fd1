/** What a person says that the source does not: each with the place where it was typed, for Problems about it. */
import type { Named } from '../problems/named.ts';

export interface ImportOptions {
  /** What the files are, where that is not to be seen: a shape, or one skill, one role. */
  readonly as?: Named | undefined;
  /** The role's name, where the source has none. */
  readonly role?: Named | undefined;
  /** The skill's name, where the source has none. */
  readonly skill?: Named | undefined;
  /** Names of the levels, in the order in which they stand in the source. */
  readonly levels?: readonly Named[] | undefined;
  /** The levels of the source, lowest first. */
  readonly levelOrder?: readonly Named[] | undefined;
  /** The sheet to read alone. */
  readonly sheet?: Named | undefined;
  /** Which column is what. */
  readonly map?: readonly Mapping[] | undefined;
}

/** `skill=Criteria`. */
export interface Mapping {
  /** What it is: `skill`, `role`, `level`, `text` ... */
  readonly what: Named;
  /** The column's name in the source. */
  readonly column: Named;
}
