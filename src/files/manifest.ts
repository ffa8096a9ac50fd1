/**
 * `.rubricate.json` in each folder that was written to: the hash of each file as we wrote it. By it a file that a person
 * has changed since is told from one that may be written again.
 *
 * Kept true: while a run writes, a file that it is about to write has two hashes there, as it was and as it will be. A
 * run that is stopped at any point leaves no file of ours that the next one takes for somebody's.
 */
import { createHash } from 'node:crypto';

export const MANIFEST_FILE = '.rubricate.json';

const FORMAT = 1;
const HASH = /^[0-9a-f]{64}$/;

/** SHA-256 in hex, by file name; several where a run did not end. */
export type Manifest = ReadonlyMap<string, readonly string[]>;

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hashesOf(written: unknown): readonly string[] | null {
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  const hashes = list.filter((hash) => typeof hash === 'string').filter((hash) => HASH.test(hash));
  return hashes.length === list.length ? hashes : null;
}

/** A manifest's text, read; `newer` where a later version wrote it, `damaged` where it is none. */
export function parseManifest(text: string): Manifest | 'newer' | 'damaged' {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  if (typeof json !== 'object' || json === null || !('rubricate' in json)) return 'damaged';
  if (typeof json.rubricate === 'number' && json.rubricate > FORMAT) return 'newer';
  const files = json.rubricate === FORMAT && 'files' in json ? json.files : null;
  if (typeof files !== 'object' || files === null || Array.isArray(files)) return 'damaged';
  const manifest = new Map<string, readonly string[]>();
  for (const [name, written] of Object.entries(files)) {
    const hashes = hashesOf(written);
    if (hashes === null) return 'damaged';
    manifest.set(name, hashes);
  }
  return manifest;
}

/** The manifest as bytes, sorted by name. */
export function manifestText(manifest: Manifest): string {
  const inOrder = [...manifest].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const files = inOrder.map(([name, hashes]) => [name, hashes.length === 1 ? hashes[0] : hashes]);
  return `${JSON.stringify({ rubricate: FORMAT, files: Object.fromEntries(files) }, null, 2)}\n`;
}
