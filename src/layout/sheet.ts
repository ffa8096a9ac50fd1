/**
 * The sheet: how much of the paper is used, and what a compact theme asks of a whole document: that it is one sheet of two
 * sides. What only fills a page up gives way to that, and lists take the width that writing had.
 */
import type { Block, Row } from '../markdown/document.ts';
import { type Problem, warning } from '../problems/problem.ts';
import { lineSpan, type Source } from '../problems/source.ts';
import type { OutlineEntry } from './page.ts';
import type { Paper } from './theme.ts';
import { mm } from './units.ts';

/** A document of more kept blocks than this is no matter of one sheet. */
const MOST_KEPT = 4;
/** A sheet has two. */
export const SIDES = 2;

/** True of a document that a compact theme is to set on one sheet. */
export function forOneSheet(blocks: readonly Block[]): boolean {
  const kept = blocks.filter((block) => block.type === 'keep').length;
  return kept > 0 && kept <= MOST_KEPT;
}

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

/** Where the last stack of a strip begins that gives way to the texts beside it, of twelve columns: room to write, a list. */
const BEGINS = { room: 6, list: 7 };

/**
 * The same blocks with more of the width for lists, so that their items stand in one line: in kept blocks what stands
 * beside one, or is one, begins at the same column in all. For a sheet that would not hold them as drawn.
 */
export function denser(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.type !== 'keep') return block;
    return {
      ...block,
      blocks: block.blocks.map((inner) => (inner.type === 'row' ? denserRow(inner) : inner)),
    };
  });
}

function denserRow(row: Row): Row {
  const lists = (stack: readonly Block[] | undefined) =>
    stack?.some((block) => block.type === 'list') ?? false;
  const writes = row.stacks.at(-1)?.some((block) => block.type === 'notes') ?? false;
  const gives = writes && row.rules.at(-1) === true && lists(row.stacks.at(-2));
  if (!gives && !lists(row.stacks.at(-1))) return row;
  const total = row.widths.reduce((sum, width) => sum + width, 0);
  const [before = 0, last = 0] = row.widths.slice(-2);
  const shift = ((gives ? BEGINS.room : BEGINS.list) * total) / 12 - (total - last);
  const leaves = gives ? shift > 0 : shift < 0 && before + shift > 0;
  return leaves ? { ...row, widths: [...row.widths.slice(0, -2), before + shift, last - shift] } : row;
}

/** White at the lower edge of the sheet: printers leave it out. */
export const EDGE = mm(4);

/** White that a compact theme leaves at the upper and lower edge, and between the live area and the foot. */
const EDGES = { top: mm(6), bottom: mm(5), foot: mm(1.5) };

/** How far a foot that is higher than the paper has room for takes its room from the live area, at most. */
const MOST_RAISED = mm(15);

/**
 * The paper as it is used: in a compact theme to the edges that printers leave out, else with the foot raised where it
 * needs more than it has. `foot`: its height.
 */
export function paperFor(paper: Paper, compact: boolean, foot: number): Paper {
  if (!compact) {
    const raised = Math.min(MOST_RAISED, Math.max(0, paper.footTop + foot - (paper.height - EDGES.bottom)));
    return { ...paper, footTop: paper.footTop - raised, live: paper.live - raised };
  }
  const footTop = Math.max(paper.footTop - MOST_RAISED, paper.height - EDGES.bottom - foot);
  const { top } = EDGES;
  return { ...paper, top, footTop, live: footTop - EDGES.foot - top };
}

/** The warning `more-than-two-sides` for a document that one sheet was meant to hold. */
export function beyondOneSheet(source: Source, pages: number, outline: readonly OutlineEntry[]): Problem {
  const over = outline.find((entry) => entry.page >= SIDES);
  const begins = over ? `"${over.text}" begins on side ${over.page + 1}: ` : '';
  return warning(
    'more-than-two-sides',
    `This document has ${pages} sides, and the theme is for one sheet`,
    lineSpan(source, 1),
    { help: `${begins}ask for fewer skills, shorten the longest texts, or take the theme "plain"` },
  );
}
