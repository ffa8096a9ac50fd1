/** Where this package's own data, templates and fonts are, and what it draws by, wherever it was installed or built. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** The folder of the package.json named "rubricate" above this file; absolute. */
function packageRoot(): string {
  if (found !== undefined) return found;
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (isOurs(join(folder, 'package.json'))) {
      found = folder;
      return folder;
    }
    const above = dirname(folder);
    if (above === folder) throw new Error('the package.json of rubricate is missing above its code');
    folder = above;
  }
}

function isOurs(file: string): boolean {
  return versionIn(file, 'rubricate') !== null;
}

/** The version that a package.json says, if it is that of the package of this name; null where it is not, or there is none. */
function versionIn(file: string, name: string): string | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null || !('name' in parsed) || parsed.name !== name)
      return null;
    return 'version' in parsed && typeof parsed.version === 'string' ? parsed.version : '';
  } catch {
    return null;
  }
}

/** The version of a package that we use, as it is installed; null where it is not. */
export function installedVersion(name: string): string | null {
  try {
    let folder = dirname(createRequire(import.meta.url).resolve(name));
    for (; dirname(folder) !== folder; folder = dirname(folder)) {
      const version = versionIn(join(folder, 'package.json'), name);
      if (version !== null) return version;
    }
  } catch {
    // It is not installed.
  }
  return null;
}

/** Absolute paths of what ships. */
export function shipped(): {
  readonly root: string;
  readonly data: string;
  readonly templates: string;
  readonly fonts: string;
} {
  const root = packageRoot();
  return {
    root,
    data: join(root, 'data'),
    templates: join(root, 'templates'),
    fonts: join(root, 'dist/fonts'),
  };
}

/** The program that draws pictures: the WebAssembly of resvg, as its package has it. */
export function drawingProgram(): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'));
}
