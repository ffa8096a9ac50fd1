/** Numbers as people write them. */

/** "30%" and "0,3" are 0.3. */
export function numberOf(text: string): number | null {
  const match = /^(-?\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim());
  if (!match) return null;
  const number = Number((match[1] ?? '').replace(',', '.'));
  // As written: 35% is 0.35, not 0.35000000000000003.
  return match[2] === '%' ? Number((number / 100).toPrecision(12)) : number;
}
