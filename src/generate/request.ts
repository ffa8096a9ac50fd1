/** What is asked of generate: one document, by names, each with the place where it was written. */
import type { Named } from '../problems/named.ts';
import { type Source, type Span, spanAt } from '../problems/source.ts';

export type Format = 'md' | 'pdf';

/** One `--set id=value`. */
export interface Setting {
  readonly id: Named;
  readonly value: string;
}

export interface Request {
  /** The document kind: the name of its template. */
  readonly kind: Named;
  readonly role?: Named | undefined;
  readonly level?: Named | undefined;
  readonly from?: Named | undefined;
  readonly to?: Named | undefined;
  readonly toRole?: Named | undefined;
  readonly interview?: Named | undefined;
  readonly skills?: readonly Named[] | undefined;
  readonly minutes?: { readonly value: number; readonly span: Span } | undefined;
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
  readonly interview?: string;
  readonly skills?: readonly string[];
  readonly minutes?: number;
  readonly set?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly paper?: string;
  readonly theme?: string;
  readonly date?: string;
  readonly formats?: readonly Format[];
}

/** A Request of plain values. Its Problems show the values as lines of a source named `request`. */
export function requestOf(values: RequestValues): Request {
  const lines: string[] = [];
  const pending: { key: string; text: string; line: number }[] = [];
  const put = (key: string, text: string) => {
    pending.push({ key, text, line: lines.length });
    lines.push(`${key}: ${text.replace(/\s+/g, ' ')}`);
    return pending.length - 1;
  };
  const single = (key: string, text: string | undefined) => (text === undefined ? null : put(key, text));
  const kind = put('kind', values.kind);
  const keys = ['role', 'level', 'from', 'to', 'toRole', 'interview'] as const;
  const places = keys.map((key) => single(key, values[key]));
  const settings = ['language', 'paper', 'theme', 'date'] as const;
  const settingPlaces = settings.map((key) => single(key, values[key]));
  const skills = values.skills?.map((skill) => put('skill', skill));
  const minutes = single('minutes', values.minutes?.toString());
  const sets = Object.entries(values.set ?? {}).map(([id, value]) => ({ id: put('set', id), value }));

  const source: Source = { path: 'request', text: lines.join('\n') };
  const starts: number[] = [];
  for (let i = 0, at = 0; i < lines.length; i++) {
    starts.push(at);
    at += (lines[i]?.length ?? 0) + 1;
  }
  const named = (index: number | null): Named | undefined => {
    const entry = index === null ? undefined : pending[index];
    if (entry === undefined) return undefined;
    const start = (starts[entry.line] ?? 0) + entry.key.length + 2;
    return { text: entry.text, span: spanAt(source, start, start + entry.text.length) };
  };
  const always = (index: number): Named => named(index) ?? { text: '', span: spanAt(source, 0) };
  const [role, level, from, to, toRole, interview] = places.map((place) => named(place));
  const [language, paper, theme, date] = settingPlaces.map((place) => named(place));
  return {
    ...{ kind: always(kind), role, level, from, to, toRole, interview, language, paper, theme, date },
    skills: skills?.map(always),
    minutes:
      values.minutes === undefined || minutes === null
        ? undefined
        : { value: values.minutes, span: always(minutes).span },
    sets: sets.map(({ id, value }) => ({ id: always(id), value })),
    formats: values.formats,
    at: always(kind).span,
  };
}
