/**
 * Form and layout marks: HTML comments that GitHub, editors and wikis hide. Their grammar is written and read here and
 * nowhere else:
 *
 *   mark  = "<!--" S ["/"] name { S part } S "-->"          one line; names in small letters
 *   part  = id | label | number | "|" | "/" | key "=" value  in any order
 *   id    = slug { "/" slug };  label = '"' text '"';  value = no space, no quote;  lines = number ["+"]
 */

/** An id of a field: slugs, parted by slashes. */
export const FIELD_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/** A slug: small letters and digits, parted by single hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

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

/** A mark as read: `numbers` holds the widths, with "|" and "/" between them as written. */
export interface MarkParts {
  readonly name: MarkName;
  readonly ends: boolean;
  readonly id: string | null;
  readonly label: string | null;
  readonly numbers: readonly (number | '|' | '/')[];
  readonly options: ReadonlyMap<string, string>;
  /** What stands in the mark and is none of these. */
  readonly unknown: readonly string[];
}

/** A comment of one line, whether it is a mark or not. */
export const COMMENT = /<!--([^\n]*?)-->/g;

const PART = /"([^"]*)"|([^\s"]+)/g;

function isMarkName(text: string): text is MarkName {
  return MARK_NAMES.some((name) => name === text);
}

/** What stands between `<!--` and `-->` as a mark; a string is a name that no mark has. */
export function readMark(inner: string): MarkParts | { readonly other: string } {
  const trimmed = inner.trim();
  const ends = trimmed.startsWith('/');
  const head = /^\/?\s*([^\s"]*)/.exec(trimmed);
  const name = head?.[1] ?? '';
  if (!isMarkName(name)) return { other: name };
  let id: string | null = null;
  let label: string | null = null;
  const numbers: (number | '|' | '/')[] = [];
  const options = new Map<string, string>();
  const unknown: string[] = [];
  for (const [whole, quoted, word = ''] of trimmed.slice(head?.[0].length ?? 0).matchAll(PART)) {
    const equals = word.indexOf('=');
    if (quoted !== undefined) {
      if (label === null) label = decode(quoted);
      else unknown.push(whole);
    } else if (word === '|' || word === '/') numbers.push(word);
    else if (equals > 0) options.set(word.slice(0, equals), decode(word.slice(equals + 1)));
    else if (/^\d+(?:\.\d+)?$/.test(word) && name !== 'field') numbers.push(Number(word));
    else if (id === null && (name === 'lang' || FIELD_ID.test(word))) id = word;
    else unknown.push(word);
  }
  return { name, ends, id, label, numbers, options, unknown };
}

const ENTITIES: Readonly<Record<string, string>> = { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' };

function decode(text: string): string {
  return text.replace(
    /&(?:quot|lt|gt|amp|#\d+);/g,
    (entity) => ENTITIES[entity] ?? String.fromCodePoint(Number(entity.slice(2, -1))),
  );
}

/** A text made safe inside a mark's label: `readMark` gives it back. Line ends become spaces. */
export function markText(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/["<>&|]|-(?=-)|(?<=-)-|-$/g, (c) =>
      c === '"'
        ? '&quot;'
        : c === '<'
          ? '&lt;'
          : c === '>'
            ? '&gt;'
            : c === '&'
              ? '&amp;'
              : c === '|'
                ? '&#124;'
                : '&#45;',
    );
}

/** GitHub's anchor of a heading, by its plain text; doubles get -1, -2 ... from who counts them. */
export function anchorOf(headingText: string): string {
  return headingText
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
