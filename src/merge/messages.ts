/**
 * The words of the interface, in the language of a document: messages/<lang>.yaml, a tree of keys over texts. A company's
 * file wins key by key, and what a language lacks stands in English. A message is plain text, escaped like data.
 *
 * `{name}` in a text is filled in by the template. A text that depends on a number is a map of the plural forms of its
 * language (CLDR: one, few, other ...), chosen by `count`.
 */
import { isMap, isScalar, type Node as YamlNode } from 'yaml';
import { type Checked, checked } from '../problems/checked.ts';
import { controlCharacterAt } from '../problems/control-character.ts';
import type { Named } from '../problems/named.ts';
import { knownNames, nearest } from '../problems/nearest.ts';
import { error, type Problem, warning } from '../problems/problem.ts';
import { readYaml } from '../problems/read-yaml.ts';
import { fileSpan, type Source, type Span, spanAt } from '../problems/source.ts';
import type { Folder } from '../project/folder.ts';
import type { ViewLanguage } from '../views/text.ts';

/** One message: a text, or a text for each plural form. */
export interface Message {
  readonly forms: Readonly<Record<string, string>>;
  readonly span: Span;
  /** Where its key stands, the last word of it. */
  readonly keySpan: Span;
  /** The language it is written in. */
  readonly language: string;
}

export interface Messages {
  /** For the views: the document's language, and the framework's. */
  readonly language: ViewLanguage;
  /** Where the language was chosen; the file of messages where nobody did. */
  readonly span: Span;
  readonly byKey: ReadonlyMap<string, Message>;
}

const FOLDER = 'messages/';
const ENGLISH = 'en';
/** A language's tag, as far as we look at it. */
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const FORMS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const PLACEHOLDER = /\{([a-z][a-zA-Z-]*)\}/g;

/** The languages that have messages, sorted. */
export function messageLanguages(folders: readonly Folder[]): readonly string[] {
  const found = folders.flatMap((folder) =>
    folder.list('messages').flatMap((path) => {
      const name = path.startsWith(FOLDER) && path.endsWith('.yaml') ? path.slice(FOLDER.length, -5) : '';
      return LANGUAGE.test(name) ? [name] : [];
    }),
  );
  return [...new Set(found)].sort();
}

/**
 * The messages of a document. `asked`: the language that somebody chose (Problem `unknown-language` where it has none);
 * without one, the framework's, or English where that has none. Problems of the files: `broken-yaml`, `bad-message`,
 * `empty-message`, `control-character`.
 */
export function loadMessages(
  folders: readonly Folder[],
  frameworkLanguage: string,
  asked: Named | undefined,
): Checked<Messages> {
  const languages = messageLanguages(folders);
  const wanted = (asked?.text ?? frameworkLanguage).toLowerCase();
  const found = languages.find((language) => language.toLowerCase() === wanted);
  const problems: Problem[] = [];
  if (asked && found === undefined) {
    const help = knownNames(asked.text, languages);
    problems.push(
      error('unknown-language', `There are no messages in "${asked.text}"`, asked.span, { help }),
    );
  }
  const document = found ?? ENGLISH;
  const byKey = new Map<string, Message>();
  let span: Span | undefined = asked?.span;
  for (const language of document === ENGLISH ? [ENGLISH] : [document, ENGLISH]) {
    for (const folder of folders) {
      const file = folder.source(`${FOLDER}${language}.yaml`);
      if (file === null) continue;
      problems.push(...file.problems);
      if (!file.ok) continue;
      const read = readMessages(file.value, language);
      problems.push(...read.problems);
      span ??= fileSpan(file.value);
      for (const [key, message] of read.messages) if (!byKey.has(key)) byKey.set(key, message);
    }
  }
  const place = span ?? fileSpan({ path: `${FOLDER}${document}.yaml`, text: '' });
  const value = { language: { document, framework: frameworkLanguage }, span: place, byKey };
  return checked(value, problems);
}

/** All keys that messages of any language have: what a template may name. */
export function messageKeys(folders: readonly Folder[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const language of messageLanguages(folders)) {
    for (const folder of folders) {
      const file = folder.source(`${FOLDER}${language}.yaml`);
      if (!file?.ok) continue;
      for (const key of readMessages(file.value, language).messages.keys()) keys.add(key);
    }
  }
  return keys;
}

/**
 * Warnings `unused-message`, with the nearest: messages of a company that neither ours have nor a template names.
 * `named`: the keys that templates name. `folders`: the company's first, ours last.
 */
export function unusedMessages(folders: readonly Folder[], named: ReadonlySet<string>): readonly Problem[] {
  const known = new Set([...messageKeys(folders.slice(-1)), ...named]);
  return folders.slice(0, -1).flatMap((folder) =>
    messageLanguages([folder]).flatMap((language) => {
      const file = folder.source(`${FOLDER}${language}.yaml`);
      if (!file?.ok) return [];
      return [...readMessages(file.value, language).messages].flatMap(([key, { keySpan }]) => {
        if (known.has(key)) return [];
        const near = nearest(key, known);
        const help = near === undefined ? 'take it out, or name it in a template' : `did you mean "${near}"?`;
        return [warning('unused-message', `No template names the message "${key}"`, keySpan, { help })];
      });
    }),
  );
}

/** A file of messages that cannot be read is one Problem, not one for each message that a template names. */
export function withoutMessages(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code }) => code !== 'unknown-message');
}

interface ReadMessages {
  readonly messages: ReadonlyMap<string, Message>;
  readonly problems: readonly Problem[];
}

/** Files as read, by path and text: a process that makes many documents reads each once. */
const cache = new Map<string, ReadMessages>();
const MOST = 64;

function readMessages(source: Source, language: string): ReadMessages {
  const key = `${source.path}\n${source.text}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= MOST) cache.clear();
  const messages = new Map<string, Message>();
  const { document, sound, problems: broken } = readYaml(source);
  const problems: Problem[] = [...broken];
  if (sound && document.contents !== null)
    collect(document.contents, [], fileSpan(source), { source, language, messages, problems });
  const read = { messages, problems };
  cache.set(key, read);
  return read;
}

interface Collecting {
  readonly source: Source;
  readonly language: string;
  readonly messages: Map<string, Message>;
  readonly problems: Problem[];
}

function collect(node: YamlNode, path: readonly string[], keySpan: Span, into: Collecting): void {
  const span = spanAt(into.source, node.range?.[0] ?? 0, node.range?.[1] ?? 0);
  if (isScalar(node) && typeof node.value === 'string' && path.length > 0) {
    add(into, path, { other: node.value }, { span, keySpan });
    return;
  }
  if (!isMap(node)) {
    const help = 'put it in quotes: a message is a text, or a map of texts';
    into.problems.push(error('bad-message', 'This is no text', span, { help }));
    return;
  }
  const entries = node.items.flatMap(({ key, value }): [string, YamlNode | null, Span][] => {
    if (!isScalar(key)) return [];
    const at = spanAt(into.source, key.range?.[0] ?? 0, key.range?.[1] ?? 0);
    return [[String(key.value), isMap(value) || isScalar(value) ? value : null, at]];
  });
  const plural = entries.length > 0 && entries.every(([key]) => FORMS.has(key));
  if (plural && path.length > 0) {
    const forms: Record<string, string> = {};
    for (const [key, value] of entries)
      if (isScalar(value) && typeof value.value === 'string') forms[key] = value.value;
    if (forms['other'] === undefined || Object.keys(forms).length < entries.length) {
      const help = 'give a text for each plural form, and one for "other"';
      into.problems.push(error('bad-message', 'A plural form has no text', span, { help }));
    } else add(into, path, forms, { span, keySpan });
    return;
  }
  for (const [key, value, at] of entries) {
    if (value) collect(value, [...path, key], at, into);
    else into.problems.push(error('bad-message', `"${[...path, key].join('.')}" is no text`, span));
  }
}

function add(
  into: Collecting,
  path: readonly string[],
  forms: Record<string, string>,
  places: Pick<Message, 'span' | 'keySpan'>,
): void {
  for (const text of Object.values(forms)) {
    const problem = controlCharacterAt(text, places.span);
    if (!problem) continue;
    into.problems.push(problem);
    return;
  }
  const trimmed = Object.fromEntries(
    Object.entries(forms).map(([form, text]) => [form, text.replace(/\s*[\n\r]\s*/g, ' ').trim()]),
  );
  if (Object.values(trimmed).includes('')) {
    const help = 'write it, or take the key out: then it is the one that we have';
    into.problems.push(error('empty-message', `"${path.join('.')}" has no text`, places.span, { help }));
    return;
  }
  into.messages.set(path.join('.'), { forms: trimmed, ...places, language: into.language });
}

const plurals = new Map<string, Intl.PluralRules>();

function pluralOf(language: string, count: number): string {
  let rules = plurals.get(language);
  if (!rules) {
    const known = Intl.PluralRules.supportedLocalesOf([language]).length > 0;
    rules = new Intl.PluralRules(known ? language : ENGLISH);
    plurals.set(language, rules);
  }
  return rules.select(count);
}

const days = new Map<string, Intl.DateTimeFormat>();
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A day written YYYY-MM-DD as `language` writes it: in English with the month's name, day first (en-US: month first),
 * since 03/04 is two days; elsewhere in the usual middle length. What is no such day comes back as it is.
 */
export function dayIn(language: string, day: string): string {
  const time = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) return day;
  let format = days.get(language);
  if (!format) {
    const known = Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? ENGLISH;
    const english = /^en\b/.test(known);
    format = new Intl.DateTimeFormat(known === ENGLISH ? 'en-GB' : known, {
      dateStyle: english ? 'long' : 'medium',
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    days.set(language, format);
  }
  return format.format(time);
}

/** The message with its placeholders filled in; `values.count` chooses the plural form. Unknown placeholders stay. */
export function say(message: Message, values: Readonly<Record<string, unknown>>): string {
  const { forms, language } = message;
  const { count } = values;
  const form = typeof count === 'number' ? pluralOf(language, count) : 'other';
  const text = forms[form] ?? forms['other'] ?? '';
  if (!text.includes('{')) return text;
  return text.replace(PLACEHOLDER, (whole, name: string) => wordOf(values[name]) ?? whole);
}

/** The names that a message's texts leave open. */
export function placeholdersOf(message: Message): readonly string[] {
  const names = Object.values(message.forms).flatMap((text) =>
    [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names)];
}

/** A value of a view as a word: texts by their text, numbers as digits; null where it is neither. */
export function wordOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string')
    return value.text;
  return null;
}
