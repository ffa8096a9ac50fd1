/**
 * Blocks into boxes: one builder for each kind of block, and the white between two of them. Nothing here knows a kind of
 * document: what a block looks like follows from what it is and what it stands in.
 */
import type { Block, List, ListItem, Notes, Paragraph, Quote } from '../../markdown/document.ts';
import {
  type Box,
  type Child,
  child,
  columns,
  fieldMark,
  leaf,
  lines,
  type Mark,
  stack,
  textBox,
} from '../box.ts';
import type { StructureNode } from '../page.ts';
import { RULE } from '../rules.ts';
import type { Style } from '../styles.ts';
import { tickBox } from './boxes.ts';
import { cellsBox } from './cells.ts';
import { checkBox, choiceBox } from './choice.ts';
import { type Context, node, paragraph, word, writtenBox, writtenLines } from './context.ts';
import { gap, leadsToRuler } from './gap.ts';
import { HANG, headingBox } from './heading.ts';
import { imageBox } from './image.ts';
import { isStrip, rowBox } from './row.ts';
import { tableBox } from './table.ts';

export interface Place {
  readonly width: number;
  /** The structure element it belongs to. */
  readonly parent: number;
  /** Text style that is inherited: in a quote, under an anchor. */
  readonly style?: Style;
  /** In a stack of a row. */
  readonly narrow?: boolean;
  /** In a keep: rows are strips parted by rules. */
  readonly keep?: boolean;
  /** Compact: paragraphs that have a brief stand-in give way to it. */
  readonly brief?: boolean;
  /** Rules over headings are drawn by the row. */
  readonly ruleless?: boolean;
}

/** Builds blocks, or of these siblings the one at `only`. */
export type Build = (blocks: readonly Block[], place: Place, only?: number) => readonly Child[];

/** The builder for a document. */
export function builder(context: Context): Build {
  const build: Build = (blocks, place, only) => {
    const children: Child[] = [];
    const hang =
      blocks[0]?.type === 'heading' &&
      (blocks[0].role === 'step' || (blocks[0].role === 'skill' && place.narrow)) &&
      blocks[0].key !== null;
    const from = only ?? 0;
    const to = only === undefined ? blocks.length : only + 1;
    for (let i = from; i < to; i++) {
      const block = blocks[i];
      if (!block) break;
      const indent = hang && i > 0 && hangs(block) ? context.across(HANG) : 0;
      const within = indent === 0 ? place : { ...place, width: place.width - indent };
      const made = boxOf(context, blocks, i, within, build);
      if (!made) continue;
      const step = opensStrip(block, place);
      const strip = i > 0 && (step || (block.type === 'row' && isStrip(block, place)));
      const box = step && i > 0 ? stripOver(context, made, place.width) : made;
      // Rows and tables have their white below; lines to write on do not.
      const white = !strip
        ? gap(context, blocks, i)
        : blocks[i - 1]?.type === 'notes'
          ? context.down(1.4)
          : 0;
      children.push(child(box, white, { x: indent, keepNext: staysWithNext(blocks, i) }));
    }
    return children;
  };
  return build;
}

/** True of a step that stands in a kept block by itself and not in a row: it opens a strip like those of rows. */
function opensStrip(block: Block, place: Place): boolean {
  return place.keep === true && !place.narrow && block.type === 'heading' && block.role === 'step';
}

/** A thin rule over what opens a strip. */
function stripOver(context: Context, box: Box, width: number): Box {
  const rule = leaf(RULE.row, [{ type: 'rule', x: 0, y: 0, width, height: RULE.row }]);
  return stack([child(rule), child(box, context.down(1.4))]);
}

function hangs(block: Block): boolean {
  return (
    block.type === 'list' ||
    block.type === 'paragraph' ||
    (block.type === 'heading' && block.role === 'small')
  );
}

/** A heading stays with what follows, and so does what introduces it: help and lead lines, a paragraph that ends in a colon. */
function staysWithNext(blocks: readonly Block[], i: number): boolean {
  const [before, block, next] = [blocks[i - 1], blocks[i], blocks[i + 1]];
  if (block?.type === 'heading') return true;
  if (block?.type === 'row' && next?.type === 'choice' && next.as === 'ruler') return true;
  if (block?.type !== 'paragraph' || next === undefined) return false;
  if (block.role !== 'plain') return before?.type === 'heading';
  if (next.type !== 'list' && next.type !== 'table' && next.type !== 'cells') return false;
  const last = block.content.at(-1);
  return last?.type === 'text' && last.text.trimEnd().endsWith(':');
}

function boxOf(
  context: Context,
  blocks: readonly Block[],
  i: number,
  place: Place,
  build: Build,
): Box | null {
  const { styles } = context;
  const block = blocks[i];
  if (!block) return null;
  switch (block.type) {
    case 'heading':
      return headingBox(context, block, place.parent, {
        width: place.width,
        rule: !(place.ruleless && i === 0),
        heavy: leadsToRuler(blocks, i),
        narrow: place.narrow ?? false,
      });
    case 'paragraph':
      return paragraphBox(context, block, place, blocks[i + 1]);
    case 'quote':
      return quoteBox(context, block, place, build);
    case 'list':
      return listBox(context, block, place, build);
    case 'table':
      return tableBox(context, block, place.parent, place.width, place.keep);
    case 'cells':
      return cellsBox(context, block, place.parent, place.width);
    case 'choice':
      return choiceBox(context, block, place.parent, place.width, build);
    case 'check':
      return checkBox(context, block, place.parent, place.width, build);
    case 'notes':
      return notesBox(context, block, place);
    case 'row':
      return rowBox(context, block, place, build, i === 0);
    case 'keep':
      return stack(build(block.blocks, { ...place, keep: true }), { keep: true });
    case 'code': {
      const at = node(context, 'Code', place.parent);
      const content = block.text
        .replace(/\n$/, '')
        .split('\n')
        .map((text) =>
          paragraph(
            context,
            [{ type: 'text', text: text.replace(/\t/g, '    ').replace(/ /g, '\u00a0') || '\u00a0' }],
            styles.list,
            at,
            block.line,
            { width: place.width - context.across(3) },
          ),
        );
      return stack(content.map((text) => child(text, 0, { x: context.across(3) })));
    }
    case 'rule':
      return leaf(RULE.row, [{ type: 'rule', x: 0, y: 0, width: place.width, height: RULE.row }]);
    case 'image':
      return imageBox(context, block, place.parent, place.width);
    case 'page':
      return null;
  }
}

function paragraphBox(context: Context, block: Paragraph, place: Place, next: Block | undefined): Box {
  const { styles } = context;
  const at = node(context, 'P', place.parent);
  if (place.brief && block.brief !== null) {
    return paragraph(context, [{ type: 'text', text: block.brief }], styles.help, at, block.line, {
      width: place.width,
    });
  }
  const companion = next?.type === 'paragraph' && next.role === 'help' && place.narrow;
  const style =
    block.role === 'help'
      ? styles.help
      : block.role === 'lead'
        ? styles.lead
        : (place.style ?? (companion ? styles.leading : styles.body));
  return paragraph(context, block.content, style, at, block.line, { width: place.width });
}

function quoteBox(context: Context, block: Quote, place: Place, build: Build): Box {
  const { styles } = context;
  const at = node(context, 'BlockQuote', place.parent);
  if (block.role === 'question') {
    const inside = block.blocks.map((b) => {
      if (b.type !== 'paragraph') return stack(build([b], { ...place, parent: at, style: styles.question }));
      const first = b.content[0];
      const quoted = first?.type === 'text' && /^[“„«"‘]/.test(first.text);
      return paragraph(context, b.content, styles.question, node(context, 'P', at), b.line, {
        width: place.width,
        hang: quoted ? context.across(1.6) : 0,
        whole: true,
      });
    });
    return stack(inside.map((box) => child(box, context.down(1))));
  }
  const inner = context.across(3) + RULE.block;
  const content = build(block.blocks, {
    ...place,
    width: place.width - inner,
    parent: at,
    style: styles.script,
    narrow: true,
  });
  const spaced = content.map((c, i) => (i === 0 ? c : { ...c, before: context.down(1.1) }));
  return columns({
    columns: [{ x: inner, box: stack(spaced) }],
    rules: [{ x: 0, width: RULE.block, full: true }],
    above: context.down(0.6),
    below: context.down(0.4),
  });
}

/** How a list's items are counted, by their numbers or keys. */
function numberingOf({ ordered, items }: List): NonNullable<StructureNode['numbering']> {
  const all = (keys: RegExp): boolean => items.every(({ key }) => key !== null && keys.test(key));
  if (ordered || all(/^\d+$/)) return 'Decimal';
  return all(/^[a-z]$/) ? 'LowerAlpha' : all(/^[A-Z]$/) ? 'UpperAlpha' : 'Disc';
}

function listBox(context: Context, list: List, place: Place, build: Build): Box {
  const at = node(context, 'L', place.parent, { numbering: numberingOf(list) });
  const { styles, across } = context;
  const numbered = list.ordered && !place.keep && !place.style;
  const style = place.style ?? (numbered ? styles.rules : styles.list);
  const last = `${list.start + list.items.length - 1}`;
  const indent = list.ordered
    ? numbered
      ? Math.max(across(HANG), context.fonts.bold.width(`${last}`, style.size) + across(2))
      : context.fonts.regular.width(`${last}. `, style.size) + across(1)
    : across(3.4);
  const rows = list.items.map((item, i) => {
    const li = node(context, 'LI', at);
    const mark = itemMark(context, list, item, i, style, numbered, li);
    const shift = mark.width > indent ? mark.width + across(1) : indent;
    const body = node(context, 'LBody', li);
    const inner = build(item.blocks, {
      width: place.width - shift,
      parent: body,
      style,
      narrow: true,
      keep: place.keep ?? false,
    });
    return columns({
      columns: [
        { x: 0, box: leaf(style.leading, mark.marks) },
        { x: shift, box: stack(inner) },
      ],
    });
  });
  return stack(rows.map((row) => child(row, numbered ? context.down(2) : 0)));
}

function itemMark(
  context: Context,
  list: List,
  item: ListItem,
  i: number,
  style: Style,
  numbered: boolean,
  li: number,
): { marks: readonly Mark[]; width: number } {
  if (item.box) {
    const size = context.across(3.4);
    return {
      marks: tickBox(item.box, 0, (style.leading - size) / 2, size, null),
      width: size + context.across(1.2),
    };
  }
  const at = node(context, 'Lbl', li);
  const strong: Style = { ...style, face: 'bold' };
  const text = item.key ?? (list.ordered ? (numbered ? `${list.start + i}` : `${list.start + i}.`) : '–');
  const mark = word(context, text, item.key !== null || numbered ? strong : style, at);
  return { marks: [mark], width: list.ordered || item.key !== null ? mark.width : 0 };
}

/** Room to write, or what a person wrote in it. */
function notesBox(context: Context, block: Notes, place: Place): Box {
  const { field } = block;
  const { theme } = context;
  const at = node(context, 'P', place.parent);
  const form = node(context, 'Form', at, { alt: field.label });
  const count = writtenLines(context, field.lines);
  const text = writtenBox(context, field, at, field.line, place.width);
  if (!text) {
    return lines({
      width: place.width,
      count,
      pitch: theme.line,
      grow: field.grow,
      ruled: true,
      field,
      node: form,
    });
  }
  const rest = Math.ceil((count * theme.line - text.height - context.down(1.5)) / theme.line - 0.01);
  // Room that is left, in empty lines: it can be parted like the text.
  const empty = rest > 0 ? [child(textBox(Array(rest).fill([]), theme.line))] : [];
  const height = Math.min(context.live, text.height + context.down(1.5) + Math.max(0, rest) * theme.line);
  const mark = fieldMark(field, form, { x: 0, y: 0, width: place.width, height });
  return stack([child(leaf(context.down(1.5), [mark]), 0, { keepNext: true }), child(text), ...empty]);
}
