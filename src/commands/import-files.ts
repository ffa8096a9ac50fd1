/** The files that an import reads: those that are named, those in folders that are named, standard input. */
import { join, resolve } from 'node:path';
import { bytesOf } from '../importing/bytes.ts';
import type { SourceFile } from '../importing/import.ts';
import { bad, type Checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { error, type Problem } from '../problems/problem.ts';
import { diskFolder, isFile, isFolder, shownPath } from '../project/disk.ts';
import { fileBytes } from '../project/file-bytes.ts';
import { MOST_BYTES } from '../project/folder.ts';
import type { Host } from './host.ts';

export interface Sources {
  readonly files: readonly SourceFile[];
  /** Files of folders that are of no format that is read, as a person knows them. */
  readonly passedOver: readonly string[];
}

/** `readable`: whether a file of this name is of a format that is read. Problems: `missing-file`, `no-data`. */
export async function sourcesOf(
  names: readonly Named[],
  host: Host,
  readable: (path: string) => boolean,
): Promise<Checked<Sources>> {
  const problems: Problem[] = [];
  const files: SourceFile[] = [];
  const passedOver: string[] = [];
  const seen = new Set<string>();
  const add = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    files.push({ path: shownPath(host.cwd, path), bytes: fileBytes(path) });
  };
  for (const { text, span } of names) {
    const path = resolve(host.cwd, text);
    if (text === '-') {
      if (!seen.has('-')) files.push({ path: '-', bytes: bytesOf(await host.stdin(MOST_BYTES)) });
      seen.add('-');
    } else if (isFile(path)) add(path);
    else if (isFolder(path)) {
      const inside = diskFolder(path, host.cwd).list();
      const read = inside.filter(readable);
      for (const file of read) add(join(path, file));
      for (const file of inside) if (!readable(file)) passedOver.push(shownPath(host.cwd, join(path, file)));
      if (read.length === 0) {
        const help = 'name the files themselves, if they have other endings';
        problems.push(error('no-data', `There is nothing to import in ${text}`, span, { help }));
      }
    } else problems.push(error('missing-file', `There is no file "${text}"`, span));
  }
  return problems.length > 0 ? bad(problems) : good({ files, passedOver });
}
