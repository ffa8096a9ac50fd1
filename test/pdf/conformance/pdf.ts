/** A file as the rules see it: its objects, pages, structure, painted content and fonts, each read when first asked for. */
import { ParseSpeeds, PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { type Content, readContent } from './content.ts';
import { type FontUse, fontsOf } from './fonts.ts';
import { type ObjectKid, readStructure, type Structure, type StructureElement } from './structure.ts';
import { Value } from './value.ts';

export interface Page {
  /** Counted from 1. */
  readonly number: number;
  readonly value: Value;
  readonly resources: Value;
  /** Left, bottom, right, top in points. */
  readonly box: readonly number[];
  readonly annotations: readonly Value[];
}

/** Something on a page that is clicked or filled in. */
export interface Annotation {
  readonly page: Page;
  readonly value: Value;
}

export interface Field {
  /** Its full name: the names from the root, parted by dots. */
  readonly name: string;
  readonly value: Value;
  readonly parent: Field | null;
  /** Its widgets; itself, where field and widget are one. */
  readonly widgets: readonly Value[];
}

export type Holder = readonly [StructureElement, ObjectKid];

export class Pdf {
  readonly trailer: Readonly<Record<'ID' | 'Info' | 'Encrypt', Value>>;
  readonly catalog: Value;
  private readonly kept = new Map<string, unknown>();

  private constructor(
    readonly bytes: Uint8Array,
    readonly document: PDFDocument,
  ) {
    const { context } = document;
    const { Root, ID, Info, Encrypt } = context.trailerInfo;
    const value = (name: string, found: PDFObject | undefined) =>
      new Value(context, found, `trailer/${name}`);
    this.catalog = value('Root', Root);
    this.trailer = { ID: value('ID', ID), Info: value('Info', Info), Encrypt: value('Encrypt', Encrypt) };
  }

  static async open(bytes: Uint8Array): Promise<Pdf> {
    const speed = { parseSpeed: ParseSpeeds.Fastest };
    const options = { updateMetadata: false, ignoreEncryption: true, throwOnInvalidObject: true, ...speed };
    return new Pdf(bytes, await PDFDocument.load(bytes, options));
  }

  /** Every object that has a number. */
  get objects(): readonly Value[] {
    const { context } = this.document;
    return this.once('objects', () =>
      context.enumerateIndirectObjects().map(([ref]) => new Value(context, ref, ref.toString())),
    );
  }

  get pages(): readonly Page[] {
    return this.once('pages', () => {
      const found: Page[] = [];
      const walk = (node: Value, inherited: Readonly<Record<string, Value>>): void => {
        const own = (key: string) => (node.get(key).present ? node.get(key) : inherited[key]);
        const [Resources, MediaBox] = [own('Resources'), own('MediaBox')];
        if (node.get('Type').name !== 'Pages') {
          found.push({
            number: found.length + 1,
            value: node,
            resources: Resources ?? node.get('Resources'),
            box: MediaBox?.numbers ?? [],
            annotations: node.get('Annots').items,
          });
          return;
        }
        const handed = { ...(Resources && { Resources }), ...(MediaBox && { MediaBox }) };
        for (const kid of node.get('Kids').items) walk(kid, handed);
      };
      walk(this.catalog.get('Pages'), {});
      return found;
    });
  }

  /** The page that an object is; undefined where it is none of this file. */
  page(value: Value): Page | undefined {
    return value.object && this.pages.find((page) => page.value.object === value.object);
  }

  get annotations(): readonly Annotation[] {
    return this.once('annotations', () =>
      this.pages.flatMap((page) => page.annotations.map((value) => ({ page, value }))),
    );
  }

  get widgets(): readonly Annotation[] {
    return this.once('widgets', () =>
      this.annotations.filter(({ value }) => value.get('Subtype').name === 'Widget'),
    );
  }

  /** The fields that hold a value: those of the form's tree whose kids, if any, are widgets. */
  get fields(): readonly Field[] {
    return this.once('fields', () => {
      const found: Field[] = [];
      const walk = (value: Value, parent: Field | null, depth: number): void => {
        const own = value.get('T').text;
        const name = [parent?.name, own].filter((part) => part !== undefined).join('.');
        const kids = value.get('Kids').items;
        const fields = kids.filter((kid) => kid.get('T').present);
        const widgets = kids.length > 0 ? kids.filter((kid) => !kid.get('T').present) : [value];
        const field = { name, value, parent, widgets };
        if (fields.length === 0) found.push(field);
        if (depth < 20) for (const kid of fields) walk(kid, field, depth + 1);
      };
      for (const value of this.catalog.get('AcroForm').get('Fields').items) walk(value, null, 0);
      return found;
    });
  }

  /** An entry of a field, from the parents where it is inherited (ISO 32000-1, 12.7.3.1). */
  inherited(field: Value, key: string): Value {
    let from = field;
    for (let depth = 0; depth < 20 && !from.get(key).present && from.get('Parent').present; depth++)
      from = from.get('Parent');
    return from.get(key);
  }

  get structure(): Structure {
    return this.once('structure', () => readStructure(this));
  }

  /** The Markdown that the file was made from; '' where it has none. */
  get source(): string {
    return this.once('source', () => {
      const [file] = this.catalog.get('AF').items;
      return Buffer.from(file?.get('EF').get('F').bytes ?? []).toString('utf8');
    });
  }

  /** The elements that hold an annotation, each with the reference by which it does. */
  holders(annotation: Value): readonly Holder[] {
    const index = this.once('holders', () => {
      const found = new Map<unknown, Holder[]>();
      for (const element of this.structure.all)
        for (const kid of element.kids) {
          if (kid.type !== 'object') continue;
          const { object } = kid.object;
          found.set(object, [...(found.get(object) ?? []), [element, kid]]);
        }
      return found;
    });
    return index.get(annotation.object) ?? [];
  }

  /** What each page paints, in the order of the pages. */
  get contents(): readonly Content[] {
    return this.once('contents', () =>
      this.pages.map((page) => {
        const bytes = page.value.get('Contents').each.flatMap((part) => [part.bytes, Buffer.from('\n')]);
        return readContent(Buffer.concat(bytes), page.resources, `page ${page.number}`);
      }),
    );
  }

  /** What each appearance of each annotation paints. */
  get appearances(): readonly Content[] {
    return this.once('appearances', () => {
      const streams = new Map<PDFObject | undefined, Value>();
      for (const { value } of this.annotations) {
        const looks = value.get('AP').keys.map((key) => value.get('AP').get(key));
        for (const look of looks)
          for (const one of look.kind === 'dict' ? look.keys.map((key) => look.get(key)) : [look])
            if (one.kind === 'stream') streams.set(one.object, one);
      }
      return [...streams.values()].map((one) => readContent(one.bytes, one.get('Resources'), one.place));
    });
  }

  /** The fonts that show text somewhere, or will when a person types it, with the codes that they show. */
  get fonts(): readonly FontUse[] {
    const typed = this.catalog.get('AcroForm').get('DR').get('Font');
    return this.once('fonts', () =>
      fontsOf(
        [...this.contents, ...this.appearances],
        typed.keys.map((key) => typed.get(key)),
      ),
    );
  }

  /** Reads everything anew, after a change of the document. */
  forget(): void {
    this.kept.clear();
  }

  private once<T>(key: string, make: () => T): T {
    if (!this.kept.has(key)) this.kept.set(key, make());
    return this.kept.get(key) as T;
  }
}
