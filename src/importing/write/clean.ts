/**
 * Texts of a source as those of the framework. What a data file cannot hold (control signs, halves of signs) is taken out
 * and said; what breaks lines becomes a line end.
 */
import type { Text } from '../../framework/framework.ts';
import { paragraphs } from '../../framework/paragraphs.ts';
import { plainly } from '../../framework/value.ts';
import type { Span } from '../../problems/source.ts';
import type { Remark } from '../draft.ts';
import type { Place } from '../material.ts';
import { placeSpan } from '../where.ts';

const LINE_ENDS = /\r\n?|[\u0085\u2028\v\f]/g;
/** Controls but tab and line feed, halves of signs, and what Unicode says is no sign. */
const UNWRITABLE = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** They say nothing at the beginning of a text, and are taken for the mark of a file there. */
const MARKS = /^\ufeff+/;

export class Cleaner {
  readonly skipped: Remark[] = [];
  private last: { readonly place: Place; readonly span: Span } | null = null;

  /** `language`: of the texts. */
  constructor(readonly language: string) {}

  /** A text; null where it says nothing. */
  text(written: string | null, place: Place): Text | null {
    const words = written === null ? '' : this.words(written, place);
    return words === '' ? null : plainly(this.language, words, this.span(place));
  }

  /** One for all that is said at a place: there may be half a million places. */
  span(place: Place): Span {
    if (this.last?.place !== place) this.last = { place, span: placeSpan(place) };
    return this.last.span;
  }

  /** Those that say something. */
  texts(written: readonly string[], place: Place): readonly Text[] {
    return written.flatMap((one) => this.text(one, place) ?? []);
  }

  /** As one text of paragraphs. */
  words(written: string, place: Place): string {
    const lines = written.replace(MARKS, '').replace(LINE_ENDS, '\n').replaceAll('\u2029', '\n\n');
    const found = lines.match(UNWRITABLE) ?? [];
    if (found.length > 0) {
      const names = [...new Set(found.map(nameOf))].join(', ');
      const what = found.length === 1 ? 'a sign' : `${found.length} signs`;
      this.skipped.push({ message: `${what} that no text may hold (${names})`, place });
    }
    return paragraphs(lines.replace(UNWRITABLE, ''));
  }
}

function nameOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
