/**
 * A ZIP archive in memory, and the texts of the parts that are wanted. yauzl reads its table of contents and holds each part
 * to the length that stands there.
 *
 * Kept true: what comes out of an archive is bounded, whatever stands in it.
 */
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

export type Archive =
  | { readonly is: 'archive'; readonly names: readonly string[]; part(name: string): string | null }
  | { readonly is: 'broken' }
  | { readonly is: 'bomb' }
  | { readonly is: 'protected' };

/** Bytes that the wanted parts may have together, unpacked. */
const MOST = 64 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

/** Unpacks the parts whose names are wanted. */
export async function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Archive> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
    });
  } catch {
    return { is: 'broken' };
  }
  const names: string[] = [];
  const entries: Entry[] = [];
  if (zip.entryCount > MOST_ENTRIES) return { is: 'bomb' };
  try {
    let size = 0;
    for await (const entry of zip.eachEntry()) {
      names.push(entry.fileName);
      if (!wanted(entry.fileName)) continue;
      if (entry.isEncrypted()) return { is: 'protected' };
      size += entry.uncompressedSize;
      if (size > MOST) return { is: 'bomb' };
      entries.push(entry);
    }
    const parts = new Map<string, string>();
    for (const entry of entries)
      parts.set(entry.fileName, textOf(await buffer(await zip.openReadStreamPromise(entry))));
    return { is: 'archive', names, part: (name) => parts.get(name) ?? null };
  } catch (thrown) {
    // It says that it is short, and is not.
    return { is: /too many bytes/.test(String(thrown)) ? 'bomb' : 'broken' };
  }
}

function textOf(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
}
