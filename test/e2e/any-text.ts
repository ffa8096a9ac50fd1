/** Texts that try to be something else, and what is asked of each once a document was made with it. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { ReadPdf } from '../pdf/readback.ts';

const sign = fc.constantFrom(
  ...['# ', '- ', '1. ', '> ', '|', '<!-- page -->', '-->', '[x](y)', '![x](y)', '<br>', '<b>', '`', '*'],
  ...['_', '**a**', '{{x}}', '{page}', '&amp;', '&#42;', '\\', 'C:\\dir\\new', '---', '____', '~~x~~'],
  ...['http://a.b/c', '$&', '“x”', 'e\u0301', 'ß', 'Ж', 'λ', 'ﬁ', '\u00ad', '\u200b', '\u200d', '\u00a0'],
  ...['\u2028', '\u2003', 'w'.repeat(90), '\t'],
);
const letter = fc.constantFrom(...'abcXYZ 019.,:;!?()/-–'.split(''));

/** A text of one line without control characters: signs of Markdown, HTML and templates, odd letters, any grapheme. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: sign }, letter, fc.string({ unit: 'grapheme', maxLength: 2 })), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join('').replace(/(?!\t)\p{Cc}/gu, ''));

/** Numbers texts and puts each between two words that tell which it is, so that it is known again on a page. */
export class Marks {
  private readonly texts: string[] = [];

  /** `text`, marked. */
  mark(text: string): string {
    const number = numbered(this.texts.length);
    const own = `Qx${number}x ${text} x${number}xQ`;
    this.texts.push(own);
    return own;
  }

  /** Fails where one begins in what was read and is not whole, and in order, there; how many begin. */
  expectWhole(read: readonly string[]): number {
    const said = squeezed(read.join(''));
    let all = 0;
    for (const [i, own] of this.texts.entries()) {
      const begins = said.split(`Qx${numbered(i)}x`).length - 1;
      const whole = said.split(squeezed(own)).length - 1;
      expect(whole, `${begins} of ${own}`).toBe(begins);
      all += begins;
    }
    return all;
  }
}

const numbered = (number: number): string =>
  [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

/** Without white, and without what is not seen. */
export const squeezed = (text: string): string =>
  text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/g, '');

const fieldsOf = (read: ReadPdf): readonly string[] => [
  ...new Set(read.fields.map(({ name }) => name).filter((name) => !name.includes('+'))),
];

/** Fails where a document has other links, fields or headings than the same with a harmless text. */
export function expectSameBuild(read: ReadPdf, harmless: ReadPdf): void {
  // A longer text may take a page more, whose foot says the name again.
  expect([read.links, fieldsOf(read)]).toEqual([harmless.links, fieldsOf(harmless)]);
  expect(read.outline.length).toBe(harmless.outline.length);
}
