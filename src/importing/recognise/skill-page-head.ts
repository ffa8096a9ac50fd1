/**
 * What stands over the tables of a skill's page, told by what it looks like, whatever its language: the domain stands twice, the
 * category after the second, a date after that; topics have commas; numbers alone are counts.
 */
import type { Claim } from '../draft.ts';
import type { Material, Place } from '../material.ts';
import type { Remarks } from './parts.ts';
import { placeOf } from './parts.ts';

export interface PageHead {
  readonly domain: string | null;
  readonly category: string | null;
  readonly topics: readonly string[];
  /** ISO. */
  readonly updated: string | null;
  readonly claims: readonly Claim[];
}

interface Line {
  readonly text: string;
  readonly place: Place;
}

export function pageHead(page: Material, remarks: Remarks): PageHead {
  const first = page.grids[0]?.place.line ?? 0;
  const lines = (page.tree?.children ?? [])
    .map(({ label, place }): Line => ({ text: label, place }))
    .filter(({ place }) => (place.line ?? 0) <= first);
  const again = lines.findIndex(
    ({ text }, i) => !isNumber(text) && lines.findIndex((one) => one.text === text) < i,
  );
  const domain = again < 0 ? null : (lines[again]?.text ?? null);
  const at = lines.findIndex(({ text }) => dateOf(text, lines) !== null);
  const dated = at < 0 ? null : (lines[at] ?? null);
  const category = again >= 0 && again + 1 !== at ? (lines[again + 1]?.text ?? null) : null;
  const listed = lines.find(
    ({ text }) => text !== domain && text.split(/[,，、]/).length >= 3 && !/[.。]$/.test(text),
  );
  const topics = listed
    ? listed.text
        .split(/[,，、]/)
        .map((topic) => topic.trim())
        .filter((topic) => topic !== '')
    : [];
  const known = new Set([domain, category, listed?.text, dated?.text].filter((text) => text));
  const numbers = lines.flatMap((line, i) => (isNumber(line.text) ? [{ ...line, i }] : []));
  const names = (['roles', 'levels', 'required'] as const).flatMap((what, i): Claim[] => {
    const number = numbers[i];
    return number ? [{ what, count: Number(number.text), place: number.place }] : [];
  });
  const last = numbers[2];
  const beside = last && lines[last.i + 1];
  const optional = Number(/\d+/.exec(beside?.text ?? '')?.[0] ?? Number.NaN);
  const claims =
    beside && !Number.isNaN(optional)
      ? [...names, { what: 'optional' as const, count: optional, place: beside.place }]
      : names;
  const rest = lines.filter(({ text }) => !known.has(text) && !isNumber(text) && text !== beside?.text);
  if (rest.length > 0)
    remarks.skip(
      `words of the page around it: ${rest.map(({ text }) => `"${text}"`).join(', ')}`,
      rest[0]?.place ?? placeOf(page),
    );
  const updated = dated ? dateOf(dated.text, lines) : null;
  if (dated && updated !== null && isOpen(dated.text))
    remarks.guess(`"${dated.text}" is ${updated}, by the language of the page`, dated.place);
  return { domain, category, topics, updated, claims };
}

function isNumber(text: string): boolean {
  return /^\d{1,5}$/.test(text);
}

const DATE = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?$/;

/** Day and month could be either. */
function isOpen(text: string): boolean {
  const [, a = '', sign, b = ''] = DATE.exec(text) ?? [];
  return sign === '/' && a.length < 3 && Number(a) <= 12 && Number(b) <= 12;
}

/** 17.3.2026, 2026/3/17, 22/2/2026, 3/17/2026: where it could be either, the month stands first on English pages. */
function dateOf(text: string, lines: readonly Line[]): string | null {
  const [, a = '', sign = '', b = '', c = ''] = DATE.exec(text) ?? [];
  if (a.length === 4) return iso(a, b, c);
  if (c.length !== 4) return null;
  if (sign === '.' || Number(a) > 12) return iso(c, b, a);
  if (Number(b) > 12) return iso(c, a, b);
  const english = lines.some((line) => /^(?:roles?|levels?|domain|required|skill profile)$/i.test(line.text));
  return sign === '/' && english ? iso(c, a, b) : iso(c, b, a);
}

function iso(year: string, month: string, day: string): string | null {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
