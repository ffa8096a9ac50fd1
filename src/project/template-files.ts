/**
 * The files of a templates' folder by the names that people call them: a document kind, a partial, a language, a theme.
 * What is in the folder beside them (a README) is not among them; what looks as if it were meant to be is told.
 */
import { bad, type Checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { nearest } from '../problems/nearest.ts';
import { error, type Problem, warning } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import type { Folder } from './folder.ts';

export interface TemplateFile {
  /** "scorecard", "rating", "en", "plain". */
  readonly name: string;
  /** With its group: "partials/rating". */
  readonly id: string;
  readonly group: Group;
  /** In the folder. */
  readonly path: string;
}

const ENDINGS = { documents: '.md.hbs', partials: '.md.hbs', messages: '.yaml', themes: '.yaml' } as const;
type Group = keyof typeof ENDINGS;

/** The groups, which are the folder's folders. */
const GROUPS: readonly Group[] = ['documents', 'partials', 'messages', 'themes'];

/** All files of the folder, by group and name. */
export function templateFiles(folder: Folder): readonly TemplateFile[] {
  return GROUPS.flatMap((group) =>
    folder.list(group).flatMap((path) => {
      const under = path.startsWith(`${group}/`) && path.endsWith(ENDINGS[group]);
      if (!under) return [];
      const name = path.slice(group.length + 1, -ENDINGS[group].length);
      return [{ name, id: `${group}/${name}`, group, path }];
    }),
  );
}

/** A copy that --force kept, or words for whoever works there. */
const NOT_MEANT = /(?:^|\/)README[^/]*$|\.bak\d*$/i;

/** Lists of words for `check`, by language. They are no template: nothing is printed of them, and yours add to ours. */
const WORDS = 'words';
const WORDS_FILE = /^words\/[a-z]{2,3}(?:-[A-Za-z0-9]+)*\.yaml$/;

/**
 * Warnings `file-not-read`: files in the folders of templates, and templates outside them, that are not read. `languages`:
 * the names that files of messages may have.
 */
export function strayFiles(folder: Folder, languages: readonly string[]): readonly Problem[] {
  const read = new Set(
    templateFiles(folder)
      .filter(({ group, name }) => group !== 'messages' || languages.includes(name))
      .filter(({ group, name }) => group !== 'themes' || !name.includes('/'))
      .map(({ path }) => path),
  );
  return folder.list().flatMap((path) => {
    const group = [...GROUPS, WORDS].find((own) => path.startsWith(`${own}/`));
    if (read.has(path) || WORDS_FILE.test(path) || NOT_MEANT.test(path) || !(group || path.endsWith('.hbs')))
      return [];
    const span = fileSpan({ path: `${folder.path}/${path}`, text: '' });
    return [warning('file-not-read', 'This file is not read', span, { help: wayToBeRead(path, group) })];
  });
}

function wayToBeRead(path: string, group: string | undefined): string {
  const known = GROUPS.find((own) => own === group);
  if (group === undefined) return 'move it: documents stand in documents/, their parts in partials/';
  if (known && !path.endsWith(ENDINGS[known]))
    return `let its name end in ${ENDINGS[known]}, or move it elsewhere`;
  return group === 'messages' || group === WORDS
    ? `name it after its language: ${group}/en.yaml, ${group}/de.yaml`
    : `move it: ${group} stand in ${group}/ itself`;
}

/**
 * The file that a person means by "rating", "partials/rating" or its path, whatever the case. Problems:
 * `unknown-template`, with the nearest and all; `ambiguous-template` where several groups have one of the name.
 */
export function fileNamed(name: Named, files: readonly TemplateFile[]): Checked<TemplateFile> {
  const wanted = name.text
    .toLowerCase()
    .replace(/^(?:\.\/)?(?:templates\/)?/, '')
    .replace(/(?:\.md\.hbs|\.yaml)$/, '');
  const found = files.filter((file) => [file.id, file.name].some((own) => own.toLowerCase() === wanted));
  const [first, ...others] = found;
  if (first && others.length === 0) return good(first);
  if (first) {
    const help = `say which: ${found.map(({ id }) => id).join(', ')}`;
    return bad([
      error('ambiguous-template', `There are ${found.length} files "${name.text}"`, name.span, { help }),
    ]);
  }
  const names = wanted.includes('/') ? files.map(({ id }) => id) : files.map((file) => file.name);
  const near = nearest(wanted, names);
  const groups = GROUPS.map((group) => {
    const own = files.filter((file) => file.group === group).map((file) => file.name);
    return `${group} ${own.join(', ')}`;
  });
  const help = `${near ? `did you mean "${near}"? ` : ''}there are: ${groups.join('; ')}`;
  return bad([error('unknown-template', `We have no file "${name.text}"`, name.span, { help })]);
}
