/** Boxes with their words, side by side or one under the other. What stands off a rail has these smaller boxes too. */
import type { Choice, Option } from '../../markdown/document.ts';
import {
  type Box,
  type Child,
  child,
  columns,
  leaf,
  type Mark,
  moved,
  rightEdge,
  stack,
  type TextBox,
} from '../box.ts';
import { smallBox } from '../measures.ts';
import { tickBox } from './boxes.ts';
import type { Build } from './build.ts';
import { type Context, node, paragraph } from './context.ts';

/** Between small choices, millimetres as drawn. */
const BETWEEN = 4;

/** Several boxes are heard as a list; a single one is a paragraph. Returns the list's number, or null. */
export function listNode(context: Context, options: readonly Option[], parent: number): number | null {
  return options.length > 1 ? node(context, 'L', parent) : null;
}

/** The element that holds a box and its words. */
export function itemNode(context: Context, list: number | null, parent: number): number {
  return list === null ? node(context, 'P', parent) : node(context, 'LBody', node(context, 'LI', list));
}

/** How far a text reaches. */
export function widthOf(text: TextBox): number {
  return Math.max(0, ...text.lines.map(rightEdge));
}

/** Boxes side by side, the words that lead them first; a new line where they do not fit. */
export function lineOf(
  context: Context,
  choice: Pick<Choice, 'options' | 'lead'>,
  parent: number,
  width: number,
): Box {
  const { styles, across } = context;
  const size = smallBox(context.theme);
  const lineHeight = size + context.down(1);
  const between = across(BETWEEN);
  const top = (lineHeight - styles.list.leading) / 2;
  const rows: { marks: Mark[]; height: number }[] = [{ marks: [], height: lineHeight }];
  const above: Child[] = [];
  let x = 0;
  if (choice.lead) {
    const at = node(context, 'P', parent);
    const lead = paragraph(context, choice.lead, styles.body, at, choice.options[0]?.line ?? 1, { width });
    if (lead.lines.length > 1) above.push(child(lead));
    else {
      for (const m of lead.lines[0] ?? [])
        rows[0]?.marks.push(moved(m, 0, (lineHeight - styles.body.leading) / 2));
      x = widthOf(lead) + between;
    }
  }
  const column = width / choice.options.length;
  const list = listNode(context, choice.options, parent);
  const fields =
    choice.options.length > 1 &&
    !choice.lead &&
    choice.options.some((o) => hasField(o)) &&
    choice.options.every((o) => heldBy(context, o, column - across(3) - size - across(1.2)));
  choice.options.forEach((option, i) => {
    const at = itemNode(context, list, parent);
    const form = node(context, 'Form', at, { alt: option.box.field.label });
    const content = contentOf(option);
    if (fields) x = i * column;
    const room = (fields ? (i + 1) * column - across(3) : width) - x - size - across(1.2);
    let text = paragraph(context, content, styles.list, at, option.line, {
      width: Math.max(room, across(12)),
    });
    if (
      !fields &&
      x > 0 &&
      (text.lines.length > 1 || x + size + across(1.2) + widthOf(text) > width + 0.01)
    ) {
      rows.push({ marks: [], height: lineHeight });
      x = 0;
      text = paragraph(context, content, styles.list, at, option.line, { width: width - size - across(1.2) });
    }
    const row = rows.at(-1);
    const target = size + across(1.2) + widthOf(text);
    row?.marks.push(
      ...tickBox(option.box, x, (lineHeight - size) / 2, size, form, hasField(option) ? size : target),
    );
    text.lines.forEach((l, k) => {
      for (const m of l) row?.marks.push(moved(m, x + size + across(1.2), top + k * styles.list.leading));
    });
    if (row) row.height = Math.max(row.height, lineHeight + text.height - styles.list.leading);
    x += size + across(1.2) + widthOf(text) + between;
  });
  return stack([...above, ...rows.map((row) => child(leaf(row.height, row.marks), context.down(1.2)))]);
}

function spaced(option: Option): Option['content'] {
  if (option.content.length === 0) return [];
  return option.word.length > 0 ? [{ type: 'text', text: ' ' }, ...option.content] : option.content;
}

function contentOf(option: Option): Option['content'] {
  return [
    ...(option.word.length > 0 ? [{ type: 'strong' as const, children: option.word }] : []),
    ...spaced(option),
  ];
}

/** True if an option's words stand in one line of this width. */
function heldBy(context: Context, option: Option, width: number): boolean {
  const known = [context.nodes.length, context.problems.length] as const;
  const text = paragraph(context, contentOf(option), context.styles.list, 0, option.line, { width });
  [context.nodes.length, context.problems.length] = known;
  return text.lines.length === 1;
}

/** True if a place to write stands in its words. */
export function hasField(option: Option): boolean {
  return option.content.some((inline) => inline.type === 'field');
}

/** Boxes one under the other. */
export function listOf(
  context: Context,
  options: readonly Option[],
  parent: number,
  width: number,
  build: Build,
): Box {
  const size = smallBox(context.theme);
  const indent = size + context.across(1.6);
  const list = listNode(context, options, parent);
  const rows = options.map((option) => {
    const at = itemNode(context, list, parent);
    const form = node(context, 'Form', at, { alt: option.box.field.label });
    const text = paragraph(context, contentOf(option), context.styles.list, at, option.line, {
      width: width - indent,
    });
    const nested = build(option.blocks, { width: width - indent, parent: at, style: context.styles.list });
    const target = hasField(option) ? size : indent + rightEdge(text.lines[0] ?? []);
    const box = leaf(size, tickBox(option.box, 0, 0, size, form, target));
    return columns({
      columns: [
        { x: 0, box },
        { x: indent, box: stack([child(text), ...nested]) },
      ],
      below: context.down(1),
    });
  });
  return stack(rows.map((row) => child(row)));
}
