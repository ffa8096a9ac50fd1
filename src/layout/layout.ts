/**
 * Document -> Layout: blocks become boxes, boxes find their pages, marks find their places. Knows no kind of document
 * and has no words of its own: what is on the page stands in the Markdown.
 */
import type { Block, Document } from '../markdown/document.ts';
import type { Picture } from '../pictures/picture.ts';
import { type Checked, checked } from '../problems/checked.ts';
import { error, type Problem, warning } from '../problems/problem.ts';
import { lineSpan } from '../problems/source.ts';
import { builder } from './blocks/build.ts';
import { type Context, setLines, word } from './blocks/context.ts';
import { gap } from './blocks/gap.ts';
import { plainText } from './blocks/heading.ts';
import { besideLogo, logoOf, withLogo } from './blocks/logo.ts';
import { titleWithLead } from './blocks/title.ts';
import { type Box, type Child, leaf, moved, rightEdge, type Stack, stack } from './box.ts';
import { directedItems } from './directed.ts';
import { isRightToLeft } from './fallback/scripts.ts';
import { settled } from './fields.ts';
import { type Flowing, paginate } from './flow.ts';
import type { Fonts } from './fonts.ts';
import { footOf } from './foot.ts';
import { baseline } from './line-marks.ts';
import type { Lacking } from './missing.ts';
import type { Item, Layout, OutlineEntry, Page } from './page.ts';
import { type Canvas, paint } from './paint.ts';
import type { LogoPicture } from './picture.ts';
import { beyondOneSheet, spareRoom } from './sheet.ts';
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
  /** The theme's logo; none: null, or left out. */
  readonly logo?: LogoPicture | null;
  /** A picture by its path in the Markdown; null where a Problem was told of it. */
  picture(path: string): Picture | null;
}

/** The set document. Problems: `missing-glyph`, `too-tall`. */
export function layoutDocument(document: Document, options: LayoutOptions): Checked<Layout> {
  const guess = digitsOf(likelyPages(document.blocks));
  let done = set(document, options, '0'.repeat(guess));
  const digits = digitsOf(done.pages.length);
  if (digits !== guess && done.numbered) done = set(document, options, '0'.repeat(digits));
  const { problems, numbered: _, ...layout } = done;
  return checked(layout, problems);
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
function set(document: Document, options: LayoutOptions, page: string): Outcome {
  const { theme, paper, fonts } = options;
  const { front } = document;
  const context: Context = {
    source: document.source,
    theme,
    styles: stylesFor(theme),
    fonts,
    nodes: [{ role: 'Document', parent: null }],
    problems: [],
    live: paper.live,
    page,
    continued: front.continued ?? '',
    name: front.name ?? '',
    lang: front.lang,
    parts: options.parts,
    upright: [],
    lacking: options.lacking ?? { names: new Map(), tried: [] },
    logo: options.logo ?? null,
    picture: options.picture,
  };
  const width = paper.width - 2 * theme.margin;
  const flowing = flow(context, document.blocks, width);
  const placed = pagesOf(flowing, paper.live);
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
  const turned = isRightToLeft(front.lang);
  if (turned) context.problems.push(rightToLeftPage(document));
  const pages = settled(painted, { typed, bottom: paper.top + paper.live, nodes, continued }).map(
    (items): Page => ({
      ...{ width: paper.width, height: paper.height },
      items: order ? directedItems(items, fonts, order, turned) : items,
    }),
  );
  const beyond = theme.compact
    ? beyondOneSheet(document.source, document.blocks, pages.length, outline)
    : null;
  if (beyond) context.problems.push(beyond);
  return {
    accent: theme.accent ?? null,
    problems: context.problems,
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

/** Warning `right-to-left`: words and lines are in order, the page is not turned round. */
function rightToLeftPage({ source, front }: Document): Problem {
  const line = source.text.split('\n').findIndex((text) => text.startsWith('lang:')) + 1;
  const message = `"${front.lang}" is written from right to left, and the page is laid out from left to right`;
  const help =
    'words and lines are in their right order; columns, boxes and what stands at an edge are not turned';
  return warning('right-to-left', message, lineSpan(source, Math.max(1, line)), { help });
}

interface Sequel extends Flowing {
  /** It is set only if the document has no more pages for it. */
  readonly spare: boolean;
}

/** The pages: with the spare room where it takes none of its own, else without. */
function pagesOf(flowing: readonly Sequel[], height: number): ReturnType<typeof paginate> {
  const needed = flowing.filter((item) => !item.spare);
  const whole = paginate(flowing, height);
  if (needed.length === flowing.length) return whole;
  const without = paginate(needed, height);
  return whole.length > without.length ? without : whole;
}

function flow(context: Context, blocks: readonly Block[], width: number): readonly Sequel[] {
  const build = builder(context);
  const compact = context.theme.compact ?? false;
  const spare = compact ? spareRoom(blocks) : new Set<number>();
  const logo = logoOf(context);
  const result: Sequel[] = [];
  let page = false;
  let beside = -1;
  blocks.forEach((block, i) => {
    if (i === beside) return;
    if (block.type === 'page') {
      page = !compact && result.length > 0;
      return;
    }
    const headed = i === 0 && block.type === 'heading' && block.role === 'title';
    if (logo && i === 0 && !headed) result.push({ ...NOTHING, box: withLogo(context, leaf(0), logo, width) });
    const place = { width: logo && headed ? besideLogo(logo, width) : width, parent: 0, brief: compact };
    const stacked = context.upright.length;
    for (const c of build(blocks, place, i)) {
      const title =
        logo && headed
          ? withLogo(context, c.box, logo, width)
          : titleWithLead(context, blocks, i, c.box, width);
      if (title && !(logo && headed)) beside = i + 1;
      const again =
        block.type === 'keep' && c.box.kind === 'stack'
          ? withHead(context, block.blocks, c.box, width)
          : (title ?? c.box);
      const briefly =
        !compact && block.type === 'keep' && hasBrief(block.blocks)
          ? compactForm(context, () => build(blocks, { width, parent: 0, brief: true }, i))
          : null;
      // A kept block whose ruler stands upright has a page alone, and its writing room grows.
      const alone = !compact && block.type === 'keep' && context.upright.length > stacked;
      if (alone && result.at(-1)?.keepNext !== true) page = true;
      result.push({
        ...{ box: again, before: gap(blocks, i), keepNext: c.keepNext, page },
        ...{ compact: briefly, spare: spare.has(i), line: 'line' in block ? block.line : 1 },
      });
      page = alone;
    }
  });
  return result;
}

const NOTHING = { before: 0, keepNext: true, page: false, compact: null, spare: false, line: 1 };

/** The kept block with its brief words, made when it is asked for; its Problems are those of the full form. */
function compactForm(context: Context, make: () => readonly Child[]): () => Box {
  let made: Box | null = null;
  return () => {
    if (made) return made;
    const known = context.problems.length;
    made = make()[0]?.box ?? leaf(0);
    context.problems.length = known;
    return made;
  };
}

function hasBrief(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.type === 'paragraph') return block.brief !== null;
    return block.type === 'row' && block.stacks.some((inner) => hasBrief(inner));
  });
}

/** Where a kept block must be split after all, the next page begins with its name and "continued". */
function withHead(context: Context, blocks: readonly Block[], box: Stack, width: number): Box {
  const first = blocks[0];
  const heading = first?.type === 'row' ? first.stacks[0]?.[0] : first;
  if (heading?.type !== 'heading') return box;
  const text = `${heading.key === null ? '' : `${heading.key}  `}${plainText(heading.content)}`;
  const style = context.styles.step;
  const more = word(context, context.continued, context.styles.help, null);
  const run = { text, face: style.face, size: style.size, node: null };
  const name = setLines(context, [run], style, heading.line, { width: width - more.width - 6 });
  const marks = name.lines.flatMap((l, i) => l.map((m) => moved(m, 0, i * style.leading)));
  const after = { ...more, x: rightEdge(name.lines[0] ?? []) + 6, y: baseline(style) };
  return stack(box.children, { keep: true, again: leaf(name.height + 4, [...marks, after]) });
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
