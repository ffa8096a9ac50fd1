/**
 * Lines with words that run from right to left: what stands on a line is put in the order in which it is read there.
 *
 * Kept true: pieces stay in the order of the text, so that who hears the page hears it in order; only their places change. A
 * piece that runs from right to left is one word, or the white between two.
 */
import { type Fonts, type Order, RIGHT_TO_LEFT_MARK } from './fonts.ts';
import type { Line, Run } from './lines.ts';
import type { Item, TextItem } from './page.ts';

type Piece = Line['pieces'][number];

/** A piece of one direction. */
interface Atom {
  readonly level: number;
  readonly width: number;
  readonly piece: Piece | null;
}

/** The lines of a paragraph, made of `runs`, with every piece at its place. `rightToLeft`: its language is written so. */
export function directedLines(
  lines: readonly Line[],
  runs: readonly Run[],
  fonts: Fonts,
  order: Order,
  rightToLeft: boolean,
): readonly Line[] {
  const starts = new Map<Run, number>();
  let paragraph = '';
  for (const run of runs) {
    starts.set(run, paragraph.length);
    paragraph += run.ends ? '\n' : run.text;
  }
  const levels = order.levels(paragraph, rightToLeft);
  return lines.map((line) => {
    const atoms: Atom[] = [];
    let end = line.pieces[0]?.x ?? 0;
    for (const piece of line.pieces) {
      const from = (starts.get(piece.run) ?? 0) + piece.start;
      if (piece.x > end + 0.01)
        atoms.push({ level: levels[from - 1] ?? 0, width: piece.x - end, piece: null });
      atoms.push(...atomsOf(piece, from, levels, fonts));
      end = piece.x + piece.width;
    }
    if (atoms.every(({ level }) => level === 0)) return line;
    return placed(line, atoms, order);
  });
}

function placed(line: Line, atoms: readonly Atom[], order: Order): Line {
  const places = new Map<Atom, number>();
  let x = line.pieces[0]?.x ?? 0;
  for (const atom of order.fromLeft(atoms)) {
    places.set(atom, x);
    x += atom.width;
  }
  const pieces = atoms.flatMap((atom) =>
    atom.piece ? [{ ...atom.piece, x: places.get(atom) ?? 0, width: atom.width }] : [],
  );
  return { ...line, pieces };
}

/** A piece of a line parted where its direction changes, and there at white too. */
function atomsOf(piece: Piece, from: number, levels: ArrayLike<number>, fonts: Fonts): readonly Atom[] {
  const { run, start, end } = piece;
  if (run.blank) return [{ level: levels[from] ?? 0, width: piece.width, piece }];
  const atoms: Atom[] = [];
  let at = start;
  const cut = (to: number): void => {
    const level = levels[from + at - start] ?? 0;
    const turned = level % 2 === 1;
    const said = to === end && piece.text.endsWith(' ') && !run.text.slice(at, to).endsWith(' ') ? ' ' : '';
    const text = run.text.slice(at, to);
    const width = widthOf(text, run, fonts, turned);
    const own: Piece = { run, start: at, end: to, text: text + said, x: 0, width };
    atoms.push({ level, width, piece: turned ? { ...own, rightToLeft: true } : own });
    at = to;
  };
  for (let i = start + 1; i < end; i++) {
    const [before = 0, level = 0] = [levels[from + i - 1 - start], levels[from + i - start]];
    const white = run.text[i] === ' ' || run.text[i - 1] === ' ';
    if (before !== level || (level % 2 === 1 && white)) cut(i);
  }
  cut(end);
  return atoms;
}

/** The advance of a text, points; `rightToLeft`: of one word that runs so, whatever its letters. */
function widthOf(text: string, { face, size }: Run, fonts: Fonts, rightToLeft: boolean): number {
  if (!rightToLeft || text === ' ') return fonts[face].width(text, size);
  return (fonts[face].word(RIGHT_TO_LEFT_MARK + text).width * size) / 1000;
}

/** Items of a page with those texts in order that were no lines of a paragraph: labels, keys, the foot. */
export function directedItems(
  items: readonly Item[],
  fonts: Fonts,
  order: Order,
  rightToLeft: boolean,
): readonly Item[] {
  const text = (item: TextItem): readonly TextItem[] => directedText(item, fonts, order, rightToLeft);
  return items.flatMap((item): readonly Item[] => {
    if (item.type === 'text') return text(item);
    return item.type === 'field' && item.texts.length > 0
      ? [{ ...item, texts: item.texts.flatMap(text) }]
      : [item];
  });
}

function directedText(item: TextItem, fonts: Fonts, order: Order, rightToLeft: boolean): readonly TextItem[] {
  if (item.rightToLeft || !order.concerns(item.text)) return [item];
  const { face, size, node, x, width } = item;
  const run: Run = { text: item.text.trimEnd(), face, size, node };
  const piece: Piece = { run, text: item.text, start: 0, end: run.text.length, x, width };
  const [line] = directedLines([{ pieces: [piece], width }], [run], fonts, order, rightToLeft);
  return (line?.pieces ?? []).map((own) => {
    const made = { ...item, text: own.text, x: own.x, width: own.width };
    return own.rightToLeft ? { ...made, rightToLeft: true } : made;
  });
}
