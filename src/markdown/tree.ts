/**
 * Block tokens into a tree of nodes with their lines and the text they came from: what the format's meaning is read from.
 * Marks that stand alone are nodes of their own; lists that touch are one.
 */
import type { Token } from 'markdown-it';
import { lineText } from '../problems/source.ts';
import { COMMENT, type MarkParts, readMark } from './marks.ts';
import { fail, meet, type Reading, warn } from './reading.ts';

export type Node =
  | { readonly type: 'mark'; readonly mark: MarkParts; readonly line: number }
  | { readonly type: 'heading'; readonly level: number; readonly content: string; readonly line: number }
  | {
      readonly type: 'paragraph';
      readonly content: string;
      readonly tokens: readonly Token[];
      readonly line: number;
    }
  | { readonly type: 'quote'; readonly children: readonly Node[]; readonly line: number }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly ItemNode[];
      readonly line: number;
    }
  | {
      readonly type: 'table';
      readonly align: readonly string[];
      readonly rows: readonly TableRowNode[];
      readonly line: number;
    }
  | { readonly type: 'code'; readonly text: string; readonly line: number }
  | { readonly type: 'rule'; readonly line: number };

export interface ItemNode {
  readonly children: readonly Node[];
  readonly line: number;
}

export interface TableRowNode {
  readonly cells: readonly { readonly content: string }[];
  readonly line: number;
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/** The tree. Problems: `html-block`, `broken-mark`, `unknown-mark`, `underlined-heading`. */
export function readTree(reading: Reading, tokens: readonly Token[]): readonly Node[] {
  return nodes(reading, { tokens, at: 0 }, null);
}

function nodes(reading: Reading, cursor: Cursor, until: string | null): Node[] {
  const out: Node[] = [];
  while (cursor.at < cursor.tokens.length) {
    const token = cursor.tokens[cursor.at];
    if (!token || token.type === until) break;
    cursor.at++;
    const line = (token.map?.[0] ?? 0) + 1;
    switch (token.type) {
      case 'heading_open': {
        const inline = cursor.tokens[cursor.at];
        cursor.at += 2;
        if (token.markup === '=' || token.markup === '-') {
          warn(
            reading,
            'underlined-heading',
            'A line under a text makes it a heading',
            line,
            'put an empty line between them, or write the heading with #',
          );
        }
        out.push({
          type: 'heading',
          level: Number(token.tag.slice(1)),
          content: inline?.content ?? '',
          line,
        });
        break;
      }
      case 'paragraph_open': {
        const inline = cursor.tokens[cursor.at];
        cursor.at += 2;
        out.push({ type: 'paragraph', content: inline?.content ?? '', tokens: inline?.children ?? [], line });
        break;
      }
      case 'blockquote_open': {
        const children = nodes(reading, cursor, 'blockquote_close');
        cursor.at++;
        out.push({ type: 'quote', children, line });
        break;
      }
      case 'bullet_list_open':
      case 'ordered_list_open':
        list(reading, cursor, token, line, out);
        break;
      case 'table_open':
        out.push(table(cursor, line));
        break;
      case 'fence':
      case 'code_block':
        if (token.content.includes('<!--')) swallowed(reading, token.content, line);
        out.push({ type: 'code', text: token.content, line });
        break;
      case 'hr':
        out.push({ type: 'rule', line });
        break;
      case 'html_block':
        html(reading, token.content, line, out);
        break;
      default:
        break;
    }
  }
  return out;
}

/** A list; one that touches the list before it goes on with it. */
function list(reading: Reading, cursor: Cursor, token: Token, line: number, out: Node[]): void {
  const items: ItemNode[] = [];
  const close = token.type.replace('_open', '_close');
  while (cursor.tokens[cursor.at] && cursor.tokens[cursor.at]?.type !== close) {
    const item = cursor.tokens[cursor.at];
    cursor.at++;
    const children = nodes(reading, cursor, 'list_item_close');
    cursor.at++;
    items.push({ children, line: (item?.map?.[0] ?? 0) + 1 });
  }
  cursor.at++;
  const ordered = token.type.startsWith('ordered');
  const last = out.at(-1);
  if (last?.type === 'list' && last.ordered === ordered)
    out[out.length - 1] = { ...last, items: [...last.items, ...items] };
  else out.push({ type: 'list', ordered, start: Number(token.attrGet('start') ?? 1), items, line });
}

function table(cursor: Cursor, line: number): Node {
  const rows: { cells: { content: string }[]; line: number }[] = [];
  const align: string[] = [];
  for (; cursor.tokens[cursor.at]?.type !== 'table_close' && cursor.at < cursor.tokens.length; cursor.at++) {
    const token = cursor.tokens[cursor.at];
    if (token?.type === 'tr_open') rows.push({ cells: [], line: (token.map?.[0] ?? line - 1) + 1 });
    if (token?.type === 'th_open')
      align.push(/text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1] ?? 'left');
    if (token?.type === 'inline') rows.at(-1)?.cells.push({ content: token.content });
  }
  cursor.at++;
  return { type: 'table', align, rows, line };
}

/** A comment that stands alone is a mark, or nothing; any other HTML would be lost. */
function html(reading: Reading, content: string, line: number, out: Node[]): void {
  const texts = content.replace(/\n+$/, '').split('\n');
  for (const [i, text] of texts.entries()) {
    const at = line + i;
    const comment = /^\s*<!--(.*?)-->\s*$/.exec(text);
    if (text.trim() === '' || /^\s*<!--\s*-->\s*$/.test(text)) continue;
    if (!comment) {
      const mark = /<!--(.*?)-->/.exec(text);
      if (mark && !('other' in readMark(mark[1] ?? ''))) {
        meet(reading, at);
        fail(
          reading,
          'text-beside-mark',
          'Something stands beside a mark that stands alone',
          at,
          'put the mark in a line of its own, with an empty line before and after',
        );
      } else if (/^\s*<!--/.test(text) && !text.includes('-->')) {
        fail(reading, 'broken-mark', 'This comment has no end', at, 'end it with --> in the same line');
      } else
        fail(reading, 'html-block', 'HTML is not set: its text would be lost', at, 'write it as Markdown');
      if (!mark) return;
      continue;
    }
    const mark = readMark(comment[1] ?? '');
    if ('other' in mark) continue;
    meet(reading, at);
    out.push({ type: 'mark', mark, line: at });
  }
}

/** Marks in a code block: indented by mistake, or swallowed by a fence that was left open. One Problem for all. */
function swallowed(reading: Reading, content: string, line: number): void {
  const fenced = !/^\s*<!--/.test(lineText(reading.source, line));
  let count = 0;
  content.split('\n').forEach((text, i) => {
    for (const match of text.matchAll(COMMENT)) {
      if ('other' in readMark(match[1] ?? '')) continue;
      count++;
      meet(reading, line + i + (fenced ? 1 : 0));
    }
  });
  if (count === 0) return;
  const message = `${count === 1 ? 'A mark stands' : `${count} marks stand`} in a code block and mean nothing there`;
  fail(
    reading,
    'marks-in-code',
    message,
    line,
    'take away the spaces before the mark, or close the code block before it',
  );
}
