/** The manifests of the folders that a run writes to: read when first asked for, written where they changed. */
import { basename, dirname, join } from 'node:path';
import { error, type Problem, warning } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import { isMissing } from './errors.ts';
import { MANIFEST_FILE, type Manifest, manifestText, parseManifest } from './manifest.ts';
import { foldedName } from './names.ts';
import type { FilePort } from './port.ts';
import { attempt } from './refused.ts';
import { writeWhole } from './write.ts';

interface Folder {
  files: Map<string, readonly string[]>;
  /** As it stands on the disk; null where there is none, or a damaged one. */
  text: string | null;
}

export class Records {
  private readonly folders = new Map<string, Folder>();

  /** `shown`: a path as a person knows it. Problems of manifests go to `problems`. */
  constructor(
    private readonly port: FilePort,
    private readonly shown: (path: string) => string,
    private readonly problems: Problem[],
  ) {}

  /** The hashes of a file as we wrote it; [] where we did not. */
  of(path: string): readonly string[] {
    return this.folder(dirname(path)).files.get(basename(path)) ?? [];
  }

  /** Takes down that a file is about to become this. */
  begin(path: string, hash: string): void {
    const known = this.of(path);
    if (!known.includes(hash)) this.folder(dirname(path)).files.set(basename(path), [...known, hash]);
  }

  /** Takes down what a file is now. */
  end(path: string, hashes: readonly string[]): void {
    const { files } = this.folder(dirname(path));
    if (hashes.length > 0) files.set(basename(path), hashes);
    else files.delete(basename(path));
  }

  /** Forgets the files that are not there any more: their names may be people's. */
  forget(): void {
    for (const [path, { files }] of this.folders) {
      const there = new Set(this.port.entry(path) ? this.port.names(path).map(foldedName) : []);
      for (const name of [...files.keys()]) if (!there.has(foldedName(name))) files.delete(name);
    }
  }

  /** Writes the manifests that changed. The folders are there. */
  write(): void {
    for (const [path, folder] of this.folders) {
      const text = manifestText(folder.files);
      if (text === folder.text) continue;
      writeWhole(this.port, join(path, MANIFEST_FILE), text);
      folder.text = text;
    }
  }

  private folder(path: string): Folder {
    const known = this.folders.get(path);
    if (known) return known;
    const shown = this.shown(join(path, MANIFEST_FILE));
    const read = attempt(shown, this.problems, () => this.read(path, shown));
    const folder = read ?? { files: new Map(), text: null };
    this.folders.set(path, folder);
    return folder;
  }

  private read(path: string, shown: string): Folder {
    let text: string;
    try {
      text = Buffer.from(this.port.read(join(path, MANIFEST_FILE))).toString('utf8');
    } catch (thrown) {
      if (isMissing(thrown)) return { files: new Map(), text: null };
      throw thrown;
    }
    const manifest: Manifest | string = parseManifest(text);
    if (typeof manifest !== 'string') return { files: new Map(manifest), text };
    const span = fileSpan({ path: shown, text });
    if (manifest === 'newer') {
      const help = 'update rubricate, or write elsewhere (--out)';
      this.problems.push(
        error('newer-manifest', `${shown} is of a later version of rubricate`, span, { help }),
      );
    } else {
      const help = 'it is written anew; until then every file there counts as somebody’s';
      this.problems.push(warning('damaged-manifest', `${shown} cannot be read`, span, { help }));
    }
    return { files: new Map(), text: null };
  }
}
