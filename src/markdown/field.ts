/**
 * The fields of a form, read: what each is called, what it can hold, what a person put in it.
 *
 * Kept true: nothing ticked and nothing written is null, [] or "", never a value.
 */

interface FieldBase {
  /** `slug(/slug)*`, once in a file; the name of the PDF's form field. */
  readonly id: string;
  /** What is spoken, plain text: the mark's label, else the visible one. */
  readonly label: string;
  readonly required: boolean;
  /** Line of the mark in the source. */
  readonly line: number;
}

/** One or more lines to write on in a line, a cell, or a table's cell. */
export interface LineField extends FieldBase {
  readonly kind: 'line';
  readonly value: string;
}

/** A person's text of any length. */
export interface NotesField extends FieldBase {
  readonly kind: 'notes';
  readonly value: string;
  /** Lines to write on at least; `grow`: takes a share of what is left of the page. */
  readonly lines: number;
  readonly grow: boolean;
}

/** One of the options, or none. */
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  /** Ids of all options in order, those off the rail last. */
  readonly options: readonly string[];
  /** Those of `options` that stand off the rail. */
  readonly off: readonly string[];
  readonly value: string | null;
  /** Id of the choice with which this one excludes a tick. */
  readonly with: string | null;
}

/** Each box for itself. `options` is empty for a single box, whose value is ['yes'] when ticked. */
export interface CheckField extends FieldBase {
  readonly kind: 'check';
  readonly options: readonly string[];
  readonly value: readonly string[];
}

export type Field = LineField | NotesField | ChoiceField | CheckField;

/** A box on the page: which field, which option of it ('' for a single check), ticked or not. */
export interface Box {
  readonly field: ChoiceField | CheckField;
  readonly option: string;
  readonly on: boolean;
  /** The words beside it or over it, plain text; empty for a single check, whose label says it. */
  readonly said: string;
}
