/**
 * Values into a document's fields, as a person would type them: the Markdown comes back with the values standing in it and
 * everything else byte for byte. What was written is read again before it is given back.
 */
import { type Checked, checked, good } from '../problems/checked.ts';
import { controlCharacterAt } from '../problems/control-character.ts';
import type { Named } from '../problems/named.ts';
import { knownNames } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import type { Source, Span } from '../problems/source.ts';
import type { Document, Field } from './document.ts';
import { parseDocument } from './parse.ts';
import { type EditedLines, editedLines, placesOf, setBox, setCell, setField, setNotes } from './places.ts';

/** A value for the field of that id. A choice takes an option's id, a check `yes` or its options' ids parted by commas. */
export interface FillValue {
  readonly id: Named;
  readonly value: string;
  /** Where the value was written, as wide as it is long; by default Problems of it stand at the id. */
  readonly valueSpan?: Span | undefined;
}

/** Values by id: the one text of a line or of notes; the ids of the options that are ticked. */
type Wanted = ReadonlyMap<string, readonly string[]>;

/**
 * The source with `values` in their fields: a line takes one line, a table's cell or notes any text, a choice the id of an
 * option, a check `yes` or ids of options parted by commas; an empty value leaves the field empty. Problems, at the id's
 * place: `unknown-field`, `double-value`, `excluded-choice`, `unwritable-value` (more than one line outside of a cell, or a
 * place where the value could not be read back); at the value's: `unknown-choice-option`,
 * `control-character`.
 */
export function fillDocument(document: Document, values: readonly FillValue[]): Checked<Source> {
  const { source, fields } = document;
  if (values.length === 0) return good(source);
  const byId = new Map(fields.map((field) => [field.id, field]));
  const { cells } = placesOf(document.blocks);
  const wanted = new Map<string, readonly string[]>();
  const names = new Map<string, Named>();
  const problems: Problem[] = [];
  for (const written of values) {
    const { id, value } = written;
    const field = byId.get(id.text);
    const problem = names.has(id.text)
      ? error('double-value', `"${id.text}" is set twice`, id.span, { help: 'set it once' })
      : valueProblem(written, field, byId.keys(), cells.has(id.text));
    names.set(id.text, id);
    if (problem) problems.push(problem);
    else if (field) wanted.set(id.text, wantedOf(field, value));
  }
  problems.push(...excludedChoices(fields, wanted, names));
  if (problems.length > 0) return checked(source, problems);
  const written = write(document, wanted);
  for (const id of notReadBack(document, written, wanted)) {
    const name = names.get(id);
    if (name)
      problems.push(unwritable(name, 'could not be read back from its place', 'type it into the file'));
  }
  return checked(written, problems);
}

function unwritable(id: Named, why: string, help: string): Problem {
  return error('unwritable-value', `The value of "${id.text}" ${why}`, id.span, { help });
}

/** What is wrong with a value for a field, if anything is. `cell`: it is a cell of a table. */
function valueProblem(
  { id, value, valueSpan }: FillValue,
  field: Field | undefined,
  known: Iterable<string>,
  cell: boolean,
): Problem | null {
  if (!field) {
    const help = knownNames(id.text, [...known]);
    return error('unknown-field', `The document has no field "${id.text}"`, id.span, { help });
  }
  const unprintable = controlCharacterAt(value, valueSpan ?? id.span);
  if (unprintable) return unprintable;
  if (field.kind === 'line') {
    if (cell || !/[\r\n]/.test(value)) return null;
    return unwritable(
      id,
      'has more than one line',
      'this field holds one line; notes and cells of tables hold more',
    );
  }
  if (field.kind === 'notes') return null;
  const options = optionsOf(field);
  const unknown = wantedOf(field, value).find((option) => !options.includes(option));
  if (unknown === undefined) return null;
  const help = knownNames(unknown, options);
  const span = valueSpan ? partOf(valueSpan, value, unknown) : id.span;
  return error('unknown-choice-option', `"${id.text}" has no option "${unknown}"`, span, { help });
}

/** The place of one of the ids that a value parts by commas; of the whole where it is not written as wide as it is. */
function partOf(span: Span, value: string, part: string): Span {
  if (part === '' || span.endColumn - span.column !== value.length) return span;
  const before = value.split(',');
  const which = before.findIndex((text) => text.trim() === part);
  const from = Math.max(0, value.indexOf(part, before.slice(0, which).join(',').length));
  return { ...span, column: span.column + from, endColumn: span.column + from + part.length };
}

function optionsOf(field: Field): readonly string[] {
  if (field.kind === 'choice') return field.options;
  return field.kind === 'check' && field.options.length > 0 ? field.options : ['yes'];
}

function wantedOf(field: Field, value: string): readonly string[] {
  if (field.kind === 'notes') return [value.replace(/\r\n?/g, '\n')];
  if (field.kind === 'line') return [value.replace(/\r\n?/g, '\n')];
  const trimmed = value.trim();
  if (trimmed === '') return [];
  return field.kind === 'choice' ? [trimmed] : trimmed.split(',').map((option) => option.trim());
}

/** What a field holds, as `wantedOf` gives it. */
function heldBy(field: Field): readonly string[] {
  if (field.kind === 'check') return field.value;
  if (field.kind === 'choice') return field.value === null ? [] : [field.value];
  return [field.value];
}

/** Choices that exclude each other and would both be ticked: a Problem at the one that was set last. */
function excludedChoices(
  fields: readonly Field[],
  wanted: Wanted,
  names: ReadonlyMap<string, Named>,
): readonly Problem[] {
  const ticked = (field: Field): boolean => (wanted.get(field.id) ?? heldBy(field)).length > 0;
  const order = [...names.keys()];
  const pairs = new Map<string, readonly [string, string]>();
  for (const field of fields) {
    const other = field.kind === 'choice' ? fields.find((f) => f.id === field.with) : undefined;
    if (!other || !ticked(field) || !ticked(other)) continue;
    const [first = '', second = ''] = [field.id, other.id].sort(
      (a, b) => order.indexOf(a) - order.indexOf(b),
    );
    pairs.set([field.id, other.id].sort().join(' '), [first, second]);
  }
  return [...pairs.values()].flatMap(([first, second]) => {
    const name = names.get(second);
    if (!name) return [];
    const help = `set only one of "${first}" and "${second}"`;
    return [error('excluded-choice', `"${second}" and "${first}" exclude each other`, name.span, { help })];
  });
}

/** The source with the values written, line by line. */
function write(document: Document, wanted: Wanted): Source {
  const lines = editedLines(document.source);
  const places = placesOf(document.blocks);
  for (const field of document.fields) {
    const value = wanted.get(field.id);
    if (!value) continue;
    if (field.kind === 'notes') setNotes(lines, field.line, value[0] ?? '');
    else if (field.kind === 'line')
      writeLine(lines, field.id, field.line, places.cells.get(field.id), value[0] ?? '');
    else {
      const on = new Set(
        field.kind === 'check' && field.options.length === 0 && value.length > 0 ? [''] : value,
      );
      for (const place of places.boxes.get(field.id) ?? []) setBox(lines, place, on.has(place.option));
    }
  }
  return { path: document.source.path, text: lines.text() };
}

function writeLine(
  lines: EditedLines,
  id: string,
  line: number,
  cell: { readonly line: number; readonly column: number } | undefined,
  value: string,
): void {
  if (cell) setCell(lines, cell.line, cell.column, value);
  else setField(lines, line, id, value);
}

/** Ids of set values that are not read back; of all that were set, where another field changed. */
function notReadBack(document: Document, written: Source, wanted: Wanted): readonly string[] {
  const again = parseDocument(written);
  if (!again.ok) return [...wanted.keys()];
  const read = new Map(again.value.fields.map((field) => [field.id, heldBy(field)]));
  const changed = document.fields
    .filter(
      (field) => !same(sortedTicks(field, wanted.get(field.id) ?? heldBy(field)), read.get(field.id) ?? []),
    )
    .map((field) => field.id);
  const set = changed.filter((id) => wanted.has(id));
  return changed.length > 0 && set.length === 0 ? [...wanted.keys()] : set;
}

/** Ticks of a check in the order of its options, each once. */
function sortedTicks(field: Field, value: readonly string[]): readonly string[] {
  return field.kind === 'check' ? optionsOf(field).filter((option) => value.includes(option)) : value;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
