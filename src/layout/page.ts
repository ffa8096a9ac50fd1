/**
 * The set document as plain data: pages of items at absolute places, the fields, the structure that a screen reader
 * will follow. pdf/ writes exactly this and decides nothing.
 *
 * Kept true: points, origin at the top left of the page, y grows downwards; a text's `y` is its base line; items stand
 * in the order of the Markdown, a page's foot last; an item without a node is no part of the document's text (an
 * artifact: rules, boxes, the foot).
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
  readonly fields: readonly PlacedField[];
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

export type Item = TextItem | RuleItem | CrossItem | ImageItem | LinkItem;

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
  /** White on black. */
  readonly reversed?: boolean;
  readonly accent?: boolean;
}

/** A filled rectangle: rules, lines to write on, frames, black squares. */
export interface RuleItem {
  readonly type: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly accent?: boolean;
}

/** The mark in a ticked box. */
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
  readonly lang?: string;
  /** What is said in place of a picture. */
  readonly alt?: string;
  /** Of a table's head cell. */
  readonly scope?: 'Column' | 'Row';
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

/** Where a field (or one box of it) is written on a page. */
export interface PlacedField {
  readonly field: Field;
  /** The option's id for a box; null for a place to write. */
  readonly option: string | null;
  /** From 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Distance of the writing lines in points; 0 for a field of one line. */
  readonly pitch: number;
  /** The same field again (the name in the foot). */
  readonly echo: boolean;
  readonly node: number | null;
}
