/**
 * Nodes into blocks: marks that stand alone folded into rows, keeps, choices, cells and tables, everything else by what
 * it is. The tree goes on after an error, so that all are told at once.
 */
import { readCells } from './cells.ts';
import type { Block, Image, Row } from './document.ts';
import { readFields, takeTail } from './fields.ts';
import { endsInColon, inLanguage, labelWords, plain, readPicture, withoutColon } from './inline.ts';
import { readList } from './lists.ts';
import { barred, type MarkParts } from './marks.ts';
import { type Around, readCheck, readChoice } from './options.ts';
import { fail, failWithoutList, type Reading } from './reading.ts';
import { readTable } from './table.ts';
import { paragraphOf, quoteOf, readHeading } from './text-blocks.ts';
import type { Node, PlainNode, TextNode } from './tree.ts';

interface Fold {
  readonly reading: Reading;
  readonly nodes: readonly Node[];
  at: number;
  /** Nothing but a page mark came before: a # here opens a page. */
  opens: boolean;
  /** In a list or a quote no mark stands alone. */
  readonly inner: boolean;
  /** The last paragraph that ends in a label's colon: a choice after it may stand in line with it. */
  lead: Block | null;
  /** How many keeps and rows are open: more than a few are mistakes in mistakes. */
  open: number;
}

const MOST_OPEN = 50;

type Stop = (mark: MarkParts) => boolean;

/**
 * All blocks of a file. Problems: `misplaced-mark`, `no-start`, `no-end`, `next-outside-row`, `widths-mismatch`, those of
 * what stands in them; `unmarked-box` (warning).
 */
export function foldBlocks(reading: Reading, nodes: readonly Node[]): readonly Block[] {
  const fold: Fold = { reading, nodes, at: 0, opens: true, inner: false, lead: null, open: 0 };
  return blocksUntil(fold, () => false, ['keep', 'row', 'page']);
}

function blocksUntil(fold: Fold, stop: Stop, allowed: readonly string[]): Block[] {
  const out: Block[] = [];
  for (;;) {
    const node = fold.nodes[fold.at];
    if (!node || (node.type === 'mark' && stop(node.mark))) break;
    fold.at++;
    const count = out.length;
    if (node.type === 'mark') marked(fold, node.mark, node.line, allowed, out);
    else plainBlock(fold, node, out);
    if (out.length > count) fold.opens = out.at(-1)?.type === 'page';
  }
  return out;
}

/** Blocks inside a list item or a quote. */
function inside(reading: Reading, nodes: readonly Node[]): readonly Block[] {
  return blocksUntil(
    { reading, nodes, at: 0, opens: false, inner: true, lead: null, open: 0 },
    () => false,
    [],
  );
}

/** A block that begins with a mark. */
function marked(fold: Fold, mark: MarkParts, line: number, allowed: readonly string[], out: Block[]): void {
  const { reading } = fold;
  const misplaced = (message: string, help?: string): void =>
    fail(reading, 'misplaced-mark', message, line, help);
  if (fold.inner) {
    const help = 'marks that stand alone belong at the top level: take away the spaces before it';
    misplaced(`The mark "${mark.name}" stands in a list or a quote`, help);
    return;
  }
  if (mark.ends) {
    const help = `take it away, or begin with <!-- ${mark.name} -->`;
    fail(reading, 'no-start', `"/${mark.name}" ends what did not begin`, line, help);
    return;
  }
  switch (mark.name) {
    case 'page':
    case 'keep':
    case 'row':
      if (!allowed.includes(mark.name))
        misplaced(`A "${mark.name}" cannot stand in a row or keep`, 'end what is open before it');
      if (mark.name === 'page') out.push({ type: 'page', line });
      else if (fold.open < MOST_OPEN) {
        fold.open++;
        out.push(mark.name === 'keep' ? keep(fold, line) : row(fold, mark, line));
        fold.open--;
      }
      return;
    case 'next':
      fail(reading, 'next-outside-row', 'A "next" stands outside a row', line);
      return;
    case 'notes': {
      const field = reading.notes.get(line);
      const after = fold.nodes[fold.at];
      if (after?.type === 'mark' && after.mark.name === 'notes' && after.mark.ends) fold.at++;
      if (field) out.push({ type: 'notes', field, line });
      return;
    }
    case 'cells':
    case 'choice':
    case 'check':
      boxes(fold, mark, line, out);
      return;
    case 'table': {
      const node = fold.nodes[fold.at];
      if (node?.type === 'table') {
        fold.at++;
        out.push(readTable(reading, node, { parts: mark, line }));
      } else misplaced('A "table" mark stands before its table');
      return;
    }
    case 'brief': {
      const node = fold.nodes[fold.at];
      const count = out.length;
      if (node?.type === 'paragraph') {
        fold.at++;
        plainBlock(fold, node, out);
        const made = out[count];
        if (made?.type === 'paragraph') {
          out[count] = { ...made, brief: mark.label };
          return;
        }
      }
      misplaced('A "brief" stands before the paragraph that it may replace');
      return;
    }
    case 'field':
    case 'lang':
      misplaced(`The mark "${mark.name}" does not stand alone`, 'put it after its words');
  }
}

/** Takes the mark that ends what began in `line`. */
function ended(fold: Fold, name: string, line: number): void {
  const node = fold.nodes[fold.at];
  if (node?.type === 'mark' && node.mark.ends && node.mark.name === name) fold.at++;
  else fail(fold.reading, 'no-end', `This "${name}" has no end`, line, `end it with <!-- /${name} -->`);
}

function keep(fold: Fold, line: number): Block {
  const blocks = blocksUntil(fold, (m) => m.ends && (m.name === 'keep' || m.name === 'row'), ['row']);
  ended(fold, 'keep', line);
  return { type: 'keep', blocks, line };
}

function row(fold: Fold, mark: MarkParts, line: number): Row {
  const { widths, bars } = barred(mark);
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
    const message = `The row has ${widths.length} widths and ${stacks.length} stacks`;
    fail(fold.reading, 'widths-mismatch', message, line, 'one width for each stack; "next" parts them');
  }
  return {
    type: 'row',
    widths: stacks.map((_, i) => widths[i] ?? 1),
    rules: stacks.map((_, i) => bars.has(i)),
    stacks,
    line,
  };
}

/** A choice, check or cells mark that stands alone, with the list after it; cells and check may share one. */
function boxes(fold: Fold, mark: MarkParts, line: number, out: Block[]): void {
  const { reading } = fold;
  const after = fold.nodes[fold.at];
  let shared: MarkParts | null = null;
  if (after?.type === 'mark' && !after.mark.ends && mark.name !== 'choice') {
    const pair = `${mark.name} ${after.mark.name}`;
    if (pair === 'cells check' || pair === 'check cells') {
      shared = after.mark;
      fold.at++;
    }
  }
  const node = fold.nodes[fold.at];
  if (node?.type !== 'list') {
    failWithoutList(reading, mark, line);
    return;
  }
  fold.at++;
  const nested = (nodes: readonly Node[]): readonly Block[] => inside(reading, nodes);
  if (mark.name === 'cells') out.push(readCells(reading, mark, shared, node, line, nested));
  else if (shared) out.push(readCells(reading, shared, mark, node, line, nested));
  else if (mark.name === 'check')
    out.push(readCheck(reading, mark, node, { line, visible: '', lead: null, nested }));
  else {
    const last = out.at(-1);
    const inLine = mark.options.get('as') === 'line' && last?.type === 'paragraph' && last === fold.lead;
    const lead = inLine ? last.content : null;
    if (lead) out.pop();
    const visible = lead ? plain(withoutColon(lead)).trim() : '';
    out.push(readChoice(reading, mark, node, { line, visible, lead, nested }));
  }
}

function plainBlock(fold: Fold, node: PlainNode, out: Block[]): void {
  const { reading } = fold;
  switch (node.type) {
    case 'heading':
      out.push(readHeading(reading, node, fold.opens));
      return;
    case 'paragraph':
      paragraph(fold, node, out);
      return;
    case 'quote':
      out.push(quoteOf(inside(reading, node.children), node.line));
      return;
    case 'list':
      out.push(readList(reading, node, (nodes) => inside(reading, nodes)));
      return;
    case 'table':
      out.push(readTable(reading, node, null));
      return;
    case 'code':
    case 'rule':
      out.push(node);
      return;
  }
}

/** A paragraph; a choice or check mark that ends it takes the list after it. */
function paragraph(fold: Fold, node: TextNode, out: Block[]): void {
  const { reading } = fold;
  const { line } = node;
  const picture = readPicture(reading, node.content);
  if (picture) {
    const image: Image = { type: 'image', ...picture, line };
    reading.pictures.push(image);
    out.push(image);
    return;
  }
  const before = out.at(-1);
  const afterTitle = before?.type === 'heading' && before.level === 1;
  const tail = takeTail(reading, node.content, line);
  const content = readFields(reading, tail.content, { line, cell: false });
  const next = fold.nodes[fold.at];
  const { mark } = tail;
  if (mark && next?.type === 'list') {
    fold.at++;
    const nested = (nodes: readonly Node[]): readonly Block[] => inside(reading, nodes);
    const inLine = mark.options.get('as') === 'line' && endsInColon(tail.content);
    const around: Around = {
      ...{ line, nested, visible: labelWords(content, tail.content) },
      lead: inLine ? inLanguage(content, tail.lang) : null,
    };
    if (!inLine && content.length > 0) out.push(paragraphOf(content, tail.lang, afterTitle, line));
    out.push(
      mark.name === 'choice'
        ? readChoice(reading, mark, next, around)
        : readCheck(reading, mark, next, around),
    );
    return;
  }
  if (mark) failWithoutList(reading, mark, line);
  if (content.length === 0) return;
  const made = paragraphOf(content, tail.lang, afterTitle, line);
  if (endsInColon(tail.content)) fold.lead = made;
  out.push(made);
}
