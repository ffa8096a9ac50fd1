/**
 * Inline Markdown with field marks. What a person typed is read from the source, not from tokens, so that underscores
 * and stars in it stay what they are.
 */
import MarkdownIt, { type Token } from 'markdown-it';
import type { Inline, LineField } from './document.ts';
import { COMMENT, type MarkParts, readMark } from './marks.ts';
import { checkParts, fail, meet, type Reading, takeId, warn } from './reading.ts';

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });

/** A line that begins with a field mark is text that goes on, not an HTML block (formatters wrap it there). */
const htmlBlock = markdown.block.ruler.__rules__.find((rule) => rule.name === 'html_block')?.fn;
if (htmlBlock) {
  markdown.block.ruler.at(
    'html_block',
    (state, start, end, silent) => {
      const from = (state.bMarks[start] ?? 0) + (state.tShift[start] ?? 0);
      if (state.src.startsWith('<!-- field', from)) return false;
      return htmlBlock(state, start, end, silent);
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

/** The block tokens of a text. */
export function blockTokens(text: string): Token[] {
  return markdown.parse(text, {});
}

/** Reads inline Markdown that has no field in it. */
export function readInline(reading: Reading, content: string, line: number, inTable = false): Inline[] {
  if (content === '') return [];
  if (!/[*_`[\]<>\\&!\n]/.test(content)) return [{ type: 'text', text: content }];
  const tokens = markdown.parseInline(content, {})[0]?.children ?? [];
  return readTokens(reading, tokens, line, inTable);
}

/** Inline tokens as content. */
export function readTokens(
  reading: Reading,
  tokens: readonly Token[],
  line: number,
  inTable = false,
): Inline[] {
  const root: Inline[] = [];
  const open: { type: string; into: Inline[]; href: string }[] = [];
  let into = root;
  const text = (value: string): void => {
    const last = into.at(-1);
    if (value === '') return;
    if (last?.type === 'text') into[into.length - 1] = { type: 'text', text: last.text + value };
    else into.push({ type: 'text', text: value });
  };
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
      case 'text_special':
        text(token.content);
        break;
      case 'code_inline':
        into.push({ type: 'code', text: token.content });
        break;
      case 'softbreak':
        text(' ');
        break;
      case 'hardbreak':
        into.push({ type: 'break' });
        break;
      case 'strong_open':
      case 'em_open':
      case 'link_open': {
        open.push({ type: token.type, into, href: String(token.attrGet('href') ?? '') });
        into = [];
        break;
      }
      case 'strong_close':
      case 'em_close':
      case 'link_close': {
        const from = open.pop();
        if (!from) break;
        const children = into;
        into = from.into;
        if (from.type === 'link_open') into.push(link(reading, from.href, children, line));
        else if (from.type === 'strong_open') into.push({ type: 'strong', children });
        else if (inTable && into.at(-1)?.type === 'break') into.push({ type: 'help', children });
        else into.push({ type: 'emphasis', children });
        break;
      }
      case 'html_inline':
        if (/^<br\s*\/?>$/i.test(token.content)) into.push({ type: 'break' });
        else if (token.content.startsWith('<!--')) strayMark(reading, token.content, line);
        else {
          warn(
            reading,
            'html-tag',
            `The tag ${token.content} is not set`,
            line,
            'HTML but <br> is not set; the words in it are',
          );
        }
        break;
      case 'image':
        fail(
          reading,
          'picture-in-text',
          'A picture stands among words',
          line,
          'put it in a paragraph of its own',
        );
        break;
      default:
        text(token.content);
    }
  }
  return root;
}

function link(reading: Reading, href: string, children: Inline[], line: number): Inline {
  if (!href.startsWith('#')) return { type: 'link', href, children };
  const anchor = decodeURIComponent(href.slice(1));
  reading.links.push({ anchor, line });
  return { type: 'page-link', anchor, children };
}

function strayMark(reading: Reading, comment: string, line: number): void {
  const mark = readMark(comment.slice(4, -3));
  if ('other' in mark) return;
  meet(reading, line);
  fail(
    reading,
    'misplaced-mark',
    `The mark "${mark.name}" does not belong inside a text`,
    line,
    'let it stand alone in its line',
  );
}

/** A content with its trailing marks taken off. */
export interface Tail {
  readonly content: string;
  readonly marks: readonly MarkParts[];
  readonly lang: string | null;
}

/** Takes choice, check and lang marks off the end of a content. */
export function takeTail(reading: Reading, content: string, line: number): Tail {
  let rest = content;
  let lang: string | null = null;
  const marks: MarkParts[] = [];
  for (;;) {
    const match = /\s*<!--([^\n]*?)-->\s*$/.exec(rest);
    if (!match || rest.lastIndexOf('<!--') !== match.index + (match[0].length - match[0].trimStart().length))
      break;
    const mark = readMark(match[1] ?? '');
    if ('other' in mark || (mark.name !== 'choice' && mark.name !== 'check' && mark.name !== 'lang')) break;
    rest = rest.slice(0, match.index);
    meet(reading, line);
    if (mark.name === 'lang') lang = mark.id;
    else marks.unshift(mark);
  }
  return { content: rest, marks, lang };
}

/** Inline content with fields: each blank and what a person wrote there becomes a field in its place. */
export function readFields(reading: Reading, content: string, line: number, inTable = false): Inline[] {
  if (!content.includes('<!-- field') && !content.includes('<!--field')) {
    if (/(?:^|[\s:])_{4,}(?:\s|$)/.test(content)) {
      warn(reading, 'unmarked-blank', 'This blank belongs to no field: it is only printed', line);
    }
    return readInline(reading, content, line, inTable);
  }
  const parts: Inline[] = [];
  const found = [...content.matchAll(COMMENT)].filter((m) => /^\s*field\b/.test(m[1] ?? ''));
  let from = 0;
  found.forEach((match, i) => {
    const before = content.slice(from, match.index);
    const at = line + lineBreaks(content.slice(0, match.index));
    from = match.index + match[0].length;
    const after = i === found.length - 1 ? content.slice(from) : '';
    if (i === found.length - 1) from = content.length;
    meet(reading, at);
    const mark = readMark(match[1] ?? '');
    if ('other' in mark) return;
    const colon = before.indexOf(':');
    if (colon < 0) {
      fail(
        reading,
        'no-colon',
        'A field needs a label with a colon before its blank',
        at,
        'write: Label: ____ <!-- field id -->',
      );
      return;
    }
    const closing = /^[*_]{1,3}(?=\s)/.exec(before.slice(colon + 1))?.[0].length ?? 0;
    const label = readInline(reading, before.slice(0, colon + 1 + closing), line, inTable);
    const field = lineField(
      reading,
      mark,
      typed(`${before.slice(colon + 1 + closing)} ${after}`),
      plain(label).replace(/:$/, ''),
      at,
    );
    parts.push(...label);
    if (field) {
      parts.push({ type: 'text', text: ' ' }, { type: 'field', field });
    }
  });
  return parts;
}

/** The field of a mark; null where its id cannot be taken. */
export function lineField(
  reading: Reading,
  mark: MarkParts,
  value: string,
  visible: string,
  line: number,
): LineField | null {
  checkParts(reading, mark, line, ['required']);
  if (!takeId(reading, mark.id, line)) return null;
  const field: LineField = {
    kind: 'line',
    id: mark.id,
    label: mark.label ?? visible.trim(),
    required: mark.options.get('required') === 'yes',
    line,
    value,
  };
  reading.fields.push(field);
  return field;
}

/** What a person wrote round a blank: runs of underscores go, white space becomes one space. */
export function typed(text: string): string {
  return text
    .replace(/(?:\\?_){3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^_+|_+$/g, '')
    .trim();
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
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

/** Words in another language: back to the start, or to the run-in label that opens the content. */
export function inLanguage(content: readonly Inline[], lang: string | null): Inline[] {
  if (lang === null) return [...content];
  const first = content[0];
  const label = first?.type === 'strong' && content.length > 1 && /[:.]$/.test(plain([first]).trim());
  const from = label ? 1 : 0;
  return [...content.slice(0, from), { type: 'foreign', lang, children: content.slice(from) }];
}

const KEY = /^[A-Za-z0-9]{1,3}$/;

/** The key that opens a heading, an item or a cell: a strong of one to three letters or digits. */
export function takeKey(content: readonly Inline[]): {
  readonly key: string | null;
  readonly content: readonly Inline[];
} {
  const [first, second, ...rest] = content;
  if (first?.type !== 'strong') return { key: null, content };
  const text = plain(first.children);
  if (!KEY.test(text)) return { key: null, content };
  if (second === undefined) return { key: text, content: [] };
  if (second.type !== 'text' || !second.text.startsWith(' ')) return { key: null, content };
  return { key: text, content: [{ type: 'text', text: second.text.slice(1) }, ...rest] };
}
