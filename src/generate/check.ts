/**
 * Everything that can be found wrong without making a document: the settings, the skill data, and every template,
 * language and theme that the project can choose, whether used or not.
 */
import { weakSpots } from '../framework/check/weak-spots.ts';
import { loadWords } from '../framework/check/words/read.ts';
import { loopWarnings } from '../framework/coverage.ts';
import { loadFramework } from '../framework/load.ts';
import { sameNames } from '../framework/names.ts';
import { questionTimeWarnings } from '../framework/time.ts';
import { loadTheme, paperNamed, themeNames } from '../layout/theme.ts';
import { checkMessages } from '../merge/merge.ts';
import { loadMessages, type Messages, messageLanguages, unusedMessages } from '../merge/messages.ts';
import { listTemplates, loadTemplate } from '../merge/template.ts';
import { type Checked, hasErrors } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import type { Problem } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import { CONFIG_FILE } from '../project/config.ts';
import type { Folder } from '../project/folder.ts';
import type { Project } from '../project/open.ts';
import { strayFiles } from '../project/template-files.ts';
import { changedOriginals } from './copies.ts';

export interface CheckReport {
  readonly problems: readonly Problem[];
  /** How many files were read. */
  readonly files: number;
}

/** The folder, with every path that was found in it added to `read`. */
function watched(folder: Folder, read: Set<string>): Folder {
  const note = <T>(path: string, found: T | null): T | null => {
    if (found !== null) read.add(`${folder.path}/${path}`);
    return found;
  };
  return {
    path: folder.path,
    list: (under) => folder.list(under),
    read: (path) => note(path, folder.read(path)),
    source: (path) => note(path, folder.source(path)),
  };
}

/** A file of messages that cannot be read is one Problem, not one for each message that a template names. */
export function withoutMessages(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code }) => code !== 'unknown-message');
}

/** Checks a project that opened (`opened.ok`) or says why it did not. Severities stay as their modules have them. */
export function checkProject(opened: Checked<Project>): CheckReport {
  const problems: Problem[] = [...opened.problems];
  if (!opened.ok) return { problems, files: 1 };
  const project = opened.value;
  const { config } = project;
  const read = new Set<string>();
  const data = watched(project.data, read);
  const templates = project.templates.map((folder) => watched(folder, read));
  const here = fileSpan({ path: CONFIG_FILE, text: '' });
  const at = (text: string): Named => ({ text, span: here });

  const framework = loadFramework(data);
  problems.push(...framework.problems);
  if (framework.ok) {
    const { value } = framework;
    problems.push(...sameNames(value), ...questionTimeWarnings(value), ...loopWarnings(value));
  }
  const { words, problems: ofWords } = loadWords(templates);
  problems.push(...ofWords, ...(framework.ok ? weakSpots(framework.value, words) : []));
  const language = framework.ok ? framework.value.language : 'en';
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
  if (allRead) problems.push(...unusedMessages(templates, calls));
  for (const folder of templates.slice(0, -1))
    problems.push(...strayFiles(folder, messageLanguages(templates)));
  if (config.language) problems.push(...loadMessages(templates, language, config.language).problems);
  for (const name of themeNames(templates)) problems.push(...loadTheme(templates, at(name)).problems);
  if (config.theme) problems.push(...loadTheme(templates, config.theme).problems);
  problems.push(...changedOriginals(templates));
  if (config.paper) problems.push(...paperNamed(config.paper).problems);
  return { problems, files: read.size + (project.configured ? 1 : 0) };
}
