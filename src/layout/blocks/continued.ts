/**
 * What stands again at the top of the next page where a kept block is parted: the name under its rule, and the step whose
 * room to write goes on, each with the document's word for "continued". Artifacts: the text itself was said before.
 */
import type { Block, Heading } from '../../markdown/document.ts';
import { type Box, child, leaf, type Mark, moved, rightEdge, type Stack, stack } from '../box.ts';
import { baseline } from '../line-marks.ts';
import { RULE } from '../rules.ts';
import type { Style } from '../styles.ts';
import { type Context, setLines, word } from './context.ts';
import { figure, HANG, plainText } from './heading.ts';

/** Between the words and "continued", millimetres as drawn. */
const BEFORE = 2.4;

/** The kept block with the head that it has on its further pages; as it is where it has no heading. */
export function withHead(context: Context, blocks: readonly Block[], box: Stack, width: number): Box {
  const first = blocks[0];
  const heading = first?.type === 'row' ? first.stacks[0]?.[0] : first;
  if (heading?.type !== 'heading') return box;
  const { styles, across, down } = context;
  const rule: Mark = { type: 'rule', x: 0, y: 0, width, height: RULE.block, accent: true };
  const style = heading.role === 'skill' ? styles.skill : styles.step;
  const key = heading.key === null ? [] : [word(context, heading.key, style, null)];
  const name = again(context, heading, style, width, key);
  const head = stack([child(leaf(RULE.block, [rule])), child(name, down(1)), child(leaf(across(1)))]);
  return stack(box.children, { keep: true, again: head });
}

/** A step with its number, again. */
export function stepAgain(context: Context, heading: Heading, width: number): Box {
  const style = context.styles.step;
  const key = heading.key === null ? [] : figure(context, heading.key, null, style.leading);
  return again(context, heading, style, width, key);
}

function again(context: Context, heading: Heading, style: Style, width: number, key: readonly Mark[]): Box {
  const { styles, across } = context;
  const indent = key.length === 0 ? 0 : across(HANG);
  const more = word(context, context.continued, styles.help, null);
  const run = { text: plainText(heading.content), face: style.face, size: style.size, node: null };
  const room = width - indent - more.width - across(BEFORE);
  // What the font lacks of it was told where it stands first.
  const known = context.problems.length;
  const set = setLines(context, [run], style, heading.line, { width: room });
  context.problems.length = known;
  const words = set.lines.flatMap((line, i) => line.map((mark) => moved(mark, indent, i * style.leading)));
  const x = indent + rightEdge(set.lines[0] ?? []) + across(BEFORE);
  return leaf(set.height, [...key, ...words, { ...more, x, y: baseline(style) }]);
}
