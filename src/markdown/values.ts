/**
 * What a person wrote in a field, to and from the source. Read and written side by side, so that what one writes the other
 * gives back: `readTyped(writeTyped(x))` is x for any one line, `readNotes(writeNotes(x))` is x for any text.
 *
 * Kept true: plain prose is written as it is. Only what would read otherwise is written as a character reference
 * (`&#60;`), which Markdown shows as the character.
 */
import { decodeNumeric, notesText } from './marks.ts';

/** A blank to write on. */
export const BLANK = '____';
const NOTES_BLANK = '________________________________________';
const RULE_LINE = /^\s*(?:(?:\\?_){3,}|-{3,}|(?:\\?\*){3,})\s*$/;

/**
 * Notes are a person's own text: of references only those are read that `writeNotes` (and `&lt;!--`, that a template)
 * writes: white space, signs of a rule, and the ampersand of what would be one of these.
 */
const IN_NOTES = /&lt;(?=!--)|&#(38(?=;(?:#\d{1,7};|lt;!--))|(?!38;)\d{1,7});/g;
const READ_IN_NOTES = /^[\s*_\\-]$/;

function references(text: string): string {
  return Array.from(text, (sign) => `&#${sign.codePointAt(0)};`).join('');
}

const BOX = /^\\?\[\s*([xX]?)\s*\\?\](?:\s+|$)/;
const ANY_BOX = /\\?\[\s*([xX]?)\s*\\?\]/;
const BARE_TICK = /^[xX✓]$/;

/** A box at the head of a text: ticked or not, and what follows it; null where there is none. */
export function readBox(content: string): { readonly on: boolean; readonly rest: string } | null {
  if (!content.startsWith('[') && !content.startsWith('\\[')) return null;
  const match = BOX.exec(content);
  return match ? { on: match[1] !== '', rest: content.slice(match[0].length) } : null;
}

/** A cell that is a box and nothing else: ticked or not; null where it is none. */
export function readLoneBox(cell: string): boolean | null {
  const box = readBox(cell.trim());
  return box && box.rest === '' ? box.on : null;
}

/** A cell in a column of boxes: a box, or a bare tick; null where it is neither. */
export function readTick(cell: string): boolean | null {
  return readLoneBox(cell) ?? (BARE_TICK.test(cell.trim()) ? true : null);
}

/** A box as it is written. */
export function writeBox(on: boolean): string {
  return on ? '[x]' : '[ ]';
}

/** True for a line in which a box stands. */
export function hasBox(line: string): boolean {
  return ANY_BOX.test(line);
}

/** A line with its first box as wanted; one that is so already stays as it was written. */
export function withBox(line: string, on: boolean): string {
  return line.replace(ANY_BOX, (old, sign: string) => ((sign !== '') === on ? old : writeBox(on)));
}

/** The source round a blank as its value: runs of three or more underscores go, white space becomes one space. */
export function readTyped(text: string): string {
  const bare = text
    .replace(/(?:\\?_){3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return decodeNumeric(bare.replace(/^_+|_+$/g, '').trim());
}

/** One line as it can stand in a field's place; a blank where it is empty. `inTable`: in a cell of a table. */
export function writeTyped(value: string, inTable: boolean): string {
  if (value === '') return BLANK;
  const safe = value
    .replace(/&(?=#\d{1,7};)/g, '&#38;')
    .replace(/^\s+|\s+$|\s{2,}|[^\S ]|\0/g, references)
    .replace(/^_+|_+$|(?:\\?_){3,}/g, (run) => run.replaceAll('_', '&#95;'))
    .replace(/<(?=!|br\b)|<(?=[-\u2013\u2014])/gi, '&#60;');
  if (!inTable) return safe;
  return safe.replace(/^(\\?)\[(?=\s*[xX]?\s*\\?\]$)/, '$1&#91;').replaceAll('|', '\\|');
}

/** The lines between notes marks as their value: lines that are only a blank or a rule go, and empty ones at both ends. */
export function readNotes(lines: readonly string[]): string {
  const kept = lines.filter((text) => !RULE_LINE.test(text)).map((text) => text.trimEnd());
  let from = 0;
  let to = kept.length;
  while (from < to && kept[from] === '') from++;
  while (to > from && kept[to - 1] === '') to--;
  return kept
    .slice(from, to)
    .join('\n')
    .replace(IN_NOTES, (written, digits?: string) => {
      if (digits === undefined) return '<';
      const sign = decodeNumeric(written);
      return digits === '38' || READ_IN_NOTES.test(sign) ? sign : written;
    });
}

/** A text as the lines that can stand between notes marks; line ends of any kind are read as one. */
export function writeNotes(value: string): readonly string[] {
  if (value === '') return [NOTES_BLANK];
  const text = notesText(value.replace(/\r\n?/g, '\n'));
  const inner = text.replace(/^\n+|\n+$/g, references);
  return inner.split('\n').map((line) => {
    if (RULE_LINE.test(line)) return line.replace(/\S/, references).replace(/\s$/, references);
    return line.replace(/^(\s*)<(?=!--)/, '$1&lt;').replace(/\s$/, references);
  });
}
