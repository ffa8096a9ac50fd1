/** Fonts of what is shown: ISO 14289-1, 7.21 (the same as ISO 19005-3, 6.2.11, but for its clause 6.2.11.2). */
import type { DocumentFont, FontUse } from '../fonts.ts';
import type { Pdf } from '../pdf.ts';
import { each, type Rule } from '../rule.ts';

const fonts = (pdf: Pdf): readonly DocumentFont[] => pdf.fonts.map(({ font }) => font);
const drawn = (pdf: Pdf): readonly DocumentFont[] =>
  pdf.fonts.flatMap((use) => (use.drawn.size > 0 ? [use.font] : []));
const simple = (pdf: Pdf) => fonts(pdf).filter(({ composite }) => !composite);
const composite = (pdf: Pdf) => fonts(pdf).filter((font) => font.composite);
/** Simple fonts whose letters are found by name; those of bit 3 by number. */
const isSymbolic = ({ descriptor }: DocumentFont): boolean =>
  ((descriptor.get('Flags').number ?? 0) & 4) !== 0;

interface Shown {
  readonly font: DocumentFont;
  readonly code: number;
  readonly where: string;
}

const shown = (codes: (use: FontUse) => readonly (readonly [number, string])[]) => (pdf: Pdf) =>
  pdf.fonts.flatMap((use) => codes(use).map(([code, where]): Shown => ({ font: use.font, code, where })));
const drawnCodes = shown(({ drawn }) => [...drawn]);
const allCodes = shown(({ drawn, hidden }) => [...drawn, ...hidden]);

const place = ({ value, name }: DocumentFont): string => `${name} ${value.place}`;
const said = ({ font, where }: Shown): string => `${place(font)}, ${where}`;

export const fontRules: readonly Rule[] = [
  // 7.21.4.1: every font that draws is embedded, with each glyph that is drawn.
  each('ua1 7.21.4.1-1', drawn, (font) => !font.file.present && [place(font), 'is not embedded']),
  each('ua1 7.21.4.1-2', drawnCodes, (one) => {
    const { font, code } = one;
    const read = font.program !== null || font.cff !== null;
    const there = read ? (font.glyph(code) ?? Number.POSITIVE_INFINITY) < font.glyphs : !font.file.present;
    return !there && [said(one), `the program has no glyph for code ${code}`];
  }),
  // 7.21.8: and none of them is the one that stands for a missing one.
  each(
    'ua1 7.21.8-1',
    allCodes,
    (one) => one.font.glyph(one.code) === 0 && [said(one), `code ${one.code} is .notdef`],
  ),
  // 7.21.4.2: no CIDSet: pdfkit's is wrong, and none is needed.
  each('ua1 7.21.4.2-2', fonts, (font) => font.descriptor.get('CIDSet').present && [place(font), 'CIDSet']),
  // 7.21.5: widths are those of the program.
  each('ua1 7.21.5-1', drawnCodes, (one) => {
    const [file, program] = [one.font.width(one.code), one.font.programWidth(one.code)];
    const wrong = file !== undefined && program !== undefined && Math.abs(file - program) > 1;
    return wrong && [said(one), `code ${one.code} is ${file} wide, in the program ${program}`];
  }),
  // 7.21.7: each code that is shown means a character, and a real one.
  each('ua1 7.21.7-1', allCodes, (one) => {
    return !one.font.unicode(one.code) && [said(one), `code ${one.code} means no character`];
  }),
  each('ua1 7.21.7-2', allCodes, (one) => {
    return (
      /[\0\ufeff\ufffe]/.test(one.font.unicode(one.code) ?? '') && [
        said(one),
        `code ${one.code} means a mark`,
      ]
    );
  }),
  // ISO 19005-3, 6.2.11.7.3: none of the private use area.
  each('3a 6.2.11.7.3-1', allCodes, (one) => {
    return (
      /[\ue000-\uf8ff]/.test(one.font.unicode(one.code) ?? '') && [
        said(one),
        `code ${one.code} is a private one`,
      ]
    );
  }),
  // 7.21.3: a composite font is Identity-H, and says how its numbers lead to glyphs.
  each('ua1 7.21.3.3-1', composite, (font) => {
    return font.encoding !== 'Identity-H' && [place(font), `Encoding is ${font.encoding ?? 'its own'}`];
  }),
  each('ua1 7.21.3.2-1', composite, (font) => {
    const map = font.own.get('CIDToGIDMap');
    const right = map.name === 'Identity' || map.kind === 'stream';
    return font.own.get('Subtype').name === 'CIDFontType2' && !right && [place(font), 'no CIDToGIDMap'];
  }),
  // 7.21.6: a simple font that is not symbolic is WinAnsi, or differs from it by names of Adobe's list, and its program
  // finds letters by it.
  each('ua1 7.21.6-2', simple, (font) => {
    if (isSymbolic(font)) return null;
    if (font.encoding !== 'WinAnsiEncoding') return [place(font), `Encoding is ${font.encoding}`];
    const unknown = [...font.differences].filter(([code]) => font.letter(code) === undefined);
    return unknown.length > 0 && [place(font), `names that Adobe’s list lacks: ${unknown.join(' ')}`];
  }),
  each('ua1 7.21.6-3', simple, (font) => {
    return (
      isSymbolic(font) && font.value.get('Encoding').present && [place(font), 'symbolic, and has an Encoding']
    );
  }),
  each('ua1 7.21.6-1', simple, (font) => {
    const { program } = font;
    const tables = program?.cmap?.tables ?? [];
    const found = tables.some(({ platformID, encodingID }) => platformID === 3 && encodingID === 1);
    return (
      program !== null && !isSymbolic(font) && !found && [place(font), 'its program has no cmap of Unicode']
    );
  }),
  // ISO 19005-3, 6.2.11.2: what every font's dictionary has.
  each(
    '3a 6.2.11.2-1',
    fonts,
    (font) => font.value.get('Type').name !== 'Font' && [place(font), 'Type is not Font'],
  ),
  each('3a 6.2.11.2-2', fonts, (font) => {
    const type = font.value.get('Subtype').name ?? '';
    return !['Type0', 'TrueType', 'Type1'].includes(type) && [place(font), `Subtype is ${type}`];
  }),
  each('3a 6.2.11.2-3', fonts, (font) => font.name === '' && [font.value.place, 'no BaseFont']),
  each('3a 6.2.11.2-6', simple, (font) => {
    const [first, last] = [font.value.get('FirstChar').number ?? 0, font.value.get('LastChar').number ?? 0];
    const count = font.value.get('Widths').items.length;
    return (
      font.file.present &&
      count !== last - first + 1 && [place(font), `${count} widths for codes ${first} to ${last}`]
    );
  }),
  // ISO 32000-1, 9.8.1, 9.7.6.2 and 9.6.4: names agree (that of a Type 0 font over CFF has its CMap's too), and a part of a
  // font has a tag of six letters.
  each('pdf 9.8.1', fonts, (font) => {
    const own = font.own.get('BaseFont').name;
    const overCff = font.own.get('Subtype').name === 'CIDFontType0';
    const names = [overCff ? `${own}-${font.encoding}` : own, font.name];
    const program = font.descriptor.get('FontName').name;
    const agree = names[0] === names[1] && program === own;
    return (
      font.descriptor.present &&
      own !== undefined &&
      !agree && [place(font), `is named ${names[0]} and ${program} too`]
    );
  }),
  each('pdf 9.6.4', fonts, (font) => {
    return font.file.present && !/^[A-Z]{6}\+./.test(font.name) && [place(font), 'embedded without a tag'];
  }),
];
