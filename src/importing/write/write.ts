/**
 * A draft -> the files of a data folder, beside what is there. Nothing is written here, and nothing is planned that would not load: all
 * is read once as it would be.
 */
import type { Framework, Role } from '../../framework/framework.ts';
import { readData } from '../../framework/load.ts';
import { bad, type Checked, checked, hasErrors } from '../../problems/checked.ts';
import { error, type Problem, sorted } from '../../problems/problem.ts';
import { fileSpan, type Source } from '../../problems/source.ts';
import type { Folder } from '../../project/folder.ts';
import type { Draft } from '../draft.ts';
import type { Place } from '../material.ts';
import { pathToKeep, placeToKeep } from '../where.ts';
import { defaultFramework } from './defaults.ts';
import { type DataFile, dataFile, rolePath, skillPath } from './file.ts';
import { type Found, frameworkOf } from './framework-of.ts';
import { mergeRole } from './merge-role.ts';
import { mergeSkill } from './merge-skill.ts';
import { over, without } from './overlay.ts';
import { roleNode } from './role.ts';
import { skillNode } from './skill.ts';

export interface WriteOptions {
  /** The folder that is written to, as it is; perhaps there is none yet. */
  readonly data: Folder;
  /** Our own data, for what only a company can say, and the schemas. */
  readonly shipped: Folder;
  /** Add to files that are there. */
  readonly merge: boolean;
  /** What a framework that is not there yet is called; null: as ours. */
  readonly called?: string | null;
}

export interface Planned {
  /** All files of the import, sorted; those that are there and stay as they are too. */
  readonly files: readonly DataFile[];
  readonly found: Found;
}

const SCHEMAS = ['framework', 'role', 'skill'].map((name) => `schema/${name}.schema.json`);

/**
 * Plans the files. Problems: those of the folder that is there, `levels-differ`, `unknown-domain`, `no-data`, `unsaid-name` where
 * nobody says whose skills they are; with `merge` `text-would-change` and `cannot-merge`.
 */
export function planFiles(draft: Draft, { data, shipped, merge, called }: WriteOptions): Checked<Planned> {
  const there = thereIn(data);
  if (!there.ok) return there;
  const { framework: theirs } = there.value;
  const { found, problems: differing } = frameworkOf(draft, theirs);
  const problems: Problem[] = [...differing, ...emptiness(found, draft)];
  if (hasErrors(problems)) return bad(problems);
  const roles = [...(theirs?.roles ?? []), ...found.roles.filter(({ id }) => !named(theirs?.roles, id))];
  const whole = { ...found, roles };
  const files: DataFile[] = [];
  if (!theirs)
    files.push(
      defaultFramework({ ...found, called: called ?? null }, ourFramework(shipped), [
        `Imported from ${sourcesOf(draft)}.`,
      ]),
    );
  const placeOf = (key: string): readonly string[] => {
    const place = found.places.get(key);
    return place ? [`Imported from ${placeToKeep(place)}.`] : [];
  };
  for (const role of found.roles) {
    const path = rolePath(role.id);
    const before = merge ? sourceOf(data, path) : null;
    const old = named(theirs?.roles, role.id);
    if (before && !old) problems.push(foreign(before));
    else if (before && old && theirs)
      files.push({ path, text: mergeRole(before, old, role, theirs, problems) });
    else files.push(dataFile(path, 'role', roleNode(role, whole), placeOf(`role/${role.id}`)));
  }
  const paths = standing(data);
  const theirSkills = new Map(theirs?.skills.map((skill) => [skill.id, skill]));
  for (const skill of found.skills) {
    const path = paths.get(skill.id) ?? skillPath(skill.id, skill.domain?.id ?? null);
    const before = merge ? sourceOf(data, path) : null;
    const old = theirSkills.get(skill.id);
    if (before && !old) problems.push(foreign(before));
    else if (before && old && theirs)
      files.push({ path, text: mergeSkill(before, old, skill, { ...theirs, roles }, problems) });
    else files.push(dataFile(path, 'skill', skillNode(skill, whole), placeOf(`skill/${skill.id}`)));
  }
  for (const path of SCHEMAS) {
    const schema = data.source(path) ? null : sourceOf(shipped, path);
    if (schema) files.push({ path, text: schema.text });
  }
  if (hasErrors(problems)) return bad(problems);
  problems.push(...mistakesIn(data, files));
  const inOrder = files.map((file) => unmoved(data, file)).sort((a, b) => (a.path < b.path ? -1 : 1));
  return checked({ files: inOrder, found }, problems);
}

/** What a draft holds by itself, where no plan can be made: for the report. */
export function foundIn(draft: Draft): Found {
  return frameworkOf(draft, null).found;
}

/** As it is, where nothing but the place in the source would change. */
function unmoved(data: Folder, file: DataFile): DataFile {
  const there = sourceOf(data, file.path)?.text;
  const bare = (text: string): string => text.replace(/^# Imported from .*\n/m, '');
  return there !== undefined && bare(there) === bare(file.text) ? { ...file, text: there } : file;
}

/** Skills that are loaded together. */
const BATCH = 500;
/** What roles say of skills that are not in a batch. */
const OF_OTHERS: ReadonlySet<string> = new Set(['unknown-skill', 'unknown-question', 'no-data']);

/** What the loader would say of the files. Skills are tried some at a time, so that thousands need not be in memory. */
function mistakesIn(data: Folder, files: readonly DataFile[]): readonly Problem[] {
  const isSkill = (path: string): boolean => path.startsWith('skills/');
  const frame = files.filter(({ path }) => !isSkill(path));
  const skills = files.filter(({ path }) => isSkill(path));
  const problems: Problem[] = [];
  for (let at = 0; at < skills.length; at += BATCH) {
    const folder = over(without(data, isSkill), [...frame, ...skills.slice(at, at + BATCH)]);
    const read = readData(folder).problems;
    problems.push(...read.filter(({ severity, code }) => severity === 'error' && !OF_OTHERS.has(code)));
  }
  return sorted(problems);
}

/** What the folder holds: nothing, or a framework; roles and skills may be still to come. */
function thereIn(data: Folder): Checked<{ readonly framework: Framework | null }> {
  if (!data.source('framework.yaml')) return checked({ framework: null }, []);
  const { framework, problems } = readData(data);
  const wrong = problems.filter(({ code, severity }) => severity === 'error' && code !== 'no-data');
  return checked({ framework }, wrong);
}

/** A draft without a skill, or whose skills are nobody's. */
function emptiness(found: Found, draft: Draft): readonly Problem[] {
  const [place] = [...draft.skills, ...draft.roles, ...draft.levels].map((one) => one.place);
  const span = fileSpan(place?.source ?? { path: '-', text: '' });
  if (found.skills.length === 0) {
    const help = 'look at --as and --map: they say what is what in the source';
    return [error('no-data', 'There is no skill here', span, { help })];
  }
  const unsaid = (option: string, message: string, example: string): Problem =>
    error('unsaid-name', message, span, { help: `name it: --${option} ${example}` });
  return [
    ...(found.roles.length > 0
      ? []
      : [unsaid('role', 'The source does not say whose skills these are', '"Data Engineer"')]),
    ...(found.levels.length > 0 ? [] : [unsaid('levels', 'The source has no levels', 'junior,senior,lead')]),
  ];
}

/** A file in the way that is not what its name says. */
function foreign(source: Source): Problem {
  const message = `${source.path} is there, and has another id`;
  const help = 'move it, or write elsewhere (--out)';
  return error('cannot-merge', message, fileSpan(source), { help });
}

function named(list: readonly Role[] | undefined, id: string): Role | undefined {
  return list?.find((item) => item.id === id);
}

/** Where skills stand already, in whatever folder, by their ids. */
function standing(data: Folder): ReadonlyMap<string, string> {
  return new Map(
    data.list('skills').flatMap((path) => {
      const id = /([^/]+)\.yaml$/.exec(path)?.[1];
      return id === undefined ? [] : [[id, path]];
    }),
  );
}

function sourceOf(folder: Folder, path: string): Source | null {
  const source = folder.source(path);
  return source?.ok ? source.value : null;
}

function ourFramework(shipped: Folder): Source {
  const source = sourceOf(shipped, 'framework.yaml');
  if (!source) throw new Error('our own framework.yaml is missing');
  return source;
}

/** The files of the source, each once. */
function sourcesOf(draft: Draft): string {
  const places: readonly Place[] = [...draft.levels, ...draft.roles, ...draft.skills].map(
    ({ place }) => place,
  );
  return [...new Set(places.map(({ source }) => pathToKeep(source.path)))].join(', ');
}
