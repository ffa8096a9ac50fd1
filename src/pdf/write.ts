/**
 * Layout -> the bytes of a PDF. It decides nothing: every place and text is given. One content stream a page, words
 * encoded once a document, parsed fonts shared by all.
 *
 * Kept true: the same Layout gives the same bytes (no clock, no random).
 */
import type { Face, Fonts, ShapedWord } from '../layout/fonts.ts';
import type { Item, Layout, OutlineEntry, Page, TextItem } from '../layout/page.ts';
import { type Embedded, type OutlineItem, PdfDocument } from './pdfkit.ts';

export interface WriteOptions {
  /** Streams are deflated; not so in tests that read them. Default true. */
  readonly compress?: boolean;
}

/** The file of a set document. */
export function writePdf(layout: Layout, fonts: Fonts, options: WriteOptions = {}): Uint8Array {
  const pdf = new PdfDocument({
    title: layout.title,
    subject: layout.name,
    lang: layout.lang,
    date: new Date(`${layout.date ?? '2000-01-01'}T00:00:00Z`),
    compress: options.compress ?? true,
  });
  for (const page of layout.pages) pdf.addPage({ size: [page.width, page.height], margin: 0 });
  const encoder = new Encoder(pdf, fonts);
  const places = new Map(layout.outline.map((entry) => [entry.anchor, entry]));
  layout.pages.forEach((page, i) => {
    pdf.switchToPage(i);
    for (const item of page.items) {
      if (item.type === 'image') {
        pdf.image(Buffer.from(item.bytes), item.x, item.y, { width: item.width, height: item.height });
      }
    }
    const used = new Set<Face>();
    pdf.addContent(content(page, encoder, used));
    for (const face of used) {
      const font = encoder.font(face);
      pdf.page.fonts[font.id] = font.ref();
    }
    links(pdf, page, layout, places);
  });
  outline(pdf, layout.outline);
  return pdf.finish();
}

/** Texts as operators; a word is encoded once a document. */
class Encoder {
  private readonly embedded = new Map<Face, Embedded>();
  private readonly words = new Map<Face, Map<string, string>>();

  constructor(
    private readonly pdf: PdfDocument,
    private readonly fonts: Fonts,
  ) {}

  font(face: Face): Embedded {
    let font = this.embedded.get(face);
    if (!font) {
      font = this.pdf.embed(face, this.fonts[face].parsed);
      this.embedded.set(face, font);
      this.words.set(face, new Map());
    }
    return font;
  }

  /** The array of a TJ operator, without its brackets. */
  text(face: Face, text: string): string {
    const font = this.font(face);
    const known = this.words.get(face) ?? new Map<string, string>();
    let out = '';
    let start = 0;
    for (;;) {
      const space = text.indexOf(' ', start);
      const end = space < 0 ? text.length : space + 1;
      const word = text.slice(start, end);
      if (word !== '') {
        let encoded = known.get(word);
        if (encoded === undefined) {
          encoded = this.encode(font, face, word);
          known.set(word, encoded);
        }
        out += encoded;
      }
      if (space < 0) return out;
      start = end;
    }
  }

  /** A word with the space after it, if it has one. */
  private encode(font: Embedded, face: Face, word: string): string {
    const spaced = word.endsWith(' ');
    const bare = spaced ? word.slice(0, -1) : word;
    const parts: ShapedWord[] = [];
    if (bare !== '') parts.push(this.fonts[face].word(bare));
    if (spaced) parts.push(this.fonts[face].word(' '));
    let out = '<';
    for (const part of parts) {
      for (const glyph of part.glyphs) {
        const id = font.subset.includeGlyph(glyph.id);
        font.widths[id] ??= glyph.advance;
        font.unicode[id] ??= glyph.codePoints;
        out += id.toString(16).padStart(4, '0');
        if (Math.abs(glyph.kern) > 0.01) out += `>${number(-glyph.kern)}<`;
      }
    }
    return `${out}>`.replace(/<>/g, '');
  }
}

function number(n: number): string {
  return String(Math.round(n * 100) / 100);
}

/** A page's operators: rules and crosses first, then the texts. pdfkit has turned the y axis down; texts turn it back. */
function content(page: Page, encoder: Encoder, used: Set<Face>): string {
  const rules: string[] = [];
  const crosses: string[] = [];
  const texts: string[] = [];
  let set = '';
  let reversed = false;
  for (const item of page.items) {
    if (item.type === 'rule') {
      rules.push(`${number(item.x)} ${number(item.y)} ${number(item.width)} ${number(item.height)} re`);
    } else if (item.type === 'cross') {
      crosses.push(cross(item));
    } else if (item.type === 'text') {
      used.add(item.face);
      const font = `/${encoder.font(item.face).id} ${number(item.size)} Tf`;
      if (font !== set) texts.push(font);
      set = font;
      if ((item.reversed ?? false) !== reversed) {
        reversed = !reversed;
        texts.push(reversed ? '1 g' : '0 g');
      }
      texts.push(placed(item, page.height, encoder));
    }
  }
  const drawn = rules.length > 0 ? `${rules.join('\n')}\nf\n` : '';
  const crossed = crosses.length > 0 ? `1.3 w 1 J\n${crosses.join('\n')}\nS\n` : '';
  const set_ = texts.length > 0 ? `1 0 0 -1 0 ${number(page.height)} cm\nBT\n${texts.join('\n')}\nET` : '';
  return `${drawn}${crossed}${set_}`;
}

function placed(item: TextItem, height: number, encoder: Encoder): string {
  return `1 0 0 1 ${number(item.x)} ${number(height - item.y)} Tm [${encoder.text(item.face, item.text)}] TJ`;
}

function cross({ x, y, size }: Extract<Item, { type: 'cross' }>): string {
  const inset = size * 0.22;
  const [left, top, right, bottom] = [x + inset, y + inset, x + size - inset, y + size - inset].map(number);
  return `${left} ${top} m ${right} ${bottom} l ${left} ${bottom} m ${right} ${top} l`;
}

function links(
  pdf: PdfDocument,
  page: Page,
  layout: Layout,
  places: ReadonlyMap<string, OutlineEntry>,
): void {
  for (const item of page.items) {
    if (item.type !== 'link') continue;
    const { target } = item;
    if ('href' in target) {
      pdf.annotate(item.x, item.y, item.width, item.height, {
        Subtype: 'Link',
        Contents: new String(target.href),
        A: { S: 'URI', URI: new String(target.href) },
      });
      continue;
    }
    const place = places.get(target.anchor);
    if (!place) continue;
    const height = layout.pages[place.page]?.height ?? page.height;
    const from = pdf.page;
    const to = pdf.switchToPage(place.page).dictionary;
    pdf.page = from;
    pdf.annotate(item.x, item.y, item.width, item.height, {
      Subtype: 'Link',
      Contents: new String(place.text),
      Dest: [to, 'XYZ', null, height - place.top, null],
    });
  }
}

/** Bookmarks nested by the headings' levels. */
function outline(pdf: PdfDocument, entries: readonly OutlineEntry[]): void {
  const open: { level: number; item: OutlineItem }[] = [{ level: 0, item: pdf.outline }];
  for (const { text, level, page, top } of entries) {
    if (text === '' || level > 2) continue;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.item ?? pdf.outline;
    open.push({ level, item: parent.addItem(text, { pageNumber: page, top, fit: false }) });
  }
}
