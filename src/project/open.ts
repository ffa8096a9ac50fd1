/**
 * Which folder the project is, and what counts in it: the nearest folder upwards with rubricate.yaml, else the folder
 * where the command ran. Data and templates of a company stand before those that ship.
 */
import { dirname, join, resolve } from 'node:path';
import { type Checked, checked } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { error, type Problem } from '../problems/problem.ts';
import { CONFIG_FILE, type Config, readConfig } from './config.ts';
import { diskFolder, isFile, isFolder, isWithin, shownPath } from './disk.ts';
import type { Folder } from './folder.ts';
import { shipped } from './shipped.ts';

export interface ProjectOptions {
  /** Where the command runs, absolute; paths are shown relative to it. */
  readonly cwd: string;
  /** A folder of skill data, before all others; relative to `cwd`. */
  readonly data?: Named | undefined;
  /** True where the templates' folder that rubricate.yaml names is about to be made, if it is not there. */
  readonly makesTemplates?: boolean;
  /** SOURCE_DATE_EPOCH as the environment has it: seconds since 1970. */
  readonly epoch?: string | undefined;
}

export interface Project {
  /** Absolute. */
  readonly cwd: string;
  /** Absolute. */
  readonly root: string;
  /** True where there is a rubricate.yaml. */
  readonly configured: boolean;
  readonly config: Config;
  readonly data: Folder;
  /** True where the skill data that ships is used, because the project has none. */
  readonly dataIsOurs: boolean;
  /** A data folder of the project that is not taken, since it has no framework.yaml. */
  readonly passedOver: Folder | null;
  /** The company's first, ours last. */
  readonly templates: readonly Folder[];
  /** Absolute: where the company's templates are, or would be. */
  readonly ownTemplates: string;
  readonly fonts: Folder;
  /** All of the project's folder, for what rubricate.yaml names by a path or a package. */
  readonly files: Folder;
  /** Absolute: where files go when nothing else is said. */
  readonly out: string;
  /** The date of documents: SOURCE_DATE_EPOCH, else rubricate.yaml; null: the newest of the data used. */
  readonly date: Named | null;
}

export interface ReadProject {
  readonly project: Project;
  readonly problems: readonly Problem[];
}

/** The nearest folder from `folder` upwards that has rubricate.yaml; null where none has. */
function rootAbove(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (isFile(join(at, CONFIG_FILE))) return at;
    if (dirname(at) === at) return null;
  }
}

/** A folder that was asked for by name must be there: Problem `missing-folder`. */
function named(base: string, folder: Named, problems: Problem[]): string {
  const path = resolve(base, folder.text);
  if (!isFolder(path)) {
    const message = isFile(path) ? `"${folder.text}" is a file` : `There is no folder "${folder.text}"`;
    const slash = folder.text.includes('\\') ? 'write / between folders' : undefined;
    const help = isFile(path) ? 'name the folder that it is in' : slash;
    problems.push(error('missing-folder', message, folder.span, { help }));
  }
  return path;
}

function epochDate(epoch: string, problems: Problem[]): Named | null {
  const text = `SOURCE_DATE_EPOCH=${epoch}`;
  const span = { source: { path: 'environment', text }, line: 1, column: 19, endColumn: text.length + 1 };
  const date = new Date(/^\d+$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN);
  if (!Number.isNaN(date.getTime()) && date.getUTCFullYear() <= 9999)
    return { text: date.toISOString().slice(0, 10), span };
  problems.push(
    error('impossible-date', `"${epoch}" is no number of seconds since 1970`, span, {
      help: 'set SOURCE_DATE_EPOCH to whole seconds, or unset it',
    }),
  );
  return null;
}

/**
 * The project of a folder. Problems: those of rubricate.yaml (config.ts), `missing-folder` for a folder that it or
 * `data` names, `impossible-date` for the epoch. Whether the data is sound is not looked at.
 */
export function openProject(options: ProjectOptions): Checked<Project> {
  const { project, problems } = readProject(options);
  return checked(project, problems);
}

/** The same, as far as it can be read: for what reports everything at once. */
export function readProject(options: ProjectOptions): ReadProject {
  const { cwd } = options;
  const root = rootAbove(cwd) ?? cwd;
  const ours = shipped();
  const problems: Problem[] = [];
  const folder = diskFolder(root, cwd);
  const source = folder.source(CONFIG_FILE);
  problems.push(...(source?.problems ?? []));
  const read = source?.ok ? readConfig(source.value) : null;
  if (read) problems.push(...read.problems);
  const config: Config = read?.config ?? {};

  const written = options.data
    ? named(cwd, options.data, problems)
    : config.data && named(root, config.data, problems);
  const own = join(root, 'data');
  const dataIsOurs = written === undefined && !isFile(join(own, 'framework.yaml'));
  const data = written ?? (dataIsOurs ? ours.data : own);
  const templates =
    config.templates && !options.makesTemplates
      ? named(root, config.templates, problems)
      : resolve(root, config.templates?.text ?? 'templates');
  const date =
    options.epoch === undefined || options.epoch === ''
      ? (config.date ?? null)
      : epochDate(options.epoch, problems);
  return {
    project: {
      cwd,
      root,
      configured: source !== null,
      config,
      data: diskFolder(data, cwd),
      dataIsOurs,
      passedOver: dataIsOurs && isFolder(own) ? diskFolder(own, cwd) : null,
      templates: (templates !== ours.templates && isFolder(templates)
        ? [templates, ours.templates]
        : [ours.templates]
      ).map((path) => diskFolder(path, cwd)),
      ownTemplates: templates,
      fonts: diskFolder(ours.fonts, cwd),
      files: folder,
      out: resolve(root, config.out?.text ?? 'out'),
      date,
    },
    problems,
  };
}

/**
 * The door to pictures of a Markdown file: paths are relative to the file's folder and never leave the project (or that
 * folder, where it lies outside). `folder`: absolute. null where there is none.
 */
export function imagesBeside(project: Project, folder: string): (path: string) => Uint8Array | null {
  const top = isWithin(project.root, folder) ? project.root : folder;
  const within = diskFolder(top, project.cwd);
  const base = shownPath(top, folder);
  return (path) => within.read(base === '.' ? path : join(base, path));
}
