/** What is used of pdfkit 0.20.2, which ships no types; private names begin with an underscore. */
declare module 'pdfkit' {
  export interface Reference {
    readonly data: Record<string, unknown>;
    compress: boolean;
    end(bytes?: Uint8Array): void;
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
    readonly info: Readonly<Record<string, string | Date>>;
  }

  export default class PDFDocument {
    constructor(options: Options);
    page: Page;
    readonly info: Readonly<Record<string, string | Date>>;
    readonly outline: OutlineItem;
    _root: Reference;
    addPage(options: { size: readonly [number, number]; margin: 0 }): this;
    switchToPage(page: number): Page;
    addContent(operators: Uint8Array): this;
    image(bytes: Buffer, x: number, y: number, options: { width: number; height: number }): this;
    annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): this;
    registerFont(name: string, font: unknown): this;
    font(name: string): this;
    readonly _font: Embedded;
    ref(data: Record<string, unknown>): Reference;
    push(chunk: Uint8Array | null): boolean;
    endMetadata(): void;
    end(): void;
  }
}
