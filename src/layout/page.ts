/**
 * The set document as plain data: pages of items at absolute places, the fields, the structure that a screen reader
 * will follow. pdf/ writes exactly this and decides nothing.
 *
 * Kept true: points, origin at the top left of the page, y grows downwards; a text's `y` is its base line; items stand
 * in the order of the Markdown, a page's foot last; an item without a node is no part of the document's text (an
 * artifact: rules, boxes, the foot, a table's head said again). What is written in a field stands in the field alone.
 */
import type { Field } from '../markdown/document.ts';
import type { Face } from './fonts.ts';

export interface Layout {
  readonly title: string;
  readonly name: string;
  /** BCP 47. */
  readonly lang: string;
  /** ISO date of the document, for the file's dates. */
  readonly date: string | null;
  /** The colour of items with `accent`, `#rrggbb`; null: the ink. */
  readonly accent: string | null;
  readonly pages: readonly Page[];
  readonly nodes: readonly StructureNode[];
  readonly outline: readonly OutlineEntry[];
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

export type Item = TextItem | RuleItem | CrossItem | ImageItem | LinkItem | FieldItem;

export interface TextItem {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly face: Face;
  /** Points. */
  readonly size: number;
  readonly text: string;
  /** Advance of the text, points. */
  readonly width: number;
  readonly node: number | null;
  /** It is one word that runs from right to left, or the white beside one. */
  readonly rightToLeft?: boolean | undefined;
  /** White on black. */
  readonly reversed?: boolean | undefined;
  readonly accent?: boolean | undefined;
}

/** A filled rectangle: rules, lines to write on, frames, black squares. */
export interface RuleItem {
  readonly type: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly accent?: boolean | undefined;
}

/** The mark in a ticked box that belongs to no field. */
export interface CrossItem {
  readonly type: 'cross';
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface ImageItem {
  readonly type: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly node: number;
}

/** The area of a link out of the document (`href`) or to a heading in it (`page` from 0, `top`). */
export interface LinkItem {
  readonly type: 'link';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly target: { readonly href: string } | { readonly anchor: string };
  readonly node: number | null;
}

export type StructureRole =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Code'
  | 'Link'
  | 'Span'
  | 'Sect'
  | 'Form';

/** An element of the logical structure; its place in the list is its number, parents stand before children. */
export interface StructureNode {
  readonly role: StructureRole;
  readonly parent: number | null;
  /** Language, where it differs from the document's. */
  readonly lang?: string | undefined;
  /** What is said in place of a picture; the name of a field. */
  readonly alt?: string | undefined;
  /** What a table is about. */
  readonly summary?: string | undefined;
  /** Of a table's head cell. */
  readonly scope?: 'Column' | 'Row' | undefined;
  /** Columns that a cell takes, where it is more than one. */
  readonly span?: number | undefined;
  /** What stands before the items of a list. */
  readonly numbering?: 'Decimal' | 'LowerAlpha' | 'UpperAlpha' | 'Disc' | undefined;
}

/** An element; all have the same keys in the same order, so that reading hundreds of them is quick. */
export function structureNode(
  role: StructureRole,
  parent: number | null,
  more: Omit<StructureNode, 'role' | 'parent'> = {},
): StructureNode {
  const { lang, alt, summary, scope, span, numbering } = more;
  return { role, parent, lang, alt, summary, scope, span, numbering };
}

export interface OutlineEntry {
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  readonly anchor: string;
  /** From 0. */
  readonly page: number;
  readonly top: number;
}

/**
 * Where a field, or one box of it, is filled in. A field may stand in several places: its boxes, the name that the foot
 * repeats (`echo`), and writing room that goes on on another page (`part`).
 */
export interface FieldItem {
  readonly type: 'field';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly field: Field;
  /** The option's id for a box ('' for a single check); null for a place to write. */
  readonly option: string | null;
  /** Its spoken name, whole in itself. */
  readonly name: string;
  /** A place to write: 1, or its number where the field has more than one. */
  readonly part: number;
  /** What stands in this part; all parts' values one after the other are the field's. */
  readonly value: string;
  /** The value as it is set: the field's own look, as long as nobody changes it. */
  readonly texts: readonly TextItem[];
  /** Lines to write on: the look of the empty field. */
  readonly lines: readonly RuleItem[];
  /** It takes more than one line. */
  readonly multiline: boolean;
  /** The size of what is typed, points. */
  readonly size: number;
  /** A box is ticked. */
  readonly on: boolean;
  /** The same field again (the name in the foot). */
  readonly echo: boolean;
  readonly node: number | null;
}

/** All fields of a layout, page by page. */
export function fieldsOf(layout: Layout): readonly FieldItem[] {
  return layout.pages.flatMap((page) => page.items.filter((item) => item.type === 'field'));
}
