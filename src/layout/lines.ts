/** What lines are made of, and what they are: runs go in, pieces of them come out, none lost. */
import type { LineField, NotesField } from '../markdown/document.ts';
import type { Face } from './fonts.ts';
import type { LinkItem } from './page.ts';

/** A piece of text in one style; `blank` is a place to write in its stead. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly node: number | null;
  readonly link?: LinkItem['target'];
  readonly pageOf?: string;
  readonly blank?: {
    readonly field: LineField;
    readonly node: number | null;
    /** The text is the first word of what was written; the rest follows as words. */
    readonly first?: boolean;
  };
  /** It is what was written in a field, from this place of its value on. */
  readonly written?: { readonly field: LineField | NotesField; readonly from: number };
  /** Its long words may be parted by German patterns. */
  readonly german?: boolean;
  /** A line ends here. */
  readonly ends?: boolean;
}

export interface Line {
  readonly pieces: readonly {
    readonly run: Run;
    /** With a space at its end where white follows. */
    readonly text: string;
    /** Where it begins and ends in its run. */
    readonly start: number;
    readonly end: number;
    readonly x: number;
    readonly width: number;
    /** It is one word that runs from right to left. */
    readonly rightToLeft?: boolean;
  }[];
  readonly width: number;
}

export interface Breaking {
  readonly width: number;
  /** All lines but the first begin this far to the right. */
  readonly hang?: number;
  /** Words are not parted at their hyphens (a question that is read aloud). */
  readonly whole?: boolean;
  /** The paragraph's language is written from right to left. */
  readonly rightToLeft?: boolean;
  /** The parts of a German word, which add up to it. */
  readonly parts?: ((word: string) => readonly string[]) | undefined;
}

export interface Broken {
  readonly lines: readonly Line[];
  /** The runs that the pieces name, in order: those given, or those of a paragraph that says the same. */
  readonly runs: readonly Run[];
  /** Characters for which the fonts have no glyph. */
  readonly missing: readonly string[];
}
