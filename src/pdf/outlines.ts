/**
 * A font program made of outlines: CFF with a glyph for each cluster that a document has from fonts to fall back on, whatever
 * files they come from (TrueType, CFF, one weight of a variable font, a dozen parts of one). Curves of TrueType are exact in
 * it; places are whole thousandths of the size. Written by Adobe's technical notes 5176 (CFF) and 5177 (Type 2 charstrings).
 *
 * Kept true: the glyph's number in the file is its place in the list, from 1; zero is the glyph that stands for none.
 */
import type { Part, Step } from '../layout/fallback/harfbuzz.ts';

export interface OutlineGlyph {
  /** Thousandths of the size, a whole number. */
  readonly width: number;
  readonly parts: readonly Part[];
}

export interface OutlineProgram {
  readonly bytes: Uint8Array;
  /** What all glyphs fit in: left, bottom, right, top. */
  readonly box: readonly [number, number, number, number];
}

/** Width of the glyph that stands for none. */
export const NONE_WIDTH = 500;

/** Arguments that a charstring's operator takes at most. */
const MOST = 48;
const OPERATOR = { line: 5, curve: 8, end: 14, move: 21 } as const;
/** Keys of a CFF dictionary; two bytes where the first is 12. */
const KEY = {
  box: [5],
  charset: [15],
  charStrings: [17],
  private: [18],
  defaultWidth: [20],
  nominalWidth: [21],
  ros: [12, 30],
  count: [12, 34],
  dictionaries: [12, 36],
  select: [12, 37],
} as const;
/** The first string of a font's own. */
const OWN_STRING = 391;
const HEAD = [1, 0, 4, 4];

/** The program of these glyphs. `name`: the font's, ASCII. */
export function outlineProgram(name: string, glyphs: readonly OutlineGlyph[]): OutlineProgram {
  const box = new Box();
  const none = [...number(NONE_WIDTH), OPERATOR.end];
  const charStrings = index([none, ...glyphs.map((glyph) => charString(glyph, box))]);
  const count = glyphs.length + 1;
  const charset = count > 1 ? [2, ...word(1), ...word(count - 2)] : [0];
  const select = [3, ...word(1), ...word(0), 0, ...word(count)];
  const own = [...number(0), ...KEY.defaultWidth, ...number(0), ...KEY.nominalWidth];
  const top = (at: readonly number[]): readonly number[] => {
    const [charsetAt = 0, selectAt = 0, charStringsAt = 0, dictionariesAt = 0] = at;
    return [
      ...[...number(OWN_STRING), ...number(OWN_STRING + 1), ...number(0), ...KEY.ros],
      ...[...box.whole.flatMap(number), ...KEY.box],
      ...[...number(count), ...KEY.count],
      ...[...place(charsetAt), ...KEY.charset],
      ...[...place(selectAt), ...KEY.select],
      ...[...place(charStringsAt), ...KEY.charStrings],
      ...[...place(dictionariesAt), ...KEY.dictionaries],
    ];
  };
  const before = (at: readonly number[]): readonly number[] => [
    ...HEAD,
    ...index([ascii(name)]),
    ...index([top(at)]),
    ...index([ascii('Adobe'), ascii('Identity')]),
    ...index([]),
  ];
  const dictionary = (ownAt: number): readonly number[] =>
    index([[...place(own.length), ...place(ownAt), ...KEY.private]]);
  const charsetAt = before([]).length;
  const selectAt = charsetAt + charset.length;
  const charStringsAt = selectAt + select.length;
  const dictionariesAt = charStringsAt + charStrings.length;
  const ownAt = dictionariesAt + dictionary(0).length;
  const bytes = Uint8Array.from([
    ...before([charsetAt, selectAt, charStringsAt, dictionariesAt]),
    ...charset,
    ...select,
    ...charStrings,
    ...dictionary(ownAt),
    ...own,
  ]);
  return { bytes, box: box.whole };
}

/** What has been drawn fits in it. */
class Box {
  private edges: [number, number, number, number] | null = null;

  get whole(): readonly [number, number, number, number] {
    return this.edges ?? [0, 0, 0, 0];
  }

  add(x: number, y: number): void {
    const [left, bottom, right, top] = this.edges ?? [x, y, x, y];
    this.edges = [Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y)];
  }
}

function charString({ width, parts }: OutlineGlyph, box: Box): readonly number[] {
  const pen = new Pen(width, box);
  for (const { steps, x, y } of parts) for (const step of steps) pen.draw(step, x, y);
  return pen.finish();
}

/** Draws in steps from point to point, as charstrings do. */
class Pen {
  private readonly out: number[];
  /** Arguments that wait for their operator: lines and curves are written many at once. */
  private waiting: number[] = [];
  private operator = 0;
  private x = 0;
  private y = 0;
  /** The last point as the font has it, not rounded. */
  private from: readonly [number, number] = [0, 0];

  constructor(
    width: number,
    private readonly box: Box,
  ) {
    this.out = [...number(width)];
  }

  draw({ type, values }: Step, dx: number, dy: number): void {
    const points: (readonly [number, number])[] = [];
    for (let i = 0; i + 1 < values.length; i += 2)
      points.push([(values[i] ?? 0) + dx, (values[i + 1] ?? 0) + dy]);
    const [first, second] = points;
    const last = points.at(-1);
    if (!first || !last) return;
    if (type === 'M') this.add(OPERATOR.move, [first]);
    else if (type === 'L') this.add(OPERATOR.line, [first]);
    else if (type === 'C') this.add(OPERATOR.curve, points);
    else if (type === 'Q' && second)
      this.add(OPERATOR.curve, [toward(this.from, first), toward(second, first), second]);
    this.from = last;
  }

  finish(): readonly number[] {
    this.flush();
    this.out.push(OPERATOR.end);
    return this.out;
  }

  private add(operator: number, points: readonly (readonly [number, number])[]): void {
    if (operator !== this.operator || this.waiting.length + 2 * points.length > MOST) this.flush();
    this.operator = operator;
    for (const [px, py] of points) {
      const [x, y] = [Math.round(px), Math.round(py)];
      this.box.add(x, y);
      this.waiting.push(x - this.x, y - this.y);
      [this.x, this.y] = [x, y];
    }
    if (operator === OPERATOR.move) this.flush();
  }

  private flush(): void {
    if (this.waiting.length === 0) return;
    for (const argument of this.waiting) this.out.push(...number(argument));
    this.out.push(this.operator);
    this.waiting = [];
  }
}

/** Two thirds of the way to a quadratic curve's control point: where a cubic one has its own. */
function toward(
  from: readonly [number, number],
  control: readonly [number, number],
): readonly [number, number] {
  return [from[0] + (2 / 3) * (control[0] - from[0]), from[1] + (2 / 3) * (control[1] - from[1])];
}

/** A whole number, in as few bytes as it takes (charstrings and dictionaries agree up to 16 bits). */
function number(n: number): readonly number[] {
  const whole = Math.max(-32768, Math.min(32767, Math.round(n)));
  if (whole >= -107 && whole <= 107) return [whole + 139];
  if (whole >= 108 && whole <= 1131) return [247 + ((whole - 108) >> 8), (whole - 108) & 0xff];
  if (whole <= -108 && whole >= -1131) return [251 + ((-whole - 108) >> 8), (-whole - 108) & 0xff];
  return [28, ...word(whole)];
}

/** A place in the file, always in five bytes. */
function place(n: number): readonly number[] {
  return [29, ...word(n >> 16), ...word(n)];
}

function word(n: number): readonly number[] {
  return [(n >> 8) & 0xff, n & 0xff];
}

function ascii(text: string): readonly number[] {
  return [...Buffer.from(text, 'latin1')];
}

/** An INDEX: how many, where each begins, and all of them one after the other. */
function index(items: readonly (readonly number[])[]): readonly number[] {
  if (items.length === 0) return word(0);
  const places = [1];
  for (const item of items) places.push((places.at(-1) ?? 1) + item.length);
  const out = [...word(items.length), 4];
  for (const at of places) out.push(...word(at >> 16), ...word(at));
  for (const item of items) for (const byte of item) out.push(byte);
  return out;
}
