/**
 * Lists that were typed with dashes or dots into a cell: a text that leads, and its items as statements. The bullets
 * themselves are signs of the list and no text.
 */
import type { Said } from './said.ts';

const BULLET = /^[ \t]*(?:[-*–][ \t]+|[•·▪◦‣●○][ \t]*)(?=\S)/u;
const NUMBER = /^[ \t]*\d{1,2}[.)][ \t]+(?=\S)/;

const NOTHING: readonly string[] = [];

/** What comes after the list or between two lists is its own paragraph of the text: lists that stand at the end alone are taken apart. */
export function saidInText(text: string): Said {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => BULLET.test(line));
  if (first < 0) return { text: asParagraphs(text) || null, statements: NOTHING };
  const statements: string[] = [];
  let ended = false;
  for (const line of lines.slice(first)) {
    if (BULLET.test(line)) {
      if (ended) return { text: asParagraphs(text), statements: [] };
      statements.push(line.replace(BULLET, '').trim());
    } else if (line.trim() === '') continue;
    else if (/^[ \t]+\S/.test(line) && statements.length > 0) {
      // A bullet's second line.
      statements[statements.length - 1] += ` ${line.trim()}`;
    } else ended = true;
  }
  if (ended) return { text: asParagraphs(text), statements: [] };
  return { text: asParagraphs(lines.slice(0, first).join('\n')) || null, statements };
}

/** Each bullet and number begins a paragraph of its own, since a single line end is a space in the data. */
export function asParagraphs(text: string): string {
  const lines = text.trim().split('\n');
  let found = '';
  for (const [i, line] of lines.entries()) {
    const begins = BULLET.test(line) || NUMBER.test(line);
    const before = lines[i - 1];
    // What comes after a list is no part of its last item.
    const leaves = before !== undefined && BULLET.test(before) && !/^\s/.test(line);
    found += `${i === 0 ? '' : begins || leaves ? '\n\n' : '\n'}${line}`;
  }
  return found.replace(/\n{3,}/g, '\n\n');
}
