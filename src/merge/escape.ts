/**
 * Text made safe for the place in a Markdown file where a template puts it, and only where the parse would change:
 * people read and edit the file.
 *
 * Kept true, for every place: the text comes back whole from the parsed file; plain prose ("R&D", "3 * 4",
 * "snake_case", "a < b", "C#") stands there unchanged; no text makes a mark, a heading, a list, a link, a cell.
 */
import { markText, notesText } from '../markdown/marks.ts';

/** What surrounds a text in its template. */
export type Setting =
  /** In Markdown; the flags below say where. */
  | 'markdown'
  /** Inside the quotes of a mark's label. */
  | 'mark-label'
  /** Inside a mark, outside quotes: an id or a list of ids. */
  | 'mark'
  /** Between notes marks, where nothing is Markdown. */
  | 'notes'
  /** A value of the front matter, which is written as a JSON string later. */
  | 'plain';

export interface Place {
  readonly setting: Setting;
  /** May begin a line (or the content of a list item or quote). */
  readonly lineStart: boolean;
  readonly heading: boolean;
  readonly cell: boolean;
  /** In a label, before its colon: that must be the template's. */
  readonly label: boolean;
  /** All of a strong that opens a heading, an item or a cell, with words after it or alone: a key, if it is short. */
  readonly key: 'no' | 'with-words' | 'alone';
  /** In a line of the foot: its bars part cells, its braces name fields. */
  readonly foot: boolean;
  /** Characters that may follow in the template; UNKNOWN stands for data. */
  readonly next: string;
}

/** Stands in `Place.next` for what another piece of data may begin with. */
export const UNKNOWN = '\uE000';

const SPECIAL = /[\\`*_~[\]<&!:|{}#]/;
const PIECES = /\\|`|\*+|_+|~~+|[[\]<&:|{}]/g;
const BLOCK_START = /^(?:#{1,6}(?:\s|$)|[-+](?:\s|$)|>|(?:-\s*){2,}$|=+\s*$|[\s|:-]+$)/;
const LIST_NUMBER = /^(\d{1,9})([.)])(?=\s|$)/;
const BOX = /^\[\s*[xX]?\s*\](?=\s|$)/;
/** A cell that is nothing but a box would be one. */
const LONE_BOX = /^\s*\[\s*[xX]?\s*\]\s*$/;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** What Markdown takes for white space beside an emphasis: U+2028 and U+FEFF are none. */
const SPACE = /[\p{Zs}\t\n\f\r\v]/u;

/** A key's letters or digits; alone, only a number is one. */
const KEYS = { no: null, 'with-words': /^[\p{L}\p{N}]{1,3}$/u, alone: /^\p{N}{1,3}$/u };
/** Between notes marks a line of only such signs may be a rule, which is not read. */
const RULE_SIGNS = /^[\s*_\\-]+$/;

/**
 * What is written: words of the data or of a message; a number of the view, whose full stop may make a list; a letter, an
 * id or a time, which may be a key.
 */
export type Kind = 'words' | 'number' | 'sign';

/** The text as it must stand at the place. */
export function escapeText(text: string, place: Place, kind: Kind): string {
  if (place.setting === 'plain') return text;
  if (place.setting === 'mark') return bareInMark(text);
  const line = /[\r\n]/.test(text) ? text.replace(/\s*[\r\n]+\s*/g, ' ').trim() : text;
  if (place.setting === 'mark-label') return markText(line);
  if (place.setting === 'notes') {
    const safe = notesText(line).replaceAll('<!--', '&lt;!--');
    return RULE_SIGNS.test(line) ? safe.replace(/\S/, reference) : safe;
  }
  if (kind === 'words' && KEYS[place.key]?.test(line)) return line.replace(/^./u, reference);
  if (!place.lineStart) return SPECIAL.test(line) ? escapeInline(line, place) : line;
  const box = BOX.exec(line);
  if (box) return `&#91;${escapeInline(line.slice(1), place, '[')}`;
  const inline = SPECIAL.test(line) ? escapeInline(line, place) : line;
  if (kind === 'number') return inline;
  if (BLOCK_START.test(line) && !inline.startsWith('\\') && !inline.startsWith('&')) return `\\${inline}`;
  const number = LIST_NUMBER.exec(line);
  if (number) return `${number[1]}\\${inline.slice(number[1]?.length ?? 0)}`;
  if (/^\d{1,9}$/.test(line) && /[.)\uE000]/.test(place.next)) return line.replace(/^./, reference);
  return inline;
}

function reference(sign: string): string {
  return `&#${sign.codePointAt(0)};`;
}

/** Outside quotes a mark holds ids, lists of them and columns ("2+4-5"): of anything else only what can be one is left. */
function bareInMark(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?!(?<=\d)\+(?=\d))[^a-z0-9/,]+/g, '-')
    .replace(/^-|-$/g, '');
}

function escapeInline(text: string, place: Place, before = ''): string {
  const brackets = risksLink(before + text, place.next);
  const end = text.length;
  const escaped = text.replace(PIECES, (piece, offset: number) => {
    const previous = offset > 0 ? text.charAt(offset - 1) : '';
    const after = text.charAt(offset + piece.length);
    const first = piece.charAt(0);
    switch (first) {
      case '\\':
        return after === '' || PUNCTUATION.test(after) ? '\\\\' : piece;
      case '*':
      case '_':
        if (SPACE.test(previous) && SPACE.test(after) && piece.length < 3) return piece;
        if (first === '_' && isWord(text, offset - 1) && isWord(text, offset + piece.length)) return piece;
        return each(piece);
      case '`':
      case '~':
        return each(piece);
      case '[':
      case ']':
        if (piece === '[' && place.cell && LONE_BOX.test(text)) return '&#91;';
        return brackets ? `\\${piece}` : piece;
      case '<':
        return /[A-Za-z/!?]/.test(after === '' ? place.next : after) || follows(after, place)
          ? '&lt;'
          : piece;
      case '&': {
        const open = offset + piece.length === end || /^#?\w*$/.test(text.slice(offset + 1));
        const completes = open && /[\w#;\uE000]/.test(place.next);
        return completes || ENTITY.test(text.slice(offset)) ? '&amp;' : piece;
      }
      case ':':
        return place.label ? '&#58;' : piece;
      case '|':
        return place.foot ? '&#124;' : place.cell ? '\\|' : piece;
      case '{':
        return place.foot ? '&#123;' : piece;
      case '}':
        return place.foot ? '&#125;' : piece;
      default:
        return piece;
    }
  });
  if (text.endsWith('!') && place.next.includes('[')) return `${escaped.slice(0, -1)}\\!`;
  if (place.heading && /(?:^|\s)#+$/.test(text) && (place.next === '' || /[\s\uE000]/.test(place.next)))
    return escaped.replace(/#+$/, (run) => `\\${run}`);
  return escaped;
}

function follows(after: string, place: Place): boolean {
  return after === '' && place.next.includes(UNKNOWN);
}

function each(run: string): string {
  return [...run].map((character) => `\\${character}`).join('');
}

function isWord(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  const from = unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
  return WORD.test(String.fromCodePoint(text.codePointAt(from) ?? 0));
}

/** Brackets that could make a link, a picture or a definition, or that would break one round them. */
function risksLink(text: string, next: string): boolean {
  if (!text.includes('[') && !text.includes(']')) return false;
  if (/\][([:]/.test(text)) return true;
  if (text.endsWith(']') && /[([:\uE000]/.test(next)) return true;
  let open = 0;
  for (const character of text) {
    if (character === '[') open++;
    else if (character === ']' && --open < 0) return true;
  }
  return open !== 0;
}
