/**
 * What is done to a form in every viewer, and what must stand in the file afterwards. The fields are found by what they
 * are, not by name, so that a template may change and the scene still plays.
 */
import type { Field, Form, Widget } from './form.ts';

/** `line`: text of one line; `echo`: the text that shows in several places; `back`: a choice that is taken back. */
export const PARTS = ['line', 'echo', 'notes', 'choice', 'back', 'check'] as const;
export type Part = (typeof PARTS)[number];

export interface Action {
  readonly id: string;
  /** Where a person would click. */
  readonly widget: Widget;
  /** To write in place of what is there; none for a click on a box. */
  readonly text?: string;
}

export interface Scene {
  readonly actions: readonly Action[];
  /** Which field plays which part. */
  readonly parts: ReadonlyMap<Part, string>;
  /** The value that each field of the form must have afterwards. */
  readonly values: ReadonlyMap<string, string>;
}

const TEXTS: Readonly<Partial<Record<Part, string>>> = {
  line: 'Jörg “JD” Groß',
  echo: 'Renée Jürgens-O’Hara',
  notes: 'She said: “we stopped it”.\n„Ärger“ mit Öl – 5 € über Maß…',
};

export function sceneFor(form: Form): Scene {
  const actions: Action[] = [];
  const parts = new Map<Part, string>();
  const values = new Map(form.fields.map(({ id, value }) => [id, value]));
  const play = (part: Part, field: Field | undefined, value: string, steps: readonly Action[]): void => {
    if (field === undefined) return;
    parts.set(part, field.id);
    values.set(field.id, value);
    actions.push(...steps);
  };
  const write = (part: Part, field: Field | undefined): void => {
    const [text, widget] = [TEXTS[part] ?? '', field?.widgets[0]];
    if (field && widget) play(part, field, text, [{ id: field.id, widget, text }]);
  };
  write(
    'line',
    form.fields.find(({ kind, widgets }) => kind === 'line' && widgets.length === 1),
  );
  write(
    'echo',
    form.fields.find(({ kind, widgets }) => kind === 'line' && widgets.length > 1),
  );
  write(
    'notes',
    form.fields.find(({ kind, widgets }) => kind === 'notes' && widgets[0]?.ruled),
  );
  const choices = form.fields.filter(({ kind }) => kind === 'choice');
  // One that is ticked in the file is picked anew: the box that it had is taken back by that.
  const choice = choices.find(({ value }) => value !== '') ?? choices[0];
  const back = choices.find((field) => field !== choice);
  const [first, ...more] = unpicked(choice);
  const second = more.at(-1);
  if (choice && first && second) {
    const { id } = choice;
    play('choice', choice, second.on, [
      { id, widget: first },
      { id, widget: second },
    ]);
  }
  const [third, fourth] = unpicked(back);
  if (back && third && fourth) {
    const { id } = back;
    play('back', back, '', [
      { id, widget: third },
      { id, widget: fourth },
      { id, widget: fourth },
    ]);
  }
  const check = form.fields.find(({ kind }) => kind === 'check');
  const [box] = check?.widgets ?? [];
  if (check && box) play('check', check, box.ticked ? '' : box.on, [{ id: check.id, widget: box }]);
  return { actions, parts, values };
}

const unpicked = (field: Field | undefined): readonly Widget[] =>
  field?.widgets.filter(({ ticked }) => !ticked) ?? [];

/** The middle of a widget, in points from the page's upper left corner. */
export const middleOf = ({ left, top, width, height }: Widget): { x: number; y: number } => ({
  x: left + width / 2,
  y: top + height / 2,
});
