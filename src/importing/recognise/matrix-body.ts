/** What stands in the cells of a table with levels: texts, marks, words for required, grades, or amounts and prices, which are no part of a framework. */
import type { Cell } from '../material.ts';
import type { MatrixRow } from './matrix.ts';
import { fold } from './names.ts';
import { numberOf } from './numbers.ts';
import { requirementOf } from './requirement.ts';
import { sentinel } from './sentinels.ts';

/** A row that adds up those above it. */
const SUM = /^(?:(?:grand )?total|sum|average|mean|summe|gesamt|durchschnitt|mittelwert|moyenne|promedio)s?$/;

export function isSum({ name }: MatrixRow): boolean {
  return SUM.test(fold(name));
}

export type Body = 'texts' | 'marks' | 'needs' | 'grades' | 'numbers' | 'prices';

const MARK = /^(?:x|✓|✔|✅|☑|●|•|√|yes|y|ja|j|oui|si|sí|true|wahr|■|◼|🟢|👍|\*|\+)\ufe0f?$/iu;

export function isMark({ text }: Cell): boolean {
  return MARK.test(text.trim());
}

const PRICE =
  /^(?:from |ab |about |ca\.? |~)?(?:[€$£¥]\s?\d[\d.,' \u202f]*|\d[\d.,' \u202f]*\s?(?:€|eur|usd|gbp|chf|\$|£|¥|k)|\d{1,3}(?:[.,' ]\d{3})+)(?:\s?(?:[-–—/].*|per .*|k))?$/iu;

/** Prices or pay: a few are enough, since no skill is measured in money. */
export function arePrices(cells: readonly Cell[]): boolean {
  const prices = cells.filter(({ text }) => text.length < 40 && PRICE.test(text.trim())).length;
  return prices >= 2 && prices * 8 >= cells.length;
}

const PRICED =
  /\b(?:prices?|pricing|costs?|fees?|preise?|kosten|gebuhr(?:en)?|prix|tarifs?|precios?|prezz[oi])\b/;
const AMOUNT = /^\D{0,4}\d[\d.,' \u202f]*\D{0,12}$/u;
/** No cell of a table of plans and prices says more. */
const SHORT = 40;

/** Plans beside each other, and in a row what each costs; what a skill asks takes more words. */
function isPriceList(rows: readonly MatrixRow[]): boolean {
  const said = ({ cells }: MatrixRow) => cells.flatMap(({ text }) => text.trim() || []);
  return (
    rows.every((row) => said(row).every((text) => text.length <= SHORT)) &&
    rows.some((row) => {
      const amounts = said(row);
      return PRICED.test(fold(row.name)) && amounts.length > 1 && amounts.every((text) => AMOUNT.test(text));
    })
  );
}

/** The highest number that is a grade. */
const HIGHEST = 10;

/** What stands in cells: marks, words for required and optional, few short words again and again, or texts. */
export function bodyOf(rows: readonly MatrixRow[]): Body {
  const cells = rows.flatMap((row) => row.cells);
  const said = cells.filter(({ text, image, merged }) => !merged && (text.trim() !== '' || image !== null));
  if (said.length === 0) return 'texts';
  if (said.filter(isMark).length >= said.length * 0.9) return 'marks';
  if (arePrices(said)) return 'prices';
  const told = said.filter(({ text }) => sentinel(text) === null);
  const amounts = told.map(({ text }) => (/^\d+(?:[.,]\d+)?$/.test(text.trim()) ? numberOf(text) : null));
  if (amounts.length > 0 && amounts.every((amount) => amount !== null))
    return amounts.every((amount) => amount <= HIGHEST) ? 'grades' : 'numbers';
  if (told.length > 0 && told.every(({ text }) => requirementOf(text) !== null)) return 'needs';
  const words = new Set(said.map(({ text, image }) => fold(text) || (image ?? '')));
  const short = said.filter(({ text, items }) => text.length <= 25 && items.length === 0).length;
  const repeated = words.size <= 10 && words.size * 2 <= said.length;
  const images = said.every(({ image, text }) => image !== null && text.length <= 25);
  if (short >= said.length * 0.95 && (repeated || images)) return 'grades';
  return isPriceList(rows) ? 'prices' : 'texts';
}
