/**
 * The files of a templates' folder by the names that people call them: a document kind, a partial, a language, a theme.
 * What is in the folder beside them (a README) is not among them.
 */
import { bad, type Checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { nearest } from '../problems/nearest.ts';
import { error } from '../problems/problem.ts';
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
