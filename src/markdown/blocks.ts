/**
 * Nodes into blocks: what a heading, a paragraph, a quote means by its place, and the marks that stand alone folded into
 * rows, keeps, choices, cells and tables. The tree goes on after an error, so that all are told at once.
 */

import { readCells, readTable } from './cells.ts';
import type { Block, Heading, Inline, List, Paragraph, Quote, Row } from './document.ts';
import { inLanguage, plain, readFields, readInline, takeKey, takeTail } from './inline.ts';
import { anchorOf, type MarkParts } from './marks.ts';
import { readBox, readCheck, readChoice } from './options.ts';
import { checkParts, fail, type Reading, warn } from './reading.ts';
import type { Node } from './tree.ts';

interface Fold {
  readonly reading: Reading;
  readonly nodes: readonly Node[];
  at: number;
  /** Nothing but a page mark came before: a # here opens a page. */
  opens: boolean;
}

type Stop = (mark: MarkParts) => boolean;

/** All blocks of a file. */
export function foldBlocks(reading: Reading, nodes: readonly Node[]): readonly Block[] {
  const fold: Fold = { reading, nodes, at: 0, opens: true };
  return blocksUntil(fold, () => false, ['keep', 'row', 'page']);
}

function blocksUntil(fold: Fold, stop: Stop, allowed: readonly string[]): Block[] {
  const out: Block[] = [];
  while (fold.at < fold.nodes.length) {
    const node = fold.nodes[fold.at];
    if (!node) break;
    if (node.type === 'mark' && stop(node.mark)) break;
    fold.at++;
    const block =
      node.type === 'mark' ? marked(fold, node.mark, node.line, allowed) : plainBlock(fold, node, out);
    if (block) {
      out.push(block);
      fold.opens = block.type === 'page';
    }
  }
  return out;
}

/** A block that begins with a mark. */
function marked(fold: Fold, mark: MarkParts, line: number, allowed: readonly string[]): Block | null {
  const { reading } = fold;
  if (mark.ends) {
    fail(
      reading,
      'no-start',
      `"/${mark.name}" ends what did not begin`,
      line,
      `take it away, or begin it with <!-- ${mark.name} -->`,
    );
    return null;
  }
  switch (mark.name) {
    case 'page':
    case 'keep':
    case 'row':
      if (!allowed.includes(mark.name)) {
        fail(reading, 'misplaced-mark', `A "${mark.name}" cannot stand inside another row or keep`, line);
      }
      if (mark.name === 'page') return { type: 'page', line };
      return mark.name === 'keep' ? keep(fold, mark, line) : row(fold, mark, line);
    case 'next':
      fail(reading, 'next-outside-row', 'A "next" stands outside a row', line);
      return null;
    case 'notes': {
      const field = reading.notes.get(line);
      const after = fold.nodes[fold.at];
      if (after?.type === 'mark' && after.mark.name === 'notes' && after.mark.ends) fold.at++;
      return field ? { type: 'notes', field, line } : null;
    }
    case 'choice':
    case 'check':
    case 'cells':
    case 'table':
      return withNext(fold, mark, line);
    case 'brief': {
      const node = fold.nodes[fold.at];
      if (node?.type !== 'paragraph') {
        fail(reading, 'misplaced-mark', 'A "brief" stands before the paragraph that it may replace', line);
        return null;
      }
      fold.at++;
      const made = paragraph(fold, node, undefined);
      return made.type === 'paragraph' ? { ...made, brief: mark.label } : made;
    }
    default:
      fail(
        reading,
        'misplaced-mark',
        `The mark "${mark.name}" does not stand alone`,
        line,
        mark.name === 'field' ? 'put it after its blank: Label: ____ <!-- field id -->' : undefined,
      );
      return null;
  }
}

function ended(fold: Fold, name: string, line: number): void {
  const node = fold.nodes[fold.at];
  if (node?.type === 'mark' && node.mark.ends && node.mark.name === name) fold.at++;
  else fail(fold.reading, 'no-end', `This "${name}" has no end`, line, `end it with <!-- /${name} -->`);
}

function keep(fold: Fold, mark: MarkParts, line: number): Block {
  checkParts(fold.reading, mark, line, []);
  const blocks = blocksUntil(fold, (m) => m.ends && (m.name === 'keep' || m.name === 'row'), ['row']);
  ended(fold, 'keep', line);
  return { type: 'keep', blocks, line };
}

function row(fold: Fold, mark: MarkParts, line: number): Row {
  checkParts(fold.reading, mark, line, []);
  const widths: number[] = [];
  const rules: boolean[] = [];
  for (const part of mark.numbers) {
    if (part === '|') rules[widths.length] = true;
    else if (part !== '/') {
      widths.push(part);
      rules[widths.length - 1] ??= false;
    }
  }
  const stacks: Block[][] = [];
  const stop: Stop = (m) => m.name === 'next' || (m.ends && (m.name === 'row' || m.name === 'keep'));
  for (;;) {
    stacks.push(blocksUntil(fold, stop, []));
    const node = fold.nodes[fold.at];
    if (node?.type !== 'mark' || node.mark.name !== 'next') break;
    fold.at++;
  }
  ended(fold, 'row', line);
  if (stacks.length !== widths.length) {
    fail(
      fold.reading,
      'widths-mismatch',
      `The row has ${widths.length} widths and ${stacks.length} stacks`,
      line,
      'one width for each stack; "next" parts them',
    );
  }
  return {
    type: 'row',
    widths: stacks.map((_, i) => widths[i] ?? 1),
    rules: stacks.map((_, i) => rules[i] ?? false),
    stacks,
    line,
  };
}

/** A choice, check, cells or table mark with the list or table after it. */
function withNext(fold: Fold, mark: MarkParts, line: number): Block | null {
  const { reading } = fold;
  let check: MarkParts | null = null;
  if (mark.name === 'cells') {
    const after = fold.nodes[fold.at];
    if (after?.type === 'mark' && after.mark.name === 'check') {
      check = after.mark;
      fold.at++;
    }
  }
  const node = fold.nodes[fold.at];
  if (mark.name === 'table') {
    if (node?.type !== 'table') {
      fail(reading, 'misplaced-mark', 'A "table" mark stands before its table', line);
      return null;
    }
    fold.at++;
    return readTable(reading, node, mark);
  }
  if (node?.type !== 'list') {
    fail(reading, 'misplaced-mark', `A "${mark.name}" mark stands before its list`, line);
    return null;
  }
  fold.at++;
  const nested = (nodes: readonly Node[]): readonly Block[] => foldInner(reading, nodes);
  if (mark.name === 'cells') return readCells(reading, mark, check, node, line, nested);
  return mark.name === 'choice'
    ? readChoice(reading, mark, node, null, line, nested)
    : readCheck(reading, mark, node, line, nested);
}

/** Blocks inside a list item or a quote: marks that stand alone do not belong there. */
function foldInner(reading: Reading, nodes: readonly Node[]): readonly Block[] {
  const fold: Fold = { reading, nodes, at: 0, opens: false };
  const out: Block[] = [];
  while (fold.at < nodes.length) {
    const node = nodes[fold.at];
    fold.at++;
    if (!node) break;
    if (node.type === 'mark') {
      const help = 'marks that stand alone belong at the top level; check the spaces before it';
      fail(
        reading,
        'misplaced-mark',
        `The mark "${node.mark.name}" stands in a list or quote`,
        node.line,
        help,
      );
      continue;
    }
    const block = plainBlock(fold, node, out);
    if (block) out.push(block);
  }
  return out;
}

function plainBlock(
  fold: Fold,
  node: Exclude<Node, { type: 'mark' }>,
  before: readonly Block[],
): Block | null {
  const { reading } = fold;
  switch (node.type) {
    case 'heading':
      return heading(fold, node);
    case 'paragraph':
      return paragraph(fold, node, before.at(-1));
    case 'quote':
      return quote(reading, node);
    case 'list':
      return list(reading, node);
    case 'table':
      return readTable(reading, node, null);
    case 'code':
      return { type: 'code', text: node.text, line: node.line };
    case 'rule':
      return { type: 'rule', line: node.line };
  }
}

function heading(fold: Fold, node: Extract<Node, { type: 'heading' }>): Heading {
  const { reading } = fold;
  if (/<!--\s*field/.test(node.content))
    fail(reading, 'misplaced-mark', 'A field cannot stand in a heading', node.line);
  const content = readInline(reading, node.content, node.line);
  const words = anchorOf(plain(content));
  const count = reading.anchors.get(words) ?? 0;
  reading.anchors.set(words, count + 1);
  const anchor = count === 0 ? words : `${words}-${count}`;
  if (count > 0) reading.anchors.set(anchor, 1);
  const { key, content: keyless } = takeKey(content);
  const { content: rest, note } = takeNote(keyless);
  const level =
    node.level === 1 || node.level === 2 || node.level === 3 || node.level === 4 || node.level === 5
      ? node.level
      : 6;
  const role =
    level === 1
      ? fold.opens
        ? 'title'
        : 'part'
      : level === 2
        ? key === null
          ? 'section'
          : 'skill'
        : level === 3 && key !== null
          ? 'step'
          : 'small';
  return {
    type: 'heading',
    level,
    role,
    anchor,
    key,
    content: rest,
    note,
    noteBelow: note !== null && plain(note).length > 60,
    line: node.line,
  };
}

/** The emphasis that ends a heading. */
function takeNote(content: readonly Inline[]): {
  readonly content: readonly Inline[];
  readonly note: readonly Inline[] | null;
} {
  const last = content.at(-1);
  const before = content.at(-2);
  if (last?.type !== 'emphasis' || before?.type !== 'text' || !before.text.endsWith(' '))
    return { content, note: null };
  return {
    content: [...content.slice(0, -2), { type: 'text', text: before.text.trimEnd() }],
    note: last.children,
  };
}

function paragraph(fold: Fold, node: Extract<Node, { type: 'paragraph' }>, before: Block | undefined): Block {
  const { reading } = fold;
  const only = node.tokens.length === 1 ? node.tokens[0] : undefined;
  if (only?.type === 'image') {
    return { type: 'image', src: String(only.attrGet('src') ?? ''), alt: only.content, line: node.line };
  }
  const tail = takeTail(reading, node.content, node.line);
  const content = readFields(reading, tail.content, node.line);
  const mark = tail.marks[0];
  const next = fold.nodes[fold.at];
  if (mark && next?.type === 'list') {
    fold.at++;
    const nested = (nodes: readonly Node[]): readonly Block[] => foldInner(reading, nodes);
    if (mark.name === 'choice') return readChoice(reading, mark, next, content, node.line, nested);
    return readCheck(reading, mark, next, node.line, nested);
  }
  if (mark) fail(reading, 'misplaced-mark', `A "${mark.name}" mark stands before its list`, node.line);
  const spoken = inLanguage(content, tail.lang);
  const first = content[0];
  if (content.length === 1 && first?.type === 'emphasis') {
    const help: Paragraph = {
      type: 'paragraph',
      role: 'help',
      content: inLanguage(first.children, tail.lang),
      brief: null,
      line: node.line,
    };
    return help;
  }
  const lead = before?.type === 'heading' && before.level === 1;
  return { type: 'paragraph', role: lead ? 'lead' : 'plain', content: spoken, brief: null, line: node.line };
}

function quote(reading: Reading, node: Extract<Node, { type: 'quote' }>): Quote {
  const blocks = foldInner(reading, node.children);
  const [first] = blocks;
  const inner = first?.type === 'paragraph' && blocks.length === 1 ? questionWords(first.content) : null;
  if (!inner || first?.type !== 'paragraph')
    return { type: 'quote', role: 'script', blocks, line: node.line };
  return { type: 'quote', role: 'question', blocks: [{ ...first, content: inner }], line: node.line };
}

/** The words of a paragraph that is one strong, perhaps in another language. */
function questionWords(content: readonly Inline[]): readonly Inline[] | null {
  const [only] = content;
  if (content.length !== 1 || !only) return null;
  if (only.type === 'strong') return only.children;
  if (only.type !== 'foreign') return null;
  const words = questionWords(only.children);
  return words ? [{ ...only, children: words }] : null;
}

function list(reading: Reading, node: Extract<Node, { type: 'list' }>): List {
  const items = node.items.map((item) => {
    const first = item.children[0];
    const box = first?.type === 'paragraph' ? readBox(first.content) : null;
    if (box) warn(reading, 'unmarked-box', 'This box belongs to no field: it is only printed', item.line);
    const children =
      box && first?.type === 'paragraph'
        ? [{ ...first, content: box.rest }, ...item.children.slice(1)]
        : item.children;
    const blocks = foldInner(reading, children);
    const [head, ...others] = blocks;
    if (head?.type !== 'paragraph' || box)
      return { key: null, box: box ? { on: box.on } : null, blocks, line: item.line };
    const { key, content } = takeKey(head.content);
    return {
      key,
      box: null,
      blocks: key === null ? blocks : [{ ...head, content }, ...others],
      line: item.line,
    };
  });
  return { type: 'list', ordered: node.ordered, start: node.start, items, line: node.line };
}
