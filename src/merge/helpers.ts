/**
 * What a template can call beside Handlebars' own if, unless, each and with. Few, and none that computes: what a document
 * says is worked out in the views.
 *
 *   {{t "key" ...}}       a message; several names are joined by full stops; `name=value` fills {name} in
 *   {{lang text}}         the mark that says in which language a text is, where it is not the document's
 *   {{anchor a b ...}}    the link target of a heading here, by its words
 *   {{date d}}            a day as the document's language writes it: 17 March 2026, 17.03.2026; what is no day, as it is
 *   (eq a b), (any a b ...), (none a b ...)   tests; an empty list is nothing
 */
import type Handlebars from 'handlebars';
import { anchorOf } from '../markdown/marks.ts';
import { dayIn, type Message, say, wordOf } from './messages.ts';

/** What a template's helpers are given beside the view. */
export interface MergeData {
  readonly messages: ReadonlyMap<string, Message>;
  /** The document's language. */
  readonly language: string;
  /** The form's id; known only where the foot is written. */
  readonly form: string;
}

interface Options {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: MergeData;
}

/** Names of the helpers; those whose output is Markdown already; those that are tests. */
export const HELPERS = ['t', 'lang', 'anchor', 'date', 'eq', 'any', 'none'] as const;
export const PRINTS_MARKUP: ReadonlySet<string> = new Set(['lang', 'anchor']);
export const TESTS: ReadonlySet<string> = new Set(['eq', 'any', 'none']);
export const BLOCKS: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

/** Puts the helpers into an environment of its own. */
export function addHelpers(environment: typeof Handlebars): void {
  environment.registerHelper('t', (...given: unknown[]) => {
    const { values, options } = parted(given);
    const key = values.map((value) => wordOf(value) ?? '').join('.');
    const message = options.data.messages.get(key);
    // That every key is there was checked before the merge.
    if (!message) throw new Error(`the message "${key}" is missing`);
    return say(message, options.hash);
  });
  environment.registerHelper('lang', (text: unknown) =>
    typeof text === 'object' && text !== null && 'lang' in text && typeof text.lang === 'string'
      ? ` <!-- lang ${text.lang} -->`
      : '',
  );
  environment.registerHelper('anchor', (...given: unknown[]) =>
    anchorOf(
      parted(given)
        .values.flatMap((value) => wordOf(value) ?? [])
        .filter((word) => word !== '')
        .join(' '),
    ),
  );
  environment.registerHelper('date', (...given: unknown[]) => {
    const { values, options } = parted(given);
    const day = wordOf(values[0]);
    return day === null ? '' : dayIn(options.data.language, day);
  });
  environment.registerHelper('eq', (a: unknown, b: unknown) => a === b);
  environment.registerHelper('any', (...given: unknown[]) => parted(given).values.some(isThere));
  environment.registerHelper('none', (...given: unknown[]) => !parted(given).values.some(isThere));
}

function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Handlebars gives a helper its arguments and, last, its options. */
function parted(given: readonly unknown[]): { values: readonly unknown[]; options: Options } {
  const options = given.at(-1);
  if (!isOptions(options)) throw new Error('a helper was called without options');
  return { values: given.slice(0, -1), options };
}

function isOptions(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && 'hash' in value && 'data' in value;
}
