/**
 * Block tokens into a tree of nodes with their lines and the text they came from: what the format's meaning is read from.
 * Marks that stand alone are nodes of their own; lists that touch are one.
 */

import { commentsIn } from './comments.ts';
import type { Token } from './markdown-it.ts';
import { COMMENT_LINE, loneMark, type MarkParts, readMark } from './marks.ts';
import { fail, meet, type Reading, warn } from './reading.ts';
import { rowCells } from './table-source.ts';

export interface MarkNode {
  readonly type: 'mark';
  readonly mark: MarkParts;
  readonly line: number;
}
export interface TextNode {
  readonly type: 'paragraph';
  readonly content: string;
  readonly line: number;
}
export interface ListNode {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly ItemNode[];
  readonly line: number;
}
export interface TableNode {
  readonly type: 'table';
  readonly align: readonly ('left' | 'right' | 'center')[];
  readonly rows: readonly TableRowNode[];
  readonly line: number;
}
export type PlainNode =
  | { readonly type: 'heading'; readonly level: number; readonly content: string; readonly line: number }
  | TextNode
  | { readonly type: 'quote'; readonly children: readonly Node[]; readonly line: number }
  | ListNode
  | TableNode
  | { readonly type: 'code'; readonly text: string; readonly line: number }
  | { readonly type: 'rule'; readonly line: number };
export type Node = MarkNode | PlainNode;

export interface ItemNode {
  readonly children: readonly Node[];
  readonly line: number;
}
export interface TableRowNode {
  readonly cells: readonly string[];
  readonly line: number;
  /** How many cells the line itself has: Markdown drops those that are too many and fills up those that lack. */
  readonly written: number;
}

interface Cursor {
  readonly reading: Reading;
  /** The text that was parsed, by lines. */
  readonly lines: readonly string[];
  readonly tokens: readonly Token[];
  at: number;
}

/** The tree. Problems: `html-block`, `text-beside-mark`, `marks-in-code`, `cells-mismatch`; `underlined-heading` (warning). */
export function readTree(
  reading: Reading,
  tokens: readonly Token[],
  lines: readonly string[],
): readonly Node[] {
  return nodes({ reading, lines, tokens, at: 0 }, null);
}

function nodes(cursor: Cursor, until: string | null): Node[] {
  const { reading, tokens } = cursor;
  const out: Node[] = [];
  for (;;) {
    const token = tokens[cursor.at];
    if (!token) break;
    cursor.at++;
    if (token.type === until) break;
    const line = (token.map?.[0] ?? 0) + 1;
    switch (token.type) {
      case 'heading_open': {
        const content = textOf(cursor);
        if (!token.markup.startsWith('#')) {
          const help = 'put an empty line between them, or write the heading with #';
          warn(reading, 'underlined-heading', 'A line under a text makes it a heading', line, help);
        }
        out.push({ type: 'heading', level: Number(token.tag.slice(1)), content, line });
        break;
      }
      case 'paragraph_open':
        out.push({ type: 'paragraph', content: textOf(cursor), line });
        break;
      case 'blockquote_open':
        out.push({ type: 'quote', children: nodes(cursor, 'blockquote_close'), line });
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        list(cursor, token, line, out);
        break;
      case 'table_open':
        out.push(table(cursor, line));
        break;
      case 'fence':
      case 'code_block':
        if (token.content.includes('<!--')) swallowed(cursor, token, line);
        out.push({ type: 'code', text: token.content.replace(/\n$/, ''), line });
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

/** The text of a heading or paragraph: its inline token, with the closing one behind it. */
function textOf(cursor: Cursor): string {
  const content = cursor.tokens[cursor.at]?.content ?? '';
  cursor.at += 2;
  return content;
}

/** A list; one that touches the list before it goes on with it, unless it numbers anew. */
function list(cursor: Cursor, token: Token, line: number, out: Node[]): void {
  const items: ItemNode[] = [];
  const close = token.type.replace('_open', '_close');
  for (;;) {
    const item = cursor.tokens[cursor.at];
    if (!item) break;
    cursor.at++;
    if (item.type === close) break;
    items.push({ children: nodes(cursor, 'list_item_close'), line: (item.map?.[0] ?? 0) + 1 });
  }
  const ordered = token.type.startsWith('ordered');
  const start = Number(token.attrGet('start') ?? 1);
  const last = out.at(-1);
  const goesOn = last?.type === 'list' && last.ordered === ordered;
  if (goesOn && (!ordered || start === last.start + last.items.length))
    out[out.length - 1] = { ...last, items: [...last.items, ...items] };
  else out.push({ type: 'list', ordered, start, items, line });
}

function table(cursor: Cursor, line: number): Node {
  const rows: { cells: string[]; line: number; written: number }[] = [];
  const align: ('left' | 'right' | 'center')[] = [];
  for (;;) {
    const token = cursor.tokens[cursor.at];
    if (!token) break;
    cursor.at++;
    if (token.type === 'table_close') break;
    if (token.type === 'tr_open') {
      const at = token.map?.[0] ?? line - 1;
      rows.push({ cells: [], line: at + 1, written: rowCells(unquoted(cursor.lines[at] ?? '')).length });
    } else if (token.type === 'th_open') {
      const style = String(token.attrGet('style') ?? '');
      align.push(style.endsWith('right') ? 'right' : style.endsWith('center') ? 'center' : 'left');
    } else if (token.type === 'inline') rows.at(-1)?.cells.push(token.content);
  }
  for (const row of rows) {
    if (row.written <= align.length) continue;
    const message = `This row has ${row.written} cells, the table ${align.length} columns: the last would be lost`;
    fail(cursor.reading, 'cells-mismatch', message, row.line, 'write a bar inside a cell as \\|');
  }
  return { type: 'table', align, rows, line };
}

/** A row without the signs of the quotes and lists it stands in. */
function unquoted(line: string): string {
  return line.replace(/^(?:\s*(?:>|[-*+]\s|\d{1,9}[.)]\s))+/, '');
}

/** Meets all marks in a text that begins in `line`: they are told together. Returns how many. */
function meetAll(reading: Reading, content: string, line: number): number {
  let count = 0;
  for (const [i, text] of content.split('\n').entries()) {
    for (const { inner } of commentsIn(text)) {
      if ('other' in readMark(inner)) continue;
      count++;
      meet(reading, line + i);
    }
  }
  return count;
}

/** A comment that stands alone is a mark, or nothing; any other HTML would be lost. */
function html(reading: Reading, content: string, line: number, out: Node[]): void {
  if (COMMENT_LINE.test(content)) {
    const mark = loneMark(content);
    if (!mark) return;
    meet(reading, line);
    out.push({ type: 'mark', mark, line });
    return;
  }
  const comment = content.trimStart().startsWith('<!--');
  const end = content.indexOf('-->');
  // A comment over more lines, or without an end, is told where comments are counted.
  if (comment && (end < 0 || content.slice(end + 3).trim() === '')) {
    meetAll(reading, content, line);
    return;
  }
  if (meetAll(reading, content, line) > 0 && comment) {
    const help = 'put the mark in a line of its own, with an empty line before and after';
    fail(reading, 'text-beside-mark', 'Something stands beside a mark that stands alone', line, help);
  } else {
    const help = 'write it as Markdown; for a line break in a text, <br>';
    fail(reading, 'html-block', 'HTML is not set: its text would be lost', line, help);
  }
}

/** Marks in a code block: indented by mistake, or swallowed by a fence that was left open. One Problem for all. */
function swallowed(cursor: Cursor, token: Token, line: number): void {
  const fenced = token.type === 'fence';
  const count = meetAll(cursor.reading, token.content, fenced ? line + 1 : line);
  if (count === 0) return;
  const message = `${count === 1 ? 'A mark stands' : `${count} marks stand`} in a code block and mean nothing there`;
  const help = fenced ? 'end the code block before the mark' : 'take away the spaces before the mark';
  fail(cursor.reading, 'marks-in-code', message, line, help);
}
