/**
 * Blanks with their marks, and the marks that end a text. What a person typed is read from the source, not from tokens,
 * so that underscores and stars in it stay what they are.
 */

import { commentsIn } from './comments.ts';
import type { Inline, LineField } from './document.ts';
import {
  inLanguage,
  type Labelled,
  labelWords,
  type Place,
  readInline,
  readLabel,
  takeKey,
  withoutColon,
} from './inline.ts';
import { type MarkParts, readMark } from './marks.ts';
import { fail, failWithoutList, meet, type Reading, takeId, warn } from './reading.ts';
import { readTyped } from './values.ts';

const LONE_BLANK = /(?:^|[\s:])_{4,}(?:\s|$)/;
const FIELD = /<!--\s*field\b/;

/** True for a text in which a field's mark stands. */
export function hasField(content: string): boolean {
  return FIELD.test(content);
}

/** A text with the choice, check and lang marks that end it taken off. */
export interface Tail {
  readonly content: string;
  readonly mark: MarkParts | null;
  readonly lang: string | null;
}

/** Takes choice, check and lang marks off the end of a text. `line`: its first. Problems: `misplaced-mark`, `no-language`. */
export function takeTail(reading: Reading, content: string, line: number): Tail {
  let rest = content;
  let lang: string | null = null;
  let mark: MarkParts | null = null;
  for (;;) {
    const end = rest.trimEnd();
    const start = end.endsWith('-->') ? end.lastIndexOf('<!--') : -1;
    const inner = end.slice(start + 4, -3);
    if (start < 0 || inner.includes('\n') || inner.includes('-->')) break;
    const found = readMark(inner);
    if ('other' in found || found.ends) break;
    const at = line + lineBreaks(rest, start);
    if (found.name === 'lang') {
      meet(reading, at);
      if (found.id === null)
        fail(reading, 'no-language', 'This mark names no language', at, 'name it: <!-- lang de -->');
      else if (lang !== null) fail(reading, 'misplaced-mark', 'A text has one language', at);
      lang ??= found.id;
    } else if (mark === null && (found.name === 'choice' || found.name === 'check')) {
      meet(reading, at);
      mark = found;
    } else break;
    rest = rest.slice(0, start).trimEnd();
  }
  if (lang !== null && rest.trim() === '') {
    const help = 'put it at the end of the words that are in that language';
    fail(reading, 'misplaced-mark', 'A "lang" mark stands after its words', line, help);
  }
  return { content: rest, mark, lang };
}

/** A label up to its colon, and the field that follows it; none where its id cannot be taken. */
interface LabelledField {
  readonly label: readonly Inline[];
  readonly field: LineField | null;
}

/**
 * Inline content with fields: each blank, and what a person wrote there, becomes a field in its place. Problems:
 * `no-colon`, those of ids, `unmarked-blank` (warning), those of readInline.
 */
export function readFields(reading: Reading, content: string, place: Place): readonly Inline[] {
  if (hasField(content)) return labelledFields(reading, content, place).flatMap(inPlace);
  unmarkedBlank(reading, content, place.line);
  return readInline(reading, content, place);
}

/** As readFields, parted at the colon of the first label; a field then comes first in `rest`. */
export function readLabelled(reading: Reading, content: string, place: Place): Labelled {
  if (hasField(content)) {
    const [first, ...others] = labelledFields(reading, content, place);
    const rest: Inline[] = first?.field ? [{ type: 'field', field: first.field }] : [];
    rest.push(...others.flatMap(inPlace));
    return { label: withoutColon(first?.label ?? []), colon: first !== undefined, rest };
  }
  unmarkedBlank(reading, content, place.line);
  return readLabel(reading, content, place);
}

function inPlace({ label, field }: LabelledField): readonly Inline[] {
  return field ? [...label, { type: 'text', text: ' ' }, { type: 'field', field }] : label;
}

function unmarkedBlank(reading: Reading, content: string, line: number): void {
  if (!LONE_BLANK.test(content)) return;
  const help = 'to read it back, put a mark after it: ____ <!-- field id -->';
  warn(reading, 'unmarked-blank', 'This blank belongs to no field: it is only printed', line, help);
}

function labelledFields(reading: Reading, content: string, place: Place): readonly LabelledField[] {
  const out: LabelledField[] = [];
  const found = commentsIn(content).filter(({ inner }) => /^\s*field\b/.test(inner));
  let from = 0;
  found.forEach(({ text, inner, index }, i) => {
    const mark = readMark(inner);
    if ('other' in mark) return;
    const before = content.slice(from, index);
    const start = place.line + lineBreaks(content, from);
    const line = place.line + lineBreaks(content, index);
    const last = i === found.length - 1;
    from = index + text.length;
    meet(reading, line);
    const colon = before.indexOf(':');
    if (colon < 0) {
      const help = 'write: Label: ____ <!-- field id -->';
      fail(reading, 'no-colon', 'A field needs a label with a colon before its blank', line, help);
      return;
    }
    const cut = labelEnd(before, colon);
    const source = before.slice(0, cut);
    const label = readInline(reading, source, { ...place, line: start });
    const value = readTyped(`${before.slice(cut)} ${last ? content.slice(from) : ''}`);
    const words = labelWords(label, source);
    const spoken = place.within ? `${place.within}, ${words}` : words;
    out.push({ label, field: lineField(reading, mark, value, spoken, line) });
  });
  return out;
}

/** Where a label ends: after its colon and the signs that close its emphasis. */
export function labelEnd(text: string, colon: number): number {
  return colon + 1 + (/^[*_]{1,3}(?=\s|$)/.exec(text.slice(colon + 1))?.[0].length ?? 0);
}

/** The field of a mark; null where its id cannot be taken. */
function lineField(
  reading: Reading,
  mark: MarkParts,
  value: string,
  visible: string,
  line: number,
): LineField | null {
  if (!takeId(reading, mark.id, line)) return null;
  const field: LineField = {
    kind: 'line',
    id: mark.id,
    label: mark.label ?? visible,
    required: mark.options.has('required'),
    line,
    value,
  };
  reading.fields.push(field);
  return field;
}

/** A text that may open with a key and end in a language: what stands in a cell or a list item. */
export function readKeyed(
  reading: Reading,
  raw: string,
  place: Place,
): { readonly key: string | null; readonly content: readonly Inline[] } {
  const tail = takeTail(reading, raw, place.line);
  if (tail.mark) failWithoutList(reading, tail.mark, place.line);
  const { key, content } = takeKey(readFields(reading, tail.content, place), tail.content);
  return { key, content: inLanguage(content, tail.lang) };
}

/** Line breaks before an offset of a text. */
function lineBreaks(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
