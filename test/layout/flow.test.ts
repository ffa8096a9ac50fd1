/** One test for each sentence of the page-break rule, over bare boxes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, child, columns, leaf, lines, stack, textBox } from '../../src/layout/box.ts';
import { type Flowing, paginate } from '../../src/layout/flow.ts';

const field = {
  kind: 'notes',
  id: 'n',
  label: 'Notes',
  required: false,
  line: 1,
  value: '',
  lines: 2,
  grow: true,
} as const;

function room(count: number, grow = true): Box {
  return lines({ width: 100, count, pitch: 20, grow, ruled: true, field, node: null });
}

/** Lines of text and of room, and leaves, in all of them. */
function countLines(boxes: readonly Box[]): { text: number; room: number; leaves: number } {
  const sum = { text: 0, room: 0, leaves: 0 };
  const count = (box: Box): void => {
    if (box.kind === 'text') sum.text += box.lines.length;
    else if (box.kind === 'lines') sum.room += box.count;
    else if (box.kind === 'leaf') sum.leaves++;
    else for (const inner of box.kind === 'stack' ? box.children : box.columns) count(inner.box);
  };
  boxes.forEach(count);
  return sum;
}

function item(box: Box, more: Partial<Flowing> = {}): Flowing {
  return { box, before: 10, keepNext: false, page: false, compact: null, line: 1, ...more };
}

/** Heights of the boxes page by page. */
function heights(pages: ReturnType<typeof paginate>): number[][] {
  return pages.map((page) => page.map((placed) => placed.box.height));
}

describe('paginate', () => {
  it('puts white between blocks and none at the top of a page', () => {
    const pages = paginate([item(leaf(50)), item(leaf(50)), item(leaf(50))], 120);
    expect(pages.map((page) => page.map((placed) => placed.y))).toEqual([[0, 60], [0]]);
  });

  it('does not split what is kept together, unless it is taller than a page', () => {
    const kept = stack([child(leaf(60)), child(leaf(60))], { keep: true });
    expect(heights(paginate([item(leaf(50)), item(kept)], 150))).toEqual([[50], [120]]);
    const tall = stack([child(leaf(60)), child(leaf(60)), child(leaf(60))], { keep: true });
    expect(heights(paginate([item(tall)], 150))).toEqual([[120], [60]]);
  });

  it('keeps the order: nothing moves up to fill a hole', () => {
    const kept = stack([child(leaf(100))], { keep: true });
    expect(heights(paginate([item(leaf(80)), item(kept), item(leaf(20))], 150))).toEqual([[80], [100, 20]]);
  });

  it('gives what is left of a page to the writing room, in whole lines', () => {
    const pages = paginate([item(leaf(30)), item(room(2))], 175);
    expect(heights(pages)).toEqual([[30, 120]]);
  });

  it('shares what is left evenly among writing rooms', () => {
    expect(heights(paginate([item(room(2)), item(room(2))], 210))).toEqual([[100, 100]]);
  });

  it('makes kept blocks with writing room equally high', () => {
    const low = stack([child(leaf(10)), child(room(2))], { keep: true });
    const high = stack([child(leaf(50)), child(room(2))], { keep: true });
    expect(heights(paginate([item(low), item(high)], 310))).toEqual([[150, 150]]);
  });

  it('leaves room that does not grow as it is', () => {
    expect(heights(paginate([item(room(2, false))], 300))).toEqual([[40]]);
  });

  it('keeps a heading with what it introduces and its first two lines', () => {
    const text = textBox([[], [], [], []], 12);
    const flow = [item(leaf(60)), item(leaf(20), { keepNext: true }), item(text)];
    expect(heights(paginate(flow, 110))).toEqual([[60], [20, 48]]);
    expect(heights(paginate(flow, 124))).toEqual([[60, 20, 24], [24]]);
  });

  it('keeps a heading with three lines to write on, which cannot be parted', () => {
    const flow = [item(leaf(70)), item(leaf(20), { keepNext: true }), item(room(3))];
    expect(heights(paginate(flow, 150))).toEqual([[70], [20, 120]]);
  });

  it('leaves no heading alone where what it introduces is as high as a page', () => {
    const kept = stack([child(leaf(60)), child(leaf(60))], { keep: true });
    const pages = paginate([item(leaf(50)), item(leaf(20), { keepNext: true }), item(kept)], 120);
    expect(heights(pages)).toEqual([[50], [20, 60], [60]]);
  });

  it('leaves no single line of a text behind, and takes none alone', () => {
    const text = textBox([[], [], [], [], []], 12);
    expect(heights(paginate([item(leaf(50)), item(text)], 108))).toEqual([[50, 36], [24]]);
    expect(heights(paginate([item(leaf(50)), item(text)], 84))).toEqual([[50, 24], [36]]);
    expect(heights(paginate([item(leaf(50)), item(text)], 75))).toEqual([[50], [60]]);
  });

  it('begins a new page where the document says so', () => {
    expect(heights(paginate([item(leaf(10)), item(leaf(10), { page: true })], 100))).toEqual([[10], [10]]);
  });

  it('says the head again where a table goes on', () => {
    const head = leaf(10);
    const rows = [child(head, 0, { keepNext: true }), ...[1, 2, 3, 4].map(() => child(leaf(30)))];
    expect(heights(paginate([item(stack(rows, { again: head }))], 75))).toEqual([[70], [70]]);
  });

  it('parts writing room that does not fit, and gives each part its own height', () => {
    const pages = paginate([item(leaf(50)), item(room(6, false))], 120);
    expect(heights(pages)).toEqual([[50, 60], [60]]);
  });

  it('parts a block that is too tall after its room to write, which goes on above what follows', () => {
    const kept = stack([child(leaf(60)), child(room(6)), child(leaf(80))], { keep: true });
    expect(heights(paginate([item(kept)], 200))).toEqual([[200], [200]]);
    const [first, second] = paginate([item(kept)], 200).map((page) => countLines(page.map((p) => p.box)));
    expect([first?.room, second?.room]).toEqual([7, 6]);
    const fixed = stack([child(leaf(60)), child(room(6, false)), child(leaf(80))], { keep: true });
    expect(heights(paginate([item(fixed)], 200))).toEqual([[180], [80]]);
  });

  it('takes no last row of a table over alone, but with the one before it', () => {
    const head = leaf(10);
    const rows = (count: number) => [
      child(head, 0, { keepNext: true }),
      ...Array.from({ length: count }, () => child(leaf(30))),
    ];
    expect(heights(paginate([item(stack(rows(4), { again: head }))], 105))).toEqual([[70], [70]]);
    expect(heights(paginate([item(stack(rows(2), { again: head }))], 45))).toEqual([[40], [40]]);
  });

  it('fits every page and loses no line of text or room, whatever is set', () => {
    const box = fc.letrec<{ box: Box; stack: Box }>((tie) => ({
      box: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.integer({ min: 1, max: 90 }).map((height) => leaf(height)),
        fc.integer({ min: 1, max: 12 }).map((count) => textBox(Array(count).fill([]), 10)),
        fc.integer({ min: 2, max: 12 }).map((count) => room(count, false)),
        tie('stack'),
        fc.tuple(tie('box'), tie('box')).map(([a, b]) =>
          columns({
            columns: [
              { x: 0, box: a },
              { x: 50, box: b },
            ],
            above: 2,
            below: 3,
          }),
        ),
      ),
      stack: fc
        .tuple(fc.array(tie('box'), { minLength: 1, maxLength: 4 }), fc.boolean())
        .map(([inner, keep]) =>
          stack(
            inner.map((b) => child(b, 4)),
            { keep },
          ),
        ),
    })).box;
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 8 }), (boxes) => {
        const pages = paginate(
          boxes.map((b) => item(b)),
          400,
        );
        for (const page of pages) {
          const last = page.at(-1);
          const fits = (last?.y ?? 0) + (last?.box.height ?? 0) <= 400.1;
          expect(fits || page.length === 1).toBe(true);
        }
        const placed = pages.flatMap((page) => page.map((p) => p.box));
        expect(countLines(placed)).toEqual(countLines(boxes));
      }),
    );
  });

  it('tries two neighbours in their compact form before each takes a page', () => {
    const full = stack([child(leaf(90))], { keep: true });
    const small = (): Box => stack([child(leaf(60))], { keep: true });
    const flow = [item(full, { compact: small }), item(full, { compact: small })];
    expect(heights(paginate(flow, 140))).toEqual([[60, 60]]);
    expect(heights(paginate(flow, 120))).toEqual([[90], [90]]);
    expect(heights(paginate(flow, 190))).toEqual([[90, 90]]);
  });
});
