/** Which fonts the form's texts are drawn with: one that is not in the file ends PDF/A and PDF/UA, and looks different. */
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Form } from './form.ts';

const name = (key: string): PDFName => PDFName.of(key);

/** Names of the fonts that an appearance of a text writes with and the file does not have. */
export function missingFonts({ fields }: Form): readonly string[] {
  const missing = new Set<string>();
  for (const { widgets } of fields) {
    for (const { dict } of widgets) {
      const look = dict.lookupMaybe(name('AP'), PDFDict)?.lookup(name('N'));
      if (!(look instanceof PDFRawStream)) continue;
      const written = Buffer.from(decodePDFRawStream(look).decode()).toString('latin1');
      const fonts = look.dict.lookupMaybe(name('Resources'), PDFDict)?.lookupMaybe(name('Font'), PDFDict);
      for (const [, key = ''] of written.matchAll(/\/(\S+)\s+[\d.]+\s+Tf[^(<]*[(<]/g)) {
        const font = fonts?.lookupMaybe(name(key), PDFDict);
        if (font === undefined) missing.add(`${key} (not in the resources)`);
        else if (!isEmbedded(font)) missing.add(String(font.lookup(name('BaseFont'))).slice(1));
      }
    }
  }
  return [...missing].sort();
}

function isEmbedded(font: PDFDict): boolean {
  const first = font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookup(0, PDFDict) ?? font;
  const descriptor = first.lookupMaybe(name('FontDescriptor'), PDFDict);
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(name(key)) ?? false);
}
