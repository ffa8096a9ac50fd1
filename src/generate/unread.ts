/** Files that lie where data and templates lie, and that nothing reads: told by `check` once everything was read. */
import { resolve } from 'node:path';
import { LIKE_DATA } from '../framework/load.ts';
import { partialsUsed } from '../merge/partials.ts';
import { nearest } from '../problems/nearest.ts';
import { type Problem, warning } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import { isWithin } from '../project/disk.ts';
import type { Folder } from '../project/folder.ts';
import type { Project } from '../project/open.ts';
import { templateFiles } from '../project/template-files.ts';

const YAML = /\.ya?ml$/i;
const FOLDERS = ['roles', 'skills'];

/** Warnings `file-not-read`: YAML in the data's folder that was not read. `read`: the paths that were, as they are shown. */
export function unreadData(project: Project, read: ReadonlySet<string>): readonly Problem[] {
  const { data, cwd, root } = project;
  // Where the data lies in the project's own folder, other files are none of ours.
  if (isWithin(resolve(cwd, data.path), root) || !read.has(`${data.path}/framework.yaml`)) return [];
  return data.list().flatMap((path) => {
    const shown = `${data.path}/${path}`;
    if (!YAML.test(path) || read.has(shown)) return [];
    const folder = nearest(path.split('/')[0] ?? '', FOLDERS);
    const near = path.includes('/') && folder ? `did you mean ${folder}/? ` : '';
    const help = `${near}move it: roles stand in roles/ itself, skills in skills/ or folders below, anything else elsewhere`;
    return [warning('file-not-read', 'This file is not read', fileSpan({ path: shown, text: '' }), { help })];
  });
}

/** Warning `no-data`: the project has data, but not its first file, and so ours is taken. */
export function dataPassedOver({ passedOver }: Project): readonly Problem[] {
  if (!passedOver?.list().some((path) => LIKE_DATA.test(path))) return [];
  const span = fileSpan({ path: `${passedOver.path}/framework.yaml`, text: '' });
  const message = `${passedOver.path} has no framework.yaml: the data that ships is used in its place`;
  return [warning('no-data', message, span, { help: 'write one, or name another folder with --data' })];
}

/** Warnings `unused-partial`: partials of a company that take the place of none of ours and that no document uses. */
export function unusedPartials(folders: readonly Folder[]): readonly Problem[] {
  const files = folders.map((folder) => ({ folder, files: templateFiles(folder) }));
  const ours = files.at(-1)?.files.flatMap(({ group, name }) => (group === 'partials' ? [name] : [])) ?? [];
  const source = (path: string) => {
    const found = folders.map((folder) => folder.source(path)).find((text) => text !== null);
    return found?.ok ? found.value : null;
  };
  const used = new Set<string>(ours);
  for (const { files: own } of files)
    for (const { group, path } of own) {
      const text = group === 'documents' ? source(path) : null;
      if (text)
        for (const name of partialsUsed(text, (one) => source(`partials/${one}.md.hbs`))) used.add(name);
    }
  return files.slice(0, -1).flatMap(({ folder, files: own }) =>
    own.flatMap(({ group, name, path }) => {
      if (group !== 'partials' || used.has(name)) return [];
      const near = nearest(name, ours);
      const help = near ? `did you mean "${near}"?` : 'use it in a template, or delete it';
      const span = fileSpan({ path: `${folder.path}/${path}`, text: '' });
      return [warning('unused-partial', `No document uses the partial "${name}"`, span, { help })];
    }),
  );
}
