/**
 * `.rubricate.json` in each folder that was written to: the hash of each file as we wrote it. By it a file that a person
 * has changed since is told from one that may be written again.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, warning } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import { isMissing } from './errors.ts';

export const MANIFEST_FILE = '.rubricate.json';

/** SHA-256 in hex, by file name. */
export type Manifest = ReadonlyMap<string, string>;

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parse(text: string): Map<string, string> | null {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || !('files' in json)) return null;
    const { files } = json;
    if (typeof files !== 'object' || files === null || Array.isArray(files)) return null;
    const entries: [string, string][] = [];
    for (const [name, hash] of Object.entries(files)) {
      if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return null;
      entries.push([name, hash]);
    }
    return new Map(entries);
  } catch {
    return null;
  }
}

/**
 * The manifest of a folder; empty where there is none. A damaged one counts as none, with the warning
 * `damaged-manifest`: then every file that differs is somebody's. `shown`: the folder as a person knows it.
 */
export function readManifest(
  folder: string,
  shown: string,
): { readonly manifest: Manifest; readonly problems: readonly Problem[] } {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST_FILE), 'utf8');
  } catch (thrown) {
    if (isMissing(thrown)) return { manifest: new Map(), problems: [] };
    throw thrown;
  }
  const manifest = parse(text);
  if (manifest) return { manifest, problems: [] };
  const path = shown === '.' ? MANIFEST_FILE : `${shown}/${MANIFEST_FILE}`;
  const damaged = warning('damaged-manifest', `${path} cannot be read`, fileSpan({ path, text }), {
    help: 'it is written anew; until then every file there counts as somebody’s',
  });
  return { manifest: new Map(), problems: [damaged] };
}

/** The manifest as bytes, sorted by name. */
export function manifestText(manifest: Manifest): string {
  const names = [...manifest.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const files = Object.fromEntries(names.map((name) => [name, manifest.get(name)]));
  return `${JSON.stringify({ rubricate: 1, files }, null, 2)}\n`;
}
