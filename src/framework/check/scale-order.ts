/** The points of the scale stand lowest first: the previous level's text below this one's, the next one's above. */
import { warning } from '../../problems/problem.ts';
import type { Rule } from './rule.ts';

const RULES = ['previous', 'this', 'next'];

export const scaleOrder: Rule = {
  code: 'scale-order',
  check({ scale }) {
    const anchored = scale.filter(({ anchor }) => anchor !== 'none');
    const help = 'put the points in order, lowest first: previous, this, next';
    return anchored.flatMap((point, i) => {
      const place = RULES.indexOf(point.anchor);
      const above = anchored.slice(0, i).find(({ anchor }) => RULES.indexOf(anchor) > place);
      if (!above) return [];
      const message = `"${point.id}" (${point.anchor}) stands above "${above.id}" (${above.anchor})`;
      return [warning('scale-order', message, point.span, { help })];
    });
  },
};
