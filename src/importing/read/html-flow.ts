/**
 * Headings, bold labels, paragraphs and lists as a tree, tables as grids. A heading holds what stands under it up to the
 * next of its depth; a bold label what follows up to the next label or heading.
 */
import type { Grid, Material, Place, Tree } from '../material.ts';
import { boldness } from './html-bold.ts';
import { captionOf, gridOf } from './html-grid.ts';
import { attribute, children, DEEPEST, type Element, isElement, type Node, within } from './html-nodes.ts';
import { isBlock, isSilent, withoutBox, wordsOf } from './html-words.ts';
import { isNavigation } from './navigation.ts';

export interface Flow {
  readonly tree: Tree;
  readonly grids: readonly Grid[];
  readonly lost: Material['lost'];
  /** The first heading's text. */
  readonly heading: string | null;
}

/** `web`: a page with a menu and the like, not a text that a person wrote as such. */
export function flowOf(
  nodes: readonly Node[],
  placeOf: (node: Node) => Place,
  start: Place,
  web: boolean,
): Flow {
  const reading = new FlowReading(placeOf, start, web);
  reading.all(nodes, 0);
  return reading.result();
}

interface Open extends Tree {
  label: string;
  text: string;
  readonly children: Open[];
}

function open(kind: Tree['kind'], label: string, place: Place, depth: number | null = null): Open {
  return { type: 'tree', kind, label, text: '', children: [], depth, place };
}

class FlowReading {
  private readonly root: Open;
  private readonly grids: Grid[] = [];
  private readonly lost: { what: string; place: Place }[] = [];
  /** Headings that are open, outermost first. */
  private headings: Open[] = [];
  private label: Open | null = null;
  /** Paragraphs since the last heading or table. */
  private before: string[] = [];
  private heading: string | null = null;
  /** The item in which things are read; null outside of lists. */
  private item: Open | null = null;

  constructor(
    private readonly placeOf: (node: Node) => Place,
    start: Place,
    private readonly web: boolean,
  ) {
    this.root = open('document', '', start);
  }

  result(): Flow {
    return { tree: this.root, grids: this.grids, lost: this.lost, heading: this.heading };
  }

  /** Nodes in order; those that stand in a line together are a paragraph. */
  all(nodes: readonly Node[], depth: number): void {
    let inline: Node[] = [];
    const flush = () => {
      if (inline.length > 0) this.paragraph(inline);
      inline = [];
    };
    for (const node of nodes) {
      if (isSilent(node)) continue;
      if (isElement(node) && (isBlock(node) || holdsBlocks(node))) {
        flush();
        this.block(node, depth + 1);
      } else if (isElement(node) || 'value' in node) inline.push(node);
      else if ('data' in node && !node.data.startsWith('rubricate source line '))
        this.lose(`a comment`, node);
    }
    flush();
  }

  private block(element: Element, depth: number): void {
    const { tagName } = element;
    if (depth > DEEPEST) this.lose('what is nested too deep to be read', element);
    else if (this.web && isNavigation(element)) this.lose('a list of links to other pages', element);
    else if (/^h[1-6]$/.test(tagName)) this.openHeading(element, Number(tagName[1]));
    else if (tagName === 'p' || tagName === 'summary' || tagName === 'dt')
      this.paragraph(element.childNodes, element, tagName !== 'p');
    else if (tagName === 'ul' || tagName === 'ol') this.list(element, depth);
    else if (tagName === 'table') this.table(element);
    else if (tagName === 'details' && this.item === null) this.fold(element, depth);
    else if (tagName === 'pre') this.lose('a block of code', element);
    else if (tagName === 'hr') this.label = null;
    else this.all(element.childNodes, depth);
  }

  private openHeading(element: Element, depth: number): void {
    const { text } = this.words(element.childNodes, element);
    if (text === '') return;
    this.heading ??= text;
    const parents = this.headings.filter((one) => (one.depth ?? 0) < depth);
    const node = open('heading', text, this.placeOf(element), depth);
    (parents.at(-1) ?? this.root).children.push(node);
    this.headings = [...parents, node];
    this.label = null;
    this.before = [];
  }

  /** A fold is a heading over what it hides. */
  private fold(element: Element, depth: number): void {
    const outer = this.headings;
    const summary = children(element).find(({ tagName }) => tagName === 'summary');
    if (summary) this.openHeading(summary, (outer.at(-1)?.depth ?? 0) + 1);
    this.all(
      element.childNodes.filter((node) => node !== summary),
      depth,
    );
    this.headings = outer;
    this.label = null;
  }

  private paragraph(nodes: readonly Node[], at: Node | undefined = saying(nodes), isLabel = false): void {
    if (at === undefined) return;
    const { text, bold } = this.words(nodes, at);
    if (text === '') return;
    if (!/[\p{L}\p{N}]/u.test(text)) {
      this.lose(`the sign "${text}"`, at);
      return;
    }
    this.before.push(text);
    const parts = isLabel || bold ? { label: text, rest: '' } : labelled(nodes, text);
    if (parts) {
      const node = open('bold', parts.label, this.placeOf(at));
      node.text = parts.rest;
      (this.item ?? this.headings.at(-1) ?? this.root).children.push(node);
      this.label = node;
    } else {
      const target = this.target();
      target.text = target.text === '' ? text : `${target.text}\n\n${text}`;
    }
  }

  private target(): Open {
    return this.label ?? this.item ?? this.headings.at(-1) ?? this.root;
  }

  private list(element: Element, depth: number): void {
    const parent = this.target();
    const [outerItem, outerLabel] = [this.item, this.label];
    for (const child of element.childNodes) {
      if (!isElement(child)) continue;
      const item = open('item', '', this.placeOf(child));
      parent.children.push(item);
      this.item = item;
      this.label = null;
      if (child.tagName === 'li') this.inItem(child, item, depth);
      else this.block(child, depth + 1);
    }
    this.item = outerItem;
    this.label = outerLabel;
  }

  /** Its first words are its label, the rest its text and children. */
  private inItem(element: Element, item: Open, depth: number): void {
    const nodes = unfolded(element.childNodes.filter((node) => !('value' in node) || /\S/.test(node.value)));
    const [first] = nodes;
    const wrapped = isElement(first) && /^(?:p|summary)$/.test(first.tagName);
    const end = nodes.findIndex((node) => isElement(node) && (isBlock(node) || holdsBlocks(node)));
    const head = wrapped ? first.childNodes : nodes.slice(0, end < 0 ? nodes.length : end);
    item.label = withoutBox(this.words(head, element).text);
    this.all(wrapped ? nodes.slice(1) : end < 0 ? [] : nodes.slice(end), depth + 1);
  }

  private table(element: Element): void {
    const caption = captionOf(element);
    const label = this.item?.label || this.label?.label;
    const under = [...this.headings.map((one) => one.label), label, caption].filter((one) => one);
    const grid = gridOf(element, {
      under: under.filter((one) => one !== undefined),
      before: this.before,
      placeOf: this.placeOf,
      link: (address, node) => this.loseLink(address, node),
    });
    if ([...grid.rows()].some((row) => row.length > 0)) this.grids.push(grid);
    if (within(element, /^table$/).length > 0) this.lose('a table within a table, beyond its words', element);
    this.before = [];
  }

  private words(nodes: readonly Node[], at: Node) {
    const words = wordsOf(nodes);
    for (const link of words.links) this.loseLink(link, at);
    for (const image of words.images) this.lose(`the picture "${image}"`, at);
    return words;
  }

  private loseLink(address: string, at: Node): void {
    if (!address.startsWith('#')) this.lose(`the address of a link: ${address}`, at);
  }

  private lose(what: string, at: Node): void {
    this.lost.push({ what, place: this.placeOf(at) });
  }
}

/** An item that is to be unfolded holds what its fold does. */
function unfolded(nodes: readonly Node[]): readonly Node[] {
  const [first, ...others] = nodes;
  if (!isElement(first) || first.tagName !== 'details') return nodes;
  return [...first.childNodes.filter((node) => !('value' in node) || /\S/.test(node.value)), ...others];
}

/** A paragraph that begins with bold words that name what follows: a colon or a line end parts them. */
function labelled(nodes: readonly Node[], text: string): { label: string; rest: string } | null {
  let end = 0;
  let bold = false;
  for (const [i, node] of nodes.entries()) {
    if (isElement(node) && boldness(node)) {
      bold = true;
      end = i + 1;
    } else if (!('value' in node && node.value.trim() === '' && !node.value.includes('\n'))) break;
  }
  if (!bold) return null;
  const label = wordsOf(nodes.slice(0, end)).text;
  const next = nodes[end];
  const rest = text.slice(label.length);
  const parted =
    /[:：]$/.test(label) ||
    /^\s*[:：–—]/.test(rest) ||
    (next !== undefined && (('value' in next && /^[ \t]*\n/.test(next.value)) || isBreak(next)));
  return parted && text.startsWith(label) ? { label, rest: rest.replace(/^\s*[:：–—]?\s*/, '') } : null;
}

function isBreak(node: Node): boolean {
  return isElement(node) && node.tagName === 'br';
}

/** An element of no line of its own (`center`, `main`, `span`) with some in it that have. */
function holdsBlocks(element: Element): boolean {
  const tag = /^(?:p|div|ul|ol|dl|table|h[1-6]|pre|blockquote|section|article|details)$/;
  return within(element, tag).length > 0 || attribute(element, 'role') === 'table';
}

/** The first that is more than white. */
function saying(nodes: readonly Node[]): Node | undefined {
  return nodes.find((node) => !('value' in node) || node.value.trim() !== '');
}
