/**
 * The floors: the same texts and rules drawn with bare pdfkit in the best way known. Own line breaks on cached word widths,
 * shaped words shared by all documents, one content string a page, parsed fonts shared. No Markdown, no layout. The second
 * floor has pdfkit's own tags, an element a paragraph, and a widget with its looks for each field.
 */

import type { Embedded, Reference, StructureElement } from 'pdfkit';
import PDFKit from 'pdfkit';
import type { Face, Fonts } from '../src/layout/fonts.ts';
import type { Layout } from '../src/layout/page.ts';

/** pdfkit without its stream: all it writes is at hand when it ends. */
class BarePdf extends PDFKit {
  declare private chunks: Uint8Array[] | undefined;

  constructor(tagged: boolean) {
    const info = { Title: 'Floor', CreationDate: new Date(0) };
    const options = {
      pdfVersion: '1.7',
      lang: 'en',
      displayTitle: true,
      font: null,
      compress: true,
    } as const;
    super({
      ...{ ...options, autoFirstPage: false, bufferPages: true, margin: 0, info },
      ...(tagged ? { subset: 'PDF/A-3a', tagged } : {}),
    });
  }

  override push(chunk: Uint8Array | null): boolean {
    if (chunk === null) return false;
    this.chunks ??= [];
    this.chunks.push(chunk);
    return true;
  }

  /** The fields stand in the catalog as they are; pdfkit's own looks for fonts of its helpers. */
  override endAcroForm(): this {
    return this;
  }

  finish(): Uint8Array {
    this.end();
    return Buffer.concat(this.chunks ?? []);
  }
}

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
  readonly fields: readonly FloorField[];
}

interface FloorField {
  readonly name: string;
  readonly box: boolean;
  readonly place: readonly [number, number, number, number];
  /** Operators of the empty look. */
  readonly lines: string;
}

/** What the floor draws: the paragraphs, rules and fields of a set document. */
export function floorOf(layout: Layout): readonly FloorPage[] {
  return layout.pages.map(({ width, height, items }) => {
    const paragraphs: {
      texts: string[];
      key: string;
      p: Omit<Paragraph, 'words' | 'width'>;
      right: number;
    }[] = [];
    const rules: (readonly [number, number, number, number])[] = [];
    const fields: FloorField[] = [];
    for (const item of items) {
      if (item.type === 'field') {
        const { field, option, x, y, width: wide, height: high } = item;
        const lines = item.lines.map(
          (line) => `${line.x - x} ${y + high - line.y} ${line.width} ${line.height} re f\n`,
        );
        const name = `${field.id} ${option ?? ''} ${fields.length}`;
        fields.push({ name, box: option !== null, place: [x, y, wide, high], lines: lines.join('') });
      }
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
    return { width, height, paragraphs: made, rules, fields };
  });
}

const widths = new Map<Face, Map<string, number>>();

/** The floor's file; `form`: with tags and fields. */
export function drawFloor(pages: readonly FloorPage[], fonts: Fonts, form: boolean): Uint8Array {
  const pdf = new BarePdf(form);
  const pen = new Pen(pdf, fonts);
  const tags = form ? new FloorForm(pdf) : null;
  for (const page of pages) {
    pdf.addPage({ size: [page.width, page.height], margin: 0 });
    let rules = '';
    for (const [x, y, w, h] of page.rules) rules += `${round(x)} ${round(y)} ${round(w)} ${round(h)} re\n`;
    const turned = `1 0 0 -1 0 ${round(page.height)} cm\n`;
    if (!tags) {
      const texts = page.paragraphs.map((paragraph) => pen.operators(paragraph, page.height));
      pdf.addContent(Buffer.from(`${rules}f\n${turned}BT\n${texts.join('')}ET`, 'latin1'));
      continue;
    }
    pdf
      .markContent('Artifact')
      .addContent(Buffer.from(`${rules}f\n${turned}`, 'latin1'))
      .endMarkedContent();
    for (const paragraph of page.paragraphs) {
      tags.paragraph(Buffer.from(`BT\n${pen.operators(paragraph, page.height)}ET\n`, 'latin1'));
    }
    for (const field of page.fields) tags.field(field);
  }
  tags?.finish();
  return pdf.finish();
}

/** Paragraphs as operators, by fonts that pdfkit embeds. */
class Pen {
  private readonly embedded = new Map<Face, Embedded>();
  private readonly encoded = new Map<Face, Map<string, string>>();

  constructor(
    private readonly pdf: BarePdf,
    private readonly fonts: Fonts,
  ) {}

  operators({ words, face, size, x, y, width }: Paragraph, height: number): string {
    const { fonts, pdf } = this;
    let font = this.embedded.get(face);
    if (!font) {
      font = pdf.registerFont(face, fonts[face].parsed).font(face)._font;
      this.embedded.set(face, font);
      this.encoded.set(face, new Map());
    }
    pdf.page.fonts[font.id] ??= font.ref();
    let out = `/${font.id} ${round(size)} Tf\n`;
    const known = this.encoded.get(face) ?? new Map<string, string>();
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
        out += `1 0 0 1 ${round(x)} ${round(height - top)} Tm [${line}] TJ\n`;
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
    return `${out}1 0 0 1 ${round(x)} ${round(height - top)} Tm [${line}] TJ\n`;
  }
}

/** Tags and fields by pdfkit's own means. */
class FloorForm {
  private readonly root: StructureElement;
  private readonly form: Reference;
  private readonly fields: unknown[] = [];
  private readonly looks = new Map<string, Reference>();

  constructor(private readonly pdf: BarePdf) {
    this.root = pdf.struct('Document', {});
    pdf.addStructure(this.root);
    this.form = pdf.ref({ Fields: this.fields });
    pdf._root.data['AcroForm'] = this.form;
  }

  paragraph(operators: Uint8Array): void {
    const element = this.pdf.struct('P', {});
    this.root.add(element);
    const content = this.pdf.markStructureContent('P');
    this.pdf.addContent(operators);
    this.pdf.endMarkedContent();
    element.add(content).end();
  }

  field({ name, box, place, lines }: FloorField): void {
    const form = this.pdf.struct('Form', { alt: name });
    this.root.add(form);
    const [, , width, height] = place;
    const off = this.look(width, height, lines);
    const keys = box
      ? {
          FT: 'Btn',
          V: 'Off',
          AS: 'Off',
          AP: { N: { yes: this.look(width, height, '0 0 9 9 re S\n'), Off: off } },
        }
      : { FT: 'Tx', AP: { N: off } };
    const spoken = { T: new String(name), TU: new String(name) };
    this.pdf.annotate(...place, { Subtype: 'Widget', F: 4, ...keys, ...spoken, structParent: form });
    form.end();
    const annotations = this.pdf.page.dictionary.data['Annots'];
    if (Array.isArray(annotations)) this.fields.push(annotations.at(-1));
  }

  finish(): void {
    this.root.end();
    this.form.end();
  }

  private look(width: number, height: number, operators: string): Reference {
    const key = `${round(width)} ${round(height)} ${operators}`;
    const known = this.looks.get(key);
    if (known) return known;
    const made = this.pdf.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Resources: {},
    });
    made.compress = false;
    made.end(Buffer.from(operators || '\n'));
    this.looks.set(key, made);
    return made;
  }
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
