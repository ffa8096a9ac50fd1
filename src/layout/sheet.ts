/**
 * What a compact theme asks of a whole document: that it is one sheet of two sides, with room for more notes only where
 * a rest is left.
 */
import type { Block } from '../markdown/document.ts';
import { type Problem, warning } from '../problems/problem.ts';
import { lineSpan, type Source } from '../problems/source.ts';
import type { OutlineEntry } from './page.ts';

/** A document of more kept blocks than this is no matter of one sheet. */
const MOST_KEPT = 4;

/** Numbers of the blocks that only fill a page up: a section that is nothing but empty growing room, before a page break. */
export function spareRoom(blocks: readonly Block[]): ReadonlySet<number> {
  const spare = new Set<number>();
  blocks.forEach((block, i) => {
    const [heading, notes] = [blocks[i - 2], blocks[i - 1]];
    if (block.type !== 'page' || heading?.type !== 'heading' || heading.role !== 'section') return;
    if (notes?.type !== 'notes' || !notes.field.grow || notes.field.value !== '' || notes.field.required)
      return;
    spare.add(i - 2).add(i - 1);
  });
  return spare;
}

/** The warning `more-than-two-sides` for a document that one sheet was meant to hold; null where it does. */
export function beyondOneSheet(
  source: Source,
  blocks: readonly Block[],
  pages: number,
  outline: readonly OutlineEntry[],
): Problem | null {
  if (pages <= 2 || blocks.filter((block) => block.type === 'keep').length > MOST_KEPT) return null;
  const over = outline.find((entry) => entry.page >= 2);
  const begins = over ? `"${over.text}" begins on side ${over.page + 1}: ` : '';
  return warning(
    'more-than-two-sides',
    `This document has ${pages} sides, and the theme is for one sheet`,
    lineSpan(source, 1),
    { help: `${begins}ask for fewer skills, shorten the longest texts, or take the theme "plain"` },
  );
}
