/** What a saved form says, against what was typed, picked and left alone. */
import type { Form } from './form.ts';
import { textsByPoppler, versionOfPdftoppm } from './poppler.ts';

/** What is not right of one field: its value, and each of its boxes. `values` is what a reader found in the file. */
export function fieldFaults(
  form: Form,
  id: string,
  values: ReadonlyMap<string, string>,
  wanted: string,
): readonly string[] {
  const faults: string[] = [];
  const found = values.get(id);
  if (found !== wanted) faults.push(`${id} says ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  for (const { on, ticked } of form.fields.find((field) => field.id === id)?.widgets ?? []) {
    if (on !== '' && ticked !== (on === wanted))
      faults.push(`${id}: the box ${on} is ${ticked ? '' : 'not '}ticked`);
  }
  return faults;
}

/** Boxes of which the field's /V says another than the ticks. */
export const storedFaults = (form: Form): readonly string[] =>
  form.fields.flatMap(({ id, value, stored }) =>
    stored === value ? [] : [`${id} is ${JSON.stringify(value)}, its /V ${JSON.stringify(stored)}`],
  );

/** Texts that are shown with other letters than `wanted` says, in the first place of each or in all others. */
export function letterFaults(
  form: Form,
  bytes: Uint8Array,
  wanted: ReadonlyMap<string, string>,
  places: 'first' | 'other',
): readonly string[] {
  if (versionOfPdftoppm() === null) return [];
  const texts = form.fields.flatMap(({ id, kind, widgets }) => {
    const text = kind === 'line' || kind === 'notes' ? (wanted.get(id) ?? '') : '';
    const [first, ...others] = text === '' ? [] : widgets;
    const shown = places === 'other' ? others : first ? [first] : [];
    return shown.map((widget) => ({ id, text, widget }));
  });
  const shown = textsByPoppler(
    bytes,
    texts.map(({ widget }) => widget),
  );
  const plain = (text: string): string => text.replace(/\s/g, '');
  return texts.flatMap(({ id, text, widget }, n) =>
    shown[n] === plain(text) ? [] : [`${id} on page ${widget.page + 1} shows ${JSON.stringify(shown[n])}`],
  );
}
