/**
 * The texts of the real samples, found in their files by other means than the readers': what an import loads is held against
 * them.
 */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'yaml';

/** Text as it is compared: white and hard wraps aside, without the marks of Markdown. */
export function bare(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`|\\(?=[*_`[\]|])/g, '')
    .replace(/(^|\W)[*_](?=\S)|(?<=\S)[*_](?=\W|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Lines of a cell, bullets off. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\n/)
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter((line) => line !== '');
}

/** Records of a CSV, by RFC 4180. */
export function csv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.replace(/^\ufeff/, '').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)) {
    const [whole, cell = '', end = ''] = match;
    if (whole === '' && row.length === 0) break;
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Texts of a tree whose way there fits: "skills/0/name". */
export function leaves(value: unknown, fits: RegExp, way = ''): readonly string[] {
  if (typeof value === 'string') return fits.test(way) ? linesOf(value.replace(/\n(?!\n)/g, ' ')) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, fits, `${way}/${key}`));
}

export const yaml = (text: string): unknown => parse(text);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  '#39': "'",
  '#x27': "'",
};

function decoded(html: string): string {
  return html
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** Items of lists that hold no list. */
export function htmlItems(html: string): readonly string[] {
  return [...html.matchAll(/<li[^>]*>((?:(?!<\/?(?:ul|ol|li)\b)[\s\S])*)<\/li>/g)].flatMap(([, inner = '']) =>
    linesOf(decoded(inner).replace(/\s+/g, ' ')),
  );
}

/** The shared texts of a workbook. */
export function workbookTexts(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const xml = entry(bytes, 'xl/sharedStrings.xml');
  return [...xml.matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, inner = '']) =>
    decoded([...inner.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text = '']) => text).join('')),
  );
}

function entry(bytes: Buffer, wanted: string): string {
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    if (name !== wanted) continue;
    const [size, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    return (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8');
  }
  throw new Error(`${wanted} is not in the workbook`);
}
