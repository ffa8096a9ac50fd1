/**
 * Document -> Layout: blocks become boxes, boxes find their pages, marks find their places. Knows no kind of document
 * and has no words of its own: what is on the page stands in the Markdown.
 */
import type { Block, Document } from '../markdown/document.ts';
import type { Picture } from '../pictures/picture.ts';
import { type Checked, checked } from '../problems/checked.ts';
import { error, type Problem, warning } from '../problems/problem.ts';
import { lineSpan, type Span, spanAt } from '../problems/source.ts';
import type { Context } from './blocks/context.ts';
import { directedItems } from './directed.ts';
import { isRightToLeft } from './fallback/scripts.ts';
import { settled } from './fields.ts';
import type { Fonts } from './fonts.ts';
import { footHeight, footOf } from './foot.ts';
import { measuresFor } from './measures.ts';
import { hasKana, type Lacking, missingGlyphs } from './missing.ts';
import { type Item, type Layout, type OutlineEntry, type Page, structureNode } from './page.ts';
import { type Canvas, paint } from './paint.ts';
import type { LogoPicture } from './picture.ts';
import { pagesOf, sequence } from './sequence.ts';
import { beyondOneSheet, denser, forOneSheet, paperFor, SIDES } from './sheet.ts';
import { stylesFor } from './styles.ts';
import type { Paper, Theme } from './theme.ts';

export interface LayoutOptions {
  readonly theme: Theme;
  readonly paper: Paper;
  readonly fonts: Fonts;
  /** The parts of a German word (hyphens.ts), for a document with German in it. */
  readonly parts?: ((word: string) => readonly string[]) | undefined;
  /** What is known of characters that no font has; left out: nothing. */
  readonly lacking?: Lacking;
  /** Where a character of the document is written, if that is not in its Markdown; left out: it is. */
  readonly written?: ((character: string) => Span | null) | undefined;
  /** The theme's logo; none: null, or left out. */
  readonly logo?: LogoPicture | null;
  /** A picture by its path in the Markdown; null where a Problem was told of it. */
  picture(path: string): Picture | null;
}

/** The set document. Problems: `missing-glyph`, `too-tall`; `more-than-two-sides` is a warning. */
export function layoutDocument(document: Document, options: LayoutOptions): Checked<Layout> {
  const { problems, numbered: _, ...layout } = onOneSheet(document, options) ?? numbered(document, options);
  return checked(layout, problems);
}

/** What a compact theme is to bring on one sheet: denser where that does it, else as drawn. Null where that is not asked. */
function onOneSheet(document: Document, options: LayoutOptions): Outcome | null {
  if (!options.theme.compact || !forOneSheet(document.blocks)) return null;
  const drawn = numbered(document, options);
  if (drawn.pages.length <= SIDES) return drawn;
  const dense = numbered({ ...document, blocks: denser(document.blocks) }, options, true);
  if (dense.pages.length <= SIDES) return dense;
  const beyond = beyondOneSheet(document.source, drawn.pages.length, drawn.outline);
  return { ...drawn, problems: [...drawn.problems, beyond] };
}

/** The document with page numbers in links as wide as they are. */
function numbered(document: Document, options: LayoutOptions, dense = false): Outcome {
  const guess = digitsOf(likelyPages(document.blocks));
  const done = set(document, options, dense, '0'.repeat(guess));
  const digits = digitsOf(done.pages.length);
  return digits !== guess && done.numbered ? set(document, options, dense, '0'.repeat(digits)) : done;
}

function digitsOf(pages: number): number {
  return String(Math.max(1, pages)).length;
}

/** About how many pages a document will have, from its page breaks and kept blocks, of which two make a page. */
function likelyPages(blocks: readonly Block[]): number {
  const count = (type: Block['type']): number => blocks.filter((block) => block.type === type).length;
  return 1 + count('page') + Math.max(0, Math.ceil(count('keep') / 2) - 1);
}

interface Outcome extends Layout {
  readonly problems: readonly Problem[];
  /** Links in it show page numbers, so their width counts. */
  readonly numbered: boolean;
}

/** The document with page numbers in links as wide as `page`. */
function set(document: Document, options: LayoutOptions, dense: boolean, page: string): Outcome {
  const { theme, fonts } = options;
  const { front } = document;
  const width = options.paper.width - 2 * theme.margin;
  const base: Context = {
    source: document.source,
    theme,
    styles: stylesFor(theme),
    ...measuresFor(theme, dense),
    fonts,
    nodes: [structureNode('Document', null)],
    problems: [],
    live: options.paper.live,
    page,
    continued: front.continued ?? '',
    name: front.name ?? '',
    lang: front.lang,
    rightToLeft: isRightToLeft(front.lang),
    parts: options.parts,
    upright: [],
    missing: new Map(),
    logo: options.logo ?? null,
    picture: options.picture,
  };
  const paper = paperFor(options.paper, theme.compact ?? false, footHeight(base, front.foot, width));
  const context: Context = { ...base, live: paper.live };
  const placed = pagesOf(sequence(context, document.blocks, width), paper.live, theme.compact ?? false);
  const outline: OutlineEntry[] = [];
  const { typed } = context.styles;
  const canvases = (placed.length === 0 ? [[]] : placed).map((boxes, page) => {
    const canvas: Canvas = { page, typed, items: [], written: [], outline, waiting: [] };
    for (const { box, y, line } of boxes) {
      if (y + box.height > paper.live + 1) tooTall(context, line);
      paint(canvas, box, theme.margin, paper.top + y);
    }
    return canvas;
  });
  const pageOf = new Map(outline.map((entry) => [entry.anchor, entry.page]));
  const painted = canvases.map((canvas) => {
    numberPages(canvas, pageOf, fonts);
    const known = context.problems.length;
    const foot = footOf(context, front.foot, paper, theme, canvas.page, canvases.length);
    // The foot is the same on every page: what is wrong in it is told once.
    if (canvas.page > 0) context.problems.length = known;
    return { items: [...canvas.items, ...foot], written: canvas.written };
  });
  const { nodes, continued } = context;
  const { order } = fonts.regular;
  const turned = context.rightToLeft;
  if (turned) context.problems.push(rightToLeftPage(document));
  const pages = settled(painted, { typed, bottom: paper.top + paper.live, nodes, continued }).map(
    (items): Page => ({
      ...{ width: paper.width, height: paper.height },
      items: order ? directedItems(items, fonts, order, turned) : items,
    }),
  );
  return {
    accent: theme.accent ?? null,
    problems: [...context.problems, ...lettersMissing(context, options)],
    numbered: canvases.some((canvas) => canvas.waiting.length > 0),
    title: front.title ?? front.name ?? '',
    name: front.name ?? '',
    lang: front.lang,
    date: front.date,
    pages,
    nodes,
    outline,
  };
}

/** Problems `missing-glyph` of what was set. */
function lettersMissing({ missing, source, lang }: Context, options: LayoutOptions): readonly Problem[] {
  if (missing.size === 0) return [];
  const { theme, lacking = { names: new Map(), tried: [] }, written } = options;
  const all = [...missing].map(([character, line]) => {
    const at = source.text.indexOf(character);
    // It may be written by its name or number: &#12354;
    const here = at < 0 ? lineSpan(source, line) : spanAt(source, at, at + character.length);
    return { character, span: written?.(character) ?? here };
  });
  return missingGlyphs({ theme, lang, japanese: hasKana(source.text), lacking }, all);
}

/** Warning `right-to-left`: words and lines are in order, the page is not turned round. */
function rightToLeftPage({ source, front }: Document): Problem {
  const line = source.text.split('\n').findIndex((text) => text.startsWith('lang:')) + 1;
  const message = `"${front.lang}" is written from right to left, and the page is laid out from left to right`;
  const help =
    'words and lines are in their right order; columns, boxes and what stands at an edge are not turned';
  return warning('right-to-left', message, lineSpan(source, Math.max(1, line)), { help });
}

/** The page numbers of links, once they are known. */
function numberPages(canvas: Canvas, pageOf: ReadonlyMap<string, number>, fonts: Fonts): void {
  for (const { index, anchor } of canvas.waiting) {
    const item: Item | undefined = canvas.items[index];
    if (item?.type !== 'text') continue;
    const number = `${(pageOf.get(anchor) ?? 0) + 1}`;
    const text = item.text.endsWith(' ') ? `${number} ` : number;
    canvas.items[index] = { ...item, text, width: fonts[item.face].width(number, item.size) };
  }
}

function tooTall(context: Context, line: number): void {
  context.problems.push(
    error('too-tall', 'This does not fit on a page and cannot be parted', lineSpan(context.source, line), {
      help: 'make it shorter, or part it in two',
    }),
  );
}
