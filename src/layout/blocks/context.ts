/**
 * What every block builder needs: the fonts and styles, the structure being made, and the Problems met. One for a
 * document; the builders take it as their first argument and change nothing else.
 */
import type { Inline, LineField, NotesField } from '../../markdown/document.ts';
import type { Picture } from '../../pictures/picture.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Source } from '../../problems/source.ts';
import { type TextBox, type TextMark, textBox, textMark } from '../box.ts';
import type { Face, Fonts } from '../fonts.ts';
import { type Align, baseline, lineMarks } from '../line-marks.ts';
import type { Broken, Run } from '../lines.ts';
import type { Measures } from '../measures.ts';
import { type StructureNode, type StructureRole, structureNode } from '../page.ts';
import type { LogoPicture } from '../picture.ts';
import type { Style, Styles } from '../styles.ts';
import { breakLines } from '../text.ts';
import type { Theme } from '../theme.ts';
import { settable, settableInPlace } from '../white.ts';

export interface Context extends Measures {
  readonly source: Source;
  readonly theme: Theme;
  readonly styles: Styles;
  readonly fonts: Fonts;
  readonly nodes: StructureNode[];
  readonly problems: Problem[];
  /** Height of the live area: nothing can be higher. */
  readonly live: number;
  /** Stands for a page number until the pages are made: as many digits as they have. */
  readonly page: string;
  readonly continued: string;
  readonly name: string;
  /** BCP 47, of the document. */
  readonly lang: string;
  /** That language is written from right to left. */
  readonly rightToLeft: boolean;
  /** The parts of a German word; none where no German stands in the document. */
  readonly parts?: ((word: string) => readonly string[]) | undefined;
  /** Lines of the rulers that were set upright. */
  readonly upright: number[];
  /** Characters that the fonts lack, with the line of the source in which each was met first. */
  readonly missing: Map<string, number>;
  /** The theme's logo; null without one. */
  readonly logo: LogoPicture | null;
  /** A picture by its path in the Markdown; null where a Problem was told of it. */
  picture(path: string): Picture | null;
}

/** Written lines of a field: a compact page gives three where more are wished, and what is left of the page. */
export function writtenLines(context: Context, wished: number): number {
  return context.theme.compact ? Math.min(wished, 3) : wished;
}

/** A new structure element below `parent`; returns its number. */
export function node(
  context: Context,
  role: StructureRole,
  parent: number,
  more?: Omit<StructureNode, 'role' | 'parent'>,
): number {
  context.nodes.push(structureNode(role, parent, more));
  return context.nodes.length - 1;
}

const HEAVIER: Readonly<Record<Face, Face>> = {
  regular: 'semibold',
  semibold: 'bold',
  bold: 'bold',
  italic: 'semibold',
};

/** Inline content as runs in a style. */
export function runs(context: Context, content: readonly Inline[], style: Style, at: number): readonly Run[] {
  const out: Run[] = [];
  collect(context, content, style, at, out, isGerman(context.lang));
  return out;
}

/** True of German, whatever its country. */
function isGerman(lang: string): boolean {
  return /^de(?:-|$)/i.test(lang);
}

function plainRun(text: string, face: Face, size: number, node: number, german: boolean): Run {
  const set = settable(text);
  return german ? { text: set, face, size, node, german } : { text: set, face, size, node };
}

function collect(
  context: Context,
  content: readonly Inline[],
  style: Style,
  at: number,
  out: Run[],
  german: boolean,
): void {
  const { face, size } = style;
  for (const inline of content) {
    switch (inline.type) {
      case 'text':
        out.push(plainRun(inline.text, face, size, at, german));
        break;
      case 'code':
        out.push({ text: settable(inline.text), face, size, node: node(context, 'Code', at) });
        break;
      case 'strong':
        collect(context, inline.children, { ...style, face: HEAVIER[face] }, at, out, german);
        break;
      case 'emphasis':
        collect(
          context,
          inline.children,
          { ...style, face: face === 'regular' ? 'italic' : face },
          at,
          out,
          german,
        );
        break;
      case 'help':
        collect(
          context,
          inline.children,
          { ...context.styles.quiet, leading: style.leading },
          at,
          out,
          german,
        );
        break;
      case 'foreign':
        collect(
          context,
          inline.children,
          style,
          node(context, 'Span', at, { lang: inline.lang }),
          out,
          isGerman(inline.lang),
        );
        break;
      case 'break':
        out.push({ text: '', face, size, node: at, ends: true });
        break;
      case 'link': {
        const from = out.length;
        collect(context, inline.children, style, node(context, 'Link', at), out, german);
        for (let i = from; i < out.length; i++) {
          const run = out[i];
          if (run && !run.blank && !run.ends) out[i] = { ...run, link: { href: inline.href } };
        }
        break;
      }
      case 'page-link': {
        const link = { anchor: inline.anchor };
        const inside = node(context, 'Link', at);
        const from = out.length;
        collect(context, inline.children, style, inside, out, german);
        for (let i = from; i < out.length; i++) {
          const run = out[i];
          if (run && !run.ends) out[i] = { ...run, link };
        }
        out.push({ text: '\u00a0', face, size, node: inside, link });
        out.push({ text: context.page, face, size, node: inside, link, pageOf: inline.anchor });
        break;
      }
      case 'field': {
        const { field } = inline;
        const { size: typed } = context.styles.typed;
        const form = node(context, 'Form', at, { alt: field.label });
        const written = { field, from: 0 };
        out.push({
          text: settableInPlace(field.value),
          face: 'regular',
          size: typed,
          node: at,
          blank: { field, node: form },
          written,
        });
        break;
      }
    }
  }
}

export interface Setting {
  readonly width: number;
  readonly align?: Align;
  readonly hang?: number;
  readonly whole?: boolean;
  /** All lines begin this far to the right. */
  readonly indent?: number;
  /** Of a heading: lines as long as one another, so that no last word stands alone. */
  readonly even?: boolean;
}

/** Inline content as a box of lines. `line`: the source's line, for Problems. */
export function paragraph(
  context: Context,
  content: readonly Inline[],
  style: Style,
  at: number,
  line: number,
  setting: Setting,
): TextBox {
  return setLines(context, runs(context, content, style, at), style, line, setting);
}

/** What was written in a field as a box of lines, its line breaks kept; null where nothing was. `line`: for Problems. */
export function writtenBox(
  context: Context,
  field: LineField | NotesField,
  at: number,
  line: number,
  width: number,
): TextBox | null {
  if (field.value === '') return null;
  const style = context.styles.typed;
  const { face, size } = style;
  let from = 0;
  const content = field.value.split('\n').flatMap((text, i): readonly Run[] => {
    const run: Run = { text: settableInPlace(text), face, size, node: at, written: { field, from } };
    from += text.length + 1;
    return i === 0 ? [run] : [{ text: '', face, size, node: at, ends: true }, run];
  });
  return setLines(context, content, style, line, { width });
}

/** Runs as a box of lines; a character that the font lacks is a Problem. */
export function setLines(
  context: Context,
  content: readonly Run[],
  style: Style,
  line: number,
  setting: Setting,
): TextBox {
  const { width, align = 'left', hang = 0, whole = false, indent = 0 } = setting;
  const { parts, fonts, rightToLeft } = context;
  const room = width - indent;
  const greedy = breakLines(content, fonts, { width: room, hang, whole, parts, rightToLeft });
  const {
    lines,
    missing,
    runs: named,
  } = setting.even
    ? evened(
        greedy,
        (less) => breakLines(content, fonts, { width: less, hang, whole, parts, rightToLeft }),
        room,
      )
    : greedy;
  for (const character of missing) lacks(context, character, line);
  const own = (run: Run): Run => content[named.indexOf(run)] ?? run;
  const boxed = lines.map((l) => lineMarks(l, own, style, room, align, indent));
  return textBox(boxed, style.leading);
}

function lacks({ missing }: Context, character: string, line: number): void {
  if (!missing.has(character)) missing.set(character, line);
}

/** As many lines in the least width that holds them. */
function evened(greedy: Broken, broken: (room: number) => Broken, width: number): Broken {
  const count = greedy.lines.length;
  if (count < 2) return greedy;
  let best = greedy;
  let [low, high] = [width / 2, width];
  while (high - low > EVEN) {
    const room = (low + high) / 2;
    const tried = broken(room);
    if (tried.lines.length > count) low = room;
    else [high, best] = [room, tried];
  }
  return best;
}

/** Lines are even within this, points. */
const EVEN = 4;

// biome-ignore lint/suspicious/noControlCharactersInRegex: what every font has
const BEYOND_ASCII = /[^\x00-\x7f]/;

/** A short text on one line at a place: keys, labels, figures. The space that parts it from what follows takes no width. */
export function word(
  context: Context,
  text: string,
  style: Style,
  at: number | null,
  x = 0,
  top = 0,
): TextMark {
  const shown = settable(text);
  const face = context.fonts[style.face];
  const width = face.width(shown, style.size);
  if (BEYOND_ASCII.test(shown))
    for (const part of shown.split(' '))
      for (const character of face.word(part).missing) lacks(context, character, 1);
  const y = top + baseline(style);
  return textMark({ x, y, face: style.face, size: style.size, text: `${shown} `, width, node: at });
}
