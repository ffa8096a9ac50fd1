/**
 * How lengths that were drawn for a body of 9 pt follow a theme. What stands beside words grows as they do, so that
 * nothing meets at 14 or 20 pt; white over and under grows less than they, and a compact theme takes half of it.
 */
import type { Theme } from './theme.ts';
import { mm } from './units.ts';

/** The body's size at which lengths were drawn, points. */
export const DRAWN = 9;

/** How much of the white a compact theme takes. */
const CLOSE = 0.5;

/** Millimetres as they were drawn, to points of the theme. */
export interface Measures {
  /** Beside words: indents, gutters, what letters must fit in. */
  readonly across: (millimetres: number) => number;
  /** White over and under. */
  readonly down: (millimetres: number) => number;
}

export function measuresFor(theme: Theme): Measures {
  const grown = theme.size / DRAWN;
  const white = theme.compact ? CLOSE : grown > 1 ? Math.sqrt(grown) : grown;
  return {
    across: (millimetres) => mm(millimetres) * grown,
    down: (millimetres) => mm(millimetres) * white,
  };
}

/** A box beside a word that stands off a rail, or on none. */
export function smallBox(theme: Theme): number {
  return theme.box * 0.8;
}

/** Height that a pen needs under a label: a line, in a compact theme as little as will do. */
export function penRoom(theme: Theme): number {
  return theme.compact ? mm(5) : theme.line;
}
