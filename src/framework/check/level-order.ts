/**
 * Levels stand lowest first: documents show them in that order, whatever `rank` and `next` say. A side branch may stand whole
 * after the other, each of its levels below the one that leads to it.
 */
import { warning } from '../../problems/problem.ts';
import type { Level } from '../framework.ts';
import type { Rule } from './rule.ts';

export const levelOrder: Rule = {
  code: 'level-order',
  check({ levels }) {
    const help = 'put the levels in order, lowest first';
    return levels.flatMap((level, i) => {
      const before = levels.slice(0, i);
      const led = before.some((other) => other.next.includes(level.id));
      const higher = led ? undefined : before.find((other) => other.rank > level.rank);
      const lower = before.find((other) => level.next.includes(other.id));
      if (!higher && !lower) return [];
      const message = higher
        ? ranked(level, higher)
        : `"${level.id}" leads to "${lower?.id}", which stands before it`;
      return [warning('level-order', message, level.span, { help })];
    });
  },
};

function ranked(level: Level, higher: Level): string {
  return `"${level.id}" of rank ${level.rank} stands after "${higher.id}" of rank ${higher.rank}`;
}
