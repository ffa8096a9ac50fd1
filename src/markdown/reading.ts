/**
 * The state of reading one file: its source, the Problems met, the ids taken, the marks that found their place. One for a
 * file; each step of the parse takes it first.
 */
import type { Token } from 'markdown-it';
import { error, type Problem, warning } from '../problems/problem.ts';
import { lineSpan, type Source } from '../problems/source.ts';
import type { Field, NotesField } from './document.ts';
import { FIELD_ID, type MarkParts } from './marks.ts';

export interface Reading {
  readonly source: Source;
  readonly problems: Problem[];
  readonly fields: Field[];
  /** Line of each id taken. */
  readonly ids: Map<string, number>;
  /** Marks met, by line: what the tree did not meet is told at the end. */
  readonly met: Map<number, number>;
  /** Notes lifted out, by the line of their mark. */
  readonly notes: ReadonlyMap<number, NotesField>;
  /** Anchors of headings, counted. */
  readonly anchors: Map<string, number>;
  /** Links to headings here, with their line. */
  readonly links: { readonly anchor: string; readonly line: number }[];
}

export type { Token };

/** Reports an error in a line. */
export function fail(reading: Reading, code: string, message: string, line: number, help?: string): void {
  reading.problems.push(error(code, message, lineSpan(reading.source, line), { help }));
}

/** Reports a warning in a line. */
export function warn(reading: Reading, code: string, message: string, line: number, help?: string): void {
  reading.problems.push(warning(code, message, lineSpan(reading.source, line), { help }));
}

/** A mark of this line found its place. */
export function meet(reading: Reading, line: number): void {
  reading.met.set(line, (reading.met.get(line) ?? 0) + 1);
}

/** Takes an id for a field: it must be there and stand once in a file. */
export function takeId(reading: Reading, id: string | null, line: number): id is string {
  if (id === null) {
    fail(
      reading,
      'no-id',
      'This mark has no id',
      line,
      'give it one: small letters, digits and hyphens, e.g. candidate',
    );
    return false;
  }
  if (!FIELD_ID.test(id)) {
    fail(
      reading,
      'bad-id',
      `"${id}" is no id`,
      line,
      'an id has small letters, digits and single hyphens; parts are parted by /',
    );
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

/** Parts of a mark that mean nothing there are Problems. `known`: the keys that it takes. */
export function checkParts(reading: Reading, mark: MarkParts, line: number, known: readonly string[]): void {
  for (const part of mark.unknown)
    fail(reading, 'unreadable-part', `"${part}" cannot be read in this mark`, line);
  for (const key of mark.options.keys()) {
    if (!known.includes(key)) {
      const help = known.length > 0 ? `it takes: ${known.join(', ')}` : undefined;
      fail(reading, 'unknown-part', `The mark "${mark.name}" has no "${key}="`, line, help);
    }
  }
}
