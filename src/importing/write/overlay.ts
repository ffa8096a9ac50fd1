/** A folder as it would be with other files in it. */
import { good } from '../../problems/checked.ts';
import type { Folder } from '../../project/folder.ts';
import type { DataFile } from './file.ts';

/** With these files. */
export function over(folder: Folder, files: readonly DataFile[]): Folder {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const shown = (path: string): string => (folder.path === '.' ? path : `${folder.path}/${path}`);
  return {
    path: folder.path,
    list(under) {
      const own = [...texts.keys()].filter((path) => under === undefined || path.startsWith(`${under}/`));
      return [...new Set([...folder.list(under), ...own])].sort();
    },
    read(path) {
      const text = texts.get(path);
      return text === undefined ? folder.read(path) : new TextEncoder().encode(text);
    },
    source(path) {
      const text = texts.get(path);
      return text === undefined ? folder.source(path) : good({ path: shown(path), text });
    },
  };
}

/** Without files of these paths. */
export function without(folder: Folder, hides: (path: string) => boolean): Folder {
  return {
    path: folder.path,
    list: (under) => folder.list(under).filter((path) => !hides(path)),
    read: (path) => (hides(path) ? null : folder.read(path)),
    source: (path) => (hides(path) ? null : folder.source(path)),
  };
}
