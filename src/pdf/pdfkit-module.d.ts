/** What is used of pdfkit 0.20.2, which ships no types; private names begin with an underscore. */
declare module 'pdfkit' {
  export interface Reference {
    readonly id: number;
    readonly data: Record<string, unknown>;
    compress: boolean;
    /** What a stream holds, until it is ended. */
    buffer: Uint8Array[];
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
    readonly content: Reference;
    readonly dictionary: Reference;
    readonly fonts: Record<string, Reference>;
    readonly xobjects: Record<string, Reference>;
  }

  export interface Image {
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
    readonly subset?: 'PDF/A-3a';
    /** The bench's floor alone uses it. */
    readonly tagged?: true;
    readonly info: Readonly<Record<string, string | Date>>;
  }

  /** pdfkit's own structure; the bench's floor alone uses it. */
  export interface StructureElement {
    add(child: StructureElement | object): this;
    end(): void;
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
    openImage(bytes: Buffer): Image;
    addNamedEmbeddedFile(name: string, specification: Reference): void;
    registerFont(name: string, font: unknown): this;
    font(name: string): this;
    readonly _font: Embedded;
    ref(data: Record<string, unknown>): Reference;
    push(chunk: Uint8Array | null): boolean;
    /** From here on: what the bench's floor alone uses. */
    struct(role: string, options: Record<string, unknown>): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: string): this;
    markStructureContent(tag: string): object;
    endMarkedContent(): this;
    annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): this;
    /** To here. */
    endMetadata(): void;
    endAcroForm(): this;
    endMarkings(): void;
    _write(piece: Uint8Array | string): void;
    _refEnd(reference: Reference): void;
    _finalize(): void;
    end(): void;
  }
}
