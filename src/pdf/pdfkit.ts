/**
 * The one door to pdfkit, with the narrow types of what is used of it, private names among them (pdfkit is pinned to
 * 0.20.2 for that; a test writes through this file). What it adds: no Node stream (writing is synchronous), metadata
 * whose text is escaped. Fonts are embedded by font.ts, so pdfkit is given none.
 */
import PDFKit, { type OutlineItem, type Reference } from 'pdfkit';

export type { OutlineItem, Reference };

export interface DocumentInfo {
  readonly title: string;
  readonly subject: string;
  readonly lang: string;
  readonly date: Date;
  readonly compress: boolean;
}

export class PdfDocument extends PDFKit {
  declare private chunks: Uint8Array[] | undefined;

  constructor(info: DocumentInfo) {
    super({
      pdfVersion: '1.7',
      lang: info.lang,
      displayTitle: true,
      font: null,
      autoFirstPage: false,
      bufferPages: true,
      compress: info.compress,
      margin: 0,
      info: {
        Title: info.title,
        Subject: info.subject,
        Creator: 'Rubricate',
        Producer: 'Rubricate (pdfkit)',
        CreationDate: info.date,
        ModDate: info.date,
      },
    });
  }

  /** Called by pdfkit with each piece of the file, from the constructor on. */
  override push(chunk: Uint8Array | null): boolean {
    if (chunk === null) return false;
    this.chunks ??= [];
    this.chunks.push(chunk);
    return true;
  }

  /** Called by pdfkit at the end; its own writes texts unescaped. */
  override endMetadata(): void {
    const xml = metadata(this.info);
    const reference = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    reference.compress = false;
    reference.end(new TextEncoder().encode(xml));
    this._root.data['Metadata'] = reference;
  }

  /** The file. Nothing can be added after it. */
  finish(): Uint8Array {
    this.end();
    return Buffer.concat(this.chunks ?? []);
  }
}

function metadata(info: Readonly<Record<string, string | Date>>): string {
  const text = (key: string): string => {
    const value = info[key];
    const plain = value instanceof Date ? value.toISOString().replace(/\.\d+Z$/, 'Z') : (value ?? '');
    return plain.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
  };
  const alternative = (name: string, value: string): string =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${value}</rdf:li></rdf:Alt></dc:${name}>`;
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    alternative('title', text('Title')),
    alternative('description', text('Subject')),
    `<xmp:CreateDate>${text('CreationDate')}</xmp:CreateDate><xmp:ModifyDate>${text('ModDate')}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${text('Creator')}</xmp:CreatorTool><pdf:Producer>${text('Producer')}</pdf:Producer>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}
