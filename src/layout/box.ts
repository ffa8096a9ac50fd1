/**
 * Boxes: what a block is once its width is known, and before its place is. Pure data with the three things that can be
 * done to it: stretch (what is left of a page goes to the writing lines), split (at a page's end), paint (place on a page).
 *
 * Kept true: a box's height is known when it is made; stretching never makes it higher than asked; splitting loses
 * nothing: the parts hold all marks, in order. Points; a mark's place is relative to the top left of its box.
 */
import type { Field, LineField, NotesField, Box as Tick } from '../markdown/document.ts';
import type { CrossItem, ImageItem, LinkItem, RuleItem, TextItem } from './page.ts';

/** A text that may wait for a number: the page of this heading, known after the pages are made. */
export type TextMark = TextItem & {
  readonly pageOf?: string | undefined;
  /** It is what was written in this field, up to `end` of its value. */
  readonly written?: Written | undefined;
};

/** A text's mark; all have the same keys in the same order, so that reading thousands of them is quick. */
export function textMark(
  {
    x,
    y,
    face,
    size,
    text,
    width,
    node,
  }: Pick<TextItem, 'x' | 'y' | 'face' | 'size' | 'text' | 'width' | 'node'>,
  more: Pick<TextMark, 'rightToLeft' | 'pageOf' | 'written'> = {},
): TextMark {
  const { rightToLeft, pageOf, written } = more;
  return {
    type: 'text',
    x,
    y,
    face,
    size,
    text,
    width,
    node,
    rightToLeft,
    reversed: undefined,
    accent: undefined,
    pageOf,
    written,
  };
}

/** A text on its page, its box at this place. */
export function textAt(mark: TextMark, x: number, y: number): TextItem {
  const { type, face, size, text, width, node, rightToLeft, reversed, accent } = mark;
  return { type, x: x + mark.x, y: y + mark.y, face, size, text, width, node, rightToLeft, reversed, accent };
}

export interface Written {
  readonly field: LineField | NotesField;
  readonly end: number;
}

/** A field's place. */
export interface FieldMark {
  readonly type: 'field';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly field: Field;
  /** The box, where it is one. */
  readonly box: Tick | null;
  readonly node: number | null;
}

/** A place to write. */
export function fieldMark(
  field: Field,
  node: number | null,
  place: Pick<FieldMark, 'x' | 'y' | 'width' | 'height'>,
): FieldMark {
  const { x, y, width, height } = place;
  return { type: 'field', x, y, width, height, field, box: null, node };
}

/** Where a heading is, for bookmarks and links. */
export interface HeadingMark {
  readonly type: 'heading';
  readonly y: number;
  readonly anchor: string;
  readonly text: string;
  readonly level: number;
}

export type Mark = TextMark | RuleItem | CrossItem | ImageItem | LinkItem | FieldMark | HeadingMark;

/** A box that says again what was said: it is no part of the document's text. */
export function unheard<B extends Box>(box: B): B;
export function unheard(box: Box): Box {
  switch (box.kind) {
    case 'leaf':
      return { ...box, marks: box.marks.flatMap(silent) };
    case 'text':
      return { ...box, lines: box.lines.map((line) => line.flatMap(silent)) };
    case 'lines':
      return box;
    case 'stack':
      return { ...box, children: box.children.map((c) => ({ ...c, box: unheard(c.box) })) };
    case 'columns':
      return { ...box, columns: box.columns.map((c) => ({ ...c, box: unheard(c.box) })) };
  }
}

function silent(mark: Mark): readonly Mark[] {
  if (mark.type === 'link' || mark.type === 'heading') return [];
  return [mark.type === 'text' ? { ...mark, node: null } : mark];
}

/** The right edge of what is drawn, from the left of the box. */
export function rightEdge(marks: readonly Mark[]): number {
  let edge = 0;
  for (const mark of marks) if ('width' in mark) edge = Math.max(edge, mark.x + mark.width);
  return edge;
}

/** How far what a box draws reaches, from its left. */
export function reach(box: Box): number {
  switch (box.kind) {
    case 'leaf':
      return rightEdge(box.marks);
    case 'text':
      return Math.max(0, ...box.lines.map(rightEdge));
    case 'stack':
      return Math.max(0, ...box.children.map((c) => c.x + reach(c.box)));
    case 'columns':
      return Math.max(0, ...box.columns.map((c) => c.x + reach(c.box)));
    case 'lines':
      return box.width;
  }
}

/** A mark at another place. */
export function moved(mark: Mark, dx: number, dy: number): Mark {
  if (mark.type === 'heading') return { ...mark, y: mark.y + dy };
  return { ...mark, x: mark.x + dx, y: mark.y + dy };
}

export type Box = Leaf | TextBox | Lines | Stack | Columns;

/** Marks that stand together. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Lines of text, each with its marks relative to the line's top. */
export interface TextBox {
  readonly kind: 'text';
  readonly height: number;
  readonly leading: number;
  readonly lines: readonly (readonly Mark[])[];
}

/** Room to write, the only elastic thing: `count` lines, `pitch` apart. `heads` stay with it where it is split. */
export interface Lines {
  readonly kind: 'lines';
  readonly height: number;
  readonly width: number;
  readonly count: number;
  readonly pitch: number;
  readonly grow: boolean;
  /** Lines are drawn (a table's cell may have none). */
  readonly ruled: boolean;
  readonly field: Field;
  readonly node: number | null;
}

export interface Child {
  readonly box: Box;
  readonly x: number;
  /** White over it; none at the top of a page. */
  readonly before: number;
  /** It stays with what follows. */
  readonly keepNext: boolean;
}

/** One below the other. */
export interface Stack {
  readonly kind: 'stack';
  readonly height: number;
  readonly children: readonly Child[];
  /** Not split unless taller than a page. */
  readonly keep: boolean;
  /** Said again at the top of the next page where it is split (a table's head, a skill's name). */
  readonly again: Box | null;
  readonly elastic: boolean;
}

/** Side by side, as high as the highest. */
export interface Columns {
  readonly kind: 'columns';
  readonly height: number;
  readonly columns: readonly { readonly x: number; readonly box: Box }[];
  /** Vertical rules, as high as the box less what is white over and under it. */
  readonly rules: readonly { readonly x: number; readonly width: number; readonly full: boolean }[];
  readonly above: number;
  readonly below: number;
  /** Columns shorter than the box stand in its middle. */
  readonly middle: boolean;
  readonly elastic: boolean;
}

/** Marks in a box of this height. */
export function leaf(height: number, marks: readonly Mark[] = []): Leaf {
  return { kind: 'leaf', height, marks };
}

export function textBox(lines: readonly (readonly Mark[])[], leading: number): TextBox {
  return { kind: 'text', height: lines.length * leading, leading, lines };
}

/** Room to write: as high as its lines. */
export function lines(options: Omit<Lines, 'kind' | 'height'>): Lines {
  const { width, count, pitch, grow, ruled, field, node } = options;
  return { kind: 'lines', height: count * pitch, width, count, pitch, grow, ruled, field, node };
}

/** A box in a stack; `before`: the white over it, but at a page's top. */
export function child(box: Box, before = 0, options: { x?: number; keepNext?: boolean } = {}): Child {
  return { box, before, x: options.x ?? 0, keepNext: options.keepNext ?? false };
}

/** The height of boxes one below the other. */
export function heightOf(children: readonly Child[]): number {
  let height = 0;
  let first = true;
  for (const c of children) {
    height += (first ? 0 : c.before) + c.box.height;
    first = false;
  }
  return height;
}

/** Boxes one below the other; `height`: at least. */
export function stack(
  children: readonly Child[],
  options: { keep?: boolean; again?: Box | null; height?: number } = {},
): Stack {
  const height = Math.max(heightOf(children), options.height ?? 0);
  const grows = children.some((c) => elastic(c.box));
  const { keep = false, again = null } = options;
  return { kind: 'stack', height, children, keep, again, elastic: grows };
}

/** Boxes side by side; `above` and `below`: white inside, `height`: at least. */
export function columns(options: {
  readonly columns: Columns['columns'];
  readonly rules?: Columns['rules'];
  readonly above?: number;
  readonly below?: number;
  readonly middle?: boolean;
  readonly height?: number;
}): Columns {
  const { above = 0, below = 0, rules = [], middle = false } = options;
  const inner = options.columns.reduce((most, c) => Math.max(most, c.box.height), 0);
  const height = Math.max(inner + above + below, options.height ?? 0);
  const grows = options.columns.some((c) => elastic(c.box));
  return { kind: 'columns', height, columns: options.columns, rules, above, below, middle, elastic: grows };
}

/** True if what is left of a page may go to it. */
export function elastic(box: Box): boolean {
  switch (box.kind) {
    case 'lines':
      return box.grow;
    case 'stack':
    case 'columns':
      return box.elastic;
    default:
      return false;
  }
}

/** The box with its writing room grown, in whole lines, to at most `height`. */
export function stretch(box: Box, height: number): Box {
  switch (box.kind) {
    case 'lines': {
      if (!box.grow) return box;
      const count = Math.max(box.count, Math.floor((height + 0.01) / box.pitch));
      return { ...box, count, height: count * box.pitch };
    }
    case 'columns': {
      if (!box.elastic) return box;
      const room = Math.max(height, box.height) - box.above - box.below;
      const grown = box.columns.map((c) => ({ x: c.x, box: stretch(c.box, room) }));
      return { ...box, columns: grown, height: Math.max(height, box.height) };
    }
    case 'stack': {
      if (!box.elastic) return box;
      const children = shareOut(box.children, height - heightOf(box.children));
      return { ...box, children, height: Math.max(heightOf(children), height) };
    }
    default:
      return box;
  }
}

/** `rest` shared evenly among the elastic children. */
function shareOut(children: readonly Child[], rest: number): readonly Child[] {
  const growing = children.filter((c) => elastic(c.box)).length;
  if (growing === 0 || rest <= 0) return children;
  let left = rest;
  let waiting = growing;
  return children.map((c) => {
    if (!elastic(c.box)) return c;
    const grown = stretch(c.box, c.box.height + left / waiting);
    left -= Math.max(0, grown.height - c.box.height);
    waiting--;
    return { ...c, box: grown };
  });
}
