/** The small drawn things of a form: boxes to tick, frames, ticks on a rail. Rules are filled rectangles (one ink). */
import type { Box } from '../../markdown/document.ts';
import type { Mark } from '../box.ts';
import { RULE } from '../rules.ts';

/** A frame drawn inside its rectangle. */
export function frame(x: number, y: number, width: number, height: number, thick: number): readonly Mark[] {
  return [
    { type: 'rule', x, y, width, height: thick },
    { type: 'rule', x, y: y + height - thick, width, height: thick },
    { type: 'rule', x, y, width: thick, height },
    { type: 'rule', x: x + width - thick, y, width: thick, height },
  ];
}

/** A box to tick with its field; the target on screen is `target` wide. */
export function tickBox(
  box: Box | { readonly on: boolean },
  x: number,
  y: number,
  size: number,
  at: number | null,
  target = size,
): readonly Mark[] {
  const marks: Mark[] = [...frame(x, y, size, size, size > 12 ? RULE.box : RULE.smallBox)];
  if ('field' in box) {
    const { field } = box;
    marks.push({ type: 'field', x, y, width: target, height: size, field, box, node: at });
  } else if (box.on) marks.push({ type: 'cross', x, y, size });
  return marks;
}
