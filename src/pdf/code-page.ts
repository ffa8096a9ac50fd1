/**
 * The letters that can be typed into a form: a simple font has one byte a letter, so each language has its code page. For
 * most of them Windows-1252; what a document is filled with when it is made may have any letter of its fonts all the same.
 */

const CODE_PAGES: Readonly<Record<string, readonly string[]>> = {
  'windows-1250': ['bs', 'cs', 'hr', 'hu', 'pl', 'ro', 'sk', 'sl', 'sq'],
  'windows-1251': ['be', 'bg', 'mk', 'ru', 'sr', 'uk'],
  'windows-1253': ['el'],
  'windows-1254': ['az', 'tr'],
  'windows-1257': ['et', 'lt', 'lv'],
};

export const WESTERN = 'windows-1252';

/** The code page for a language (BCP 47). */
export function codePageFor(lang: string): string {
  const [language = ''] = lang.toLowerCase().split('-');
  const found = Object.entries(CODE_PAGES).find(([, languages]) => languages.includes(language));
  return found?.[0] ?? WESTERN;
}

/** Windows-1252 from 128 to 159, where it differs from Latin 1 (which Node 20 takes for it); a space where it has none. */
const WESTERN_SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The character of each byte from 32 to 255; 0 where the code page has none that can be printed. */
export function charactersOf(codePage: string): readonly number[] {
  const text = new TextDecoder(codePage).decode(Uint8Array.from({ length: 224 }, (_, i) => i + 32));
  return [...text].map((letter, i) => {
    const sign = codePage === WESTERN && i >= 96 && i < 128 ? (WESTERN_SIGNS[i - 96] ?? ' ') : null;
    if (sign !== null) return sign === ' ' ? 0 : (sign.codePointAt(0) ?? 0);
    const code = letter.codePointAt(0) ?? 0;
    return code === 0x7f || (code >= 0x80 && code < 0xa0) || code === 0xfffd ? 0 : code;
  });
}

/**
 * The glyph names of Cyrillic letters in Adobe's list, which a font's differences must use in PDF/A (ISO 19005-3, 6.2.11.6):
 * runs of letters with consecutive numbers.
 */
const CYRILLIC: readonly (readonly [from: number, to: number, first: number])[] = [
  [0x0402, 0x040c, 10051],
  [0x040e, 0x040e, 10062],
  [0x040f, 0x040f, 10145],
  [0x0401, 0x0401, 10023],
  [0x0410, 0x0415, 10017],
  [0x0416, 0x042f, 10024],
  [0x0430, 0x0435, 10065],
  [0x0436, 0x044f, 10072],
  [0x0451, 0x0451, 10071],
  [0x0452, 0x045c, 10099],
  [0x045e, 0x045e, 10110],
  [0x045f, 0x045f, 10193],
  [0x0490, 0x0490, 10050],
  [0x0491, 0x0491, 10098],
];

/** Letters that fonts name otherwise than Adobe's list, or by a name that means another sign there. */
const NAMES: Readonly<Record<string, string>> = {
  ...{
    Ş: 'Scedilla',
    ş: 'scedilla',
    Ţ: 'Tcommaaccent',
    ţ: 'tcommaaccent',
    Ŗ: 'Rcommaaccent',
    ŗ: 'rcommaaccent',
  },
  ...{ Ģ: 'Gcommaaccent', ģ: 'gcommaaccent', Ķ: 'Kcommaaccent', ķ: 'kcommaaccent', Ļ: 'Lcommaaccent' },
  ...{ ļ: 'lcommaaccent', Ņ: 'Ncommaaccent', ņ: 'ncommaaccent', '№': 'afii61352', '―': 'afii00208' },
  ...{ ς: 'sigma1', Δ: 'Deltagreek', Ω: 'Omegagreek', μ: 'mugreek', '\u0384': 'tonos' },
};

/** A letter's name in Adobe's list; `own`: as the font calls it, if it does. */
export function glyphName(character: number, own: string | null | undefined): string {
  const run = CYRILLIC.find(([from, to]) => character >= from && character <= to);
  if (run) return `afii${run[2] + character - run[0]}`;
  return (
    NAMES[String.fromCodePoint(character)] ??
    own ??
    `uni${character.toString(16).toUpperCase().padStart(4, '0')}`
  );
}
