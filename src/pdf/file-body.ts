/**
 * The body of a PDF file: what is no stream is packed into object streams, and the table of where each object stands is a
 * stream as well (ISO 32000-1, 7.5.7 and 7.5.8). A form has a thousand small objects: packed, they take a tenth of the room.
 *
 * Kept true: the same objects in the same order give the same bytes; an object is written once.
 */
import { deflated } from './deflate.ts';

/** Objects in one stream: a reader that wants one unpacks them all. */
const MOST = 400;
/** Bytes of an entry in the table: its type, its place, its number in its stream. */
const WIDTHS = [1, 4, 2] as const;
const ROW = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

/** The index of an object that is in no stream. */
const ALONE = -1;

export class FileBody {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;
  /** By the object's number: where it stands in the file, or the stream in which it is packed. */
  private readonly places: (number | undefined)[] = [];
  /** Its number in that stream. */
  private readonly indexes: number[] = [];
  private packed: { readonly id: number; readonly text: string }[] = [];

  /** `reserve` gives the next free number of an object. */
  constructor(
    private readonly compress: boolean,
    private readonly reserve: () => number,
  ) {}

  /** Bytes that are no object: the file's first lines. */
  raw(bytes: Uint8Array): void {
    this.chunks.push(bytes);
    this.length += bytes.length;
  }

  /** An object that is no stream, one character a byte. */
  object(id: number, text: string): void {
    this.packed.push({ id, text });
    if (this.packed.length === MOST) this.flush();
  }

  /** A stream. `dictionary`: as written, with its length. */
  stream(id: number, dictionary: string, bytes: Uint8Array): void {
    this.enter(id, this.length, ALONE);
    this.raw(Buffer.from(`${id} 0 obj\n${dictionary}\nstream\n`, 'latin1'));
    this.raw(bytes);
    this.raw(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  /** The file. `trailer`: keys of the trailer. */
  finish(trailer: string): Uint8Array {
    this.flush();
    const table = this.reserve();
    const start = this.length;
    this.enter(table, start, ALONE);
    const size = table + 1;
    const rows = deflated(differences(this.rows(size), ROW));
    const keys = `/Type/XRef/Size ${size}/W[${WIDTHS.join(' ')}]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${ROW}>>`;
    this.stream(table, `<<${keys}/Length ${rows.length}${trailer}>>`, rows);
    this.raw(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(this.chunks, this.length);
  }

  private flush(): void {
    if (this.packed.length === 0) return;
    const id = this.reserve();
    let head = '';
    let body = '';
    this.packed.forEach((object, index) => {
      head += `${object.id} ${body.length} `;
      body += `${object.text}\n`;
      this.enter(object.id, id, index);
    });
    const bytes = Buffer.from(head + body, 'latin1');
    const packed = this.compress ? deflated(bytes) : bytes;
    const filter = this.compress ? '/Filter/FlateDecode' : '';
    const keys = `/Type/ObjStm/N ${this.packed.length}/First ${head.length}${filter}/Length ${packed.length}`;
    this.packed = [];
    this.stream(id, `<<${keys}>>`, packed);
  }

  private rows(size: number): Uint8Array {
    const table = Buffer.alloc(size * ROW);
    table.writeUInt16BE(0xffff, WIDTHS[0] + WIDTHS[1]);
    this.places.forEach((place, id) => {
      if (place === undefined) return;
      const at = id * ROW;
      const index = this.indexes[id] ?? ALONE;
      table.writeUInt8(index === ALONE ? 1 : 2, at);
      table.writeUInt32BE(place, at + WIDTHS[0]);
      table.writeUInt16BE(Math.max(index, 0), at + WIDTHS[0] + WIDTHS[1]);
    });
    return table;
  }

  private enter(id: number, place: number, index: number): void {
    this.places[id] = place;
    this.indexes[id] = index;
  }
}

/** Each row as its difference from the one above it (PNG's filter "up"), which deflates far better. */
function differences(rows: Uint8Array, width: number): Uint8Array {
  const count = rows.length / width;
  const out = new Uint8Array(count * (width + 1));
  for (let row = 0; row < count; row++) {
    out[row * (width + 1)] = 2;
    for (let i = 0; i < width; i++) {
      const above = row === 0 ? 0 : (rows[(row - 1) * width + i] ?? 0);
      out[row * (width + 1) + 1 + i] = ((rows[row * width + i] ?? 0) - above) & 0xff;
    }
  }
  return out;
}
