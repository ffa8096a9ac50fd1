/** What is asked of generate: one document, by names, each with the place where it was written. */
import type { SelectionRequest } from '../framework/request.ts';
import type { Named } from '../problems/named.ts';
import { type Source, type Span, spanAt } from '../problems/source.ts';

export type Format = 'md' | 'pdf';

/** One `--set id=value`. */
export interface Setting {
  readonly id: Named;
  readonly value: string;
  /** Where the value was written, if it was. */
  readonly valueSpan?: Span | undefined;
}

/** What the document is about, and how it is made. */
export interface Request extends SelectionRequest {
  /** The document kind: the name of its template. */
  readonly kind: Named;
  /** Copies of what each member of a committee fills in. */
  readonly members?: { readonly value: number; readonly span: Span } | undefined;
  readonly sets?: readonly Setting[] | undefined;
  readonly language?: Named | undefined;
  readonly paper?: Named | undefined;
  readonly theme?: Named | undefined;
  /** YYYY-MM-DD. */
  readonly date?: Named | undefined;
  /** In the order wanted; both where not given. */
  readonly formats?: readonly Format[] | undefined;
  /** What Problems point to when something is missing. */
  readonly at: Span;
}

/** A Request as a program writes it: plain values. */
export interface RequestValues {
  readonly kind: string;
  readonly role?: string;
  readonly level?: string;
  readonly from?: string;
  readonly to?: string;
  readonly toRole?: string;
  readonly with?: string;
  readonly withLevel?: string;
  readonly interview?: string;
  readonly skills?: readonly string[];
  readonly minutes?: number;
  readonly members?: number;
  readonly set?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly paper?: string;
  readonly theme?: string;
  readonly date?: string;
  readonly formats?: readonly Format[];
}

/** The values that are one name each. */
const NAMES = [
  'role',
  'level',
  'from',
  'to',
  'toRole',
  'with',
  'withLevel',
  'interview',
  'language',
  'paper',
  'theme',
  'date',
] as const;

/** A Request of plain values. Its Problems show the values as lines of a source named `request`. */
export function requestOf(values: RequestValues): Request {
  const sets = Object.entries(values.set ?? {});
  const lines = [
    ['kind', values.kind],
    ...NAMES.map((key) => [key, values[key]] as const),
    ...(values.skills ?? []).map((skill) => ['skill', skill] as const),
    ['minutes', values.minutes?.toString()],
    ['members', values.members?.toString()],
    ...sets.map(([id]) => ['set', id] as const),
  ] as const;
  const written = lines.flatMap(([key, text]) => (text === undefined ? [] : [{ key, text }]));
  const places = placesOf(written);
  const all = (key: string): readonly Named[] =>
    written.flatMap(({ key: own, text }, i) => {
      const span = places[i];
      return own === key && span ? [{ text, span }] : [];
    });
  const one = (key: string): Named | undefined => all(key)[0];
  const kind = one('kind');
  const counted = (key: 'minutes' | 'members') => {
    const [value, place] = [values[key], one(key)];
    return value === undefined || !place ? undefined : { value, span: place.span };
  };
  if (!kind) throw new Error('A request has a kind: its type says so.');
  return {
    kind,
    role: one('role'),
    level: one('level'),
    from: one('from'),
    to: one('to'),
    toRole: one('toRole'),
    with: one('with'),
    withLevel: one('withLevel'),
    interview: one('interview'),
    language: one('language'),
    paper: one('paper'),
    theme: one('theme'),
    date: one('date'),
    skills: values.skills && all('skill'),
    minutes: counted('minutes'),
    members: counted('members'),
    sets: all('set').map((id, i) => ({ id, value: sets[i]?.[1] ?? '' })),
    formats: values.formats,
    at: kind.span,
  };
}

/** The place of each text in a source that has a line `key: text` for each. */
function placesOf(written: readonly { readonly key: string; readonly text: string }[]): readonly Span[] {
  const lines = written.map(({ key, text }) => ({ key, shown: text.replace(/\s+/g, ' ') }));
  const source: Source = {
    path: 'request',
    text: lines.map(({ key, shown }) => `${key}: ${shown}`).join('\n'),
  };
  let start = 0;
  return lines.map(({ key, shown }) => {
    const at = start + key.length + 2;
    start = at + shown.length + 1;
    return spanAt(source, at, at + shown.length);
  });
}
