/**
 * The one door to pdfkit, with the narrow types of what is used of it, private names among them (pdfkit is pinned to
 * 0.20.2 for that; a test writes through this file). pdfkit gives pages, outlines, pictures and the output intent. What is added: objects as text (a form has a thousand), a file of object streams (file-body.ts), metadata whose
 * text is escaped. Fonts are embedded by font.ts, the structure written by tags.ts, fields by form.ts.
 */
import PDFKit, { type Image, type OutlineItem, type Reference } from 'pdfkit';
import { deflated } from './deflate.ts';
import { FileBody } from './file-body.ts';
import { type DocumentInfo, metadata } from './metadata.ts';

export type { DocumentInfo } from './metadata.ts';
export type { Image, OutlineItem, Reference };

const CREATOR = 'Rubricate';
const PRODUCER = 'Rubricate (pdfkit)';

export class PdfDocument extends PDFKit {
  private readonly about: DocumentInfo;
  /** Made when pdfkit's constructor writes the first bytes, before any field of this class is. */
  declare private made: FileBody | undefined;
  /** The pieces of the object that pdfkit is writing. */
  declare private pieces: (Uint8Array | string)[] | undefined;
  declare private written: Uint8Array | undefined;

  constructor(info: DocumentInfo, compress = true) {
    super({
      pdfVersion: '1.7',
      lang: info.lang,
      displayTitle: true,
      font: null,
      autoFirstPage: false,
      bufferPages: true,
      compress,
      margin: 0,
      subset: 'PDF/A-3a',
      info: {
        Title: info.title,
        Subject: info.subject,
        Creator: CREATOR,
        Producer: PRODUCER,
        CreationDate: info.date,
        ModDate: info.date,
      },
    });
    this.about = info;
  }

  private get body(): FileBody {
    this.made ??= new FileBody(this.compress, () => this.reserve());
    return this.made;
  }

  /** The number of an object that is written later by `object` or `stream`. */
  reserve(): number {
    this._offsets.push(null);
    return this._offsets.length;
  }

  /** Writes an object that is no stream. `text`: one character a byte. */
  object(id: number, text: string): void {
    this.body.object(id, text);
  }

  /** Writes a stream; `keys`: of its dictionary, without the length. Returns its reference. */
  stream(keys: string, bytes: Uint8Array): string {
    const id = this.reserve();
    this.body.stream(id, `<<${keys}/Length ${bytes.length}>>`, bytes);
    return `${id} 0 R`;
  }

  /** Writes a stream that is worth packing. */
  packed(keys: string, bytes: Uint8Array): string {
    return this.compress
      ? this.stream(`${keys}/Filter/FlateDecode`, deflated(bytes))
      : this.stream(keys, bytes);
  }

  /** The operators of the page that is open; there is nothing else on it, not even pdfkit's turn of the axis. */
  draw(operators: Uint8Array): void {
    const { content } = this.page;
    content.compress = false;
    if (this.compress) content.data['Filter'] = 'FlateDecode';
    content.buffer = [this.compress ? deflated(operators) : operators];
  }

  /** An object whose reference is wanted before it is written by `end`. */
  begin(): Reference {
    return this.ref({});
  }

  /** Writes the object of a reference from `begin`, which is no stream. */
  complete(reference: Reference, text: string): Reference {
    this.body.object(reference.id, text);
    super._refEnd(reference);
    return reference;
  }

  /** Called by pdfkit with each piece of the file, from the constructor on. */
  override _write(piece: Uint8Array | string): void {
    if (this.pieces) this.pieces.push(piece);
    else if (typeof piece === 'string' && piece.endsWith(' obj')) this.pieces = [];
    else this.body.raw(typeof piece === 'string' ? Buffer.from(`${piece}\n`, 'latin1') : piece);
  }

  /** Called by pdfkit when an object has been written. */
  override _refEnd(reference: Reference): void {
    const [dictionary, , bytes] = this.pieces ?? [];
    this.pieces = undefined;
    if (typeof dictionary === 'string') {
      if (bytes instanceof Uint8Array) this.body.stream(reference.id, dictionary, bytes);
      else this.body.object(reference.id, dictionary);
    }
    super._refEnd(reference);
  }

  /** Called by pdfkit when all objects are written. */
  override _finalize(): void {
    const id = Buffer.from(this._id).toString('hex');
    this.written = this.body.finish(`/Root ${this._root}/Info ${this._info}/ID[<${id}><${id}>]`);
  }

  /** Called by pdfkit at the end; its own writes texts unescaped. */
  override endMetadata(): void {
    const xml = metadata(this.about, CREATOR, PRODUCER);
    const reference = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    reference.compress = false;
    reference.end(new TextEncoder().encode(xml));
    this._root.data['Metadata'] = reference;
  }

  /** The form is written by form.ts; pdfkit's own asks for its fonts. */
  override endAcroForm(): this {
    return this;
  }

  /** The structure is written by tags.ts. */
  override endMarkings(): void {}

  /** The file. Nothing can be added after it. */
  finish(): Uint8Array {
    this.end();
    if (!this.written) throw new Error('An object of the file was begun and never ended.');
    return this.written;
  }
}
