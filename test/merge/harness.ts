/** What merge's tests start from: the tiny framework's views, our templates, and templates that a test writes out. */
import { fileURLToPath } from 'node:url';
import type { Framework } from '../../src/framework/framework.ts';
import { loadFramework } from '../../src/framework/load.ts';
import { selectInterview, selectStep } from '../../src/framework/select.ts';
import type { Document } from '../../src/markdown/document.ts';
import { parseDocument } from '../../src/markdown/parse.ts';
import { type Merged, mergeDocument } from '../../src/merge/merge.ts';
import { loadMessages, type Messages } from '../../src/merge/messages.ts';
import { loadTemplate, type Template } from '../../src/merge/template.ts';
import type { Checked } from '../../src/problems/checked.ts';
import type { Named } from '../../src/problems/named.ts';
import type { Problem } from '../../src/problems/problem.ts';
import type { Span } from '../../src/problems/source.ts';
import { diskFolder } from '../../src/project/disk.ts';
import type { Folder } from '../../src/project/folder.ts';
import { profileView } from '../../src/views/profile.ts';
import type { ProfileView, StepView, View } from '../../src/views/schema.ts';
import { stepView } from '../../src/views/step.ts';
import { fixtureFolder, textFolder } from '../folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const AT: Span = { source: { path: 'command line', text: 'x' }, line: 1, column: 1, endColumn: 2 };
export const ours: Folder = diskFolder(`${ROOT}/templates`, ROOT);
export const SETTINGS = { paper: 'A4', theme: 'plain', date: null };

export function named(text: string): Named {
  return { text, span: AT };
}

/** The value; where there is none, the test fails with the Problems. */
export function must<T>(result: Checked<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems.map(told)));
  return result.value;
}

/** A Problem as tests hold it: code and place. */
export function told(problem: Problem): string {
  const { line, column, endColumn } = problem.span;
  return `${problem.code} ${line}:${column}-${endColumn}`;
}

export const tiny: Framework = must(loadFramework(fixtureFolder('framework/tiny')));

export const EN = { document: 'en', framework: 'en' };

/** The view of the baker at a level, through an interview or skills. */
export function baker(
  chosen: { interview?: string; skills?: readonly string[]; level?: string } = {},
  framework = tiny,
  language = EN,
): ProfileView {
  const request = {
    role: named('baker'),
    level: named(chosen.level ?? 'senior'),
    interview: chosen.interview === undefined ? undefined : named(chosen.interview),
    skills: chosen.skills?.map(named),
  };
  return profileView(must(selectInterview(framework, request, AT)), language);
}

/** The view of the baker's step from Middle to Senior, or of another. */
export function bakerStep(
  chosen: { role?: string; from?: string; to?: string; toRole?: string } = {},
  framework = tiny,
  language = EN,
): StepView {
  const request = {
    role: named(chosen.role ?? 'baker'),
    from: named(chosen.from ?? 'middle'),
    to: named(chosen.to ?? 'senior'),
    toRole: chosen.toRole === undefined ? undefined : named(chosen.toRole),
  };
  return stepView(must(selectStep(framework, request, AT)), language);
}

export function english(folders: readonly Folder[] = [ours]): Messages {
  return must(loadMessages(folders, 'en', undefined));
}

/** One of our documents, merged; in English, or with the messages of another language. */
export function merged(kind: string, view: View, messages = english()): Merged {
  const template = must(loadTemplate([ours], named(kind)));
  return must(mergeDocument(template, view, messages, SETTINGS));
}

/** The document of a Markdown text; where it has a Problem, even a warning, the test fails. */
export function clean(text: string): Document {
  const result = parseDocument({ path: 'test.md', text });
  if (result.problems.length > 0) {
    throw new Error(result.problems.map((p) => `${told(p)} ${p.message}`).join('\n') + text);
  }
  return must(result);
}

export const MESSAGES = `
hello: Hello
given: Given {name}
pages: { one: "{count} page", other: "{count} pages" }
kind: { did: Did, case: Case }
said: { required: Must, optional: May, unsaid: Unsaid }
`;

/** A folder with one template of a test's own, \`own\`, over a view. */
export function folderOf(
  body: string,
  front: Readonly<Record<string, string>> = {},
  partials: Readonly<Record<string, string>> = {},
): Folder {
  const keys = { view: 'profile', file: 'own', name: 'Own', title: 'Title', ...front };
  const lines = Object.entries(keys).map(([key, value]) => `${key}:${value === '' ? '' : ` ${value}`}`);
  const files = Object.entries(partials).map(([name, text]) => [`partials/${name}.md.hbs`, text]);
  return textFolder(
    {
      'documents/own.md.hbs': `---\n${lines.join('\n')}\n---\n${body}`,
      'messages/en.yaml': MESSAGES,
      ...Object.fromEntries(files),
    },
    'templates',
  );
}

/** A template of a test's own. */
export function ownTemplate(body: string, front: Readonly<Record<string, string>> = {}): Template {
  return must(loadTemplate([folderOf(body, front)], named('own')));
}

const OWN_MESSAGES = english([folderOf('')]);

/** A template of a test's own, merged over a view. */
export function mergeOwn(template: Template, view: View): string {
  return must(mergeDocument(template, view, OWN_MESSAGES, SETTINGS)).text;
}

/** The body of a file: what follows the front matter. */
export function bodyOf(text: string): string {
  return text.slice(text.indexOf('\n---\n') + 5).trim();
}
