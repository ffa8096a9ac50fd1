/**
 * Form and layout marks: HTML comments that GitHub, editors and wikis hide. Their grammar is written and read here and
 * nowhere else:
 *
 *   mark  = "<!--" S ["/"] name { S part } S "-->"          one line; names in small letters
 *   part  = id | label | number | "|" | "/" | key "=" value  in any order
 *   id    = slug { "/" slug };  label = '"' text '"';  value = no space, no quote;  lines = number ["+"]
 */

/** A slug: small letters and digits, parted by single hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id of a field: slugs, parted by slashes. */
export const FIELD_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/** All names of marks. */
export const MARK_NAMES = [
  'field',
  'choice',
  'check',
  'notes',
  'cells',
  'table',
  'row',
  'next',
  'keep',
  'page',
  'lang',
  'brief',
] as const;
export type MarkName = (typeof MARK_NAMES)[number];

const SLUGS = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:,[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const LINES = /^[1-9]\d*\+?$/;

/** What a mark takes: whether an id and a label, which signs of `numbers` ("n": a number), each key with the form of its value. */
interface MarkRule {
  readonly id: boolean;
  readonly label: 'needed' | 'may' | 'none';
  readonly signs: string;
  readonly keys: Readonly<Record<string, RegExp>>;
}

const BARE: MarkRule = { id: false, label: 'none', signs: '', keys: {} };
const REQUIRED = { required: /^yes$/ };

const RULES: Readonly<Record<MarkName, MarkRule>> = {
  field: { id: true, label: 'may', signs: '', keys: REQUIRED },
  choice: {
    id: true,
    label: 'may',
    signs: '',
    keys: { of: SLUGS, off: SLUGS, with: FIELD_ID, as: /^(?:ruler|line)$/, ...REQUIRED },
  },
  check: { id: true, label: 'may', signs: '', keys: { of: SLUGS, ...REQUIRED } },
  notes: { id: true, label: 'needed', signs: '', keys: { lines: LINES, ...REQUIRED } },
  cells: { id: false, label: 'none', signs: 'n/', keys: {} },
  table: {
    id: true,
    label: 'may',
    signs: 'n|',
    keys: {
      rows: SLUGS,
      cols: /^(?:-|[a-z0-9]+(?:-[a-z0-9]+)*)(?:,(?:-|[a-z0-9]+(?:-[a-z0-9]+)*))*$/,
      lines: /^[1-9]\d*\+?(?:,[1-9]\d*\+?)*$/,
      small: /^[1-9]\d*(?:,[1-9]\d*)*$/,
      ruled: SLUGS,
      // Read entry by entry in table.ts, so that the wrong one can be named.
      heavy: /^\S+$/,
    },
  },
  row: { id: false, label: 'none', signs: 'n|', keys: {} },
  next: BARE,
  keep: BARE,
  page: BARE,
  lang: { id: true, label: 'none', signs: '', keys: {} },
  brief: { id: false, label: 'needed', signs: '', keys: {} },
};
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** A mark as read: `numbers` holds the widths, with "|" and "/" between them as written. */
export interface MarkParts {
  readonly name: MarkName;
  readonly ends: boolean;
  readonly id: string | null;
  readonly label: string | null;
  readonly numbers: readonly (number | '|' | '/')[];
  readonly options: ReadonlyMap<string, string>;
  /** What stands in the mark and cannot be read, or has no meaning in it. */
  readonly unknown: readonly string[];
  /** Keys that the mark does not take. */
  readonly unknownKeys: readonly string[];
}

/** A line that is one comment. */
export const COMMENT_LINE = /^\s*<!--((?:(?!-->)[^\n])*)-->\s*$/;

const HEAD = /^(\/?)\s*([^\s"]*)/;
const PART = /"([^"]*)"|[^\s"]+|"/g;
const NUMBER = /^\d+(?:\.\d+)?$/;
const NAMES: ReadonlySet<string> = new Set(MARK_NAMES);

function isMarkName(text: string): text is MarkName {
  return NAMES.has(text);
}

/** The keys that a mark takes. */
export function keysOf(name: MarkName): readonly string[] {
  return Object.keys(RULES[name].keys);
}

/** True if the mark is nothing without a label. */
export function needsLabel(name: MarkName): boolean {
  return RULES[name].label === 'needed';
}

/** Marks that were read before: documents of one framework have the same ones. */
const known = new Map<string, MarkParts | { readonly other: string }>();
const MOST = 20_000;

/** What stands between `<!--` and `-->` as a mark; `other` is a name that no mark has. */
export function readMark(inner: string): MarkParts | { readonly other: string } {
  const before = known.get(inner);
  if (before) return before;
  const mark = readAnew(inner);
  if (known.size >= MOST) known.clear();
  known.set(inner, mark);
  return mark;
}

function readAnew(inner: string): MarkParts | { readonly other: string } {
  const trimmed = inner.trim();
  const head = HEAD.exec(trimmed);
  const ends = head?.[1] === '/';
  const name = head?.[2] ?? '';
  if (!isMarkName(name)) return { other: name };
  const rule = ends ? BARE : RULES[name];
  let id: string | null = null;
  let label: string | null = null;
  const numbers: (number | '|' | '/')[] = [];
  const options = new Map<string, string>();
  const unknown: string[] = [];
  const unknownKeys: string[] = [];
  const isId = name === 'lang' ? LANGUAGE : FIELD_ID;
  for (const [part, quoted] of trimmed.slice(head?.[0].length ?? 0).matchAll(PART)) {
    const equals = part.indexOf('=');
    if (quoted !== undefined) {
      if (label === null && rule.label !== 'none') label = decode(quoted);
      else unknown.push(part);
    } else if (part === '|' || part === '/') {
      if (rule.signs.includes(part)) numbers.push(part);
      else unknown.push(part);
    } else if (equals > 0) {
      const key = part.slice(0, equals);
      const value = part.slice(equals + 1);
      const form = Object.hasOwn(rule.keys, key) ? rule.keys[key] : undefined;
      if (!form) unknownKeys.push(key);
      else if (form.test(value) && !options.has(key)) options.set(key, value);
      else unknown.push(part);
    } else if (rule.signs.includes('n') && NUMBER.test(part) && Number(part) > 0) numbers.push(Number(part));
    else if (id === null && rule.id && isId.test(part)) id = part;
    else unknown.push(part);
  }
  return { name, ends, id, label, numbers, options, unknown, unknownKeys };
}

/** The mark that a line is, alone; null where it is none. */
export function loneMark(line: string): MarkParts | null {
  const inner = line.includes('<!--') ? COMMENT_LINE.exec(line)?.[1] : undefined;
  const mark = inner === undefined ? null : readMark(inner);
  return mark && !('other' in mark) ? mark : null;
}

/** The widths among a mark's signs, and before which of them a bar stands. */
export function barred(mark: MarkParts): {
  readonly widths: readonly number[];
  readonly bars: ReadonlySet<number>;
} {
  const widths: number[] = [];
  const bars = new Set<number>();
  for (const part of mark.numbers) {
    if (part === '|') bars.add(widths.length);
    else if (part !== '/') widths.push(part);
  }
  return { widths, bars };
}

const NAMED: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&' };
const SIGNS: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '|': '&#124;',
  '-': '&#45;',
};

function character(digits: string, otherwise: string): string {
  const code = Number(digits);
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

function decode(text: string): string {
  return text.replace(/&(?:(quot|lt|gt|amp)|#(\d{1,7}));/g, (entity, name?: string, digits?: string) =>
    digits === undefined ? (NAMED[name ?? ''] ?? entity) : character(digits, entity),
  );
}

/**
 * Decimal character references (`&#124;`) as the characters they stand for; all other text as it is. What a person wrote
 * in a field is read so, which is how any text at all can be written there.
 */
export function decodeNumeric(text: string): string {
  return text.replace(/&#(\d{1,7});/g, (entity, digits: string) => character(digits, entity));
}

/** A text made safe inside a mark's label: `readMark` gives it back. Line ends become spaces. */
export function markText(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/["<>&|]|-(?=-)|(?<=-)-|-$/g, (sign) => SIGNS[sign] ?? sign);
}

/**
 * A text made safe between notes marks, but for a mark at a line's start: of character references only those are read there
 * that we write, so an ampersand that would begin one is written as one.
 */
export function notesText(text: string): string {
  return text.replace(/&(?=#\d{1,7};|lt;!--)/g, '&#38;');
}

/** GitHub's anchor of a heading, by its plain text; doubles get -1, -2 ... from who counts them. */
export function anchorOf(headingText: string): string {
  return headingText
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
