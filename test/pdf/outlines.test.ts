/** The font program of outlines, read by a reader that is not its writer. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outlineProgram } from '../../src/pdf/outlines.ts';
import { Cff } from './conformance/cff.ts';

const place = fc.integer({ min: -3000, max: 3000 });
const step = fc.oneof(
  fc.record({ type: fc.constantFrom('M', 'L'), values: fc.tuple(place, place) }),
  fc.record({ type: fc.constant('Q'), values: fc.tuple(place, place, place, place) }),
  fc.record({ type: fc.constant('C'), values: fc.tuple(place, place, place, place, place, place) }),
  fc.constant({ type: 'Z', values: [] }),
);
/** As fonts have them: each begins at a point. */
const contour = fc
  .tuple(fc.tuple(place, place), fc.array(step, { maxLength: 60 }))
  .map(([values, steps]) => [{ type: 'M', values }, ...steps]);
const part = fc.record({
  steps: fc.array(contour, { maxLength: 3 }).map((contours) => contours.flat()),
  ...{ x: place, y: place },
});
const glyph = fc.record({
  width: fc.integer({ min: 0, max: 20_000 }),
  parts: fc.array(part, { maxLength: 3 }),
});

it('has each glyph at its number, as wide as it was said', () => {
  fc.assert(
    fc.property(fc.array(glyph, { maxLength: 20 }), (glyphs) => {
      const cff = new Cff(Buffer.from(outlineProgram('RUBRIG+Test', glyphs).bytes));
      expect(cff.glyphs).toBe(glyphs.length + 1);
      glyphs.forEach(({ width }, i) => {
        expect(cff.glyphOf(i + 1)).toBe(i + 1);
        expect(cff.width(i + 1)).toBe(width);
      });
      expect(cff.glyphOf(glyphs.length + 1)).toBeUndefined();
    }),
  );
});

it('says in what box its outlines lie', () => {
  const steps = [
    { type: 'M', values: [10, -20] },
    { type: 'L', values: [500, 700] },
    { type: 'Z', values: [] },
  ];
  const { box } = outlineProgram('RUBRIG+Test', [{ width: 600, parts: [{ steps, x: 5, y: 0 }] }]);
  expect(box).toEqual([15, -20, 505, 700]);
});
