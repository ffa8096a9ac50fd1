/**
 * Headings with the line that introduces what follows beside them, where height is dear. On wide paper a title has its lead
 * at its right edge: a page that is one table needs the height. A compact page needs it under every heading.
 */
import type { Block, Paragraph } from '../../markdown/document.ts';
import { type Box, child, columns, leaf, reach, stack } from '../box.ts';
import { type Context, node, paragraph } from './context.ts';
import { leadsToRuler } from './gap.ts';
import { headingBox } from './heading.ts';

/** The most that a lead beside a title takes of the width. */
const LEAD = 0.42;
/** White between the two, millimetres as drawn. */
const BETWEEN = 6;

/**
 * The heading that stands at `i` with the paragraph after it beside it: a title with its lead, on wide paper and in a
 * compact theme; there also a part or section with its lead or help. Null where there is none, or where it takes more
 * room than beside the heading is.
 */
export function besideHeading(
  context: Context,
  blocks: readonly Block[],
  i: number,
  width: number,
): Box | null {
  const [heading, next] = [blocks[i], blocks[i + 1]];
  if (heading?.type !== 'heading' || next?.type !== 'paragraph' || heading.note !== null) return null;
  const compact = context.theme.compact ?? false;
  const titled = heading.role === 'title' && next.role === 'lead' && (compact || width > context.live);
  const headed = (heading.role === 'part' || heading.role === 'section') && next.role !== 'plain' && compact;
  if (!titled && !headed) return null;
  const known = [context.nodes.length, context.problems.length] as const;
  const setting = { width, rule: true, heavy: leadsToRuler(blocks, i), narrow: false };
  const alone = headingBox(context, heading, 0, setting);
  if (titled) {
    const both = withLead(context, alone, next, width);
    if (both) return both;
  }
  [context.nodes.length, context.problems.length] = known;
  if (!headed) return null;
  const noted = { ...heading, note: next.content, noteBelow: false };
  const line = headingBox(context, noted, 0, { ...setting, noteParent: 0 });
  if (line.height <= alone.height) return line;
  [context.nodes.length, context.problems.length] = known;
  return null;
}

/** The title with its lead at its right, both ending on one line. */
function withLead(context: Context, title: Box, lead: Paragraph, width: number): Box | null {
  const room = Math.min(width * LEAD, width - reach(title) - context.across(BETWEEN));
  if (room <= 0) return null;
  const at = node(context, 'P', 0);
  const setting = { width: room, align: 'right' as const, even: true };
  const text = paragraph(context, lead.content, context.styles.body, at, lead.line, setting);
  if (text.height > title.height) return null;
  const lowered = stack([child(leaf(title.height - text.height)), child(text)]);
  return columns({
    columns: [
      { x: 0, box: title },
      { x: width - room, box: lowered },
    ],
  });
}
