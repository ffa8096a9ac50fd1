/**
 * Marks counted and notes lifted out, both by lines and before Markdown is read: a person's text between notes marks can
 * hold anything, and a mark that Markdown swallows is still known.
 */

import { commentsIn } from './comments.ts';
import type { NotesField } from './document.ts';
import { loneMark, MARK_NAMES, type MarkParts, readMark } from './marks.ts';
import { nearestMark } from './near-mark.ts';
import { checkMark, fail, type Reading, takeId, warn } from './reading.ts';
import { readNotes } from './values.ts';

const BROKEN = /<!(?:[\u2013\u2014]|-(?!-))\s*(\/?\s*[a-z]*)/;
const DEFAULT_LINES = 3;

/** How many marks stand in each line. */
export type MarkCounts = ReadonlyMap<number, number>;

/**
 * Counts the marks from line `from` on and takes the text between notes marks out of `lines` (empty lines stay, so that
 * line numbers hold), each as a field in `reading.notes`. Problems: `unknown-mark`, `broken-mark`, `no-end` of notes, those
 * of ids and parts; `comment` (warning).
 */
export function liftNotes(reading: Reading, lines: string[], from: number): MarkCounts {
  const counts = new Map<number, number>();
  for (let i = from - 1; i < lines.length; i++) {
    const text = lines[i] ?? '';
    if (!text.includes('<!')) continue;
    const found = marksIn(reading, text, i + 1);
    if (found > 0) counts.set(i + 1, found);
    if (text.lastIndexOf('<!--') > text.lastIndexOf('-->')) {
      i = openComment(reading, lines, i);
      continue;
    }
    const mark = loneMark(text);
    if (mark?.name !== 'notes' || mark.ends) continue;
    let end = i + 1;
    while (end < lines.length && loneMark(lines[end] ?? '') === null) end++;
    const body = lines.slice(i + 1, end);
    lines.fill('', i + 1, end);
    takeNotes(reading, mark, body, i + 1);
    const after = loneMark(lines[end] ?? '');
    if (after?.name !== 'notes' || !after.ends) {
      const help = 'end them with <!-- /notes --> in a line of its own';
      fail(reading, 'no-end', 'These notes have no end', i + 1, help);
    }
    i = end - 1;
  }
  return counts;
}

/** Checks the comments of a line; returns how many are marks. */
function marksIn(reading: Reading, text: string, line: number): number {
  let count = 0;
  for (const { inner } of commentsIn(text)) {
    const mark = readMark(inner);
    if (!('other' in mark)) {
      count++;
      checkMark(reading, mark, line);
    } else if (mark.other !== '') {
      const near = nearestMark(mark.other);
      if (near === null) warn(reading, 'comment', 'This comment is not printed', line);
      else fail(reading, 'unknown-mark', `There is no mark "${mark.other}"`, line, `did you mean "${near}"?`);
    }
  }
  const broken = BROKEN.exec(text);
  if (broken) {
    const help = 'a mark begins with <!-- and ends with -->, with plain hyphens';
    fail(reading, 'broken-mark', 'This looks like a mark, but it cannot be read', line, help);
  }
  return count;
}

/**
 * A comment that does not end in its line: no mark, and broken if it would take another comment with it. Returns the index
 * of the line that it ends in, or of its own.
 */
function openComment(reading: Reading, lines: readonly string[], at: number): number {
  const text = lines[at] ?? '';
  const name = /^<!--\s*\/?\s*([^\s"]*)/.exec(text.slice(text.lastIndexOf('<!--')))?.[1] ?? '';
  const known = MARK_NAMES.some((mark) => mark === name) || nearestMark(name) !== null;
  let next = at + 1;
  while (!known && next < lines.length && !/-->|<!--/.test(lines[next] ?? '')) next++;
  if (!known && /-->|<!--/.exec(lines[next] ?? '')?.[0] === '-->') {
    warn(reading, 'comment', 'This comment is not printed', at + 1);
    return next;
  }
  const help = 'end it with --> in the same line';
  fail(reading, 'broken-mark', 'This comment has no end in its line', at + 1, help);
  return at;
}

function takeNotes(reading: Reading, mark: MarkParts, body: readonly string[], line: number): void {
  if (!takeId(reading, mark.id, line)) return;
  const lines = mark.options.get('lines') ?? `${DEFAULT_LINES}`;
  const field: NotesField = {
    kind: 'notes',
    id: mark.id,
    label: mark.label ?? '',
    required: mark.options.has('required'),
    line,
    value: readNotes(body),
    lines: Number.parseInt(lines, 10),
    grow: lines.endsWith('+'),
  };
  reading.notes.set(line, field);
  reading.fields.push(field);
}
