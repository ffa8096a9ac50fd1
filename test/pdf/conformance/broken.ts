/** A good file, opened to be broken: one change, and it is written again. Whatever else it says stays as it was. */
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { Pdf } from './pdf.ts';
import { treePairs, Value } from './value.ts';

/** What an entry is set to: `/Name`, a text, a number, a flag, a list, a dictionary, an object of the file, or nothing. */
export type Entry = string | number | boolean | undefined | Value | PDFObject | readonly Entry[] | Entries;
export interface Entries {
  readonly [key: string]: Entry;
}

/** A new element: its type, attributes of tables, entries of its own, and what it holds; content, where that is nothing. */
export interface Tag {
  readonly role: string;
  readonly table?: Entries;
  readonly entries?: Entries;
  readonly kids?: readonly (Tag | 'nothing')[];
}

/** An element that holds others, or, without any, some content. */
export function tag(role: string, ...kids: readonly Tag[]): Tag {
  return { role, ...(kids.length > 0 && { kids }) };
}

export class Broken {
  private constructor(readonly pdf: Pdf) {}

  static async open(bytes: Uint8Array): Promise<Broken> {
    return new Broken(await Pdf.open(bytes));
  }

  get catalog(): Value {
    return this.pdf.catalog;
  }

  get root(): Value {
    return this.pdf.structure.root;
  }

  /** A page's dictionary; the first, if none is said. */
  page(index = 0): Value {
    return found(this.pdf.pages[index]?.value, `page ${index}`);
  }

  /** The first element of a type that is as asked. */
  element(role: string, fits: (value: Value) => boolean = () => true): Value {
    const one = this.pdf.structure.all.find(({ standard, value }) => standard === role && fits(value));
    return found(one?.value, role);
  }

  annotation(subtype: 'Link' | 'Widget', fits: (value: Value) => boolean = () => true): Value {
    const of = this.pdf.annotations.find(({ value }) => value.get('Subtype').name === subtype && fits(value));
    return found(of?.value, subtype);
  }

  /** The widget of a text field, or of a box. */
  widget(type: 'Tx' | 'Btn', fits: (value: Value) => boolean = () => true): Value {
    return this.annotation('Widget', (one) => this.pdf.inherited(one, 'FT').name === type && fits(one));
  }

  /** A font that is shown: composite as pages have it, or the form's simple one. */
  font(kind: 'composite' | 'simple'): Value {
    const use = this.pdf.fonts.find(({ font }) => font.composite === (kind === 'composite'));
    return found(use?.font.value, `${kind} font`);
  }

  /** Sets an entry, or takes it away. */
  set(value: Value, key: string, to: Entry): void {
    dictOf(value).set(PDFName.of(key), this.object(to));
    if (to === undefined) dictOf(value).delete(PDFName.of(key));
  }

  /** Sets one part of an array, or puts it behind the last. */
  put(array: Value, to: Entry, index?: number): void {
    if (!(array.object instanceof PDFArray)) throw new Error(`${array.place} is no array`);
    if (index === undefined) array.object.push(this.object(to));
    else if (to === undefined) array.object.remove(index);
    else array.object.set(index, this.object(to));
  }

  /** Makes an object of its own of an entry. */
  register(to: Entry): Value {
    const ref = this.pdf.document.context.register(this.object(to));
    return new Value(this.pdf.document.context, ref, '');
  }

  /** A stream of its own, with what its dictionary says. */
  stream(bytes: string | Uint8Array, entries: Entries = {}): Value {
    const dict = this.object(entries);
    if (!(dict instanceof PDFDict)) throw new Error('no dictionary');
    const contents = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    return this.register(PDFRawStream.of(dict, contents));
  }

  /** Changes what a stream holds; fails where that changes nothing. */
  rewrite(stream: Value, change: (text: string) => string): void {
    const { object, ref } = stream;
    if (!(object instanceof PDFStream) || !ref) throw new Error(`${stream.place} is no stream`);
    const before = Buffer.from(stream.bytes).toString('latin1');
    const after = change(before);
    if (after === before) throw new Error(`nothing to change in ${stream.place}`);
    object.dict.delete(PDFName.of('Filter'));
    this.pdf.document.context.assign(ref, PDFRawStream.of(object.dict, Buffer.from(after, 'latin1')));
  }

  /** Changes the metadata, a text in UTF-8. */
  xmp(change: (text: string) => string): void {
    this.rewrite(this.catalog.get('Metadata'), (latin) =>
      Buffer.from(change(Buffer.from(latin, 'latin1').toString('utf8'))).toString('latin1'),
    );
  }

  /** Paints something at a page's end. */
  paint(operators: string, index = 0): void {
    const page = this.page(index);
    const all = page.get('Contents').each.map(({ ref }) => found(ref, 'a page’s content'));
    this.set(page, 'Contents', [...all, found(this.stream(`\n${operators}\n`).ref, 'a stream')]);
    this.pdf.forget();
  }

  /** Adds elements with content of their own at the end of a page and of an element, the Document if none is said. */
  add(tag: Tag, parent = this.element('Document')): Value {
    const made = this.build(tag, parent);
    const kids = parent.get('K');
    if (kids.kind === 'array') this.put(kids, made);
    else this.set(parent, 'K', [...(kids.present ? [kids] : []), made]);
    this.pdf.forget();
    return made;
  }

  /** New content of the first page: its number, known to the parent tree as the element’s. */
  content(element: Value): number {
    const page = this.page();
    const key = page.get('StructParents').number;
    const pair = treePairs(this.root.get('ParentTree'), 'Nums').find(([one]) => one.number === key);
    const list = found(pair?.[1], 'the page in the parent tree');
    const mcid = list.items.length;
    this.put(list, element);
    this.paint(`/P <</MCID ${mcid}>> BDC 0 0 1 1 re f EMC`);
    return mcid;
  }

  async bytes(): Promise<Uint8Array> {
    return this.pdf.document.save({ addDefaultPage: false, updateFieldAppearances: false });
  }

  private build({ role, table, entries, kids }: Tag, parent: Value): Value {
    const attributes = table && { A: { O: '/Table', ...table } };
    const made = this.register({ S: `/${role}`, P: parent, Pg: this.page(), ...attributes, ...entries });
    const held = kids?.flatMap((kid) => (kid === 'nothing' ? [] : [this.build(kid, made)]));
    this.set(made, 'K', held ?? this.content(made));
    return made;
  }

  private object(entry: Entry): PDFObject {
    const { context } = this.pdf.document;
    if (entry instanceof Value) return found(entry.ref ?? entry.object, entry.place);
    if (typeof entry === 'string')
      return entry.startsWith('/') ? PDFName.of(entry.slice(1)) : PDFString.of(entry);
    if (typeof entry === 'number') return PDFNumber.of(entry);
    if (entry === undefined) return PDFNull;
    if (typeof entry === 'boolean') return entry ? PDFBool.True : PDFBool.False;
    if (isList(entry)) {
      const array = PDFArray.withContext(context);
      for (const part of entry) array.push(this.object(part));
      return array;
    }
    if (!isEntries(entry)) return entry;
    const dict = PDFDict.withContext(context);
    for (const [key, value] of Object.entries(entry))
      if (value !== undefined) dict.set(PDFName.of(key), this.object(value));
    return dict;
  }
}

function isList(entry: Entry): entry is readonly Entry[] {
  return Array.isArray(entry);
}

function isEntries(entry: PDFObject | Entries): entry is Entries {
  return Object.getPrototypeOf(entry) === Object.prototype;
}

function dictOf({ object, place }: Value): PDFDict {
  if (object instanceof PDFDict) return object;
  if (object instanceof PDFStream) return object.dict;
  throw new Error(`${place} is no dictionary`);
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the good file has no ${what}`);
  return value;
}
