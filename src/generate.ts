/**
 * The whole way, once: a project and requests -> files as bytes. Commands, build, watch and tests all go through here;
 * nothing here writes.
 */
import { foldedName, namePart, safeName, shortName } from './files/names.ts';
import type { Framework } from './framework/framework.ts';
import { loadFramework } from './framework/load.ts';
import { unusedOptions, viewOf } from './generate/about.ts';
import { writtenIn } from './generate/letters.ts';
import type { Format, Request, Setting } from './generate/request.ts';
import { DEFAULT_PAPER, DEFAULT_THEME, typeset } from './generate/typeset.ts';
import { loadTheme, paperNamed, themeNamed } from './layout/theme.ts';
import { fillDocument } from './markdown/fill.ts';
import { parseDocument } from './markdown/parse.ts';
import { type Merged, mergeDocument } from './merge/merge.ts';
import { loadMessages, type Messages, withoutMessages } from './merge/messages.ts';
import { loadTemplate, type Template } from './merge/template.ts';
import { bad, type Checked, checked, good } from './problems/checked.ts';
import type { Named } from './problems/named.ts';
import { error, type Problem } from './problems/problem.ts';
import type { Source, Span } from './problems/source.ts';
import { dayProblem } from './project/config.ts';
import { shownPath } from './project/disk.ts';
import type { Project } from './project/open.ts';

export type { Format, Request, RequestValues, Setting } from './generate/request.ts';
export { requestOf } from './generate/request.ts';
export { type Typeset, type TypesetOptions, typeset } from './generate/typeset.ts';

/** One file that was made. */
export interface Artifact {
  /** File name with its ending. */
  readonly name: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** null for Markdown, which has none. */
  readonly pages: number | null;
}

export interface GenerateOptions {
  /** The folder the files are for, absolute: pictures are relative to it. Default: the project's. */
  readonly folder?: string;
}

/** Settings of a document whose names are known good. */
interface Look {
  readonly paper: string;
  readonly theme: string;
  readonly date: string | null;
}

/**
 * Makes the documents that are asked for, in order, each in its formats. All or nothing: one error, and there is no
 * artifact. Problems: those of every module on the way; `unused-option` for a name that the kind's view has no use for,
 * `impossible-date`, `same-file` where two requests make one file. Of the skill data only the errors are told: its warnings
 * are what `check` is for.
 */
export async function generate(
  project: Project,
  requests: readonly Request[],
  options: GenerateOptions = {},
): Promise<Checked<readonly Artifact[]>> {
  const loaded = loadFramework(project.data);
  const problems: Problem[] = loaded.ok ? [] : [...loaded.problems];
  const artifacts: Artifact[] = [];
  const places = new Map<string, Span>();
  const folder = options.folder ?? project.out;
  for (const request of requests) {
    const made = await makeOne(project, loaded.ok ? loaded.value : null, request, folder);
    problems.push(...made.problems);
    for (const artifact of made.ok ? made.value : []) {
      const folded = foldedName(artifact.name);
      const first = places.get(folded);
      if (first) {
        const related = [{ message: 'the first one', span: first }];
        problems.push(error('same-file', `${artifact.name} would be written twice`, request.at, { related }));
      }
      places.set(folded, request.at);
      artifacts.push(artifact);
    }
  }
  return checked(artifacts, problems);
}

async function makeOne(
  project: Project,
  framework: Framework | null,
  request: Request,
  folder: string,
): Promise<Checked<readonly Artifact[]>> {
  const language = request.language ?? project.config.language;
  const messages = loadMessages(project.templates, framework?.language ?? 'en', language);
  const template = loadTemplate(project.templates, request.kind);
  const look = lookOf(project, request);
  const problems: Problem[] = [...messages.problems, ...look.problems];
  problems.push(...(messages.ok ? template.problems : withoutMessages(template.problems)));
  if (template.ok) problems.push(...unusedOptions(template.value, request));
  if (!framework) return bad(problems);
  if (!template.ok || !look.ok || !messages.ok) return bad(problems);
  const merged = mergeOne(framework, template.value, messages.value, look.value, request);
  problems.push(...merged.problems);
  if (!merged.ok) return bad(problems);

  const name = fileName(template.value.kind, merged.value, request.sets ?? [], messages.value, framework);
  const filled = fill(
    { path: shownPath(project.cwd, `${folder}/${name}.md`), text: merged.value.text },
    request,
  );
  problems.push(...filled.problems);
  if (!filled.ok) return bad(problems);
  const source = filled.value;
  const artifacts: Artifact[] = [];
  for (const format of new Set<Format>(request.formats ?? ['md', 'pdf'])) {
    if (format === 'md') {
      const bytes = new TextEncoder().encode(source.text);
      artifacts.push({ name: `${name}.md`, format, bytes, pages: null });
      continue;
    }
    const set = await typeset(project, source, {
      beside: folder,
      written: writtenIn(project, request.sets ?? []),
    });
    problems.push(...set.problems);
    if (set.ok) artifacts.push({ name: `${name}.pdf`, format, ...set.value });
  }
  return checked(artifacts, problems);
}

function mergeOne(
  framework: Framework,
  template: Template,
  messages: Messages,
  look: Look,
  request: Request,
): Checked<Merged> {
  const view = viewOf(framework, template, request, messages.language);
  if (!view.ok) return view;
  const merged = mergeDocument(template, view.value, messages, look);
  return { ...merged, problems: [...view.problems, ...merged.problems] };
}

/** Paper, theme and date by name, from the request, else from the project; each is known when this is good. */
function lookOf(project: Project, request: Request): Checked<Look> {
  const { config } = project;
  const fallback = (text: string): Named => ({ text, span: request.at });
  const paper = request.paper ?? config.paper ?? fallback(DEFAULT_PAPER);
  const theme = request.theme ?? config.theme ?? fallback(DEFAULT_THEME);
  const date = request.date ?? project.date;
  const wrongDate = date ? dayProblem(date) : null;
  const problems = [
    ...paperNamed(paper).problems,
    ...loadTheme(project.templates, theme).problems,
    ...(wrongDate ? [wrongDate] : []),
  ];
  return checked(
    {
      paper: paper.text,
      theme: themeNamed(project.templates, theme.text) ?? theme.text,
      date: date?.text ?? null,
    },
    problems,
  );
}

function fill(source: Source, request: Request): Checked<Source> {
  const sets = request.sets ?? [];
  if (sets.length === 0) return good(source);
  const parsed = parseDocument(source);
  if (!parsed.ok) return parsed;
  return fillDocument(parsed.value, sets);
}

/** CLI.md, File names: the candidate or person, when set; the language where it is not the framework's. */
function fileName(
  kind: string,
  merged: Merged,
  sets: readonly Setting[],
  messages: Messages,
  framework: Framework,
): string {
  const person =
    sets.find(({ id }) => id.text === 'candidate') ?? sets.find(({ id }) => id.text === 'person');
  const part = person ? namePart(person.value) : '';
  const language = messages.language.document === framework.language ? '' : `.${messages.language.document}`;
  return shortName(
    safeName(merged.name) || safeName(kind) || 'document',
    `${part === '' ? '' : `-${part}`}${language}`,
  );
}
