/** Numbers as people write them, and heads of columns of amounts. */
import { fold } from './names.ts';

/** "30%" and "0,3" are 0.3. */
export function numberOf(text: string): number | null {
  const match = /^(-?\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim());
  if (!match) return null;
  const number = Number((match[1] ?? '').replace(',', '.'));
  // As written: 35% is 0.35, not 0.35000000000000003.
  return match[2] === '%' ? Number((number / 100).toPrecision(12)) : number;
}

const AMOUNT_HEAD =
  /^(?:min|minimum|max|maximum|mid|midpoint|median|p25|p50|p75|salary|base|bonus|price|cost|rate|total|budget|actual|q[1-4]|gehalt|preis|kosten|summe)\b/;

/** True if a column's head names an amount, of money above all. */
export function isAmount(head: string): boolean {
  return AMOUNT_HEAD.test(fold(head));
}
