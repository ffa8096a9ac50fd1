/** Workbooks as bytes, written by hand: a ZIP archive of the parts that a test needs. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface SheetOf {
  readonly name: string;
  /** The rows' XML. */
  readonly rows: string;
  readonly hidden?: boolean;
  /** What comes before the rows, and after. */
  readonly before?: string;
  readonly after?: string;
}

export interface BookOf {
  readonly sheets: readonly SheetOf[];
  readonly texts?: readonly string[];
  /** XML of the styles. */
  readonly styles?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** A cell with a text of its own; `style`: its number among the styles. */
export function text(ref: string, words: string, style = 0): string {
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
}

export function row(number: number, ...cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** A sheet of texts, a list a row; '' leaves a cell out. */
export function sheetOf(name: string, ...rows: readonly (readonly string[])[]): SheetOf {
  const cells = (words: readonly string[], y: number) =>
    words.flatMap((one, x) => (one === '' ? [] : text(`${String.fromCharCode(65 + x)}${y + 1}`, one)));
  return { name, rows: rows.map((words, y) => row(y + 1, ...cells(words, y))).join('') };
}

export function workbook({ sheets, texts = [], styles, more = {} }: BookOf): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<x:workbook xmlns:x="main" xmlns:r="rel"><x:sheets>${sheets
      .map(
        ({ name, hidden }, i) => `<x:sheet name="${name}" r:id="r${i}" ${hidden ? 'state="hidden"' : ''}/>`,
      )
      .join('')}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${texts.map((one) => `<si>${one}</si>`).join('')}</sst>`,
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
    ...more,
  };
  for (const [i, { rows, before = '', after = '' }] of sheets.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  return archive(parts);
}

export interface ArchiveOptions {
  /** What the table of contents says of each part's length. */
  readonly size?: (length: number) => number;
  /** Its parts have a password. */
  readonly locked?: boolean;
}

export function archive(
  parts: Readonly<Record<string, string>>,
  { size = (length) => length, locked = false }: ArchiveOptions = {},
): Uint8Array {
  const files: Buffer[] = [];
  const contents: Buffer[] = [];
  let at = 0;
  for (const [name, words] of Object.entries(parts)) {
    const bytes = Buffer.from(words);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(locked ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size(bytes.length), 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    contents.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, entry, Buffer.from(name)]));
    files.push(local);
    at += local.length;
  }
  const table = Buffer.concat(contents);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(table.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...files, table, Buffer.from('PK\x05\x06'), end]));
}
