/**
 * A data folder -> the Framework. All files are read, all their mistakes are told at once, sorted. After it everything
 * sees one shape, and every id that is mentioned exists.
 */
import { bad, type Checked, checked } from '../problems/checked.ts';
import { knownNames } from '../problems/nearest.ts';
import { error, type Problem, sorted, warning } from '../problems/problem.ts';
import { fileSpan, type Source } from '../problems/source.ts';
import type { Folder } from '../project/folder.ts';
import type { Framework, Role, Skill } from './framework.ts';
import { readFramework } from './read-framework.ts';
import { readRole } from './read-role.ts';
import { readSkill } from './read-skill.ts';
import { Reader } from './reader.ts';
import { SLUG } from './value.ts';

const ROLE = /^roles\/([^/]+)\.yaml$/;
const SKILL = /^skills\/(?:.*\/)?([^/]+)\.yaml$/;
/** What looks like data by its place and ending. */
export const LIKE_DATA = /^(?:framework|(?:roles|skills)\/.+)\.ya?ml$/i;

/** What could be read of a data folder; null without a framework.yaml that can be read. */
export interface ReadData {
  readonly framework: Framework | null;
  readonly problems: readonly Problem[];
}

/** The framework of a data folder. Problems: everything a person can get wrong in it, by code, at the word. */
export function loadFramework(data: Folder): Checked<Framework> {
  const { framework, problems } = readData(data);
  return framework ? checked(framework, problems) : bad(problems);
}

/** The files without an error, for what can be said of each alone while others have some. */
export function soundFiles({ framework, problems }: ReadData): Framework | null {
  const broken = new Set(problems.flatMap((p) => (p.severity === 'error' ? [p.span.source.path] : [])));
  if (!framework || broken.has(framework.span.source.path)) return null;
  const sound = ({ span }: Role | Skill): boolean => !broken.has(span.source.path);
  return { ...framework, roles: framework.roles.filter(sound), skills: framework.skills.filter(sound) };
}

/** The same, with what could be read where something is wrong: entries that have a mistake are not in it. */
export function readData(data: Folder): ReadData {
  const problems: Problem[] = [];
  const source = (path: string): Source | null => {
    const read = data.source(path);
    if (!read) return null;
    problems.push(...read.problems);
    return read.ok ? read.value : null;
  };
  const files = data.list();
  const paths = files.filter((path) => path.endsWith('.yaml'));
  problems.push(...unread(data, files));
  const place = fileSpan({ path: `${data.path}/framework.yaml`, text: '' });
  if (!paths.includes('framework.yaml')) {
    const help = 'name the folder that holds it with --data';
    problems.push(error('no-data', 'There is no framework.yaml here', place, { help }));
    return { framework: null, problems };
  }
  const main = source('framework.yaml');
  const reader = main ? new Reader(main, problems, 'en') : null;
  const head = reader ? readFramework(reader) : null;
  if (!reader || !head) {
    for (const path of paths) if (ROLE.test(path) || SKILL.test(path)) syntax(source(path), problems);
    return { framework: null, problems: sorted(problems) };
  }
  const each = <T extends { readonly id: string }>(
    under: RegExp,
    failed: Set<string>,
    read: (reader: Reader, id: string) => T | null,
  ): T[] =>
    paths.flatMap((path) => {
      const id = under.exec(path)?.[1];
      if (id === undefined) return [];
      const text = source(path);
      const made = text ? read(new Reader(text, problems, reader.language), id) : null;
      if (text && made?.id === id && !SLUG.test(id)) {
        const help = 'name the file with small letters, digits and single hyphens';
        problems.push(error('bad-id', `"${id}" is no id`, fileSpan(text), { help }));
      }
      if (made !== null) return [made];
      failed.add(id);
      return [];
    });
  const lostRoles = new Set<string>();
  const lostSkills = new Set<string>();
  const roles = each(ROLE, lostRoles, (r, id) => readRole(r, id, head));
  const skills = each(SKILL, lostSkills, (r, id) => readSkill(r, id, head, roles, lostRoles));
  if (roles.length === 0 && !paths.some((p) => ROLE.test(p))) {
    problems.push(error('no-data', 'There is no role here', place, { help: 'write one in roles/NAME.yaml' }));
  }
  if (skills.length === 0 && !paths.some((p) => SKILL.test(p))) {
    problems.push(
      error('no-data', 'There is no skill here', place, { help: 'write one in skills/DOMAIN/NAME.yaml' }),
    );
  }
  problems.push(
    ...doubles(roles, 'role'),
    ...doubles(skills, 'skill'),
    ...references(roles, skills, lostSkills),
  );
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const framework: Framework = { ...head, roles: [...roles].sort(byId), skills: [...skills].sort(byId) };
  return { framework, problems: sorted(problems) };
}

/** Files that were surely meant as data, and are not read as such. */
function unread(data: Folder, files: readonly string[]): readonly Problem[] {
  return files.flatMap((path) => {
    if (!LIKE_DATA.test(path) || path === 'framework.yaml' || ROLE.test(path) || SKILL.test(path)) return [];
    const help = path.endsWith('.yaml')
      ? 'move it: roles stand in roles/ itself, skills in skills/ or folders below'
      : 'let its name end in .yaml';
    const span = fileSpan({ path: `${data.path}/${path}`, text: '' });
    return [warning('file-not-read', 'This file is not read', span, { help })];
  });
}

/** What can be said of a file where the framework itself is not known. */
function syntax(source: Source | null, problems: Problem[]): void {
  if (source) new Reader(source, problems, 'en').root();
}

function doubles(list: readonly (Role | Skill)[], what: string): readonly Problem[] {
  const first = new Map<string, Role | Skill>();
  return list.flatMap((item) => {
    const known = first.get(item.id);
    if (!known) {
      first.set(item.id, item);
      return [];
    }
    const related = [{ message: 'the first stands here', span: known.span }];
    return [
      error('double-id', `The ${what} "${item.id}" stands twice`, item.span, {
        help: 'give each an id of its own',
        related,
      }),
    ];
  });
}

/** Interviews name skills, and questions of them. */
function references(
  roles: readonly Role[],
  skills: readonly Skill[],
  unreadable: ReadonlySet<string>,
): readonly Problem[] {
  const ids = skills.map((skill) => skill.id);
  return roles.flatMap((role) =>
    role.interviews.flatMap((interview) =>
      interview.skills.flatMap(({ skill: id, question, span }) => {
        const skill = skills.find((s) => s.id === id);
        if (!skill && unreadable.has(id)) return [];
        if (!skill)
          return [error('unknown-skill', `There is no skill "${id}"`, span, { help: knownNames(id, ids) })];
        if (question === null || skill.questions.some((q) => q.id === question.text)) return [];
        const help = knownNames(
          question.text,
          skill.questions.map((q) => q.id),
        );
        const message = `"${id}" has no question "${question.text}"`;
        return [error('unknown-question', message, question.span, { help })];
      }),
    ),
  );
}
