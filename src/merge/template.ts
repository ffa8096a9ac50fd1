/**
 * Templates: documents/KIND.md.hbs with its front matter, and the partials it uses, found in the company's folder before
 * ours, file by file. A document kind is nothing more than such a file, and its name is the file's.
 *
 * A template is checked, rewritten and compiled once in a process, by its text and that of all it depends on.
 */
import { readFrontMatter } from '../markdown/front-matter.ts';
import { bad, type Checked, checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { knownNames } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan, lineSpan, lineText, type Source, type Span, spanAt } from '../problems/source.ts';
import type { Folder } from '../project/folder.ts';
import { type ViewName, viewSchemas } from '../views/schema.ts';
import { shapeOf } from '../views/shape.ts';
import { type Compiled, newEnvironment, parseTemplate } from './compile.ts';
import { type LintContext, lint, type MessageCall, type Parsed } from './lint.ts';
import { loadMessages, messageKeys, say } from './messages.ts';
import type { Output } from './places.ts';

export interface TemplateInfo {
  /** The document kind: the file's name. */
  readonly kind: string;
  /** What a person calls it, in English. */
  readonly name: string;
  readonly view: ViewName | null;
  /** The file as a person knows it. */
  readonly path: string;
  readonly ours: boolean;
}

export interface Template {
  readonly kind: string;
  readonly view: ViewName;
  readonly source: Source;
  readonly landscape: boolean;
  readonly warns: TemplateWarning | null;
  /** Pattern of the file's name, without ending. */
  readonly file: Compiled;
  /** The document's name ("Interview scorecard"), its title, the lines of its foot. */
  readonly name: Compiled;
  readonly title: Compiled;
  readonly foot: readonly Compiled[];
  readonly body: Compiled;
  /** The messages it names: they are checked against a language before the merge. */
  readonly calls: readonly MessageCall[];
}

const FOLDER = 'documents/';
const PARTIALS = 'partials/';
const ENDING = '.md.hbs';
const KEYS = ['view', 'file', 'name', 'title', 'foot', 'orientation', 'warns'];
/**
 * What a template can ask to be warned of: `time`, where an interview has too little of it or too many skills; `coverage`,
 * where no interview of the loop covers a required skill, or too many do.
 */
const WARNINGS = ['time', 'coverage'] as const;
export type TemplateWarning = (typeof WARNINGS)[number];
const NEEDED = ['view', 'file', 'name', 'title'];

interface Found {
  readonly path: string;
  readonly folder: Folder;
}

/** Files of a folder by their name without ending; of two with one name the first folder's. */
function findFiles(folders: readonly Folder[], under: string): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const folder of folders) {
    for (const path of folder.list(under.slice(0, -1))) {
      if (!path.startsWith(under) || !path.endsWith(ENDING)) continue;
      const name = path.slice(under.length, -ENDING.length);
      if (!found.has(name)) found.set(name, { path, folder });
    }
  }
  return found;
}

/** The document kinds there are, by name. `folders`: the company's first, ours last. */
export function listTemplates(folders: readonly Folder[]): readonly TemplateInfo[] {
  const english = loadMessages(folders, 'en', undefined);
  const messages = english.ok ? english.value.byKey : new Map();
  return [...findFiles(folders, FOLDER)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, { path, folder }]) => {
      const source = folder.source(path);
      const front = source?.ok ? readFrontMatter(source.value) : null;
      const view = front?.entries.get('view') ?? '';
      const name = front?.entries.get('name') ?? kind;
      const key = /^\{\{\s*t\s+["']([^"']+)["']\s*\}\}$/.exec(name)?.[1];
      const message = key === undefined ? undefined : messages.get(key);
      return {
        kind,
        name: message ? say(message, {}) : key === undefined ? name : kind,
        view: isView(view) ? view : null,
        path: source?.ok ? source.value.path : path,
        ours: folder === folders.at(-1),
      };
    });
}

function isView(name: string): name is ViewName {
  return Object.hasOwn(viewSchemas, name);
}

/** Templates as loaded, by the texts they were made of. */
const cache = new Map<string, Checked<Template>>();
const MOST = 64;

/** The kind that is meant, by its own name or the document's, whatever the case. */
function kindNamed(folders: readonly Folder[], kind: Named, kinds: readonly string[]): Checked<string> {
  const wanted = kind.text.trim().toLowerCase();
  const own = kinds.find((name) => name.toLowerCase() === wanted);
  if (own !== undefined) return good(own);
  const called = listTemplates(folders).filter(({ name }) => name.toLowerCase() === wanted);
  const [first, ...others] = called;
  if (first && others.length === 0) return good(first.kind);
  if (first) {
    const help = `say which: ${called.map((one) => one.kind).join(', ')}`;
    const message = `${called.length} documents are called "${kind.text}"`;
    return bad([error('ambiguous-name', message, kind.span, { help })]);
  }
  const help = knownNames(kind.text, kinds);
  return bad([error('unknown-document', `There is no document "${kind.text}"`, kind.span, { help })]);
}

/**
 * The template of a document kind, checked and compiled. Problems: `unknown-document`, `ambiguous-name`; of the front matter
 * `broken-front-matter`, `missing-key`, `unknown-key`, `unknown-view`, `bad-value`; `broken-template`; those of lint.ts.
 */
export function loadTemplate(folders: readonly Folder[], kind: Named): Checked<Template> {
  const kinds = findFiles(folders, FOLDER);
  const chosen = kindNamed(folders, kind, [...kinds.keys()].sort());
  if (!chosen.ok) return chosen;
  const name = chosen.value;
  const found = kinds.get(name);
  if (!found) throw new Error(`No document ${name}: it was listed.`);
  const source = found.folder.source(found.path);
  if (source === null) return bad([error('unknown-document', `${found.path} cannot be read`, kind.span)]);
  if (!source.ok) return source;
  const problems: Problem[] = [];
  const partials = new Map<string, Source>();
  for (const [own, { path, folder }] of findFiles(folders, PARTIALS)) {
    const text = folder.source(path);
    if (text?.ok) partials.set(own, text.value);
    else if (text) problems.push(...text.problems);
  }
  const keys = messageKeys(folders);
  const cacheKey = JSON.stringify([name, source.value, [...partials], [...keys]]);
  const known = cache.get(cacheKey);
  if (known && problems.length === 0) return known;
  const made = makeTemplate(name, source.value, partials, keys);
  const result = { ...made, problems: [...problems, ...made.problems] };
  if (cache.size >= MOST) cache.clear();
  if (problems.length === 0) cache.set(cacheKey, result);
  return result;
}

/** A value of the template's front matter, with its place. */
interface Value {
  readonly text: string;
  readonly span: Span;
}

function makeTemplate(
  kind: string,
  source: Source,
  partials: ReadonlyMap<string, Source>,
  keys: ReadonlySet<string>,
): Checked<Template> {
  const front = readFrontMatter(source);
  const problems: Problem[] = [...front.problems];
  for (const key of [...front.entries.keys(), ...front.lists.keys()]) {
    if (KEYS.includes(key)) continue;
    const help = knownNames(key, KEYS);
    const span = wordSpan(source, front.lines.get(key) ?? 1, key);
    problems.push(error('unknown-key', `A template has no "${key}"`, span, { help }));
  }
  for (const key of NEEDED) {
    if (front.entries.has(key)) continue;
    const help = `write "${key}: ..." between the lines of hyphens at its top`;
    problems.push(error('missing-key', `The template does not say its ${key}`, fileSpan(source), { help }));
  }
  const value = (key: string): Value => {
    const text = front.entries.get(key) ?? '';
    return { text, span: wordSpan(source, front.lines.get(key) ?? 1, text) };
  };
  const view = value('view');
  if (front.entries.has('view') && !isView(view.text)) {
    const help = knownNames(view.text, Object.keys(viewSchemas));
    problems.push(error('unknown-view', `There is no view "${view.text}"`, view.span, { help }));
  }
  const orientation = value('orientation');
  if (!['', 'portrait', 'landscape'].includes(orientation.text)) {
    const help = 'there are: portrait, landscape';
    problems.push(error('bad-value', `"${orientation.text}" is no orientation`, orientation.span, { help }));
  }
  const warns = value('warns');
  const warning = WARNINGS.find((name) => name === warns.text) ?? null;
  if (front.entries.has('warns') && !warning) {
    const help = knownNames(warns.text, WARNINGS);
    problems.push(error('bad-value', `There is no warning "${warns.text}"`, warns.span, { help }));
  }
  if (!isView(view.text)) return bad(problems);

  const environment = newEnvironment();
  const parsedPartials = new Map<string, Parsed | null>();
  const context = (knowsForm: boolean): LintContext => ({
    view: shapeOf(isView(view.text) ? view.text : 'profile'),
    messageKeys: keys,
    partialNames: [...partials.keys()].sort(),
    knowsForm,
    partial(name) {
      const known = parsedPartials.get(name);
      if (known !== undefined) return known;
      const file = partials.get(name);
      if (!file) return null;
      const parsed = parseTemplate(file, file.text);
      problems.push(...parsed.problems);
      const made = parsed.ok ? { source: file, program: parsed.value } : null;
      parsedPartials.set(name, made);
      return made;
    },
  });
  const calls: MessageCall[] = [];
  const used = new Set<string>();
  const part = (text: string, output: Output): Compiled => {
    const parsed = parseTemplate(source, text);
    problems.push(...parsed.problems);
    if (!parsed.ok) return () => '';
    const linted = lint({ source, program: parsed.value }, context(output === 'foot'));
    problems.push(...linted.problems);
    calls.push(...linted.calls);
    for (const name of linted.partials) used.add(name);
    return environment.compile(parsed.value, output);
  };
  const template: Template = {
    kind,
    source,
    view: view.text,
    landscape: orientation.text === 'landscape',
    warns: warning,
    file: part(inPlace(value('file')), 'plain'),
    name: part(inPlace(value('name')), 'plain'),
    title: part(inPlace(value('title')), 'plain'),
    foot: footValues(source, front).map((item) => part(inPlace(item), 'foot')),
    body: part(bodyInPlace(source, front.bodyLine), 'markdown'),
    calls,
  };
  for (const name of used) {
    const parsed = parsedPartials.get(name);
    if (parsed) environment.addPartial(name, parsed.program);
  }
  return checked(template, problems);
}

/** A value with white space before it, so that the parser's lines and columns are those of the file. */
function inPlace({ text, span }: Value): string {
  return text === '' ? '' : `${'\n'.repeat(span.line - 1)}${' '.repeat(span.column - 1)}${text}`;
}

/** The body with an empty line for each line of the front matter. */
function bodyInPlace(source: Source, bodyLine: number): string {
  const lines = source.text.replaceAll('\r\n', '\n').split('\n');
  return '\n'.repeat(bodyLine - 1) + lines.slice(bodyLine - 1).join('\n');
}

function wordSpan(source: Source, line: number, word: string): Span {
  const text = lineText(source, line);
  const at = word === '' ? -1 : text.lastIndexOf(word);
  if (at < 0) return lineSpan(source, line);
  let start = 0;
  for (let i = 1; i < line; i++) start = source.text.indexOf('\n', start) + 1;
  return spanAt(source, start + at, start + at + word.length);
}

/** The foot's lines, each found again in the lines after its key. */
function footValues(source: Source, front: ReturnType<typeof readFrontMatter>): readonly Value[] {
  let line = front.lines.get('foot') ?? 0;
  return (front.lists.get('foot') ?? []).map((text) => {
    for (line++; line < front.bodyLine; line++) {
      if (lineText(source, line).includes(text)) break;
    }
    return { text, span: wordSpan(source, line, text) };
  });
}
