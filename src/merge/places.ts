/**
 * Finds the place of every piece of data in a template, from the template's own text round it: what may stand before it
 * in its line, and what may follow. Where ways part (a condition, a list), each way counts.
 *
 * A partial stands alone in its line (lint.ts sees to it), so a file can be read by itself: before it and after it a
 * line begins.
 */
import {
  type Block,
  isBlock,
  isContent,
  isMustache,
  isPartial,
  type Mustache,
  nameOf,
  type Program,
  type Statement,
  waysOf,
} from './ast.ts';
import { type Place, UNKNOWN } from './escape.ts';

/** What may stand in the line before a place. Data is UNKNOWN. */
interface Before {
  readonly line: string;
  /** Between notes marks. */
  readonly notes: boolean;
  /** In the list after a cells mark. */
  readonly cells: boolean;
}

const NOTHING: Before = { line: '', notes: false, cells: false };

/** Ways that are looked at, at most; what is more alike adds nothing. */
const WAYS = 24;

/** Called with each piece of data (`{{x}}`) and its place. May be called again with a wider one, which then holds. */
export type PlaceFound = (mustache: Mustache, place: Place) => void;

/** What kind of text the template makes: a Markdown file, a value of its front matter, a line of its foot. */
export type Output = 'markdown' | 'plain' | 'foot';

/** Walks a template. `printsMarkup`: helpers whose output is Markdown already; they have no place. */
export function findPlaces(
  program: Program,
  output: Output,
  printsMarkup: ReadonlySet<string>,
  found: PlaceFound,
): void {
  const walk = (
    body: readonly Statement[],
    entering: readonly Before[],
    after: readonly string[],
  ): readonly Before[] => {
    let before = entering;
    body.forEach((statement, i) => {
      const rest = () => ahead(body, i + 1, after);
      if (isContent(statement)) before = before.map((way) => append(way, statement.value));
      else if (isMustache(statement)) {
        if (!printsMarkup.has(nameOf(statement))) {
          found(statement, placeOf(before, rest(), output));
          before = unique(before.map((way) => ({ ...way, line: way.line + UNKNOWN })));
        }
      } else if (isBlock(statement)) before = block(statement, before, rest());
      else if (isPartial(statement)) before = [NOTHING];
    });
    return before;
  };

  const block = (
    statement: Block,
    entering: readonly Before[],
    rest: readonly string[],
  ): readonly Before[] => {
    const ways = waysOf(statement);
    const main = ways.main?.body;
    const inverse = ways.otherwise?.body;
    const repeats = nameOf(statement) === 'each';
    const after = repeats && main ? unique([...rest, ...ahead(main, 0, rest)]) : rest;
    let out = main ? walk(main, entering, after) : entering;
    if (repeats && main) {
      for (let round = 0; round < 3; round++) {
        const wider = unique([...entering, ...out]);
        out = walk(main, wider, after);
      }
    }
    const otherwise = inverse ? walk(inverse, entering, rest) : entering;
    return unique([...out, ...otherwise]);
  };

  walk(program.body, [NOTHING], ['']);
}

/** The rest of the line from a statement on, along each way; data is UNKNOWN. */
function ahead(body: readonly Statement[], from: number, after: readonly string[]): readonly string[] {
  const statement = body[from];
  if (!statement) return after;
  if (isContent(statement)) {
    const end = statement.value.indexOf('\n');
    if (end >= 0) return [statement.value.slice(0, end + 1)];
    return ahead(body, from + 1, after).map((rest) => statement.value + rest);
  }
  if (isPartial(statement)) return ['\n'];
  if (isMustache(statement)) {
    const rest = ahead(body, from + 1, after);
    if (nameOf(statement) === 'lang') return unique([...rest, ...rest.map((way) => ` ${way}`)]);
    return rest.map((way) => UNKNOWN + way);
  }
  if (!isBlock(statement)) return ahead(body, from + 1, after);
  const rest = ahead(body, from + 1, after);
  const { main, otherwise } = waysOf(statement);
  const first = main ? ahead(main.body, 0, rest) : rest;
  return unique([...first, ...(otherwise ? ahead(otherwise.body, 0, rest) : rest)]);
}

const LINE_START = /^(?:\s*(?:>|[-+*]|[\d\uE000]{1,9}[.)])(?:\s+|$))*[\s\uE000]*$/;

function placeOf(before: readonly Before[], rest: readonly string[], output: Output): Place {
  const first = before[0] ?? NOTHING;
  const next = [...new Set(rest.map((way) => way.charAt(0)))].join('');
  const flags = { lineStart: false, heading: false, cell: false, label: false, foot: false };
  const place = { ...flags, key: 'no', next } as const;
  if (output === 'plain') return { ...place, setting: 'plain' };
  if (output === 'foot') return { ...place, setting: 'markdown', foot: true };
  if (first.notes) return { ...place, setting: 'notes' };
  const comment = first.line.lastIndexOf('<!--');
  if (comment > first.line.lastIndexOf('-->')) {
    const quotes = first.line.slice(comment).split('"').length - 1;
    return { ...place, setting: quotes % 2 === 1 ? 'mark-label' : 'mark' };
  }
  const cell = before.some((way) => /^\s*\|/.test(way.line));
  return {
    setting: 'markdown',
    lineStart: before.some((way) => LINE_START.test(way.line)),
    heading: before.some((way) => /^#{1,6}\s/.test(way.line)),
    cell,
    label: isLabel(before, rest, cell),
    key: keyOf(before, rest),
    foot: false,
    next,
  };
}

const FIELD = /<!--\s*field\b/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])\s/;

/** No colon stands before it in its text, and it is a frame's cell, or a blank follows in the line (or the table's cell). */
function isLabel(before: readonly Before[], rest: readonly string[], cell: boolean): boolean {
  if (before.some(({ cells, line }) => cells && ITEM.test(line) && !line.includes(':'))) return true;
  if (!rest.some((way) => FIELD.test(cell ? (way.split('|')[0] ?? '') : way))) return false;
  return before.some(({ line }) => {
    const from = Math.max(line.lastIndexOf('-->'), cell ? line.lastIndexOf('|') : -1);
    return !line.slice(from + 1).includes(':');
  });
}

const OPENS_STRONG = /(?:^\s*(?:[->+*#\s]|[\d\uE000]{1,9}[.)])*\s|\|\s*)\*\*\uE000*$/;
const ENDS_STRONG = /^\uE000*\*\*/;
/** The rest of a row of a table whose other cells are empty: its strong is a group's name. */
const EMPTY_CELLS = /^[^|]*\|(?:\s*\|)+\s*$/;

/** Whether a strong that opens a heading, an item or a cell ends after it, and what follows. */
function keyOf(before: readonly Before[], rest: readonly string[]): Place['key'] {
  if (!before.some(({ line }) => OPENS_STRONG.test(line))) return 'no';
  const ends = rest.filter((way) => ENDS_STRONG.test(way) && !EMPTY_CELLS.test(way));
  if (ends.length === 0) return 'no';
  const words = ends.some((way) => /^(?: +[^\s|]|\uE000)/.test(way.replace(ENDS_STRONG, '')));
  return words ? 'with-words' : 'alone';
}

function append(before: Before, text: string): Before {
  const lines = (before.line + text).split('\n');
  const line = lines.pop() ?? '';
  let { notes, cells } = before;
  for (const ended of lines) {
    if (/^<!--\s*notes\b/.test(ended)) notes = true;
    else if (/^<!--\s*\/\s*notes\b/.test(ended)) notes = false;
    if (/^<!--\s*cells\b/.test(ended)) cells = true;
    else if (!ITEM.test(ended) && !/^(?:\s|$|<!--\s*check\b)/.test(ended)) cells = false;
  }
  return { line, notes, cells };
}

function unique<T extends string | Before>(ways: readonly T[]): readonly T[] {
  const seen = new Map<string, T>();
  for (const way of ways) {
    const key = typeof way === 'string' ? way : `${way.notes}${way.cells}${way.line}`;
    if (!seen.has(key) && seen.size < WAYS) seen.set(key, way);
  }
  return [...seen.values()];
}
