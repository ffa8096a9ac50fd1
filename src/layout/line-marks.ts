/** Broken lines as marks: each piece at its place, blanks with their rule and field, links with their area. */
import { fieldMark, type Mark, textMark } from './box.ts';
import type { Line, Run } from './lines.ts';
import type { LinkItem } from './page.ts';
import { RULE } from './rules.ts';
import type { Style } from './styles.ts';

/** The base line's distance from the top of a line of this style. */
export function baseline(style: Style): number {
  return style.leading / 2 + 0.312 * style.size;
}

/** A line that is typed, in parts of its size: lower, and some viewers cut what is under the base line. */
const TYPED = 1.4;

export type Align = 'left' | 'right' | 'center';

/** A line's marks, relative to its top left; all of them `indent` to the right. `own`: the paragraph's run for one that a piece names. */
export function lineMarks(
  line: Line,
  own: (run: Run) => Run,
  style: Style,
  width: number,
  align: Align = 'left',
  indent = 0,
): readonly Mark[] {
  const y = baseline(style);
  const rest = align === 'right' ? width - line.width : align === 'center' ? (width - line.width) / 2 : 0;
  const marks: Mark[] = [];
  let area: LinkItem | null = null;
  for (const { run: named, text, end, width: wide, x: at, rightToLeft } of line.pieces) {
    const run = own(named);
    const x = at + rest + indent;
    const { face, size, node } = run;
    if (run.blank) {
      const { field } = run.blank;
      const { first = false } = run.blank;
      const low = y + 1.6;
      const height = Math.max(style.leading + 2, TYPED * size);
      marks.push(fieldMark(field, run.blank.node, { x, y: low - height, width: wide, height }));
      if (!first) marks.push({ type: 'rule', x, y: low, width: wide, height: RULE.writing });
      if (text) {
        const left = first ? x : x + 1;
        marks.push(
          textMark({ x: left, y, face, size, text, width: wide, node }, { written: { field, end } }),
        );
      }
      continue;
    }
    const { pageOf } = run;
    const written = run.written && { field: run.written.field, end: run.written.from + end };
    const place = { x, y, face, size, text, width: wide, node };
    marks.push(textMark(place, { rightToLeft, pageOf, written }));
    if (run.link) {
      const target = run.link;
      const on: LinkItem | null = area?.node === node && sameTarget(area.target, target) ? area : null;
      if (on) marks.splice(marks.indexOf(on), 1);
      const from = Math.min(on?.x ?? x, x);
      const to: number = Math.max(on ? on.x + on.width : x, x + wide);
      area = { type: 'link', x: from, y: 0, width: to - from, height: style.leading, target, node };
      marks.push(area);
      if ('href' in target) marks.push({ type: 'rule', x, y: y + 1.2, width: wide, height: RULE.link });
    }
  }
  return marks;
}

/** One area on a line for all words of a link. */
function sameTarget(a: LinkItem['target'], b: LinkItem['target']): boolean {
  if ('href' in a) return 'href' in b && a.href === b.href;
  return 'anchor' in b && a.anchor === b.anchor;
}
