/** Folders for tests: one of texts that a test writes out, one over a folder of test/fixtures. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '../src/project/decode.ts';
import { diskFolder } from '../src/project/disk.ts';
import type { Folder } from '../src/project/folder.ts';

const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.url));

/** A folder of texts (or bytes) by path. */
export function textFolder(files: Readonly<Record<string, string | Uint8Array>>, path = 'data'): Folder {
  const bytes = new Map(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  return {
    path,
    list: (under) =>
      [...bytes.keys()].filter((name) => under === undefined || name.startsWith(`${under}/`)).sort(),
    read: (name) => bytes.get(name) ?? null,
    source: (name) => {
      const content = bytes.get(name);
      return content ? decode(`${path}/${name}`, content) : null;
    },
  };
}

/** A folder below test/fixtures, e.g. `framework/tiny`; its path in Problems is that. */
export function fixtureFolder(name: string): Folder {
  return diskFolder(join(FIXTURES, name), FIXTURES);
}
