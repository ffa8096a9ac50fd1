/**
 * Headings: a document's title with its name over it, parts and skills under a 2 pt rule, sections under a 1 pt rule,
 * steps with their black square. The rule stands over a heading, so that it belongs to what follows.
 */
import type { Heading, Inline } from '../../markdown/document.ts';
import { type Box, type Child, child, leaf, type Mark, moved, rightEdge, stack } from '../box.ts';
import { baseline } from '../line-marks.ts';
import { RULE } from '../rules.ts';
import type { Style } from '../styles.ts';
import { type Context, node, paragraph, runs, setLines, word } from './context.ts';

/** Text after a number or letter always starts here, millimetres as drawn. */
export const HANG = 6.2;

export interface HeadingSetting {
  readonly width: number;
  /** Over the heading; the row draws it where the heading stands in one. */
  readonly rule: boolean;
  /** A section that weighs like a part. */
  readonly heavy: boolean;
  /** The heading stands in a stack of a row: its note goes below. */
  readonly narrow: boolean;
  /** The note is a paragraph of its own under this structure element. */
  readonly noteParent?: number;
}

/** A heading as a box. */
export function headingBox(context: Context, heading: Heading, parent: number, setting: HeadingSetting): Box {
  const named = heading.role === 'title' && context.name ? node(context, 'P', parent) : null;
  const at = node(context, `H${heading.level}`, parent);
  const mark: Mark = {
    type: 'heading',
    y: 0,
    anchor: heading.anchor,
    text: plainText(heading.content),
    level: heading.level,
  };
  const { styles } = context;
  switch (heading.role) {
    case 'title': {
      const { face, size } = styles.name;
      const run = { text: context.name, face, size, node: named };
      const over = context.name
        ? setLines(context, [run], styles.name, heading.line, { width: setting.width })
        : null;
      const marks = (over?.lines ?? []).flatMap((l, i) =>
        l.map((m) => ({ ...moved(m, 0, i * styles.name.leading), accent: true })),
      );
      const name = over ? [child(leaf(over.height, marks))] : [];
      const title = paragraph(context, withKey(heading), styles.title, at, heading.line, {
        ...{ width: setting.width, even: true },
      });
      return stack([
        child(leaf(0, [mark])),
        ...name,
        child(title),
        ...noteBelow(context, heading, at, setting.width, 0),
      ]);
    }
    case 'step':
      return stack([child(leaf(0, [mark])), child(step(context, heading, at, setting.width))]);
    case 'small': {
      const style = heading.level >= 4 ? styles.sub : styles.small;
      const text = paragraph(context, withKey(heading), style, at, heading.line, { width: setting.width });
      return stack([
        child(leaf(0, [mark])),
        child(text),
        ...noteBelow(context, heading, at, setting.width, 0),
      ]);
    }
    default:
      return ruled(context, heading, at, mark, setting);
  }
}

function ruled(context: Context, heading: Heading, at: number, mark: Mark, setting: HeadingSetting): Box {
  const { styles, across } = context;
  const style =
    heading.role === 'part' ? styles.part : heading.role === 'skill' ? styles.skill : styles.section;
  const thick = heading.role === 'section' && !setting.heavy ? RULE.section : RULE.block;
  const { width } = setting;
  const over: Mark = { type: 'rule', x: 0, y: 0, width, height: thick };
  const rule = setting.rule
    ? [child(leaf(thick, [thick === RULE.block ? { ...over, accent: true } : over]))]
    : [];
  const marks: Mark[] = [];
  let indent = 0;
  if (heading.key !== null) {
    const square = heading.role === 'skill' && !setting.narrow && setting.rule;
    indent = context.across(HANG);
    if (square) marks.push(...figure(context, heading.key, at, style.leading));
    else marks.push(word(context, heading.key, style, at));
  }
  const inline = heading.note !== null && !heading.noteBelow && !(setting.narrow && heading.role === 'skill');
  const noteAt = setting.noteParent === undefined ? at : node(context, 'P', setting.noteParent);
  const note =
    inline && heading.note
      ? setLines(context, runs(context, heading.note, styles.help, noteAt), styles.help, heading.line, {
          width: 10_000,
        })
      : null;
  const noteMarks = note?.lines[0] ?? [];
  const noteWidth = rightEdge(noteMarks);
  const whole = paragraph(context, heading.content, style, at, heading.line, {
    ...{ width: width - indent, even: true },
  });
  const textWidth = rightEdge(whole.lines[0] ?? []);
  const fits =
    note?.lines.length === 1 &&
    whole.lines.length === 1 &&
    indent + textWidth + across(3) + noteWidth <= width;
  whole.lines.forEach((line, i) => {
    for (const m of line) marks.push(moved(m, indent, i * whole.leading));
  });
  if (fits) {
    const x = heading.role === 'skill' ? indent + textWidth + across(2.4) : width - noteWidth;
    for (const m of noteMarks) marks.push(moved(m, x, baseline(style) - baseline(styles.help)));
  }
  const text = leaf(whole.height, marks);
  const below =
    heading.note && !fits ? noteBelow(context, { ...heading, noteBelow: true }, at, width, indent) : [];
  return stack([child(leaf(0, [mark])), ...rule, child(text, context.down(1)), ...below]);
}

/** The white figure on its black square. */
export function figure(context: Context, key: string, at: number | null, leading: number): readonly Mark[] {
  const style = context.styles.figure;
  const side = style.leading;
  const top = (leading - side) / 2;
  const text = word(context, key, style, at, 0, top);
  return [
    { type: 'rule', x: 0, y: top, width: Math.max(side, text.width + 4), height: side },
    { ...text, x: (Math.max(side, text.width + 4) - text.width) / 2, reversed: true },
  ];
}

function step(context: Context, heading: Heading, at: number, width: number): Box {
  const { styles, across } = context;
  const style = styles.step;
  const indent = heading.key === null ? 0 : context.across(HANG);
  const marks: Mark[] = heading.key === null ? [] : [...figure(context, heading.key, at, style.leading)];
  const text = paragraph(context, heading.content, style, at, heading.line, { width: width - indent });
  text.lines.forEach((line, i) => {
    for (const m of line) marks.push(moved(m, indent, i * style.leading));
  });
  const end = indent + rightEdge(text.lines[0] ?? []);
  if (!heading.note) return leaf(text.height, marks);
  const room = width - end - across(2.4);
  const note = setLines(context, runs(context, heading.note, styles.help, at), styles.help, heading.line, {
    width: Math.max(room, across(10)),
  });
  if (note.lines.length === 1 && room > across(10) && text.lines.length === 1) {
    for (const m of note.lines[0] ?? [])
      marks.push(moved(m, end + across(2.4), baseline(style) - baseline(styles.help)));
    return leaf(text.height, marks);
  }
  return stack([child(leaf(text.height, marks)), ...noteBelow(context, heading, at, width, indent)]);
}

function noteBelow(
  context: Context,
  heading: Heading,
  at: number,
  width: number,
  indent: number,
): readonly Child[] {
  if (!heading.note) return [];
  const style: Style = context.styles.help;
  const text = paragraph(context, heading.note, style, at, heading.line, { width, indent });
  return [child(text, heading.role === 'section' ? context.down(1) : 0)];
}

function withKey(heading: Heading): readonly Inline[] {
  return heading.key === null
    ? heading.content
    : [{ type: 'text', text: `${heading.key} ` }, ...heading.content];
}

/** The words of inline content, without any form. */
export function plainText(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) {
    if (inline.type === 'text' || inline.type === 'code') text += inline.text;
    else if (inline.type === 'break') text += ' ';
    else if ('children' in inline) text += plainText(inline.children);
  }
  return text;
}
