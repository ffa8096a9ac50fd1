/**
 * The type scale: what each piece of text is set in. One table, drawn for a body of 9 pt. In a smaller body all keep their
 * proportion to it. In a larger one headings grow less than it does, and small print comes near to it. A compact theme has
 * headings half as far above its body, and everything as close as lines may stand.
 */
import type { Face } from './fonts.ts';
import { DRAWN } from './measures.ts';
import type { Theme } from './theme.ts';
import { mm } from './units.ts';

export interface Style {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  /** Distance of base lines, points. */
  readonly leading: number;
}

const SCALE = {
  title: ['bold', 22, 9],
  part: ['bold', 16, 7],
  skill: ['bold', 14, 5.6],
  section: ['bold', 12, 5],
  script: ['regular', 11, 5],
  step: ['bold', 10.5, 5],
  point: ['bold', 10.5, 5],
  rowName: ['bold', 10, 4.3],
  question: ['semibold', 10.5, 4.6],
  name: ['semibold', 10, 5],
  lead: ['regular', 10, 5],
  rules: ['regular', 10, 4.4],
  typed: ['regular', 10, 4.6],
  value: ['semibold', 10, 4.6],
  leading: ['regular', 9.5, 4.1],
  body: ['regular', 9, 4],
  tableHead: ['semibold', 8.75, 3.9],
  small: ['bold', 9, 4],
  sub: ['bold', 8.75, 3.9],
  list: ['regular', 8.75, 3.9],
  anchor: ['regular', 8.25, 3.4],
  help: ['regular', 8, 3.5],
  quiet: ['regular', 8, 3.4],
  label: ['regular', 7.5, 3.4],
  foot: ['regular', 7.5, 3.4],
  page: ['bold', 9, 3.4],
  figure: ['bold', 9.5, 4.6],
} as const satisfies Record<string, readonly [Face, number, number]>;

/**
 * As small as a text may be, points: what is needed for a judgement, and everything else; and the least distance of lines
 * in parts of the size. A compact theme goes down to these, not below.
 */
const LEAST = { judged: 8.25, other: 7.5, leading: 1.168 };

/** How far above its body a compact theme sets what is larger, in parts of what was drawn. */
const NEARER = 0.5;

export type StyleName = keyof typeof SCALE;
export type Styles = Readonly<Record<StyleName, Style>>;

const cache = new WeakMap<Theme, Styles>();

/** The scale for a theme. */
export function stylesFor(theme: Theme): Styles {
  const known = cache.get(theme);
  if (known) return known;
  const style = (name: StyleName): Style => {
    const [face, drawn, leading] = SCALE[name];
    const size = name === 'foot' || name === 'page' ? footSize(theme, drawn) : sizeOf(theme, drawn);
    return { face, size, leading: theme.compact ? size * LEAST.leading : mm(leading) * (size / drawn) };
  };
  const whole: Styles = {
    title: style('title'),
    part: style('part'),
    skill: style('skill'),
    section: style('section'),
    script: style('script'),
    step: style('step'),
    point: style('point'),
    rowName: style('rowName'),
    question: style('question'),
    name: style('name'),
    lead: style('lead'),
    rules: style('rules'),
    typed: style('typed'),
    value: style('value'),
    leading: style('leading'),
    body: style('body'),
    tableHead: style('tableHead'),
    small: style('small'),
    sub: style('sub'),
    list: style('list'),
    anchor: style('anchor'),
    help: style('help'),
    quiet: style('quiet'),
    label: style('label'),
    foot: style('foot'),
    page: style('page'),
    figure: style('figure'),
  };
  cache.set(theme, whole);
  return whole;
}

/** A size that was drawn for a body of 9 pt. */
function sizeOf(theme: Theme, drawn: number): number {
  const grown = theme.size / DRAWN;
  const apart = drawn - DRAWN;
  if (theme.compact) {
    if (apart > 0) return theme.size + apart * NEARER;
    return Math.max(drawn * grown, Math.min(drawn, drawn >= LEAST.judged ? LEAST.judged : LEAST.other));
  }
  if (grown <= 1) return drawn * grown;
  return theme.size + (apart > 0 ? apart * Math.sqrt(grown) : apart / grown);
}

/** How much larger than drawn the foot becomes at most. */
const MOST_FOOT = 1.4;

/** The foot is for who files the sheets: it grows, and leaves room to the page. */
function footSize(theme: Theme, drawn: number): number {
  const grown = theme.size / DRAWN;
  return grown > 1 ? drawn * Math.min(grown ** 0.75, MOST_FOOT) : sizeOf(theme, drawn);
}
