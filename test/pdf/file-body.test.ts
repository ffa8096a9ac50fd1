/** The file’s table of objects: whatever is written is found again, by a reader that is not ours. */
import { describe, expect, it } from 'vitest';
import { charactersOf, codePageFor, glyphName } from '../../src/pdf/code-page.ts';
import { PdfDocument } from '../../src/pdf/pdfkit.ts';
import { name, number, textString } from '../../src/pdf/syntax.ts';
import { readPdf } from './readback.ts';

const ABOUT = { title: 'R&D', subject: '', lang: 'en', date: new Date(0) };

describe('a file of object streams', () => {
  it('finds each of a thousand objects', async () => {
    for (const compress of [true, false]) {
      const pdf = new PdfDocument(ABOUT, compress);
      pdf.addPage({ size: [100, 100], margin: 0 });
      const notes = Array.from({ length: 1000 }, (_, i) => {
        const id = pdf.reserve();
        const link = `/A<</S/URI/URI(http://example.org/${i})>>`;
        pdf.object(id, `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]${link}>>`);
        return `${id} 0 R`;
      });
      pdf.page.dictionary.data['Annots'] = pdf.complete(pdf.begin(), `[${notes.join(' ')}]`);
      const { links } = await readPdf(pdf.finish());
      expect(links).toEqual(notes.map((_, i) => `http://example.org/${i}`));
    }
  });

  it('is no file while an object was begun and not written', () => {
    const pdf = new PdfDocument(ABOUT);
    pdf.addPage({ size: [100, 100], margin: 0 });
    pdf.begin();
    expect(() => pdf.finish()).toThrow('begun');
  });
});

describe('how things are written', () => {
  it('escapes what a name, a text or a number cannot hold', () => {
    expect([name('meets'), name('a/b c'), name('ä')]).toEqual(['/meets', '/a#2fb#20c', '/#c3#a4']);
    expect(textString('a (b) \\')).toBe('(a \\(b\\) \\\\)');
    expect(textString('ä😀')).toBe('<feff00e4d83dde00>');
    expect([number(1.006), number(-0.001), number(1e-9)]).toEqual(['1.01', '0', '0']);
  });

  it('has the letters of a language in its code page', () => {
    expect(['en', 'de-CH', 'pl', 'uk', 'el'].map(codePageFor)).toEqual([
      ...['windows-1252', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1253'],
    ]);
    const western = charactersOf('windows-1252');
    expect(western).toHaveLength(224);
    expect(
      String.fromCodePoint(...['€', '’', 'ß'].map((c) => western.find((w) => w === c.codePointAt(0)) ?? 63)),
    ).toBe('€’ß');
    expect(charactersOf('windows-1250')).toContain('ł'.codePointAt(0));
    expect([glyphName(0x416, 'uni0416'), glyphName(0x142, 'lslash'), glyphName(0x21b, null)]).toEqual([
      ...['afii10024', 'lslash', 'uni021B'],
    ]);
  });
});
