/**
 * Choices and checks: the rating ruler (boxes hanging from a rail, each owning the words under it), the same upright
 * where the texts are long or the points many, boxes in a line, boxes in a list. All points are alike: same box, same weight,
 * none first filled; what stands off the rail has a smaller box.
 */
import type { Check, Choice, Option } from '../../markdown/document.ts';
import {
  type Box,
  type Child,
  child,
  columns,
  heightOf,
  leaf,
  type Mark,
  moved,
  rightEdge,
  stack,
  type TextBox,
} from '../box.ts';
import { baseline } from '../line-marks.ts';
import { smallBox } from '../measures.ts';
import { RULE } from '../rules.ts';
import { tickBox } from './boxes.ts';
import type { Build } from './build.ts';
import { type Context, node, paragraph } from './context.ts';
import { plainText } from './heading.ts';
import { hasField, itemNode, lineOf, listNode, listOf, widthOf } from './options.ts';

/** The rail to a box, millimetres as drawn. */
const TICK = 2.2;
/** An anchor longer than this stands beside its point, not under it. */
const MOST_LINES = 8;

/** A choice as a box in a column. */
export function choiceBox(
  context: Context,
  choice: Choice,
  parent: number,
  width: number,
  build: Build,
): Box {
  if (choice.as === 'ruler') return ruler(context, choice, parent, width, build);
  if (choice.as === 'line') return lineOf(context, choice, parent, width);
  return listOf(context, choice.options, parent, width, build);
}

/** Boxes of their own, in a line where they fit on one, else in a list. */
export function checkBox(context: Context, check: Check, parent: number, width: number, build: Build): Box {
  const short = check.options.every((option) => option.blocks.length === 0);
  if (short) return lineOf(context, { ...check, lead: null }, parent, width);
  return listOf(context, check.options, parent, width, build);
}

interface Point {
  readonly option: Option;
  readonly word: TextBox;
  readonly anchor: readonly Child[];
  readonly form: number;
}

function isOff(choice: Choice, option: Option): boolean {
  return choice.field.off.includes(option.box.option);
}

function point(
  context: Context,
  option: Option,
  list: { readonly at: number | null; readonly parent: number },
  wide: number,
  build: Build,
  boxed: number,
): Point {
  const at = itemNode(context, list.at, list.parent);
  const form = node(context, 'Form', at, { alt: option.box.field.label });
  const words = option.word.length > 0 ? option.word : option.content;
  const word = paragraph(context, words, context.styles.point, at, option.line, { width: boxed });
  const anchor: Child[] = [];
  if (option.word.length > 0 && option.content.length > 0) {
    anchor.push(
      child(paragraph(context, option.content, context.styles.anchor, at, option.line, { width: wide })),
    );
  }
  anchor.push(...build(option.blocks, { width: wide, parent: at, style: context.styles.anchor }));
  return { option, word, anchor, form };
}

function anchorLines(p: Point, leading: number): number {
  return heightOf(p.anchor) / leading;
}

function ruler(context: Context, choice: Choice, parent: number, width: number, build: Build): Box {
  const { across } = context;
  const on = choice.options.filter((option) => !isOff(choice, option));
  const off = choice.options.filter((option) => isOff(choice, option));
  const bare = on.every((option) => option.content.length === 0 && option.blocks.length === 0);
  const size = width < across(100) ? smallBox(context.theme) : context.theme.box;
  if (bare) return bareRuler(context, choice, on, off, parent, width, size, build);
  const step = width / on.length;
  const wide = Math.min(step - across(3), across(43.5) * (width / across(186)) + across(30));
  if (on.length < 5 && !context.dense && !context.theme.stacked) {
    const tried = context.nodes.length;
    const problems = context.problems.length;
    const list = { at: listNode(context, on, parent), parent };
    const points = on.map((option) =>
      point(context, option, list, Math.min(wide, step - across(3)), build, step - size - across(2)),
    );
    if (points.every((p) => anchorLines(p, context.styles.anchor.leading) <= MOST_LINES + 0.01)) {
      return withOff(context, hanging(context, points, step, size, width), off, parent, width);
    }
    context.nodes.length = tried;
    context.problems.length = problems;
  }
  const boxes = context.dense ? smallBox(context.theme) : size;
  return withOff(context, upright(context, on, parent, width, boxes, build), off, parent, width);
}

/** The rail, and the points hanging from it. */
function hanging(context: Context, points: readonly Point[], step: number, size: number, width: number): Box {
  const rail: Mark = { type: 'rule', x: 0, y: 0, width, height: RULE.rail };
  const cells = points.map((p, i) => ({
    x: i * step,
    box: stack([child(head(context, p, size)), ...spaced(context, p.anchor)]),
  }));
  return stack([child(leaf(RULE.rail, [rail]), 0, { keepNext: true }), child(columns({ columns: cells }))]);
}

function spaced(context: Context, anchor: readonly Child[]): readonly Child[] {
  return anchor.map((c, i) => (i === 0 ? { ...c, before: context.down(0.8) } : c));
}

/** Tick, box and word of a point that hangs from the rail. */
function head(context: Context, p: Point, size: number): Box {
  const { styles, across } = context;
  const tick = context.down(TICK);
  // A place to write in the second line is high, and no click into it is meant for the box.
  const apart = p.word.lines.length > 1 && hasField(p.option);
  const target = apart ? size : size + across(1.6) + rightEdge(p.word.lines[0] ?? []);
  const marks: Mark[] = [
    { type: 'rule', x: (size - RULE.box) / 2, y: 0, width: RULE.box, height: tick },
    ...tickBox(p.option.box, 0, tick, size, p.form, target),
  ];
  const top = tick + (size - styles.point.leading) / 2;
  p.word.lines.forEach((line, i) => {
    for (const m of line) marks.push(moved(m, size + across(1.6), top + i * styles.point.leading));
  });
  return leaf(Math.max(tick + size, top + p.word.height), marks);
}

/** A ruler of words alone: the rail is as long as its points need; what is off stands at the right, or below. */
function bareRuler(
  context: Context,
  choice: Choice,
  on: readonly Option[],
  off: readonly Option[],
  parent: number,
  width: number,
  size: number,
  build: Build,
): Box {
  const { across } = context;
  const beside =
    off.length > 0 && width >= across(150) && off.every((option) => lettersOf(option) < MOST_BESIDE);
  const rail = beside ? width * 0.75 : width - (width < across(100) ? across(5) : 0);
  const list = { at: listNode(context, [...on, ...(beside ? off : [])], parent), parent };
  const points = on.map((option) => point(context, option, list, width, build, width));
  const natural = points.map((p) => size + across(1.6) + widthOf(p.word));
  const step = rail / points.length;
  const even = natural.every((n, i) =>
    i === natural.length - 1 ? i * step + n <= width : n + across(2) <= step,
  );
  const least = natural.reduce((sum, n) => sum + n + across(2), -across(2));
  if (!even && least > width) return listOf(context, choice.options, parent, width, build);
  const spare = (width - natural.reduce((sum, n) => sum + n, 0)) / Math.max(1, points.length - 1);
  let x = 0;
  const cells = points.map((p, i) => {
    const at = even ? i * step : x;
    x += (natural[i] ?? 0) + Math.max(across(2), Math.min(spare, across(8)));
    return { x: at, box: head(context, p, size) };
  });
  const drawn: Mark = {
    type: 'rule',
    x: 0,
    y: 0,
    width: rail,
    height: width < across(100) ? RULE.thinRail : RULE.rail,
  };
  if (beside) {
    const offStep = (width - rail - across(7)) / off.length;
    off.forEach((option, i) => {
      const p = point(context, option, list, offStep, build, offStep - size - across(1.6));
      const h = head(context, p, size);
      const untied = h.kind === 'leaf' ? leaf(h.height, h.marks.slice(1)) : h;
      cells.push({ x: rail + across(7) + i * offStep, box: untied });
    });
    return stack([child(leaf(0, [drawn]), 0, { keepNext: true }), child(columns({ columns: cells }))]);
  }
  const points_ = stack([child(leaf(0, [drawn]), 0, { keepNext: true }), child(columns({ columns: cells }))]);
  return withOff(context, points_, off, parent, width, choice);
}

/** What stands off a rail has a quarter of the width; more letters than these stand below. */
const MOST_BESIDE = 60;

function lettersOf(option: Option): number {
  return plainText([...option.word, ...option.content]).length + writtenIn(option.content);
}

/** Letters that a person wrote in its blanks. */
function writtenIn(content: Option['content']): number {
  return content.reduce((sum, inline) => sum + (inline.type === 'field' ? inline.field.value.length : 0), 0);
}

/** The rail upright: word beside the box, the whole width for the text; both on one base line. */
function upright(
  context: Context,
  on: readonly Option[],
  parent: number,
  width: number,
  size: number,
  build: Build,
): Box {
  const { across, down, styles } = context;
  context.upright.push(on[0]?.line ?? 1);
  const railX = across(2.4);
  const boxX = railX + across(TICK + 0.8);
  const wordX = boxX + size + across(1.6);
  const { body, point } = styles;
  const words = on.flatMap(({ word }) => plainText(word).split(' '));
  const longest = Math.max(0, ...words.map((word) => context.fonts[point.face].width(word, point.size)));
  const textX = Math.max(boxX + across(26.4), Math.min(wordX + longest + across(2), width / 2));
  const wordTop = Math.max(0, (size - point.leading) / 2);
  const textTop = wordTop + baseline(point) - baseline(body);
  const list = listNode(context, on, parent);
  const rows = on.map((option) => {
    const at = itemNode(context, list, parent);
    const form = node(context, 'Form', at, { alt: option.box.field.label });
    const words = paragraph(context, option.word, point, at, option.line, {
      width: textX - wordX - across(1),
    });
    const anchor: Child[] = [];
    if (option.content.length > 0) {
      anchor.push(child(paragraph(context, option.content, body, at, option.line, { width: width - textX })));
    }
    anchor.push(...build(option.blocks, { width: width - textX, parent: at, style: body }));
    const marks: Mark[] = [
      { type: 'rule', x: railX, y: size / 2 - RULE.box / 2, width: boxX - railX, height: RULE.box },
      ...tickBox(option.box, boxX, 0, size, form, wordX - boxX + rightEdge(words.lines[0] ?? [])),
    ];
    return columns({
      columns: [
        { x: 0, box: leaf(size, marks) },
        { x: wordX, box: stack([child(leaf(wordTop)), child(words)]) },
        { x: textX, box: stack([child(leaf(textTop)), ...anchor.map((c) => ({ ...c, before: 0 }))]) },
      ],
      below: down(context.dense ? 1.6 : 2.6),
    });
  });
  return columns({
    columns: [
      {
        x: 0,
        box: stack(
          rows.map((row) => child(row)),
          { keep: true },
        ),
      },
    ],
    rules: [{ x: railX - RULE.rail / 2, width: RULE.rail, full: true }],
  });
}

/** What stands off the rail, below it: smaller boxes. */
function withOff(
  context: Context,
  on: Box,
  off: readonly Option[],
  parent: number,
  width: number,
  choice?: Choice,
): Box {
  if (off.length === 0) return on;
  const field = choice?.field ?? off[0]?.box.field;
  if (!field) return on;
  return stack([
    child(on),
    child(lineOf(context, { options: off, lead: null }, parent, width), context.down(2)),
  ]);
}
