/**
 * What stands in elements, as plain words: paragraphs parted by an empty line, list items a line each. A line end in the
 * source is a space (hard wraps); blanks within a line stay as they are.
 */
import { boldness } from './html-bold.ts';
import { attribute, DEEPEST, type Element, isElement, type Node } from './html-nodes.ts';

export interface Words {
  readonly text: string;
  /** The items of its lists, where lists are all it has, or what follows its first words. */
  readonly items: readonly string[];
  /** Every letter is bold. */
  readonly bold: boolean;
  /** Names of files that images show, without folders and endings. */
  readonly images: readonly string[];
  /** Addresses of links, in order. */
  readonly links: readonly string[];
}

const BLOCK =
  /^(?:p|div|ul|ol|dl|dt|dd|li|h[1-6]|table|tr|blockquote|pre|section|article|details|summary|figure|hr)$/;
const BULLET = /^(?:[-–—•*·▪●○◦✓✔➢]|\d{1,2}[.)])\s+/u;

/** True of elements that stand on lines of their own. */
export function isBlock(node: Node): boolean {
  return isElement(node) && BLOCK.test(node.tagName);
}

/** Elements that say nothing to a reader. */
export function isSilent(node: Node): boolean {
  return (
    isElement(node) &&
    /^(?:script|style|template|noscript|svg|button|select|input|head|iframe)$/.test(node.tagName)
  );
}

export function wordsOf(nodes: readonly Node[]): Words {
  const gathering = new Gathering();
  for (const node of nodes) gathering.add(node, { bold: false, pre: false, depth: 0 });
  return gathering.words();
}

interface State {
  readonly bold: boolean;
  readonly pre: boolean;
  readonly depth: number;
}

class Gathering {
  private readonly paragraphs: string[] = [];
  private readonly items: string[] = [];
  private readonly images: string[] = [];
  private readonly links: string[] = [];
  private current = '';
  private thin = false;
  private any = false;

  add(node: Node, state: State): void {
    if (isSilent(node) || state.depth > DEEPEST) return;
    if ('value' in node) this.letters(node.value, state);
    if (!isElement(node)) return;
    const inner = { ...state, depth: state.depth + 1 };
    const { tagName } = node;
    const link = tagName === 'a' ? attribute(node, 'href') : null;
    if (link) this.links.push(link);
    if (tagName === 'br') this.end();
    if (tagName === 'img') this.image(node, state);
    if (tagName === 'ul' || tagName === 'ol') {
      this.list(node, inner);
      return;
    }
    const block = isBlock(node);
    if (block) this.end();
    const bold = boldness(node) ?? state.bold;
    const pre = state.pre || node.tagName === 'pre';
    for (const child of node.childNodes) this.add(child, { ...inner, bold, pre });
    if (block) this.end();
  }

  words(): Words {
    this.end();
    const { paragraphs, images, links } = this;
    const bullets =
      paragraphs.length > 1 && this.items.length === 0 && paragraphs.every((one) => BULLET.test(one));
    const items = bullets ? paragraphs.map((one) => one.replace(BULLET, '')) : this.items;
    return { text: paragraphs.join('\n\n'), items, bold: this.any && !this.thin, images, links };
  }

  private letters(value: string, { bold, pre }: State): void {
    const text = pre ? value : unwrapped(value);
    if (/\S/.test(text) && bold) this.any = true;
    else if (/\S/.test(text)) this.thin = true;
    this.current += text;
  }

  private image(node: Element, state: State): void {
    this.current += (attribute(node, 'alt') ?? '').replace(/\s+/g, ' ');
    this.thin ||= !state.bold;
    const file = fileName(attribute(node, 'src') ?? '');
    if (file !== '') this.images.push(file);
  }

  /** Each item with what is nested in it, as one text. */
  private list(node: Element, state: State): void {
    this.end();
    const found: string[] = [];
    for (const item of node.childNodes) {
      const inner = new Gathering();
      if (isElement(item) && item.tagName === 'li')
        for (const child of item.childNodes) inner.add(child, state);
      else inner.add(item, state);
      const words = inner.words();
      this.images.push(...words.images);
      this.links.push(...words.links);
      const text = withoutBox(words.text);
      if (text !== '') found.push(text);
      this.thin ||= words.text !== '' && !words.bold;
      this.any ||= words.bold;
    }
    this.items.push(...found);
    if (found.length > 0) this.paragraphs.push(found.join('\n'));
  }

  private end(): void {
    const text = this.current.trim();
    this.current = '';
    if (text !== '') this.paragraphs.push(text);
  }
}

/** A line end, with the white around it, is a space. */
function unwrapped(value: string): string {
  const lines = value.split('\n');
  const last = lines.length - 1;
  if (last === 0) return value;
  const inner = lines.slice(1, last).map((line) => line.trim());
  const parts = [
    lines[0]?.trimEnd() ?? '',
    ...inner.filter((line) => line !== ''),
    lines[last]?.trimStart() ?? '',
  ];
  return parts.join(' ');
}

/** "[ ] Knows" is an item with a box to tick. */
export function withoutBox(item: string): string {
  return item.replace(/^\[[ xX]\]\s+/, '');
}

/** "./assets/basic.png?raw=1" is "basic". */
function fileName(address: string): string {
  const path =
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  const bare = path.replace(/\.[^.]+$/, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
