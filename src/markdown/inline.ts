/** Inline Markdown into the document's inline content, without fields. */

import type { Inline } from './document.ts';
import { inlineTokens, type Token } from './markdown-it.ts';
import { readMark } from './marks.ts';
import { fail, meet, type Reading, warn } from './reading.ts';

const PLAIN = /^[^*_`[\]<>\\&!\n]*$/;
/** Emphasis in emphasis deeper than this changes nothing that is seen: its words stand in what is round it. */
const DEEPEST = 20;
const BREAK = /^<br\s*\/?>$/i;

/** Where a text stands, for what differs by place. */
export interface Place {
  readonly line: number;
  /** In a cell of a table the emphasis after a break is a help. */
  readonly cell: boolean;
  /** What the fields in it belong to: said before their own words, where a mark has no label. */
  readonly within?: string;
}

/**
 * Inline Markdown that has no field in it. Problems: `misplaced-mark` (a mark among words), `picture-in-text`, `html-tag`
 * (warning). Links to headings here are kept in `reading`, to be held against the headings at the end.
 */
export function readInline(reading: Reading, content: string, place: Place): readonly Inline[] {
  if (content === '') return [];
  if (PLAIN.test(content)) return [{ type: 'text', text: content }];
  if (!ALONE.test(content)) return readTokens(reading, inlineTokens(reading, content), place);
  const known = place.cell ? cells : texts;
  const before = known.get(content);
  if (before) return before;
  const read = readTokens(reading, inlineTokens(reading, content), place);
  if (known.size >= MOST) known.clear();
  known.set(content, read);
  return read;
}

/** Without links, pictures and HTML a text means the same in every file; texts that were read before, in cells and elsewhere. */
const ALONE = /^[^[\]<!]*$/;
const MOST = 10_000;
const cells = new Map<string, readonly Inline[]>();
const texts = new Map<string, readonly Inline[]>();

/** A text parted at its label's colon, which is the first that the source writes: `&#58;` is data's. `colon`: there is one. */
export interface Labelled {
  readonly label: readonly Inline[];
  readonly colon: boolean;
  readonly rest: readonly Inline[];
}

/**
 * Inline Markdown without a field, parted at its first colon among the words, or at one that ends the strong or emphasis
 * that it stands in; no colon in code or a link's words parts anything. Problems: those of readInline.
 */
export function readLabel(reading: Reading, content: string, place: Place): Labelled {
  if (!content.includes(':')) return { label: readInline(reading, content, place), colon: false, rest: [] };
  const tokens = inlineTokens(reading, content);
  const read = (from: number, to?: number): Inline[] => {
    const line = place.line + tokens.slice(0, from).filter(({ type }) => type.endsWith('break')).length;
    return readTokens(reading, tokens.slice(from, to), { ...place, line });
  };
  const first = tokens.findIndex((token) => token.content.includes(':') && token.type !== 'text_special');
  const token = tokens[first];
  if (token?.type === 'text' && token.level === 0) {
    const colon = token.content.indexOf(':');
    const after = token.content.slice(colon + 1);
    token.content = token.content.slice(0, colon).trimEnd();
    const label = read(0, first + 1);
    token.content = after;
    return { label, colon: true, rest: trimmedStart(read(first)) };
  }
  const close = tokens.findIndex(({ level }, i) => i > first && level === 0);
  const last = tokens[close - 1];
  if (token?.type === 'text' && last?.type === 'text' && /:\s*$/.test(last.content)) {
    const rest = trimmedStart(read(close + 1));
    return { label: withoutColon(read(0, close + 1)), colon: true, rest };
  }
  return { label: read(0), colon: false, rest: [] };
}

function trimmedStart(content: readonly Inline[]): readonly Inline[] {
  const [first, ...others] = content;
  if (first?.type !== 'text') return content;
  const text = first.text.trimStart();
  return text === '' ? others : [{ ...first, text }, ...others];
}

/** The picture that a paragraph is, and nothing else; null where it is none. */
export function readPicture(reading: Reading, content: string): { src: string; alt: string } | null {
  if (!content.startsWith('![')) return null;
  const tokens = inlineTokens(reading, content);
  const [only] = tokens;
  if (tokens.length !== 1 || only?.type !== 'image') return null;
  return { src: decoded(String(only.attrGet('src') ?? '')), alt: only.content };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readTokens(reading: Reading, tokens: readonly Token[], place: Place): Inline[] {
  const root: Inline[] = [];
  const open: { into: Inline[]; href: string }[] = [];
  let into = root;
  let line = place.line;
  const text = (value: string): void => {
    const last = into.at(-1);
    if (value === '') return;
    if (last?.type === 'text') into[into.length - 1] = { type: 'text', text: last.text + value };
    else into.push({ type: 'text', text: value });
  };
  for (const token of tokens) {
    switch (token.type) {
      case 'code_inline':
        into.push({ type: 'code', text: token.content });
        break;
      case 'softbreak':
        line++;
        text(' ');
        break;
      case 'hardbreak':
        line++;
        into.push({ type: 'break' });
        break;
      case 'strong_open':
      case 'em_open':
      case 's_open':
      case 'link_open':
        open.push({ into, href: String(token.attrGet('href') ?? '') });
        if (token.type === 'link_open' || (token.type !== 's_open' && open.length <= DEEPEST)) into = [];
        break;
      case 'strong_close':
      case 'em_close':
      case 's_close':
      case 'link_close': {
        const from = open.pop();
        if (!from || from.into === into) break;
        const children = into;
        into = from.into;
        if (token.type === 'link_close') into.push(link(reading, from.href, children, line));
        else if (token.type === 'strong_close') into.push({ type: 'strong', children });
        else if (place.cell && into.at(-1)?.type === 'break') into.push({ type: 'help', children });
        else into.push({ type: 'emphasis', children });
        break;
      }
      case 'html_inline':
        if (BREAK.test(token.content)) into.push({ type: 'break' });
        else if (token.content.startsWith('<!--')) strayMark(reading, token.content, line);
        else {
          const help = 'HTML but <br> is not set; the words in it are';
          warn(reading, 'html-tag', `The tag ${token.content} is not set`, line, help);
        }
        break;
      case 'image': {
        const help = 'put it in a paragraph of its own';
        fail(reading, 'picture-in-text', 'A picture stands among words', line, help);
        text(token.content);
        break;
      }
      default:
        text(token.content);
    }
  }
  return root;
}

function link(reading: Reading, href: string, children: Inline[], line: number): Inline {
  if (!href.startsWith('#')) return { type: 'link', href, children };
  const anchor = decoded(href.slice(1));
  reading.links.push({ anchor, line });
  return { type: 'page-link', anchor, children };
}

function strayMark(reading: Reading, comment: string, line: number): void {
  const mark = readMark(comment.slice(4, -3));
  if ('other' in mark) return;
  meet(reading, line);
  const help = 'let it stand alone in its line, with an empty line before and after';
  fail(reading, 'misplaced-mark', `The mark "${mark.name}" does not belong inside a text`, line, help);
}

/** The words of inline content. */
export function plain(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) {
    if (inline.type === 'text' || inline.type === 'code') text += inline.text;
    else if (inline.type === 'break') text += ' ';
    else if ('children' in inline) text += plain(inline.children);
  }
  return text;
}

/** True for a source that ends in a label's colon, perhaps inside its emphasis. */
export function endsInColon(source: string): boolean {
  return /:[*_]{0,3}$/.test(source.trimEnd());
}

/** A label without the colon that ends it. */
export function withoutColon(content: readonly Inline[]): readonly Inline[] {
  const last = content.at(-1);
  const before = content.slice(0, -1);
  if (last?.type === 'strong' || last?.type === 'emphasis')
    return [...before, { ...last, children: withoutColon(last.children) }];
  if (last?.type !== 'text') return content;
  const text = last.text.replace(/\s*:\s*$/, '');
  return text === '' ? before : [...before, { ...last, text }];
}

/** The words of a label whose source is given: without the colon that ends it. */
export function labelWords(content: readonly Inline[], source: string): string {
  return plain(endsInColon(source) ? withoutColon(content) : content).trim();
}

/** Words in another language: all, or all after the run-in label that opens the content. */
export function inLanguage(content: readonly Inline[], lang: string | null): readonly Inline[] {
  if (lang === null || content.length === 0) return content;
  const first = content[0];
  const label = first?.type === 'strong' && content.length > 1 && /[:.]$/.test(plain([first]).trim());
  return label
    ? [first, { type: 'foreign', lang, children: content.slice(1) }]
    : [{ type: 'foreign', lang, children: content }];
}

const KEY = /^\s*(?:\*\*|__)([\p{L}\p{N}]{1,3})(?:\*\*|__)(?=\s|<br|$)/u;
const NUMBER = /^\p{N}+$/u;

/**
 * The key that opens a heading, an item or a cell: a strong of one to three letters or digits, with words after it. Alone,
 * only a number is one, a row's: a name may be as short. `source`: what `content` was read from; a character reference
 * in it is data's, and no part of a key.
 */
export function takeKey(
  content: readonly Inline[],
  source: string,
): { readonly key: string | null; readonly content: readonly Inline[] } {
  const [first, second, ...rest] = content;
  const key = first?.type === 'strong' ? KEY.exec(source)?.[1] : undefined;
  if (first?.type !== 'strong' || key === undefined || plain(first.children) !== key)
    return { key: null, content };
  if (second?.type === 'text' && second.text.startsWith(' ')) {
    const text = second.text.trimStart();
    if (text !== '') return { key, content: [{ type: 'text', text }, ...rest] };
    if (rest.length > 0) return { key, content: rest };
  }
  const alone = second === undefined || second.type === 'break';
  return alone && NUMBER.test(key) ? { key, content: content.slice(1) } : { key: null, content };
}
