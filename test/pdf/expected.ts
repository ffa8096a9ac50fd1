/**
 * What a document's pages must say: its tree as one pattern over the PDF's text without white space. What is written in a
 * field is no part of it: that stands in the form. Every text stands in it once, in order; nothing else may stand between, but for what the setting adds (dashes of bullets, page numbers, a
 * table's head said again).
 */
import type { Block, Cell, Document, Inline, Option, TableCell } from '../../src/markdown/document.ts';

function literal(text: string): string {
  const words = text.split(/\s+/).map((word) => {
    const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // A long German word may be parted; its hyphen is no part of the text.
    return word.replace(/\p{L}{19,}|./gu, (part) => [...part].map(escaped).join('-?'));
  });
  return words.join('');
}

function inline(content: readonly Inline[]): string {
  return content.map(one).join('');
}

function one(part: Inline): string {
  switch (part.type) {
    case 'text':
    case 'code':
      return literal(part.text);
    case 'break':
      return '';
    case 'field':
      return '';
    case 'page-link':
      return `${inline(part.children)}\\d+`;
    default:
      return inline(part.children);
  }
}

/** Of a head with a help under it, its name. */
function untilBreak(content: readonly Inline[]): readonly Inline[] {
  const at = content.findIndex(({ type }) => type === 'break');
  return at < 0 ? content : content.slice(0, at);
}

function keyed(key: string | null, content: readonly Inline[]): string {
  return literal(key ?? '') + inline(content);
}

function tableCell(cell: TableCell): string {
  return keyed(cell.key, cell.content);
}

function frameCell(cell: Cell): string {
  const options = (cell.choice?.options ?? []).map(option).join('');
  return inline(cell.label) + inline(cell.content) + options;
}

function option({ word, content, blocks }: Option): string {
  return inline(word) + inline(content) + all(blocks);
}

function block(b: Block, name: string): string {
  switch (b.type) {
    case 'heading': {
      const over = b.role === 'title' ? literal(name) : '';
      return over + keyed(b.key, b.content) + inline(b.note ?? []);
    }
    case 'paragraph':
      return b.brief === null ? inline(b.content) : `(?:${inline(b.content)}|(?:·)?${literal(b.brief)})`;
    case 'quote':
      return all(b.blocks, name);
    case 'list':
      return b.items
        .map((item, i) => {
          const mark = item.box ? '' : (item.key ?? (b.ordered ? `${b.start + i}\\.?` : '–'));
          return mark + all(item.blocks, name);
        })
        .join('');
    case 'table': {
      const head = b.head.map(tableCell).join('');
      const rows = b.rows.map((row) => row.cells.map(tableCell).join(''));
      const names = b.head.map((cell) => tableCell({ ...cell, content: untilBreak(cell.content) })).join('');
      return head + rows.join(`(?:${b.heavy === null ? head : names})?`);
    }
    case 'code':
      return literal(b.text);
    case 'cells':
      return b.items.map(frameCell).join('');
    case 'choice':
      return inline(b.lead ?? []) + b.options.map(option).join('');
    case 'check':
      return b.options.map(option).join('');
    case 'row':
      return b.stacks.map((stack) => all(stack, name)).join('');
    case 'keep':
      return all(b.blocks, name);
    default:
      return '';
  }
}

function all(blocks: readonly Block[], name = ''): string {
  return blocks.map((b) => block(b, name)).join('');
}

/** The parts of the pattern, one a block of the document's top level, so that a miss can be named. */
export function expectedParts(document: Document): readonly RegExp[] {
  return document.blocks.map((b) => new RegExp(block(b, document.front.name ?? ''), 'uy'));
}
