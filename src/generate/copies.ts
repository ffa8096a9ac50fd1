/** Copies of ours that a company keeps (`rubricate eject`), and whether ours has changed since they were made. */
import { copyHash, type Origin, originHash, readOrigin } from '../files/origin.ts';
import { advice, type Problem } from '../problems/problem.ts';
import type { Folder } from '../project/folder.ts';
import { templateFiles } from '../project/template-files.ts';

/** Advice `ours-changed`, at the comment of each copy whose original is another now, or gone. `folders`: ours last. */
export function changedOriginals(folders: readonly Folder[]): readonly Problem[] {
  const ours = folders.at(-1);
  const theirs = folders.length > 1 ? folders[0] : undefined;
  if (!ours || !theirs) return [];
  return templateFiles(theirs).flatMap(({ path }) => {
    const source = theirs.source(path);
    const origin = source?.ok ? readOrigin(source.value) : null;
    if (!source?.ok || !origin) return [];
    const original = ours.source(origin.path);
    if (!original?.ok) return [gone(origin)];
    const now = originHash(original.value.text);
    return now === origin.hash || now === copyHash(source.value.text) ? [] : [changed(origin)];
  });
}

function gone({ path, version, span }: Origin): Problem {
  const message = `Ours has no ${path} any more, of which this is a copy (${version})`;
  return advice('ours-changed', message, span, { help: 'yours goes on working; take this line away' });
}

function changed({ path, version, span }: Origin): Problem {
  const ours = `rubricate eject ${path.replace(/(\.md\.hbs|\.yaml)$/, '')} --out -`;
  const merged = path.endsWith('.yaml')
    ? 'keep only the keys that you changed, the others come from ours; then '
    : '';
  return advice('ours-changed', `Ours has changed since this copy of it was made (${version})`, span, {
    help: `${merged}compare with "${ours}", take over what you want, and its line "Copied from" for this one`,
  });
}
