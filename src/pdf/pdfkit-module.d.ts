/** What is used of pdfkit 0.20.2, which ships no types; private names begin with an underscore. */
declare module 'pdfkit' {
  export interface Reference {
    readonly id: number;
    readonly data: Record<string, unknown>;
    compress: boolean;
    end(bytes?: Uint8Array): void;
    toString(): string;
  }

  /** A font as pdfkit embeds it; the bench's floor alone uses it. */
  export interface Embedded {
    readonly id: string;
    readonly subset: { includeGlyph(id: number): number };
    readonly widths: number[];
    readonly unicode: (readonly number[])[];
    ref(): Reference;
  }

  export interface OutlineItem {
    addItem(title: string, options: { pageNumber: number; top: number; fit: boolean }): OutlineItem;
  }

  export interface Page {
    readonly dictionary: Reference;
    readonly fonts: Record<string, Reference>;
    readonly xobjects: Record<string, Reference>;
  }

  export interface Picture {
    readonly label: string;
    readonly obj: Reference;
    embed(document: PDFDocument): void;
  }

  export interface Options {
    readonly pdfVersion: '1.7';
    readonly lang: string;
    readonly displayTitle: boolean;
    readonly font: null;
    readonly autoFirstPage: false;
    readonly bufferPages: true;
    readonly compress: boolean;
    readonly margin: 0;
    readonly subset: 'PDF/A-3a';
    readonly info: Readonly<Record<string, string | Date>>;
  }

  export interface AttachedFile {
    readonly name: string;
    readonly type: string;
    readonly relationship: 'Source';
    readonly description: string;
    readonly creationDate: Date;
    readonly modifiedDate: Date;
  }

  export default class PDFDocument {
    constructor(options: Options);
    page: Page;
    /** Streams are deflated. */
    readonly compress: boolean;
    readonly info: Readonly<Record<string, string | Date>>;
    readonly outline: OutlineItem;
    /** Where each object stands, by its number less one; as long as there are objects. */
    readonly _offsets: unknown[];
    readonly _id: Uint8Array;
    readonly _info: Reference;
    _root: Reference;
    addPage(options: { size: readonly [number, number]; margin: 0 }): this;
    switchToPage(page: number): Page;
    addContent(operators: Uint8Array): this;
    openImage(bytes: Buffer): Picture;
    file(bytes: Uint8Array, options: AttachedFile): void;
    registerFont(name: string, font: unknown): this;
    font(name: string): this;
    readonly _font: Embedded;
    ref(data: Record<string, unknown>): Reference;
    push(chunk: Uint8Array | null): boolean;
    endMetadata(): void;
    endAcroForm(): this;
    endMarkings(): void;
    _write(piece: Uint8Array | string): void;
    _refEnd(reference: Reference): void;
    _finalize(): void;
    end(): void;
  }
}
