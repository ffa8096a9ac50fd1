/**
 * The state of reading one file: its source, the Problems met, the ids taken, the marks that found their place. One for a
 * file; each step of the parse takes it first.
 */
import type { CodeOf } from '../problems/code.ts';
import { error, type Problem, warning } from '../problems/problem.ts';
import { lineSpan, type Source } from '../problems/source.ts';
import type { Field, Image, NotesField } from './document.ts';
import { keysOf, type MarkParts, needsLabel } from './marks.ts';

export interface Reading {
  readonly source: Source;
  readonly problems: Problem[];
  readonly fields: Field[];
  readonly pictures: Image[];
  /** Line of each id taken. */
  readonly ids: Map<string, number>;
  /** Marks met, by line: what the tree did not meet is told at the end. */
  readonly met: Map<number, number>;
  /** Notes lifted out, by the line of their mark. */
  readonly notes: Map<number, NotesField>;
  /** Anchors of headings, counted. */
  readonly anchors: Map<string, number>;
  /** Links to headings here, with their line. */
  readonly links: { readonly anchor: string; readonly line: number }[];
  /** What markdown-it keeps between calls: link references. */
  readonly env: { references?: Record<string, { title: string; href: string }> };
  /** Words of the last heading: the name of a choice that has none of its own. */
  heading: string;
}

/** A reading of a file, nothing read yet. */
export function newReading(source: Source): Reading {
  return {
    ...{ source, problems: [], fields: [], pictures: [], ids: new Map(), met: new Map() },
    ...{ notes: new Map(), anchors: new Map(), links: [], env: {}, heading: '' },
  };
}

/** Reports an error in a line. */
export function fail(
  reading: Reading,
  code: CodeOf<'error'>,
  message: string,
  line: number,
  help?: string,
): void {
  reading.problems.push(error(code, message, lineSpan(reading.source, line), { help }));
}

/** Reports a warning in a line. */
export function warn(
  reading: Reading,
  code: CodeOf<'warning'>,
  message: string,
  line: number,
  help?: string,
): void {
  reading.problems.push(warning(code, message, lineSpan(reading.source, line), { help }));
}

/** Reports a mark of boxes that no list follows. */
export function failWithoutList(reading: Reading, mark: MarkParts, line: number): void {
  const help = 'put the list after it, with an empty line between them';
  fail(reading, 'misplaced-mark', `A "${mark.name}" mark stands before its list`, line, help);
}

/** A mark of this line found its place. */
export function meet(reading: Reading, line: number): void {
  reading.met.set(line, (reading.met.get(line) ?? 0) + 1);
}

/**
 * Takes an id for a field: it must be there and stand once in a file. Problems: `no-id`, `double-id` with the place of
 * the first.
 */
export function takeId(reading: Reading, id: string | null, line: number): id is string {
  if (id === null) {
    const help = 'give it one: small letters, digits and hyphens, parts parted by /, e.g. candidate';
    fail(reading, 'no-id', 'This mark has no id', line, help);
    return false;
  }
  const first = reading.ids.get(id);
  if (first !== undefined) {
    reading.problems.push(
      error('double-id', `The id "${id}" stands twice`, lineSpan(reading.source, line), {
        help: 'each field has an id of its own',
        related: [{ message: 'the first stands here', span: lineSpan(reading.source, first) }],
      }),
    );
    return false;
  }
  reading.ids.set(id, line);
  return true;
}

/** Parts that list ids, each of which stands once among them. */
const LISTS = [['of', 'off'], ['rows'], ['cols']];

/** Reports what a mark holds and does not take, and a label that it needs. Problems: `unreadable-part`, `unknown-part`, `no-label`, `double-option`. */
export function checkMark(reading: Reading, mark: MarkParts, line: number): void {
  for (const part of mark.unknown) {
    const message = `${part.startsWith('"') ? part : `"${part}"`} cannot be read in a "${mark.name}" mark`;
    fail(reading, 'unreadable-part', message, line, 'take it away, or see how the mark is written');
  }
  for (const key of mark.unknownKeys) {
    const keys = keysOf(mark.name);
    const help = keys.length > 0 ? `it takes: ${keys.map((k) => `${k}=`).join(', ')}` : undefined;
    fail(reading, 'unknown-part', `The mark "${mark.name}" has no "${key}="`, line, help);
  }
  if (!mark.ends && needsLabel(mark.name) && (mark.label === null || mark.label.trim() === '')) {
    const help =
      mark.name === 'notes'
        ? 'say what is written here: <!-- notes id "Label" -->'
        : 'put the words in quotes';
    fail(reading, 'no-label', `The mark "${mark.name}" needs words in quotes`, line, help);
  }
  if (mark.options.size === 0) return;
  for (const keys of LISTS) {
    const ids = keys.flatMap((key) => idsOf(mark, key)).filter((id) => id !== '-');
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    if (twice !== undefined) fail(reading, 'double-option', `"${twice}" stands twice in "${keys[0]}="`, line);
  }
}

/** The ids that a part of a mark lists. */
export function idsOf(mark: MarkParts, key: string): readonly string[] {
  return mark.options.get(key)?.split(',') ?? [];
}
