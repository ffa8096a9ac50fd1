/**
 * How lengths that were drawn for a body of 9 pt follow a theme. What stands beside words grows as they do, so that
 * nothing meets at 14 or 20 pt; white over and under grows less than they. A compact theme takes half of the white, and
 * a third where a sheet would not hold the document otherwise.
 */
import type { Theme } from './theme.ts';
import { mm } from './units.ts';

/** The body's size at which lengths were drawn, points. */
export const DRAWN = 9;

/** What a compact theme leaves of white and, under a label, for the pen (mm); and what it comes down to. */
const COMPACT = { white: 0.5, gutter: 1, pen: 5.2 };
const DENSE = { white: 0.25, gutter: 0.85, pen: 4.5 };

/** Millimetres as they were drawn, to points of the theme. */
export interface Measures {
  /** Beside words: indents, gutters, what letters must fit in. */
  readonly across: (millimetres: number) => number;
  /** White over and under. */
  readonly down: (millimetres: number) => number;
  /** A compact theme as close as it may come. */
  readonly dense: boolean;
  /** Height that a pen is given under a label, points: a line, in a compact theme as little as will do. */
  readonly pen: number;
}

/** `dense`: a compact theme as close as it may come. */
export function measuresFor(theme: Theme, dense = false): Measures {
  const grown = theme.size / DRAWN;
  if (theme.compact) {
    const { white, gutter, pen } = dense ? DENSE : COMPACT;
    return {
      across: (millimetres) => mm(millimetres) * grown * gutter,
      down: (millimetres) => mm(millimetres) * white,
      dense,
      pen: mm(pen),
    };
  }
  const white = grown > 1 ? Math.sqrt(grown) : grown;
  return {
    across: (millimetres) => mm(millimetres) * grown,
    down: (millimetres) => mm(millimetres) * white,
    dense: false,
    pen: theme.line,
  };
}

/** A box beside a word that stands off a rail, or on none. */
export function smallBox(theme: Theme): number {
  return theme.box * 0.8;
}
