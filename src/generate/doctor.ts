/**
 * What a run would use and why: the root, the settings, whose data, which file wins over ours, the fonts, the versions. It
 * goes on where something is wrong, and tells that too: a doctor is asked when things are not as they should be.
 */
import { readOrigin } from '../files/origin.ts';
import type { Framework } from '../framework/framework.ts';
import { loadFramework } from '../framework/load.ts';
import { loadTheme, paperNamed, type ThemeFont } from '../layout/theme.ts';
import { loadMessages, messageLanguages } from '../merge/messages.ts';
import type { Named } from '../problems/named.ts';
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import { CONFIG_FILE } from '../project/config.ts';
import { shownPath } from '../project/disk.ts';
import type { Folder } from '../project/folder.ts';
import { type Project, type ProjectOptions, readProject } from '../project/open.ts';
import { refusalOf } from '../project/refusal.ts';
import { installedVersion, shipped } from '../project/shipped.ts';
import { templateFiles } from '../project/template-files.ts';
import { changedOriginals } from './copies.ts';
import { DEFAULT_PAPER, DEFAULT_THEME } from './typeset.ts';
import { dataPassedOver } from './unread.ts';

/** Something that holds, and why it is that and nothing else. */
export interface Fact {
  readonly key: string;
  /** null where there is none. */
  readonly value: string | null;
  readonly why: string;
}

/** A file of the company's templates. */
export interface OwnFile {
  /** As `eject` names it: "partials/rating". */
  readonly id: string;
  readonly path: string;
  /** `in-place`: ours of this name is not read. `key-by-key`: what it lacks comes from ours. `alone`: ours has none. */
  readonly wins: 'in-place' | 'key-by-key' | 'alone';
  /** The version of ours that it was copied from; null where it says none. */
  readonly copiedFrom: string | null;
  /** Ours has changed since it was copied, or is gone. */
  readonly stale: boolean;
}

export interface Diagnosis {
  readonly versions: readonly Fact[];
  readonly project: readonly Fact[];
  readonly settings: readonly Fact[];
  readonly data: readonly Fact[];
  readonly files: readonly OwnFile[];
  /** How many files of ours are used as they are. */
  readonly ours: number;
  /** One for each face, then those to fall back on, in order. */
  readonly fonts: readonly Fact[];
  readonly problems: readonly Problem[];
}

export interface DoctorOptions extends ProjectOptions {
  readonly versions: { readonly rubricate: string; readonly node: string };
}

/** Looks at everything. What the system refuses is a Problem, and the rest is looked at all the same. */
export async function diagnose(options: DoctorOptions): Promise<Diagnosis> {
  const problems: Problem[] = [];
  const attempt = async <T>(look: () => T | Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await look();
    } catch (thrown) {
      const refusal = refusalOf(thrown, options.cwd);
      if (!refusal) throw thrown;
      problems.push(refusal);
      return otherwise;
    }
  };
  const tell = (found: readonly Problem[]) => problems.push(...found);
  const versions = await attempt(() => versionsOf(options), []);
  const read = await attempt(() => readProject(options), null);
  if (!read)
    return { versions, project: [], settings: [], data: [], files: [], ours: 0, fonts: [], problems };
  tell(read.problems);
  const { project } = read;
  const lost = read.problems.some(({ code }) => code === 'missing-folder');
  const framework = await attempt(() => (lost ? null : frameworkOf(project, tell)), null);
  return {
    versions,
    project: projectFacts(project, options),
    settings: await attempt(() => settingsOf(project, framework, tell), []),
    data: framework ? dataFacts(framework) : [],
    ...(await attempt(() => filesOf(project, tell), { files: [], ours: 0 })),
    fonts: [
      ...(await attempt(() => fontsOf(project, tell), [])),
      ...(await attempt(() => fallbackOf(project, tell), [])),
    ],
    problems,
  };
}

type Tell = (problems: readonly Problem[]) => unknown;

function versionsOf({ versions: { rubricate, node } }: DoctorOptions): readonly Fact[] {
  return [
    { key: 'rubricate', value: rubricate, why: shipped().root },
    { key: 'node', value: node, why: '20.19 or newer is needed' },
    { key: 'pdfkit', value: installedVersion('pdfkit'), why: 'writes PDF' },
    { key: 'fontkit', value: installedVersion('fontkit'), why: 'reads fonts' },
  ];
}

/** Where a setting stands. */
function writtenAt({ span }: Named): string {
  return `${span.source.path}:${span.line}`;
}

function projectFacts(project: Project, options: DoctorOptions): readonly Fact[] {
  const { cwd, root, configured, config, dataIsOurs, data, ownTemplates, templates } = project;
  const rooted = configured
    ? `${CONFIG_FILE} is in it`
    : `there is no ${CONFIG_FILE} in it or above: it is where the command runs`;
  const dataWhy = options.data
    ? 'by --data'
    : config.data
      ? writtenAt(config.data)
      : dataIsOurs
        ? 'the data that ships: there is no data/framework.yaml'
        : 'data/framework.yaml is there';
  const own = config.templates ? writtenAt(config.templates) : 'by default';
  const isOurs = ownTemplates === shipped().templates;
  const theirs = templates.length > 1 ? '' : isOurs ? '; these are ours' : '; it is not there: ours are used';
  return [
    { key: 'root', value: root, why: rooted },
    { key: 'data', value: data.path, why: dataWhy },
    { key: 'templates', value: shownPath(cwd, ownTemplates), why: `${own}${theirs}` },
    {
      key: 'out',
      value: shownPath(cwd, project.out),
      why: config.out ? writtenAt(config.out) : 'by default',
    },
  ];
}

function frameworkOf(project: Project, tell: Tell): Framework | null {
  tell(dataPassedOver(project));
  const loaded = loadFramework(project.data);
  tell(loaded.problems.filter(({ severity }) => severity === 'error'));
  return loaded.ok ? loaded.value : null;
}

function dataFacts({ name, version, language, roles, levels, skills }: Framework): readonly Fact[] {
  const days = [...roles, ...skills].flatMap(({ updated }) => updated ?? []);
  const newest = days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
  return [
    {
      key: 'framework',
      value: name.byLanguage[language] ?? null,
      why: version ? `version ${version}` : 'it has no version',
    },
    { key: 'holds', value: `${skills.length} skills`, why: `${roles.length} roles, ${levels.length} levels` },
    { key: 'newest', value: newest, why: 'the newest "updated" of a role or skill' },
  ];
}

function settingsOf(project: Project, framework: Framework | null, tell: Tell): readonly Fact[] {
  const { config, templates, date } = project;
  const language = loadMessages(templates, framework?.language ?? 'en', config.language);
  tell(language.problems);
  if (config.paper) tell(paperNamed(config.paper).problems);
  tell(themeOf(project).problems);
  const setting = (key: 'paper' | 'theme', otherwise: string): Fact => {
    const written = config[key];
    return { key, value: written?.text ?? otherwise, why: written ? writtenAt(written) : 'by default' };
  };
  const spoken = messageLanguages(templates).join(', ');
  return [
    {
      key: 'language',
      value: config.language?.text ?? (language.ok ? language.value.language.document : null),
      why: `${config.language ? writtenAt(config.language) : 'the framework’s'}; there are ${spoken}`,
    },
    setting('paper', DEFAULT_PAPER),
    setting('theme', DEFAULT_THEME),
    {
      ...{ key: 'date', value: date?.text ?? null },
      why: date ? writtenAt(date) : 'each document takes the newest "updated" of the data that it uses',
    },
  ];
}

function themeOf({ config, templates }: Project) {
  const span = fileSpan({ path: CONFIG_FILE, text: '' });
  return loadTheme(templates, config.theme ?? { text: DEFAULT_THEME, span });
}

function filesOf(project: Project, tell: Tell): Pick<Diagnosis, 'files' | 'ours'> {
  const { templates } = project;
  const ours = templates.at(-1);
  const theirs: Folder | undefined = templates.length > 1 ? templates[0] : undefined;
  const shippedIds = ours ? templateFiles(ours).map(({ id }) => id) : [];
  const changed = changedOriginals(templates);
  tell(changed);
  const stale = new Set(changed.map(({ span }) => span.source.path));
  const files = (theirs ? templateFiles(theirs) : []).map(({ id, group, path }): OwnFile => {
    const shown = `${theirs?.path}/${path}`;
    const source = theirs?.source(path);
    const origin = source?.ok ? readOrigin(source.value) : null;
    const merges = group === 'messages' || group === 'themes';
    const wins = !shippedIds.includes(id) ? 'alone' : merges ? 'key-by-key' : 'in-place';
    return { id, path: shown, wins, copiedFrom: origin?.version ?? null, stale: stale.has(shown) };
  });
  const replaced = new Set(files.flatMap(({ id, wins }) => (wins === 'in-place' ? [id] : [])));
  return { files, ours: shippedIds.filter((id) => !replaced.has(id)).length };
}

async function fontsOf(project: Project, tell: Tell): Promise<readonly Fact[]> {
  const theme = themeOf(project);
  const font = theme.ok ? theme.value.font : null;
  const { FACES, loadFonts, loadThemeFonts } = await import('../layout/fonts.ts');
  if (font) {
    const loaded = loadThemeFonts(font);
    tell(loaded.problems);
    return loaded.ok ? facesOf(loaded.value, (face) => themeFile(font, face)) : [];
  }
  const lacking = Object.values(FACES).filter((file) => project.fonts.read(file) === null);
  tell(lacking.map((file) => lostFont(project.fonts, file)));
  if (lacking.length > 0) return [];
  return facesOf(loadFonts(project.fonts), (face) => `ours, ${FACES[face]}`);
}

/** Letters that the theme's font lacks come from these. */
async function fallbackOf({ config, files }: Project, tell: Tell): Promise<readonly Fact[]> {
  if (!config.fonts) return [];
  const { inspectFonts } = await import('../layout/fallback/open-file.ts');
  const { facts, problems } = await inspectFonts(files, config.fonts);
  tell(problems);
  return facts.map(({ named, name, files: count }, i) => ({
    key: i === 0 ? 'then' : 'and then',
    value: name,
    why: `${named.text}, ${count} ${count === 1 ? 'file' : 'files'}, ${writtenAt(named)}`,
  }));
}

function themeFile({ folder }: ThemeFont, face: string): string {
  return `${folder.text}/${face}.ttf, ${writtenAt(folder)}`;
}

function lostFont({ path }: Folder, file: string): Problem {
  const help = 'install rubricate anew; in its own repository: npm run build';
  return error(
    'missing-font',
    `The font ${file} is not there`,
    fileSpan({ path: `${path}/${file}`, text: '' }),
    {
      help,
    },
  );
}

function facesOf<Face extends string>(
  fonts: Readonly<Record<Face, { readonly parsed: { readonly postscriptName: string } }>>,
  why: (face: Face) => string,
): readonly Fact[] {
  const faces = Object.keys(fonts).filter((face): face is Face => face in fonts);
  return faces.map((face) => ({ key: face, value: fonts[face].parsed.postscriptName, why: why(face) }));
}
