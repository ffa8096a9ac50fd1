/**
 * The words of a table's cell: lines parted by breaks, a help in its own small lines under them, and what is written as
 * a list (lines that begin with a dash) with its further lines hanging.
 *
 * Kept true: no word is lost or moved; a cell without a help and without a dash is one text, as it always was.
 */
import type { Inline } from '../../markdown/document.ts';
import { type Box, child, stack } from '../box.ts';
import type { Style } from '../styles.ts';
import { type Context, paragraph, type Setting } from './context.ts';
import { plainText } from './heading.ts';

const DASH = /^[–-] /;

/** A cell's content in a style; `line`: in the source, for Problems (`missing-glyph`). */
export function cellText(
  context: Context,
  content: readonly Inline[],
  style: Style,
  at: number,
  line: number,
  setting: Setting,
): Box {
  if (!content.some(holdsBreak)) return paragraph(context, content, style, at, line, setting);
  const { styles, fonts } = context;
  const pieces: { lines: (readonly Inline[])[]; help: boolean; dash: boolean }[] = [];
  for (const part of parted(content)) {
    const help = isHelp(part);
    const dash = !help && DASH.test(plainText(part));
    const last = pieces.at(-1);
    if (last && last.help === help && !last.dash && !dash) last.lines.push(part);
    else pieces.push({ lines: [part], help, dash });
  }
  const boxes = pieces.map(({ lines, help, dash }) => {
    const used = help ? styles.quiet : style;
    const hang = dash ? fonts[used.face].width('– ', used.size) : 0;
    return paragraph(context, joined(lines), used, at, line, { ...setting, hang });
  });
  const [first] = boxes;
  return first && boxes.length === 1 ? first : stack(boxes.map((box) => child(box)));
}

function holdsBreak(inline: Inline): boolean {
  return inline.type === 'break' || ('children' in inline && inline.children.some(holdsBreak));
}

/** Content cut at its breaks; what holds a break is cut in two. */
function parted(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const parts: Inline[][] = [[]];
  for (const inline of content) {
    if (inline.type === 'break') parts.push([]);
    else if ('children' in inline && holdsBreak(inline)) {
      parted(inline.children).forEach((children, i) => {
        const piece: Inline = { ...inline, children };
        if (i > 0) parts.push([piece]);
        else parts.at(-1)?.push(piece);
      });
    } else parts.at(-1)?.push(inline);
  }
  return parts;
}

function joined(lines: readonly (readonly Inline[])[]): readonly Inline[] {
  return lines.flatMap((line, i): readonly Inline[] => (i === 0 ? line : [{ type: 'break' }, ...line]));
}

/** All of it is a help, in whatever language. */
function isHelp(part: readonly Inline[]): boolean {
  return (
    part.length > 0 &&
    part.every(
      (inline) =>
        inline.type === 'help' ||
        (inline.type === 'foreign' && isHelp(inline.children)) ||
        (inline.type === 'text' && inline.text.trim() === ''),
    )
  );
}
