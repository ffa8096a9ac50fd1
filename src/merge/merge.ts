/**
 * A template, a view and messages -> the Markdown file: the document's own front matter, then the template's body.
 * Same input, same bytes. Nothing is filled in: what a person chose with --set comes later.
 */
import { createHash } from 'node:crypto';
import { writeFrontMatter } from '../markdown/front-matter.ts';
import { bad, type Checked, good } from '../problems/checked.ts';
import { languageName } from '../problems/language-name.ts';
import { error, type Problem, warning } from '../problems/problem.ts';
import type { View } from '../views/schema.ts';
import { type Messages, placeholdersOf } from './messages.ts';
import type { Template } from './template.ts';

/** What a document is made with beside its data. */
export interface MergeSettings {
  readonly paper: string;
  readonly theme: string;
  /** YYYY-MM-DD; null: the newest of the data used. */
  readonly date: string | null;
}

export interface Merged {
  /** The whole file. */
  readonly text: string;
  /** The file's name, without the candidate's part, language and ending. */
  readonly name: string;
  /** The form's id. */
  readonly form: string;
}

/** Version of the Markdown format: `rubricate:` in the front matter. */
const FORMAT = '1';

/**
 * Merges. The view must be of the kind that the template asks for. Problems: `missing-message`, `unknown-placeholder`
 * (a message of this language says {name}, which the template does not fill in); warning `foreign-texts`: texts that are
 * not in the document's language.
 */
export function mergeDocument(
  template: Template,
  view: View,
  messages: Messages,
  settings: MergeSettings,
): Checked<Merged> {
  const problems = checkMessages(template, messages);
  if (problems.length > 0) return bad(problems);
  const blank = { messages: messages.byKey, language: messages.language.document, form: '' };
  const body = tidy(template.body(view, blank));
  const form = formId(template.kind, view.ids, body);
  const plain = (text: string) => text.replace(/\s*[\r\n]+\s*|[ \t]+/g, ' ').trim();
  const front = writeFrontMatter(
    entries({
      rubricate: FORMAT,
      kind: template.kind,
      name: plain(template.name(view, blank)),
      title: plain(template.title(view, blank)),
      lang: messages.language.document,
      paper: paperOf(settings.paper, template.landscape),
      theme: settings.theme,
      framework: [view.framework.name.text, view.framework.version].filter(Boolean).join(' '),
      date: settings.date ?? view.date,
      ...profileOf(view),
      form,
      foot: template.foot.map((line) => plain(line(view, { ...blank, form }))),
      continued: messages.byKey.get('continued')?.forms['other'] ?? null,
    }),
  );
  const name = plain(template.file(view, blank));
  return good({ text: `${front}\n${body}`, name, form }, foreignTexts(view, messages));
}

function entries(values: Readonly<Record<string, string | readonly string[] | null>>) {
  return Object.entries(values).flatMap(([key, value]): [string, string | readonly string[]][] =>
    value === null ? [] : [[key, value]],
  );
}

/** What the document is about, by ids, for whoever reads it back. */
function profileOf(view: View): Record<string, string | null> {
  if ('from' in view) {
    return {
      role: view.from.role.id,
      level: view.to.level.id,
      from: view.from.level.id,
      'to-role': view.sameRole ? null : view.to.role.id,
    };
  }
  if ('level' in view) return { role: view.role.id, level: view.level.id };
  return 'skill' in view ? { skill: view.skill.id } : { role: view.role.id };
}

function paperOf(paper: string, landscape: boolean): string {
  return landscape && !/\blandscape\b/i.test(paper) ? `${paper} landscape` : paper;
}

/** One empty line where the template's conditions leave several; none at the ends. */
function tidy(body: string): string {
  return `${body
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** Signs of a form's id: the foot has room for so many, beside what else stands there. */
const LONGEST_FORM = 48;

/**
 * Kind and ids in capitals, and four digits of the blank form's hash: equal blank forms have equal ids (CLI.md). Ids that
 * would make it too long are counted: `FEEDBACK-BAKER-HEAD+4-7F3A`.
 */
function formId(kind: string, ids: readonly string[], body: string): string {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 4);
  const named = (count: number): string => {
    const more = ids.length - count;
    return `${[kind, ...ids.slice(0, count)].join('-')}${more > 0 ? `+${more}` : ''}-${hash}`.toUpperCase();
  };
  let count = ids.length;
  while (count > 0 && named(count).length > LONGEST_FORM) count--;
  return named(count);
}

/** Answers for a template and its messages, so that a run of many documents asks once. */
const answers = new WeakMap<Template, WeakMap<Messages['byKey'], readonly Problem[]>>();

/** Messages that a template names and cannot use: `missing-message`, `unknown-placeholder`. */
export function checkMessages(template: Template, messages: Messages): readonly Problem[] {
  const known = answers.get(template) ?? new WeakMap<Messages['byKey'], readonly Problem[]>();
  answers.set(template, known);
  const answer = known.get(messages.byKey);
  if (answer) return answer;
  const problems: Problem[] = [];
  for (const { keys, fills, span } of template.calls) {
    for (const key of keys) {
      const message = messages.byKey.get(key);
      if (!message) {
        const text = `The message "${key}" is neither in "${messages.language.document}" nor in English`;
        problems.push(error('missing-message', text, span));
        continue;
      }
      for (const name of placeholdersOf(message)) {
        if (fills.includes(name)) continue;
        const help = fills.length > 0 ? `it is given: ${fills.join(', ')}` : 'it is given nothing';
        const related = [{ message: 'the template asks for it here', span }];
        const text = `The template gives "${key}" no {${name}}`;
        problems.push(error('unknown-placeholder', text, message.span, { help, related }));
      }
    }
  }
  known.set(messages.byKey, problems);
  return problems;
}

function foreignTexts(view: View, messages: Messages): readonly Problem[] {
  if (view.foreign.length === 0) return [];
  const texts = view.foreign.map(
    ({ lang, count }) => `${count} ${count === 1 ? 'text is' : 'texts are'} in ${languageName(lang)}`,
  );
  const help = `add "${messages.language.document}: ..." beside them in the data`;
  return [warning('foreign-texts', texts.join(', '), messages.span, { help })];
}
