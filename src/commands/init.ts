/**
 * init: a project to start from, small and complete: settings, a framework, one role, three skills. With --from its data is what a
 * company has already.
 *
 * Kept true: nothing that is there is written over, and nothing is written unless all of it can be; a README and a .gitignore that
 * are there do as well as ours. Nobody is asked where standard input is no terminal.
 */
import { basename, dirname, join, resolve } from 'node:path';
import { saveFiles } from '../files/save.ts';
import type { Framework } from '../framework/framework.ts';
import { loadFramework } from '../framework/load.ts';
import type { ImportOptions } from '../importing/options.ts';
import { reportHuman } from '../importing/report.ts';
import { usualName } from '../importing/write/defaults.ts';
import type { DataFile } from '../importing/write/file.ts';
import { usualPath } from '../importing/write/role.ts';
import { hasErrors } from '../problems/checked.ts';
import { error, type Problem } from '../problems/problem.ts';
import type { Source } from '../problems/source.ts';
import { diskFolder, isFile, shownPath } from '../project/disk.ts';
import type { Folder } from '../project/folder.ts';
import { shipped } from '../project/shipped.ts';
import { starterData } from '../starter/data.ts';
import { levelsNamed } from '../starter/levels.ts';
import { type Settings, settingsFiles } from '../starter/settings.ts';
import type { CommandLine } from './command-line.ts';
import type { Host } from './host.ts';
import { importWords } from './import-options.ts';
import { type Answers, answersOf, type Ground } from './init-choices.ts';
import type { Defaults, Terminal } from './init-questions.ts';
import { summary } from './output.ts';
import { firstAsked, readImport, toSave } from './read-import.ts';
import { conclude, PROBLEMS } from './report.ts';

const DATA = 'data';
const SCHEMAS = ['framework', 'role', 'skill', 'rubricate'].map((name) => `schema/${name}.schema.json`);
/** What holds where nobody says otherwise. */
const USUAL = { language: 'en', paper: 'A4', role: 'Software Engineer', levels: 4 };
/** The README's example: the third level, where there are so many. */
const EXAMPLE = 2;

/** Makes a project in `folder` (here, where it is ''). */
export async function init(folder: string, line: CommandLine, host: Host): Promise<number> {
  const root = resolve(host.cwd, folder);
  if (isFile(root)) {
    const help = 'name the folder to make';
    const problem = error('missing-folder', `"${folder}" is a file`, line.argument(folder).span, { help });
    return conclude([problem], host);
  }
  const words = importWords(line);
  if (!words.ok) return conclude(words.problems, host);
  const { options } = words.value;
  const ours = shippedData();
  const ground = groundOf(ours.framework);
  const said = answersOf(line, options.levels, ground);
  if (!said.ok) return conclude(said.problems, host);
  const making: Making = { root, line, host };
  if (line.has('from')) return fromFiles(said.value, options, making);
  const terminal = line.has('yes') ? null : host.terminal;
  const answers = terminal ? await askAt(terminal, said.value, ground) : said.value;
  if (!answers) {
    host.stderr.write('Nothing was written.\n');
    return PROBLEMS;
  }
  const language = answers.language ?? USUAL.language;
  const defaults = defaultsIn(language, ground);
  const levels = levelsNamed(answers.levels ?? defaults.levels, ground.levels);
  if (typeof levels === 'string') throw new Error(levels);
  const { name = null, role = defaults.role, paper = USUAL.paper } = answers;
  const starter = starterData({ language, levels, role, name }, ours.framework, ours.source);
  const data = [...starter.files, ...schemas(ours.data)];
  const at = Math.min(EXAMPLE, starter.levels.length - 1);
  const level = starter.levels[at] ?? '';
  const shown = { role: starter.role, level, step: at > 0 ? level : null };
  return save(data, { language, paper, name: name ?? defaults.name, shown }, making);
}

interface Making {
  /** Absolute. */
  readonly root: string;
  readonly line: CommandLine;
  readonly host: Host;
}

async function askAt(terminal: Terminal, said: Answers, ground: Ground): Promise<Answers | null> {
  const { ask } = await import('./init-questions.ts');
  return ask(said, USUAL, (language) => defaultsIn(language, ground), ground, terminal);
}

function defaultsIn(language: string, { levels }: Ground): Defaults {
  return {
    ...{ name: usualName(language), role: USUAL.role },
    levels: levels.slice(0, USUAL.levels).map(({ name, id }) => name.byLanguage[language] ?? id),
  };
}

/** With the data of files that are imported. */
async function fromFiles(said: Answers, options: ImportOptions, making: Making): Promise<number> {
  const { root, line, host } = making;
  const out = join(root, DATA);
  const quiet = line.has('quiet');
  const called = said.name ?? null;
  const wanted = { names: line.every('from'), options, out, merge: false, quiet, called };
  const { planned, report, problems } = await readImport(wanted, host);
  if (!planned || !report) return conclude(problems, host);
  if (!quiet) host.stderr.write(`${reportHuman(report)}\n`);
  const ours = shippedData();
  const files = [...planned.files, ...schemas(ours.data)];
  const { language: own } = planned.found;
  const language = said.language ?? (groundOf(ours.framework).languages.includes(own) ? own : null);
  const name = called ?? usualName(language ?? USUAL.language);
  const paper = said.paper ?? USUAL.paper;
  return save(files, { language, paper, name, shown: firstAsked(planned) }, making, problems);
}

/** Writes all of it, or nothing. `data`: below the data folder. */
function save(
  data: readonly DataFile[],
  settings: Settings,
  { root, line, host }: Making,
  before: readonly Problem[] = [],
): number {
  const own = settingsFiles(settings);
  const kept = own.filter(({ path, spare, text }) => spare && differs(join(root, path), text));
  const paths = new Map(data.map(({ path, text }) => [`${DATA}/${path}`, text]));
  for (const file of own) if (!kept.includes(file)) paths.set(file.path, file.text);
  const dryRun = line.has('dry-run');
  const saved = saveFiles(root, toSave([...paths].map(([path, text]) => ({ path, text }))), {
    ...{ cwd: host.cwd, as: 'copy', dryRun, force: false },
    ways: 'there is a project here already: name another folder, or move what is in the way',
  });
  const problems = [...before, ...saved.problems];
  if (!line.has('quiet')) {
    host.stderr.write(summary(saved, [], dryRun));
    if (!hasErrors(problems)) {
      for (const { path } of kept)
        host.stderr.write(`${shownPath(host.cwd, join(root, path))}  is there, and stays as it is\n`);
      if (!dryRun) host.stderr.write(nextWords(settings, shownPath(host.cwd, root)));
    }
  }
  return conclude(problems, host);
}

function nextWords({ shown }: Settings, folder: string): string {
  const enter = folder === '.' ? '' : `cd ${/^[\w./-]+$/.test(folder) ? folder : `"${folder}"`}, then `;
  const command = shown ? `scorecard --role ${shown.role} --level ${shown.level} --open` : 'check';
  return `Next: ${enter}rubricate ${command}\n`;
}

/** True where there is such a file that says something else. */
function differs(path: string, text: string): boolean {
  if (!isFile(path)) return false;
  const there = diskFolder(dirname(path), '/').source(basename(path));
  return !there?.ok || there.value.text !== text;
}

interface Shipped {
  readonly data: Folder;
  readonly framework: Framework;
  readonly source: Source;
}

function shippedData(): Shipped {
  const data = diskFolder(shipped().data, '/');
  const loaded = loadFramework(data);
  const source = data.source('framework.yaml');
  if (!loaded.ok || !source?.ok) throw new Error('the data that ships cannot be read');
  return { data, framework: loaded.value, source: source.value };
}

/** The languages in which our data says all that a project starts with, and the levels of its first ladder. */
function groundOf({ name, levels }: Framework): Ground {
  const path = usualPath(levels);
  return {
    languages: Object.keys(name.byLanguage),
    levels: levels.filter(({ id }) => path.includes(id)),
  };
}

function schemas(ours: Folder): readonly DataFile[] {
  return SCHEMAS.flatMap((path) => {
    const source = ours.source(path);
    return source?.ok ? [{ path, text: source.value.text }] : [];
  });
}
