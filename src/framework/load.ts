/**
 * A data folder -> the Framework. All files are read, all their mistakes are told at once, sorted. After it everything
 * sees one shape, and every id that is mentioned exists.
 */
import { bad, type Checked, checked } from '../problems/checked.ts';
import { knownNames } from '../problems/nearest.ts';
import { error, type Problem, sorted } from '../problems/problem.ts';
import { fileSpan, type Source } from '../problems/source.ts';
import type { Folder } from '../project/folder.ts';
import type { Framework, Role, Skill } from './framework.ts';
import { readFramework } from './read-framework.ts';
import { readRole } from './read-role.ts';
import { readSkill } from './read-skill.ts';
import { Reader } from './reader.ts';

/** The framework of a data folder. Problems: everything a person can get wrong in it, by code, at the word. */
export function loadFramework(data: Folder): Checked<Framework> {
  const problems: Problem[] = [];
  const source = (path: string): Source | null => {
    const read = data.source(path);
    if (!read) return null;
    problems.push(...read.problems);
    return read.ok ? read.value : null;
  };
  const paths = data.list().filter((path) => path.endsWith('.yaml'));
  const place = fileSpan({ path: `${data.path}/framework.yaml`, text: '' });
  if (!paths.includes('framework.yaml')) {
    return bad([
      error('no-data', 'There is no framework.yaml here', place, {
        help: 'name the folder that holds it with --data',
      }),
    ]);
  }
  const main = source('framework.yaml');
  const reader = main ? new Reader(main, problems, 'en') : null;
  const head = reader ? readFramework(reader) : null;
  if (!reader || !head) return bad(sorted(problems));
  const each = <T>(under: RegExp, read: (reader: Reader, id: string) => T | null): T[] =>
    paths.flatMap((path) => {
      const id = under.exec(path)?.[1];
      const text = id === undefined ? null : source(path);
      const made = text && id !== undefined ? read(new Reader(text, problems, reader.language), id) : null;
      return made === null ? [] : [made];
    });
  const roles = each(/^roles\/([^/]+)\.yaml$/, (r, id) => readRole(r, id, head));
  const skills = each(/^skills\/(?:.*\/)?([^/]+)\.yaml$/, (r, id) => readSkill(r, id, head, roles));
  if (roles.length === 0 && !paths.some((p) => p.startsWith('roles/'))) {
    problems.push(error('no-data', 'There is no role here', place, { help: 'write one in roles/NAME.yaml' }));
  }
  if (skills.length === 0 && !paths.some((p) => p.startsWith('skills/'))) {
    problems.push(
      error('no-data', 'There is no skill here', place, { help: 'write one in skills/DOMAIN/NAME.yaml' }),
    );
  }
  problems.push(...doubles(roles, 'role'), ...doubles(skills, 'skill'), ...references(roles, skills));
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const framework: Framework = { ...head, roles: [...roles].sort(byId), skills: [...skills].sort(byId) };
  const result = checked(framework, problems);
  return { ...result, problems: sorted(result.problems) };
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
function references(roles: readonly Role[], skills: readonly Skill[]): readonly Problem[] {
  const ids = skills.map((skill) => skill.id);
  return roles.flatMap((role) =>
    role.interviews.flatMap((interview) =>
      interview.skills.flatMap(({ skill: id, question, span }) => {
        const skill = skills.find((s) => s.id === id);
        if (!skill)
          return [error('unknown-skill', `There is no skill "${id}"`, span, { help: knownNames(id, ids) })];
        if (question === null || skill.questions.some((q) => q.id === question)) return [];
        const help = knownNames(
          question,
          skill.questions.map((q) => q.id),
        );
        return [error('unknown-question', `"${id}" has no question "${question}"`, span, { help })];
      }),
    ),
  );
}
