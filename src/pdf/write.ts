/**
 * Layout -> the bytes of a PDF that is at once a page to print, a form, an accessible document (PDF/UA-1) and an archive of
 * itself (PDF/A-3a, with its Markdown inside). It decides nothing: every place, text and name is given.
 *
 * Kept true: the same Layout gives the same bytes (no clock, no random).
 */
import type { Fonts } from '../layout/fonts.ts';
import { fieldsOf, type ImageItem, type Layout, type LinkItem, type OutlineEntry } from '../layout/page.ts';
import { codePageFor } from './code-page.ts';
import { fieldText, inkOf, type Picture, pageContent } from './content.ts';
import { DocumentFonts } from './document-fonts.ts';
import { Form } from './form.ts';
import { writeFormFont } from './form-font.ts';
import { type Image, type OutlineItem, PdfDocument } from './pdfkit.ts';
import { name, number, textString } from './syntax.ts';
import { Tags } from './tags.ts';

export interface WriteOptions {
  /** Streams are deflated; not so in tests that read them. Default true. */
  readonly compress?: boolean;
  /** The Markdown that the document was set from, kept in the file. */
  readonly source?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** A document's day where it says none. */
const SOME_DAY = '2000-01-01';

/** The file of a set document. */
export function writePdf(layout: Layout, fonts: Fonts, options: WriteOptions = {}): Uint8Array {
  const date = new Date(`${layout.date ?? SOME_DAY}T00:00:00Z`);
  const { title, lang } = layout;
  const pdf = new PdfDocument({ title, subject: layout.name, lang, date }, options.compress ?? true);
  for (const page of layout.pages) pdf.addPage({ size: [page.width, page.height], margin: 0 });
  const references = layout.pages.map((_, i) => `${pdf.switchToPage(i).dictionary}`);
  const tags = new Tags(pdf, layout.nodes, references);
  const own = new DocumentFonts(pdf, fonts);
  const form = new Form(pdf, layout, tags, (item, height) => fieldText(item, height, own));
  const links = new Links(pdf, layout, tags, references);
  const accent = inkOf(layout.accent);
  const images = new Map<Uint8Array, Image>();

  layout.pages.forEach((page, i) => {
    const { dictionary, fonts: resources } = pdf.switchToPage(i);
    const { operators, fonts: used } = pageContent(page, i, own, tags, accent, (image) =>
      picture(pdf, layout, images, image),
    );
    pdf.draw(Buffer.from(operators, 'latin1'));
    for (const font of used) resources[font.name] = font.reference;
    const annotations = page.items.flatMap((item): readonly string[] => {
      if (item.type === 'field') return [form.widget(item, i, references[i] ?? '', page.height)];
      return item.type === 'link' ? links.add(item, i) : [];
    });
    Object.assign(dictionary.data, { StructParents: i, Tabs: 'S' });
    if (annotations.length > 0)
      dictionary.data['Annots'] = pdf.complete(pdf.begin(), `[${annotations.join(' ')}]`);
  });
  outline(pdf, layout.outline);
  if (fieldsOf(layout).length > 0)
    pdf._root.data['AcroForm'] = form.finish(writeFormFont(pdf, fonts.regular, codePageFor(lang)));
  Object.assign(pdf._root.data, {
    StructTreeRoot: tags.finish(),
    MarkInfo: { Marked: true },
    PageLabels: { Nums: [0, { S: 'D' }] },
  });
  if (options.source) attach(pdf, options.source, date, layout.name);
  own.finish();
  return pdf.finish();
}

/** The Markdown in the file, as what it was made from (ISO 19005-3, annex E). */
function attach(
  pdf: PdfDocument,
  source: NonNullable<WriteOptions['source']>,
  date: Date,
  about: string,
): void {
  const day = `(D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`;
  const size = source.bytes.length;
  const keys = `/Type/EmbeddedFile/Subtype${name('text/markdown')}/Params<</Size ${size}/CreationDate${day}/ModDate${day}>>`;
  const file = pdf.packed(keys, source.bytes);
  const [title, said] = [textString(source.name), textString(about || source.name)];
  const specification = `<</Type/Filespec/AFRelationship/Source/F${title}/UF${title}/Desc${said}/EF<</F ${file}/UF ${file}>>>>`;
  const reference = pdf.complete(pdf.begin(), specification);
  pdf.addNamedEmbeddedFile(source.name, reference);
  pdf._root.data['AF'] = [reference];
}

/** A picture among the resources of the page, once in the file; one without words in its place is decoration. */
function picture(pdf: PdfDocument, layout: Layout, known: Map<Uint8Array, Image>, item: ImageItem): Picture {
  const image = known.get(item.bytes) ?? pdf.openImage(Buffer.from(item.bytes));
  if (!known.has(item.bytes)) image.embed(pdf);
  known.set(item.bytes, image);
  pdf.page.xobjects[image.label] = image.obj;
  return { name: image.label, told: (layout.nodes[item.node]?.alt ?? '') !== '' };
}

/** Links out of the document and to headings in it. */
class Links {
  private readonly places: ReadonlyMap<string, OutlineEntry>;

  constructor(
    private readonly pdf: PdfDocument,
    private readonly layout: Layout,
    private readonly tags: Tags,
    private readonly pages: readonly string[],
  ) {
    this.places = new Map(layout.outline.map((entry) => [entry.anchor, entry]));
  }

  /** The reference of the link's annotation on a page; none where it leads nowhere. */
  add(item: LinkItem, page: number): readonly string[] {
    const { target, node } = item;
    const goal = 'href' in target ? outward(target.href) : this.inward(target.anchor);
    if (goal === null || node === null) return [];
    const id = this.pdf.reserve();
    const reference = `${id} 0 R`;
    const height = this.layout.pages[page]?.height ?? 0;
    const box = [item.x, height - item.y - item.height, item.x + item.width, height - item.y]
      .map(number)
      .join(' ');
    const parent = this.tags.annotate(node, page, reference);
    const keys = `/Type/Annot/Subtype/Link/Rect[${box}]/F 4/Border[0 0 0]/P ${this.pages[page]}/StructParent ${parent}`;
    this.pdf.object(id, `<<${keys}${goal}>>`);
    return [reference];
  }

  private inward(anchor: string): string | null {
    const place = this.places.get(anchor);
    if (!place) return null;
    const top = number((this.layout.pages[place.page]?.height ?? 0) - place.top);
    return `/Contents${textString(place.text || anchor)}/Dest[${this.pages[place.page]}/XYZ null ${top} null]`;
  }
}

function outward(href: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an address is ASCII (RFC 3986)
  const address = /^[\x00-\x7f]*$/.test(href) ? href : encodeURI(href);
  return `/Contents${textString(href || '#')}/A<</S/URI/URI${textString(address)}>>`;
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
