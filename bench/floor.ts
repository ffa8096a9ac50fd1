/**
 * The floor: the same texts and rules drawn with bare pdfkit in the best way known. Own line breaks on cached word widths,
 * shaped words shared by all documents, one content string a page, parsed fonts shared. No Markdown, no layout.
 */

import type { Embedded } from 'pdfkit';
import type { Face, Fonts } from '../src/layout/fonts.ts';
import type { Layout } from '../src/layout/page.ts';
import { PdfDocument } from '../src/pdf/pdfkit.ts';

interface Paragraph {
  readonly words: readonly string[];
  readonly face: Face;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface FloorPage {
  readonly width: number;
  readonly height: number;
  readonly paragraphs: readonly Paragraph[];
  readonly rules: readonly (readonly [number, number, number, number])[];
}

/** What the floor draws: the paragraphs and rules of a set document. */
export function floorOf(layout: Layout): readonly FloorPage[] {
  return layout.pages.map(({ width, height, items }) => {
    const paragraphs: {
      texts: string[];
      key: string;
      p: Omit<Paragraph, 'words' | 'width'>;
      right: number;
    }[] = [];
    const rules: (readonly [number, number, number, number])[] = [];
    for (const item of items) {
      if (item.type === 'rule') rules.push([item.x, item.y, item.width, item.height]);
      if (item.type !== 'text') continue;
      const key = `${item.node} ${item.face} ${item.size}`;
      const last = paragraphs.at(-1);
      if (last?.key === key) {
        last.texts.push(item.text);
        last.right = Math.max(last.right, item.x + item.width);
      } else {
        const { face, size, x, y } = item;
        paragraphs.push({ texts: [item.text], key, p: { face, size, x, y }, right: item.x + item.width });
      }
    }
    const made = paragraphs.map(({ texts, p, right }) => ({
      ...p,
      words: texts.join(' ').split(' '),
      width: right - p.x + 1,
    }));
    return { width, height, paragraphs: made, rules };
  });
}

const widths = new Map<Face, Map<string, number>>();

/** The floor's file. */
export function drawFloor(pages: readonly FloorPage[], fonts: Fonts): Uint8Array {
  const pdf = new PdfDocument({ title: 'Floor', subject: '', lang: 'en', date: new Date(0) });
  const embedded = new Map<Face, Embedded>();
  const encoded = new Map<Face, Map<string, string>>();
  for (const page of pages) {
    pdf.addPage({ size: [page.width, page.height], margin: 0 });
    let out = '';
    for (const [x, y, w, h] of page.rules) out += `${round(x)} ${round(y)} ${round(w)} ${round(h)} re\n`;
    out += `f\n1 0 0 -1 0 ${round(page.height)} cm\nBT\n`;
    for (const { words, face, size, x, y, width } of page.paragraphs) {
      let font = embedded.get(face);
      if (!font) {
        font = pdf.registerFont(face, fonts[face].parsed).font(face)._font;
        embedded.set(face, font);
        encoded.set(face, new Map());
      }
      pdf.page.fonts[font.id] ??= font.ref();
      out += `/${font.id} ${round(size)} Tf\n`;
      const known = encoded.get(face) ?? new Map<string, string>();
      const cached = widths.get(face) ?? new Map<string, number>();
      widths.set(face, cached);
      const space = (fonts[face].space * size) / 1000;
      let line = '';
      let at = 0;
      let top = y;
      for (const word of words) {
        let natural = cached.get(word);
        if (natural === undefined) {
          natural = fonts[face].word(word).width;
          cached.set(word, natural);
        }
        const wide = (natural * size) / 1000;
        if (at > 0 && at + space + wide > width) {
          out += `1 0 0 1 ${round(x)} ${round(page.height - top)} Tm [${line}] TJ\n`;
          line = '';
          at = 0;
          top += size * 1.26;
        }
        let code = known.get(word);
        if (code === undefined) {
          code = encode(font, fonts, face, `${word} `);
          known.set(word, code);
        }
        line += code;
        at += (at > 0 ? space : 0) + wide;
      }
      out += `1 0 0 1 ${round(x)} ${round(page.height - top)} Tm [${line}] TJ\n`;
    }
    pdf.addContent(Buffer.from(`${out}ET`, 'latin1'));
  }
  return pdf.finish();
}

function encode(font: Embedded, fonts: Fonts, face: Face, word: string): string {
  let out = '<';
  for (const part of [word.slice(0, -1), ' ']) {
    for (const glyph of fonts[face].word(part).glyphs) {
      const id = font.subset.includeGlyph(glyph.id);
      font.widths[id] ??= glyph.advance;
      font.unicode[id] ??= glyph.codePoints;
      out += id.toString(16).padStart(4, '0');
      if (Math.abs(glyph.kern) > 0.01) out += `>${round(-glyph.kern)}<`;
    }
  }
  return `${out}>`;
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
