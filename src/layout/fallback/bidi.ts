/**
 * The order of words and signs on a line where some run from right to left (Unicode, UAX 9; the levels are bidi-js's).
 */
import makeBidi from 'bidi-js';
import type { Order } from '../fonts.ts';
import { RIGHT_TO_LEFT_LETTER } from './scripts.ts';

const bidi = makeBidi();
const LEFT_TO_RIGHT_LETTER = new RegExp(`(?!${RIGHT_TO_LEFT_LETTER.source})\\p{Letter}`, 'u');

export const ORDER: Order = {
  concerns: (text) => RIGHT_TO_LEFT_LETTER.test(text),

  /**
   * `rightToLeft`: the paragraph's language is written so. In others a line that somebody ended runs from right to left if
   * all of its letters do: a name in a sentence does not turn the sentence round.
   */
  levels(paragraph, rightToLeft) {
    return paragraph.split('\n').flatMap((line) => {
      const base = rightToLeft || !LEFT_TO_RIGHT_LETTER.test(line) ? 'rtl' : 'ltr';
      return [...bidi.getEmbeddingLevels(line, base).levels, 0];
    });
  },

  /** Rule L2: from the highest level down, what lies at it or above is turned round. */
  fromLeft(pieces) {
    const order = [...pieces];
    const highest = Math.max(0, ...order.map((piece) => piece.level));
    for (let level = highest; level > 0; level--) {
      for (let from = 0; from < order.length; from++) {
        let to = from;
        while ((order[to]?.level ?? -1) >= level) to++;
        if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
        from = to;
      }
    }
    return order;
  },
};

/** A sign as it looks from the other side: "(" for ")". */
export function mirrored(character: string): string {
  return bidi.getMirroredCharacter(character) ?? character;
}
