/**
 * What a reader makes of a file, whatever its format: grids (tables, sheets) and trees (headings, lists, keys), each cell and node with its
 * place. A recogniser sees only this; it does not know formats, and a reader does not know frameworks.
 *
 * Kept true: texts are whole, character for character, but for white at line ends and hard wraps; nothing of the file is left out without
 * standing in `lost`.
 */
import type { Problem } from '../problems/problem.ts';
import type { Source } from '../problems/source.ts';

/** Where something stands in a file, from 1; `line` of text files, `sheet`, `row` and `column` of grids (the column as people count it). */
export interface Place {
  readonly source: Source;
  readonly line: number | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
}

export interface Cell {
  /** Its text, paragraphs parted by an empty line; of an image its alternative text. '' where it is empty. */
  readonly text: string;
  /** The items of the list that it holds, each a statement; [] where it holds none. Their text stands in `text` too, a line each. */
  readonly items: readonly string[];
  /** The file that an image in it names, without folders and ending. */
  readonly image: string | null;
  /** All of its text is bold, or it is a head cell in the middle of a table: a group row, perhaps. */
  readonly bold: boolean;
  /** It repeats the cell of which it is a part: of merged cells, all but the first. */
  readonly merged: boolean;
  /** Where a link in it leads. */
  readonly link: string | null;
  readonly place: Place;
}

/** One list for all cells that hold none: there may be millions. */
const NO_ITEMS: Cell['items'] = [];

/** A cell of a text and nothing else. */
export function plainCell(text: string, place: Place): Cell {
  return { text, items: NO_ITEMS, image: null, bold: false, merged: false, link: null, place };
}

/** A table or a sheet. Rows are read anew each time they are asked for, so that a long file need not be in memory. */
export interface Grid {
  readonly type: 'grid';
  /** The sheet's name; null of other tables. */
  readonly sheet: string | null;
  /** The headings over it, outermost first. */
  readonly under: readonly string[];
  /** The paragraphs right before it, nearest last. */
  readonly before: readonly string[];
  /** Its first rows are marked as a head by the format (Markdown, `thead`). */
  readonly headRows: number;
  rows(): Iterable<readonly Cell[]>;
  readonly place: Place;
}

/** A heading with what stands under it, a list item, a key with its value. */
export interface Tree {
  readonly type: 'tree';
  readonly kind: 'document' | 'heading' | 'item' | 'bold' | 'key' | 'entry';
  /** The heading's, item's or key's own text; '' of the document and of entries of a list. */
  readonly label: string;
  /** Paragraphs, or the value of a key, that belong to it and to no child. */
  readonly text: string;
  readonly children: readonly Tree[];
  /** Depth of a heading (1 to 6); null of others. */
  readonly depth: number | null;
  readonly place: Place;
}

/** A file as it was read. */
export interface Material {
  readonly source: Source;
  readonly format: 'csv' | 'xlsx' | 'markdown' | 'html' | 'json' | 'yaml' | 'text';
  /** A file's name without folder, ending and leading numbers ("01. planning.md" is "planning"). */
  readonly name: string;
  readonly title: string | null;
  /** BCP 47, where the file says it. */
  readonly language: string | null;
  /** In the order of the file. */
  readonly grids: readonly Grid[];
  readonly tree: Tree | null;
  /** What the format's own head says (front matter): keys and texts. */
  readonly head: ReadonlyMap<string, string>;
  /** The file ends in the middle of something: what it was. */
  readonly cut: { readonly what: string; readonly place: Place } | null;
  /** What is in the file and no part of this: hidden sheets, comments, pictures. */
  readonly lost: readonly { readonly what: string; readonly place: Place }[];
  readonly problems: readonly Problem[];
}
