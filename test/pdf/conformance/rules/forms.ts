/** The form: ISO 19005-3, 6.4; ISO 32000-1, 12.7; and what we promise of our own forms. */
import { readContent } from '../content.ts';
import { DocumentFont } from '../fonts.ts';
import type { Field, Pdf } from '../pdf.ts';
import { each, type Rule, whole } from '../rule.ts';
import type { Value } from '../value.ts';

const fields = ({ fields }: Pdf): readonly Field[] => fields;
const ofType = (type: string) => (pdf: Pdf) =>
  pdf.fields.filter(({ value }) => pdf.inherited(value, 'FT').name === type);
const buttons = ofType('Btn');
const texts = ofType('Tx');
const place = ({ name, value }: Field): string => `${name} ${value.place}`;

/** The fields of the form and those that they are parts of. */
function* withParents(pdf: Pdf): Generator<Field> {
  const seen = new Set<unknown>();
  for (const field of pdf.fields)
    for (let one: Field | null = field; one && !seen.has(one.value.object); one = one.parent) {
      seen.add(one.value.object);
      yield one;
    }
}

/** The on-state of a button's widget; undefined where it has none or several. */
function onState(widget: Value): string | undefined {
  const states = widget
    .get('AP')
    .get('N')
    .keys.filter((key) => key !== 'Off');
  return states.length === 1 ? states[0] : undefined;
}

const boxes = (pdf: Pdf) =>
  buttons(pdf).flatMap((field) => field.widgets.map((widget) => ({ field, widget, on: onState(widget) })));

interface Spoken {
  readonly field: Field;
  readonly widget: Value;
  readonly name: string;
  /** A box's state; undefined for a place to write. */
  readonly on: string | undefined;
}

/** Each widget with what is said of it. */
const spoken = (pdf: Pdf): readonly Spoken[] =>
  pdf.fields.flatMap((field) =>
    field.widgets.map((widget) => {
      const name = (widget.get('TU').present ? widget : field.value).get('TU').text ?? '';
      const on = pdf.inherited(field.value, 'FT').name === 'Btn' ? onState(widget) : undefined;
      return { field, widget, name, on };
    }),
  );

/** Widgets that sound like one before that is another field's, or another box. */
function* alike(pdf: Pdf): Generator<Spoken> {
  const known = new Map<string, Spoken>();
  for (const one of spoken(pdf)) {
    const key = `${one.on === undefined ? 'blank' : 'box'} ${one.name}`;
    const before = known.get(key) ?? one;
    known.set(key, before);
    if (before.field !== one.field || before.on !== one.on) yield one;
  }
}

const looks = (pdf: Pdf) =>
  texts(pdf).flatMap((field) => field.widgets.map((widget) => ({ field, look: widget.get('AP').get('N') })));

/** The font of a field's typed text, by its DA, from the form's DR. */
function typedFont(pdf: Pdf, field: Field): { readonly name: string; readonly font: Value } {
  const form = pdf.catalog.get('AcroForm');
  const own = field.widgets.map((widget) => pdf.inherited(widget, 'DA').text).find((text) => text);
  const name = /\/(\S+)\s+[\d.]+\s+Tf/.exec(own ?? form.get('DA').text ?? '')?.[1] ?? '';
  return { name, font: form.get('DR').get('Font').get(name) };
}

export const formRules: readonly Rule[] = [
  // 6.4.1: nothing acts by itself, and no reader need draw anything anew.
  each(
    '3a 6.4.1-1',
    ({ widgets }) => widgets,
    ({ value }) =>
      (value.get('A').present || value.get('AA').present) && [value.place, 'a widget with an action'],
  ),
  each('3a 6.4.1-2', withParents, (field) => {
    const isWidget = field.value.get('Subtype').present;
    return (
      !isWidget &&
      (field.value.get('AA').present || field.value.get('A').present) && [
        place(field),
        'a field with an action',
      ]
    );
  }),
  whole('3a 6.4.1-3', ({ catalog }) => {
    return (
      catalog.get('AcroForm').get('NeedAppearances').flag === true && ['AcroForm', 'NeedAppearances is true']
    );
  }),
  // 6.4.2: no second form in another language.
  whole('3a 6.4.2-1', ({ catalog }) => catalog.get('AcroForm').get('XFA').present && ['AcroForm', 'XFA']),
  // ISO 32000-1, 12.7.3.1: each widget on a page is one of a field's, and the other way round.
  each(
    'pdf 12.7.3.1-1',
    ({ widgets }) => widgets,
    ({ value, page }, pdf) => {
      const known = pdf.fields.some(({ widgets }) => widgets.some(({ object }) => object === value.object));
      return !known && [`${value.place} on page ${page.number}`, 'a widget of no field in AcroForm'];
    },
  ),
  each('pdf 12.7.3.1-2', fields, (field, pdf) => {
    const lost = field.widgets.find(
      ({ object }) => !pdf.widgets.some(({ value }) => value.object === object),
    );
    return lost !== undefined && [place(field), `its widget ${lost.place} is on no page`];
  }),
  each('pdf 12.7.3.1-3', fields, (field) => {
    const wrong = field.widgets.find(
      (widget) => widget.object !== field.value.object && widget.get('Parent').object !== field.value.object,
    );
    return wrong !== undefined && [place(field), `Parent of its widget ${wrong.place} is another`];
  }),
  // 12.7.3.2: a name is one field's.
  each('pdf 12.7.3.2', fields, (field, pdf) => {
    const same = pdf.fields.filter(({ name }) => name === field.name);
    return (same.length > 1 || field.name === '') && [place(field), `${same.length} fields have this name`];
  }),
  each('pdf 12.7.4', fields, (field, pdf) => {
    const type = pdf.inherited(field.value, 'FT').name ?? '';
    return !['Tx', 'Btn'].includes(type) && [place(field), `FT is ${type || 'not said'}`];
  }),
  // 12.7.4.2: a box has one on-state and Off, each with a look, and shows one of them.
  each('pdf 12.7.4.2-1', boxes, ({ field, widget, on }) => {
    const look = widget.get('AP').get('N');
    const wrong =
      look.kind === 'dict' &&
      (on === undefined || look.get(on).kind !== 'stream' || look.get('Off').kind !== 'stream');
    return wrong && [place(field), `${widget.place} has the looks ${look.keys}`];
  }),
  each('pdf 12.7.4.2-2', boxes, ({ field, widget, on }, pdf) => {
    const [shown, value] = [widget.get('AS').name, pdf.inherited(field.value, 'V').name ?? 'Off'];
    const wanted = on === value ? on : 'Off';
    return (
      on !== undefined &&
      shown !== wanted && [place(field), `${widget.place} shows ${shown}, and V is ${value}`]
    );
  }),
  each('pdf 12.7.4.2-3', buttons, (field, pdf) => {
    const value = pdf.inherited(field.value, 'V').name ?? 'Off';
    const states = field.widgets.map(onState);
    const told = states.includes(undefined) || states.includes(value) || value === 'Off';
    return !told && [place(field), `V is ${value}, and its boxes are ${states}`];
  }),
  // A box that is on shows a mark, one that is off shows none: the box itself is on the page.
  each('ours box-look', boxes, ({ field, widget, on }) => {
    const inked = (state: string): boolean => {
      const look = widget.get('AP').get('N').get(state);
      return readContent(look.bytes, look.get('Resources'), '').painted.length > 0;
    };
    if (on === undefined) return null;
    if (!inked(on)) return [place(field), `${widget.place} shows nothing when it is on`];
    return inked('Off') && [place(field), `${widget.place} shows something when it is off`];
  }),
  // 12.7.3.3: typed text is between marks that a filler finds, and is set in a font of the form's own.
  each('pdf 12.7.3.3-1', looks, ({ field, look }) => {
    const marks = readContent(look.bytes, look.get('Resources'), '').marks.filter(({ tag }) => tag === 'Tx');
    return (
      look.kind === 'stream' && marks.length !== 1 && [place(field), `${marks.length} of /Tx BMC in its look`]
    );
  }),
  each('pdf 12.7.3.3-2', texts, (field, pdf) => {
    const { name, font } = typedFont(pdf, field);
    return !font.present && [place(field), `DA names ${name || 'no font'}, which DR does not have`];
  }),
  // Chromium, Firefox and poppler set what is typed in the font of DA: a file stays PDF/UA only where that is embedded.
  each('ours typed-font', texts, (field, pdf) => {
    const { name, font } = typedFont(pdf, field);
    const read = new DocumentFont(font);
    const simple = !read.composite && read.encoding === 'WinAnsiEncoding';
    return (
      font.present &&
      !(simple && read.file.present) && [place(field), `${name} is not embedded as a simple font`]
    );
  }),
  // A field's look says the whole of its value.
  each('ours value-shown', looks, ({ field, look }, pdf) => {
    const { painted } = readContent(look.bytes, look.get('Resources'), '');
    const shown = painted
      .map((one) => one.shown && new DocumentFont(one.shown.font).decode(one.shown))
      .join('');
    const squeezed = (text: string): string => text.replace(/\s+/g, '');
    const value = pdf.inherited(field.value, 'V').text ?? '';
    return (
      look.kind === 'stream' &&
      squeezed(shown) !== squeezed(value) && [
        place(field),
        `V is ${value.slice(0, 60)}, shown is ${shown.slice(0, 60)}`,
      ]
    );
  }),
  // Every field says its name, also where an element's Alt would do: fillers and pdf.js read TU.
  each('ours field-name', fields, (field) => {
    const said = [field.value, ...field.widgets].some((value) => value.get('TU').text?.trim());
    return !said && [place(field), 'no TU'];
  }),
  // And says the same, whichever of the two a reader's program takes.
  each('ours one-name', spoken, ({ widget, name }, pdf) => {
    const other = pdf
      .holders(widget)
      .map(([{ value }]) => value.get('Alt').text ?? name)
      .find((alt) => alt !== name);
    return other !== undefined && [widget.place, `TU is “${name}”, Alt is “${other}”`];
  }),
  // Two boxes, or two places to write, that are not the same are told apart by their names. A box and the blank after it
  // may share one: what kind of place it is is said too.
  each('ours names-differ', alike, ({ field, widget, name }) => [
    `${field.name} ${widget.place}`,
    `another place is “${name}” too`,
  ]),
];
