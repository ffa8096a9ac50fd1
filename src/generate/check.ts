/**
 * Everything that can be found wrong without making a document: the settings, the skill data, and every template,
 * language and theme that the project can choose, whether used or not.
 */
import { RULES } from '../framework/check/rules.ts';
import { weakSpots } from '../framework/check/weak-spots.ts';
import { loadWords } from '../framework/check/words/read.ts';
import { readData, soundFiles } from '../framework/load.ts';
import { loadTheme, paperNamed, themeNames } from '../layout/theme.ts';
import { checkMessages } from '../merge/merge.ts';
import {
  loadMessages,
  type Messages,
  messageLanguages,
  unusedMessages,
  withoutMessages,
} from '../merge/messages.ts';
import { listTemplates, loadTemplate } from '../merge/template.ts';
import { bad, hasErrors } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import type { Problem } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import { CONFIG_FILE } from '../project/config.ts';
import type { Folder } from '../project/folder.ts';
import type { ReadProject } from '../project/open.ts';
import { refusalOf } from '../project/refusal.ts';
import { strayFiles } from '../project/template-files.ts';
import { changedOriginals } from './copies.ts';
import { brokenFonts, lettersMissing } from './letters.ts';
import { DEFAULT_THEME } from './typeset.ts';
import { dataPassedOver, unreadData, unusedPartials } from './unread.ts';

export interface CheckReport {
  readonly problems: readonly Problem[];
  /** How many files were read. */
  readonly files: number;
}

/**
 * The folder, with every path that was found in it added to `read`. A text that the system refuses is a Problem like one
 * that is no UTF-8, and the others are read all the same.
 */
function watched(folder: Folder, cwd: string, read: Set<string>): Folder {
  const note = <T>(path: string, found: T | null): T | null => {
    if (found !== null) read.add(`${folder.path}/${path}`);
    return found;
  };
  return {
    path: folder.path,
    list: (under) => folder.list(under),
    read: (path) => note(path, folder.read(path)),
    source: (path) => {
      try {
        return note(path, folder.source(path));
      } catch (thrown) {
        const refusal = refusalOf(thrown, cwd);
        if (!refusal) throw thrown;
        return note(path, bad([refusal]));
      }
    },
  };
}

/** Checks a project, as far as it could be read. Severities stay as their modules have them. */
export async function checkProject({ project, problems: met }: ReadProject): Promise<CheckReport> {
  const problems: Problem[] = [...met];
  const { config } = project;
  const read = new Set<string>();
  const data = watched(project.data, project.cwd, read);
  const templates = project.templates.map((folder) => watched(folder, project.cwd, read));
  const here = fileSpan({ path: CONFIG_FILE, text: '' });
  const at = (text: string): Named => ({ text, span: here });

  // A folder that is not there was told already.
  const lost = met.some(({ code }) => code === 'missing-folder') && data.list().length === 0;
  const found = lost ? { framework: null, problems: [] } : readData(data);
  // Of many skills there may be more than a call takes.
  for (const problem of found.problems) problems.push(problem);
  problems.push(...dataPassedOver(project));
  const framework = hasErrors(found.problems) ? null : found.framework;
  if (framework) {
    for (const rule of RULES) problems.push(...rule.check(framework));
  }
  const { words, problems: ofWords } = loadWords(templates);
  const sound = framework ?? soundFiles(found);
  problems.push(...ofWords, ...(sound ? weakSpots(sound, words) : []));
  const language = sound?.language ?? 'en';
  const messages: Problem[] = [];
  const spoken: Messages[] = [];
  for (const name of messageLanguages(templates)) {
    const loaded = loadMessages(templates, language, at(name));
    messages.push(...loaded.problems);
    if (loaded.ok) spoken.push(loaded.value);
  }
  problems.push(...messages);
  const calls = new Set<string>();
  let allRead = true;
  for (const { kind } of listTemplates(templates)) {
    const template = loadTemplate(templates, at(kind));
    problems.push(...(hasErrors(messages) ? withoutMessages(template.problems) : template.problems));
    if (!template.ok) {
      allRead = false;
      continue;
    }
    for (const { keys } of template.value.calls) for (const key of keys) calls.add(key);
    // A company may have its words in its own language alone: what one lacks is told when it is asked for.
    for (const words of spoken)
      problems.push(...checkMessages(template.value, words).filter(({ code }) => code !== 'missing-message'));
  }
  // What a template names is not known while one cannot be read.
  if (allRead) problems.push(...unusedMessages(templates, calls), ...unusedPartials(templates));
  for (const folder of templates.slice(0, -1))
    problems.push(...strayFiles(folder, messageLanguages(templates)));
  if (config.language) problems.push(...loadMessages(templates, language, config.language).problems);
  for (const name of themeNames(templates)) problems.push(...loadTheme(templates, at(name)).problems);
  const theme = loadTheme(templates, config.theme ?? at(DEFAULT_THEME));
  if (config.theme) problems.push(...theme.problems);
  problems.push(...(await brokenFonts(project)));
  if (theme.ok) problems.push(...(await lettersMissing(project, { data, templates }, theme.value, language)));
  problems.push(...changedOriginals(templates));
  if (config.paper) problems.push(...paperNamed(config.paper).problems);
  problems.push(...unreadData(project, read));
  return { problems, files: read.size + (project.configured ? 1 : 0) };
}
