/**
 * A Markdown file, read: blocks as the format means them (templates/README.md), with every form mark resolved to a
 * field. What a mark or a place means is settled here; layout/ asks no question about Markdown any more.
 *
 * Kept true: plain data; every text of the file stands in exactly one place of the tree, in the file's order; every
 * field stands in `fields` once, in the file's order, and blocks point to it by the same object.
 */
import type { Source } from '../problems/source.ts';
import type { Box, CheckField, ChoiceField, Field, LineField, NotesField } from './field.ts';

export type { Box, CheckField, ChoiceField, Field, LineField, NotesField } from './field.ts';

export interface Document {
  readonly source: Source;
  readonly front: FrontMatter;
  readonly blocks: readonly Block[];
  readonly fields: readonly Field[];
  /** Every picture, wherever it stands, in the file's order. */
  readonly pictures: readonly Image[];
}

/** The document's own front matter; absent keys are null. */
export interface FrontMatter {
  readonly kind: string | null;
  /** The document's name, over each title: "Interview scorecard". */
  readonly name: string | null;
  readonly title: string | null;
  /** BCP 47; 'en' where not given. */
  readonly lang: string;
  /** "A4", "Letter", "A4 landscape" ... */
  readonly paper: string | null;
  readonly theme: string | null;
  readonly framework: string | null;
  readonly date: string | null;
  readonly form: string | null;
  /** Lines of the foot, each of cells. */
  readonly foot: readonly (readonly (readonly FootPart[])[])[];
  /** The word for "continued". */
  readonly continued: string | null;
  /** Every key as written, in order, for tools that read more. */
  readonly entries: ReadonlyMap<string, string>;
  /** Number of the first line after the front matter. */
  readonly bodyLine: number;
}

/** A piece of a foot's cell. `field`: that field again, as a line to write on with its label. */
export type FootPart =
  | { readonly type: 'inline'; readonly content: readonly Inline[] }
  | { readonly type: 'page' }
  | { readonly type: 'pages' }
  | { readonly type: 'field'; readonly field: LineField };

/* ---------- inline ---------- */

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** `[page](#heading)` to a heading of this file: its page number follows the words. */
  | { readonly type: 'page-link'; readonly anchor: string; readonly children: readonly Inline[] }
  /** A hard break or `<br>`. */
  | { readonly type: 'break' }
  /** The emphasis after a `<br>` in a cell: quiet text. */
  | { readonly type: 'help'; readonly children: readonly Inline[] }
  /** Words in another language than the document's. */
  | { readonly type: 'foreign'; readonly lang: string; readonly children: readonly Inline[] }
  /** A blank to write on; the blank's underscores and the value are taken out of the text. */
  | { readonly type: 'field'; readonly field: LineField };

/* ---------- blocks ---------- */

export type Block =
  | Heading
  | Paragraph
  | Quote
  | List
  | Table
  | CodeBlock
  | Rule
  | Image
  | Cells
  | Choice
  | Check
  | Notes
  | Row
  | Keep
  | PageBreak;

interface At {
  /** Line in the source. */
  readonly line: number;
}

export interface Heading extends At {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** `title`: a # that opens a page. `part`: another #. `skill`: ## with a key. `step`: ### with a key. */
  readonly role: 'title' | 'part' | 'skill' | 'section' | 'step' | 'small';
  /** GitHub's anchor of the heading, unique in the file. */
  readonly anchor: string;
  readonly key: string | null;
  readonly content: readonly Inline[];
  /** The emphasis that ends it. */
  readonly note: readonly Inline[] | null;
  /** The note has over 60 characters: it stands below, as a help line. */
  readonly noteBelow: boolean;
}

export interface Paragraph extends At {
  readonly type: 'paragraph';
  /** `lead`: right after a #. `help`: all emphasis (which is taken off). */
  readonly role: 'plain' | 'lead' | 'help';
  readonly content: readonly Inline[];
  /** Words that may stand in its place where room is short. */
  readonly brief: string | null;
}

export interface Quote extends At {
  readonly type: 'quote';
  /** `question`: one paragraph that was all strong (which is taken off). */
  readonly role: 'script' | 'question';
  readonly blocks: readonly Block[];
}

export interface List extends At {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly ListItem[];
}

export interface ListItem extends At {
  readonly key: string | null;
  /** A box that belongs to no mark: only printed. */
  readonly box: { readonly on: boolean } | null;
  readonly blocks: readonly Block[];
}

export interface Table extends At {
  readonly type: 'table';
  readonly id: string | null;
  readonly label: string | null;
  /** Parts of the width by column; null: by content. */
  readonly widths: readonly number[] | null;
  /** Vertical rules: one more than there are columns; the first and last are the frame. */
  readonly rules: readonly boolean[];
  readonly align: readonly ('left' | 'right' | 'center')[];
  /** Numbers (from 1) of the columns set small. */
  readonly small: readonly number[];
  /** Numbers (from 1) of the columns whose cells show lines to write on. */
  readonly ruled: readonly number[];
  /** By body row the numbers (from 1) of the columns under a heavy rule, rising; null where the mark says nothing of it. */
  readonly heavy: readonly (readonly number[])[] | null;
  readonly head: readonly TableCell[];
  readonly rows: readonly TableRow[];
}

export interface TableRow extends At {
  /** A row with only its first cell filled, which opens with strong, in a table without an id. */
  readonly group: boolean;
  /** Lines to write on, where the mark says so. */
  readonly lines: { readonly count: number; readonly grow: boolean } | null;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly key: string | null;
  readonly content: readonly Inline[];
  /** The cell is a field. */
  readonly field: LineField | null;
  /** The cell is a box. */
  readonly box: Box | null;
}

export interface CodeBlock extends At {
  readonly type: 'code';
  readonly text: string;
}

export interface Rule extends At {
  readonly type: 'rule';
}

/** A picture alone in its paragraph. */
export interface Image extends At {
  readonly type: 'image';
  readonly src: string;
  readonly alt: string;
}

/** Fields in a frame. `pattern`: widths of the cells row by row in twelfths; it repeats. */
export interface Cells extends At {
  readonly type: 'cells';
  readonly pattern: readonly (readonly number[])[];
  readonly items: readonly Cell[];
}

export interface Cell extends At {
  /** Words before the first colon, without it. Empty where the cell has none. */
  readonly label: readonly Inline[];
  /** What follows: a printed value, more words, further fields. */
  readonly content: readonly Inline[];
  /** The cell's own field, when its content is a blank after the label. */
  readonly field: LineField | null;
  readonly box: Box | null;
  /** A choice in the cell. */
  readonly choice: Choice | null;
}

export interface Choice extends At {
  readonly type: 'choice';
  readonly field: ChoiceField;
  readonly as: 'ruler' | 'line' | 'list';
  /** The paragraph before it that ends in a colon and stands in line with it (`as: line`). */
  readonly lead: readonly Inline[] | null;
  readonly options: readonly Option[];
}

export interface Check extends At {
  readonly type: 'check';
  readonly field: CheckField;
  readonly options: readonly Option[];
}

export interface Option extends At {
  readonly box: Box;
  /** The strong that opens it, without a final full stop when words follow: the point's name. May be empty. */
  readonly word: readonly Inline[];
  /** What follows: the anchor; may hold fields. */
  readonly content: readonly Inline[];
  /** Nested lists and paragraphs. */
  readonly blocks: readonly Block[];
}

export interface Notes extends At {
  readonly type: 'notes';
  readonly field: NotesField;
}

/** Stacks side by side. */
export interface Row extends At {
  readonly type: 'row';
  /** Parts of the width, one a stack. */
  readonly widths: readonly number[];
  /** Before which stacks (index 1 and up) a vertical rule stands. */
  readonly rules: readonly boolean[];
  readonly stacks: readonly (readonly Block[])[];
}

/** Not split unless taller than a page. */
export interface Keep extends At {
  readonly type: 'keep';
  readonly blocks: readonly Block[];
}

export interface PageBreak extends At {
  readonly type: 'page';
}
