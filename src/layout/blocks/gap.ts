/**
 * The white between two blocks, and which section is a heavy one. From what they are alone, whatever the document:
 * over a section 5.5 mm, after a heading 1, between blocks 4 (MEASURES, boxes and rhythm).
 */
import type { Block } from '../../markdown/document.ts';
import type { Context } from './context.ts';

function isRuler(block: Block | undefined): boolean {
  return block?.type === 'choice' && block.as === 'ruler';
}

/** True of a section's heading that a ruler follows, at once or after what is said about it: it weighs like a part. */
export function leadsToRuler(blocks: readonly Block[], i: number): boolean {
  const heading = blocks[i];
  if (heading?.type !== 'heading' || heading.role !== 'section') return false;
  let next = i + 1;
  while (blocks[next]?.type === 'paragraph') next++;
  return isRuler(blocks[next]);
}

/** White over a block that stands at `i` among its siblings, in points. */
export function gap(context: Context, blocks: readonly Block[], i: number): number {
  const block = blocks[i];
  return block ? context.down(between(blocks[i - 1], block, leadsToRuler(blocks, i))) : 0;
}

/** As drawn, in millimetres. */
function between(before: Block | undefined, block: Block, heavy = false): number {
  if (before?.type === 'paragraph' && before.role === 'lead') return 2.5;
  if (block.type === 'heading') {
    if (block.role === 'skill') return 4;
    if (block.role === 'title') return before === undefined ? 0 : 7;
    if (block.role === 'step') return 0;
    if (block.role === 'small') return before?.type === 'list' && block.level >= 4 ? 0.8 : 3.4;
    return heavy ? 7 : 5.5;
  }
  if (block.type === 'row') {
    const tops = block.stacks.map((blocks) => (blocks[0] ? between(before, blocks[0]) : 0));
    return Math.max(before?.type === 'heading' ? 1 : 0, ...tops);
  }
  if (block.type === 'keep') return block.blocks[0] ? Math.max(4, between(before, block.blocks[0])) : 4;
  if (before === undefined) return 0;
  if (before.type === 'heading') return afterHeading(before.role, block);
  if (block.type === 'notes') return before.type === 'paragraph' ? 0 : 2;
  if (block.type === 'choice' || block.type === 'check')
    return before.type === 'row' ? 0 : before.type === 'paragraph' ? (isRuler(block) ? 1.6 : 1) : 3.4;
  if (block.type === 'paragraph')
    return before.type === 'paragraph' ? (block.role === 'help' ? 0.5 : 1.4) : 2.5;
  if (block.type === 'table' && before.type === 'row') return 0;
  if (block.type === 'list') return 1;
  return block.type === 'cells' ? 4 : 3;
}

function afterHeading(role: string, block: Block): number {
  if (block.type === 'notes') return 0;
  if (block.type === 'paragraph' && block.role === 'lead') return 0;
  if (role === 'step') return block.type === 'list' ? 0.2 : 1;
  if (role === 'small') return block.type === 'list' ? 0.1 : 0.6;
  if (block.type === 'choice') return 1.5;
  return 1;
}
