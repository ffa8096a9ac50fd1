/** On wide paper a title has its lead line at its right edge: a page that is one table needs the height. */
import type { Block } from '../../markdown/document.ts';
import { type Box, child, columns, leaf, stack } from '../box.ts';
import { type Context, node, paragraph } from './context.ts';

/**
 * The title that stands at `i` with the lead after it beside it, both ending on one line; null where there is no such
 * lead, the paper is not wider than high, or the lead is higher than the title. `title`: its box.
 */
export function titleWithLead(
  context: Context,
  blocks: readonly Block[],
  i: number,
  title: Box,
  width: number,
): Box | null {
  const [heading, lead] = [blocks[i], blocks[i + 1]];
  if (heading?.type !== 'heading' || heading.role !== 'title' || width <= context.live) return null;
  if (lead?.type !== 'paragraph' || lead.role !== 'lead' || heading.note !== null) return null;
  const known = [context.nodes.length, context.problems.length] as const;
  const at = node(context, 'P', 0);
  const room = width * 0.42;
  const setting = { width: room, align: 'right' as const };
  const text = paragraph(context, lead.content, context.styles.body, at, lead.line, setting);
  if (text.height > title.height) {
    [context.nodes.length, context.problems.length] = known;
    return null;
  }
  const lowered = stack([child(leaf(title.height - text.height)), child(text)]);
  return columns({
    columns: [
      { x: 0, box: title },
      { x: width - room, box: lowered },
    ],
  });
}
