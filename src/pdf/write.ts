/**
 * Layout -> the bytes of a PDF. It decides nothing: every place and text is given. One content stream a page.
 *
 * Kept true: the same Layout gives the same bytes (no clock, no random).
 */
import type { Face, Fonts } from '../layout/fonts.ts';
import type { Item, Layout, OutlineEntry, Page } from '../layout/page.ts';
import { DocumentFont } from './font.ts';
import { type OutlineItem, PdfDocument } from './pdfkit.ts';

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
  const own = new DocumentFonts(pdf, fonts);
  const places = new Map(layout.outline.map((entry) => [entry.anchor, entry]));
  layout.pages.forEach((page, i) => {
    pdf.switchToPage(i);
    for (const item of page.items) {
      if (item.type === 'image') {
        pdf.image(Buffer.from(item.bytes), item.x, item.y, { width: item.width, height: item.height });
      }
    }
    const used = new Set<Face>();
    pdf.addContent(Buffer.from(content(page, own, used, inkOf(layout.accent)), 'latin1'));
    for (const face of used) pdf.page.fonts[NAMES[face]] = own.font(face).reference;
    links(pdf, page, layout, places);
  });
  outline(pdf, layout.outline);
  own.finish();
  return pdf.finish();
}

/** The document's fonts, each begun when a text first needs it. */
class DocumentFonts {
  private readonly known = new Map<Face, DocumentFont>();

  constructor(
    private readonly pdf: PdfDocument,
    private readonly fonts: Fonts,
  ) {}

  font(face: Face): DocumentFont {
    let font = this.known.get(face);
    if (!font) {
      font = new DocumentFont(this.pdf, this.fonts[face], NAMES[face]);
      this.known.set(face, font);
    }
    return font;
  }

  finish(): void {
    for (const font of this.known.values()) font.finish();
  }
}

const NAMES: Readonly<Record<Face, string>> = { regular: 'F1', semibold: 'F2', bold: 'F3', italic: 'F4' };

/** A text, word by word, as the array of a TJ operator. */
function codes(font: DocumentFont, text: string): string {
  let out = '';
  let start = 0;
  for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', start)) {
    out += font.codes(text.slice(start, space + 1));
    start = space + 1;
  }
  return start < text.length ? out + font.codes(text.slice(start)) : out;
}

/** Hundredths of a point: what the file says is exact, so that steps from text to text add up. */
function hundredths(points: number): number {
  return Math.round(points * 100);
}

function number(n: number): number {
  return Math.round(n * 100) / 100;
}

const INK = '0 g\n';

/** The operator that sets a colour `#rrggbb`; black where there is none. */
function inkOf(accent: string | null): string {
  if (accent === null) return INK;
  const channels = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16) / 255);
  return `${channels.map((channel) => Math.round(channel * 1000) / 1000).join(' ')} rg\n`;
}

/** A page's operators: rules and crosses first, then the texts. pdfkit has turned the y axis down; texts turn it back. */
function content(page: Page, fonts: DocumentFonts, used: Set<Face>, accent: string): string {
  let rules = '';
  let accented = '';
  let crosses = '';
  let texts = '';
  let set = '';
  let ink = INK;
  let [left, base] = [0, 0];
  for (const item of page.items) {
    if (item.type === 'rule') {
      const drawn = `${number(item.x)} ${number(item.y)} ${number(item.width)} ${number(item.height)} re\n`;
      if (item.accent && accent !== INK) accented += drawn;
      else rules += drawn;
    } else if (item.type === 'cross') {
      crosses += cross(item);
    } else if (item.type === 'text') {
      used.add(item.face);
      const font = fonts.font(item.face);
      const style = `/${font.name} ${number(item.size)} Tf\n`;
      if (style !== set) texts += style;
      set = style;
      const wanted = item.reversed ? '1 g\n' : item.accent ? accent : INK;
      if (wanted !== ink) texts += wanted;
      ink = wanted;
      const [x, y] = [hundredths(item.x), hundredths(page.height - item.y)];
      texts += `${(x - left) / 100} ${(y - base) / 100} Td[${codes(font, item.text)}]TJ\n`;
      [left, base] = [x, y];
    }
  }
  const own = accented === '' ? '' : `${accent}${accented}f\n${INK}`;
  const drawn = `${own}${rules === '' ? '' : `${rules}f\n`}`;
  const crossed = crosses === '' ? '' : `1.3 w 1 J\n${crosses}S\n`;
  const written = texts === '' ? '' : `1 0 0 -1 0 ${number(page.height)} cm\nBT\n${texts}ET\n`;
  return drawn + crossed + written;
}

function cross({ x, y, size }: Extract<Item, { type: 'cross' }>): string {
  const inset = size * 0.22;
  const [left, top, right, bottom] = [x + inset, y + inset, x + size - inset, y + size - inset].map(number);
  return `${left} ${top} m ${right} ${bottom} l ${left} ${bottom} m ${right} ${top} l\n`;
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
