/**
 * Page breaks: which boxes stand on which page, and how high. A pure function over boxes, so that each sentence of the
 * rule is tested without a PDF:
 *
 *  1. what is kept together is never split unless it is taller than a page; order first, nothing moves up to fill a hole;
 *  2. what is left of a page goes to the writing room on it, in whole lines, shared evenly; kept blocks become equally high;
 *  3. a heading keeps what it introduces and its first lines;
 *  4. a block that does not fit beside its neighbour is tried in its compact form before it takes a page of its own.
 */
import { type Box, elastic, stretch } from './box.ts';
import { firstPart, split } from './split.ts';

/** A box on its way to a page. */
export interface Flowing {
  readonly box: Box;
  readonly before: number;
  readonly keepNext: boolean;
  /** A new page begins before it. */
  readonly page: boolean;
  /** The same in fewer lines, where the document has words for it. */
  readonly compact: (() => Box) | null;
  /** Where it stands in the source. */
  readonly line: number;
}

export interface Placed {
  readonly box: Box;
  readonly line: number;
  readonly y: number;
}

const SLACK = 0.01;
/** A compact form is never so much lower than the full one: where that would not do, it need not be made. */
const SAVES_AT_MOST = 0.4;

/** The pages, each a list of boxes with their tops. `height`: of the live area, points. */
export function paginate(flowing: readonly Flowing[], height: number): readonly (readonly Placed[])[] {
  const pages: (readonly Placed[])[] = [];
  const queue = [...flowing];
  let page: { box: Box; before: number; line: number }[] = [];
  let y = 0;
  /** All that stands on the page introduces what comes now: a new page would leave a heading alone. */
  let introduced = true;
  const flush = (): void => {
    if (page.length > 0) pages.push(fill(page, height));
    page = [];
    y = 0;
    introduced = true;
  };
  const put = (box: Box, { before, line, keepNext }: Flowing): void => {
    const gap = page.length === 0 ? 0 : before;
    page.push({ box, before: gap, line });
    y += gap + box.height;
    introduced &&= keepNext;
  };
  for (let i = 0; i < queue.length; i++) {
    const item = queue[i];
    if (!item) break;
    if (item.page) flush();
    const gap = page.length === 0 ? 0 : item.before;
    const room = height - y - gap;
    if (!introduced && needs(queue, i, height) > height - y + SLACK) {
      const small = item.compact?.();
      if (small && small.height <= room + SLACK) {
        put(small, item);
        continue;
      }
      flush();
      i--;
      queue[i + 1] = { ...item, page: false };
      continue;
    }
    const next = queue[i + 1];
    const paired = pair(item, next, room);
    if (paired) {
      put(paired[0], item);
      if (next) put(paired[1], next);
      i++;
      continue;
    }
    if (item.box.height <= room + SLACK) {
      put(item.box, item);
      continue;
    }
    const parts = split(item.box, room) ?? (introduced ? split(item.box, room, true) : null);
    if (parts && parts[1].height < item.box.height - SLACK) {
      put(parts[0], item);
      flush();
      queue[i] = { ...item, box: parts[1], before: 0, page: false, compact: null };
      i--;
    } else if (page.length > 0) {
      flush();
      queue[i] = { ...item, page: false };
      i--;
    } else put(item.box, item);
  }
  flush();
  return pages;
}

/** Height that must be free for this box to begin here: itself or its first part, with all that it introduces; over `most`, no matter how much. */
function needs(queue: readonly Flowing[], from: number, most: number): number {
  let height = 0;
  for (let i = from; i < queue.length; i++) {
    const item = queue[i];
    if (!item) break;
    height += item.before;
    if (!item.keepNext || i === queue.length - 1 || queue[i + 1]?.page) return height + firstPart(item.box);
    height += item.box.height;
    if (height > most + SLACK) break;
  }
  return height;
}

/** Two kept neighbours that fit on what is left only in their compact form. */
function pair(item: Flowing, next: Flowing | undefined, room: number): readonly [Box, Box] | null {
  if (!item.compact || !next?.compact || next.page) return null;
  const both = item.box.height + next.before + next.box.height;
  if (both <= room + SLACK || both * (1 - SAVES_AT_MOST) > room) return null;
  const first = item.compact();
  const second = next.compact();
  return first.height + next.before + second.height <= room + SLACK ? [first, second] : null;
}

/** What is left of the page, shared out. */
function fill(
  page: readonly { box: Box; before: number; line: number }[],
  height: number,
): readonly Placed[] {
  const used = page.reduce((sum, p) => sum + p.before + p.box.height, 0);
  const left = height - used;
  const growing = page.filter((p) => elastic(p.box));
  const kept = growing.length > 0 && growing.every((p) => p.box.kind === 'stack' && p.box.keep);
  const goal =
    kept && left > 0
      ? level(
          growing.map((p) => p.box),
          left,
        )
      : 0;
  let rest = left;
  let waiting = growing.length;
  let y = 0;
  return page.map(({ box, before, line }) => {
    y += before;
    let set = box;
    if (elastic(box) && rest > 0) {
      const more = kept ? Math.max(0, goal - box.height) : rest / waiting;
      set = stretch(box, box.height + more);
      rest -= Math.max(0, set.height - box.height);
      waiting--;
    }
    const placed = { box: set, y, line };
    y += set.height;
    return placed;
  });
}

/** The height that all boxes can have when the lower ones are raised first. */
function level(boxes: readonly Box[], left: number): number {
  const heights = boxes.map((b) => b.height).sort((a, b) => a - b);
  let rest = left;
  let goal = heights[0] ?? 0;
  for (let i = 1; i < heights.length; i++) {
    const step = ((heights[i] ?? 0) - goal) * i;
    if (step > rest) return goal + rest / i;
    rest -= step;
    goal = heights[i] ?? 0;
  }
  return goal + rest / heights.length;
}
