/** The mark that a misspelt name was meant to be: a comment within two letters of a mark's name is no comment. */
import { nearest } from '../problems/nearest.ts';
import { MARK_NAMES } from './marks.ts';

/** The nearest mark, or null where the name is like none. */
export function nearestMark(name: string): string | null {
  const near = nearest(name, MARK_NAMES);
  return near !== undefined && Math.abs(near.length - name.length) <= 2 ? near : null;
}
