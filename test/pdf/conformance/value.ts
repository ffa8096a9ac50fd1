/**
 * A value in a PDF, asked by path: `catalog.get('MarkInfo').get('Marked').flag`. What is not there, or is of another kind,
 * is undefined and never thrown, so that a rule says what it wants of a file and nothing of how files can be broken.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

export type Kind = 'absent' | 'dict' | 'stream' | 'array' | 'name' | 'text' | 'number' | 'flag';

export class Value {
  /** The object itself, behind its reference; the same one each time, so that it can be a key. */
  readonly object: PDFObject | undefined;
  /** Its reference, where it was reached through one. */
  readonly ref: PDFRef | undefined;

  constructor(
    readonly context: PDFContext,
    found: PDFObject | undefined,
    /** The way to it from the nearest object with a number: `12 0 R/AP/N`. */
    readonly path: string,
  ) {
    this.ref = found instanceof PDFRef ? found : undefined;
    const object = context.lookup(found);
    this.object = object === PDFNull ? undefined : object;
  }

  /** Where a person finds it: its own number, or the way to it. */
  get place(): string {
    return this.ref ? this.ref.toString() : this.path;
  }

  get kind(): Kind {
    const { object } = this;
    if (object instanceof PDFStream) return 'stream';
    if (object instanceof PDFDict) return 'dict';
    if (object instanceof PDFArray) return 'array';
    if (object instanceof PDFName) return 'name';
    if (object instanceof PDFString || object instanceof PDFHexString) return 'text';
    if (object instanceof PDFNumber) return 'number';
    return object instanceof PDFBool ? 'flag' : 'absent';
  }

  get present(): boolean {
    return this.object !== undefined;
  }

  /** An entry of a dictionary or of a stream's dictionary. */
  get(key: string): Value {
    return new Value(this.context, this.entries?.get(PDFName.of(key)), `${this.place}/${key}`);
  }

  get keys(): readonly string[] {
    return this.entries?.keys().map((key) => key.decodeText()) ?? [];
  }

  /** The parts of an array; [] where it is none. */
  get items(): readonly Value[] {
    if (!(this.object instanceof PDFArray)) return [];
    return this.object.asArray().map((item, i) => new Value(this.context, item, `${this.place}[${i}]`));
  }

  /** The parts of an array, or the one value that stands for an array of one. */
  get each(): readonly Value[] {
    return this.kind === 'array' ? this.items : this.present ? [this] : [];
  }

  get name(): string | undefined {
    return this.object instanceof PDFName ? this.object.decodeText() : undefined;
  }

  get text(): string | undefined {
    const { object } = this;
    return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
  }

  get number(): number | undefined {
    return this.object instanceof PDFNumber ? this.object.asNumber() : undefined;
  }

  get flag(): boolean | undefined {
    return this.object instanceof PDFBool ? this.object.asBoolean() : undefined;
  }

  get numbers(): readonly number[] {
    return this.items.flatMap(({ number }) => (number === undefined ? [] : [number]));
  }

  /** What a stream holds once its filters are taken off. */
  get bytes(): Uint8Array {
    const { object } = this;
    if (object instanceof PDFRawStream) return decodePDFRawStream(object).decode();
    return object instanceof PDFStream ? object.getContents() : new Uint8Array();
  }

  private get entries(): PDFDict | undefined {
    const { object } = this;
    if (object instanceof PDFStream) return object.dict;
    return object instanceof PDFDict ? object : undefined;
  }
}

/** The pairs of a name tree or number tree (ISO 32000-1, 7.9.6 and 7.9.7) in the order of the file. */
export function treePairs(tree: Value, key: 'Names' | 'Nums'): readonly (readonly [Value, Value])[] {
  const found: (readonly [Value, Value])[] = [];
  const seen = new Set<PDFObject>();
  const walk = (node: Value): void => {
    if (!node.object || seen.has(node.object)) return;
    seen.add(node.object);
    const { items } = node.get(key);
    items.forEach((item, i) => {
      const value = items[i + 1];
      if (i % 2 === 0 && value) found.push([item, value]);
    });
    node.get('Kids').items.forEach(walk);
  };
  walk(tree);
  return found;
}
