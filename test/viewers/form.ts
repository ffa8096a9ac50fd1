/**
 * The form of a PDF as it stands in the file, read by pdf-lib object by object: every field with its value, every
 * widget with its place. Nothing here knows how our writer builds them.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

export interface Widget {
  /** From 0. */
  readonly page: number;
  /** Points from the page's upper left corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The page's height in points. */
  readonly pageHeight: number;
  /** Of a box: the name of its on-state, and whether it is shown. */
  readonly on: string;
  readonly ticked: boolean;
  /** Of a text: its look in the file has lines to write on. */
  readonly ruled: boolean;
  readonly dict: PDFDict;
}

export type Kind = 'line' | 'notes' | 'choice' | 'check';

export interface Field {
  readonly id: string;
  readonly kind: Kind;
  /** What is written, or the state of the box that is ticked; '' where nothing is. Line ends are \n. */
  readonly value: string;
  /** What the field's /V says, or the first kid's that says anything: of boxes it may be another than what is ticked. */
  readonly stored: string;
  readonly widgets: readonly Widget[];
}

export interface Form {
  readonly pdf: PDFDocument;
  readonly fields: readonly Field[];
}

const name = (key: string): PDFName => PDFName.of(key);

/** What a /V says: a text, or the name of a state ('' for Off). */
function textOf(value: PDFObject | undefined): string {
  if (value instanceof PDFString || value instanceof PDFHexString)
    return value.decodeText().replace(/\r\n?/g, '\n');
  if (value instanceof PDFName) return value.decodeText() === 'Off' ? '' : value.decodeText();
  return '';
}

export async function readForm(bytes: Uint8Array): Promise<Form> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const acroForm = pdf.catalog.lookupMaybe(name('AcroForm'), PDFDict);
  const fields = acroForm?.lookupMaybe(name('Fields'), PDFArray);
  const read = fields?.asArray().flatMap((entry) => fieldsOf(pdf, entry, '')) ?? [];
  return { pdf, fields: read };
}

function fieldsOf(pdf: PDFDocument, entry: PDFObject, prefix: string): Field[] {
  const dict = pdf.context.lookup(entry, PDFDict);
  const id = prefix + textOf(dict.lookup(name('T')));
  const kids = dict.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? [];
  const named = kids.filter((kid) => pdf.context.lookup(kid, PDFDict).has(name('T')));
  if (named.length > 0) return named.flatMap((kid) => fieldsOf(pdf, kid, `${id}.`));
  const entries = kids.length > 0 ? kids : [entry];
  const widgets = entries.map((kid) => widgetOf(pdf, kid));
  const values = [dict, ...widgets.map((widget) => widget.dict)].map((d) => textOf(d.lookup(name('V'))));
  // Some viewers write into the kid that was clicked on: the field's own value first, else the first that is not empty.
  const stored = values.find((text) => text !== '') ?? '';
  const kind = kindOf(dict, widgets);
  const boxed = kind === 'choice' || kind === 'check';
  const value = boxed ? (widgets.find(({ ticked }) => ticked)?.on ?? '') : stored;
  return [{ id, kind, value, stored, widgets }];
}

function kindOf(dict: PDFDict, widgets: readonly Widget[]): Kind {
  if (dict.lookup(name('FT')) === name('Btn')) {
    return new Set(widgets.map((widget) => widget.on)).size > 1 ? 'choice' : 'check';
  }
  const flags = dict.lookupMaybe(name('Ff'), PDFNumber)?.asNumber() ?? 0;
  return (flags & (1 << 12)) === 0 ? 'line' : 'notes';
}

function widgetOf(pdf: PDFDocument, entry: PDFObject): Widget {
  const dict = pdf.context.lookup(entry, PDFDict);
  const page = pdf
    .getPages()
    .findIndex(({ node }) => entry instanceof PDFRef && node.Annots()?.asArray().includes(entry));
  if (page < 0) throw new Error(`a widget is on no page: ${dict.toString()}`);
  const pageHeight = pdf.getPage(page).getHeight();
  const { x, y, width, height } = dict.lookup(name('Rect'), PDFArray).asRectangle();
  const states = dict.lookupMaybe(name('AP'), PDFDict)?.lookup(name('N'));
  const on = states instanceof PDFDict ? states.keys().find((key) => key !== name('Off')) : undefined;
  const shown = dict.lookup(name('AS'));
  const look = states instanceof PDFRawStream ? decodePDFRawStream(states).decode() : new Uint8Array();
  return {
    page,
    left: x,
    top: pageHeight - y - height,
    width,
    height,
    pageHeight,
    on: on?.decodeText() ?? '',
    ticked: on !== undefined && shown === on,
    ruled: /\bre\s+(?:[\d.\s-]+re\s+)*f\b/.test(Buffer.from(look).toString('latin1')),
    dict,
  };
}
