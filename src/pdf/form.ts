/**
 * The form (ISO 32000-1, 12.7): a field for each mark of the Markdown, with its own appearances, so that no viewer has to
 * make any: empty (the lines to write on), filled, ticked and not.
 *
 * Kept true: a field's name is its mark's id; a choice is check boxes of one field (a radio button cannot be taken back in
 * some viewers); choices that exclude each other are one field; nothing runs, nothing asks a viewer to draw anew (PDF/A).
 */

import type { FieldItem, Layout } from '../layout/page.ts';
import { fieldsOf } from '../layout/page.ts';
import { FORM_FONT } from './form-font.ts';
import type { PdfDocument, Reference } from './pdfkit.ts';
import { name, number, textString } from './syntax.ts';
import type { Tags } from './tags.ts';

type Field = FieldItem['field'];
type ChoiceField = Extract<Field, { readonly kind: 'choice' }>;

/** Field flags (ISO 32000-1, tables 221 and 228). */
const REQUIRED = 2;
const MULTILINE = 1 << 12;
/** An annotation that is printed. */
const PRINT = 4;
/** The last line lies inside the field that it belongs to. */
const BELOW = 1;

/** A field of the file while its places are met: the name, the value, the references of its widgets. */
interface Group {
  readonly id: number;
  readonly name: string;
  readonly type: 'Tx' | 'Btn';
  label: string;
  flags: number;
  /** The text, or the state that is on. */
  value: string;
  /** One widget is the field itself; more are its kids. */
  readonly many: boolean;
  readonly kids: string[];
  /** On-states by field and option, where two choices share one. */
  readonly states: Map<string, string>;
}

/** Text of a field as the operators that show it; `font`: the resources that they use. */
export interface ShownText {
  readonly operators: string;
  readonly fonts: string;
}

export class Form {
  private readonly groups = new Map<string, Group>();
  private readonly appearances = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private readonly fields: ReadonlyMap<string, Field>;
  private readonly roots: ReadonlyMap<string, string>;

  constructor(
    private readonly pdf: PdfDocument,
    layout: Layout,
    private readonly tags: Tags,
    /** Sets a text in the document's own fonts. */
    private readonly show: (item: FieldItem, height: number) => ShownText,
  ) {
    const places = fieldsOf(layout);
    this.fields = new Map(places.map(({ field }) => [field.id, field]));
    this.roots = rootsOf(this.fields);
    for (const item of places) {
      const key = this.nameOf(item);
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }
    for (const item of places) this.begin(item);
  }

  /** Writes a place of a field on a page; returns the reference of its annotation. `height`: of the page. */
  widget(item: FieldItem, page: number, pageReference: string, height: number): string {
    const group = this.groups.get(this.nameOf(item));
    if (!group || item.node === null) throw new Error(`The field ${item.field.id} was not begun.`);
    const id = group.many ? this.pdf.reserve() : group.id;
    const reference = `${id} 0 R`;
    const parent = this.tags.annotate(item.node, page, reference);
    const below = item.lines.length > 0 ? BELOW : 0;
    const bottom = height - item.y - item.height - below;
    const box = [item.x, bottom, item.x + item.width, bottom + item.height + below].map(number).join(' ');
    const look = item.option === null ? this.writing(item, below) : this.box(item, group);
    const own = group.many
      ? `/Parent ${group.id} 0 R/TU${textString(item.name)}`
      : this.fieldKeys(group, item.name);
    const keys = `/Type/Annot/Subtype/Widget/Rect[${box}]/F ${PRINT}/P ${pageReference}/StructParent ${parent}`;
    this.pdf.object(id, `<<${keys}${own}${look}>>`);
    if (group.many) group.kids.push(reference);
    return reference;
  }

  /** Writes the fields that have several places, and the form; returns it. `font`: the form font's. */
  finish(font: string): Reference {
    for (const group of this.groups.values()) {
      if (!group.many) continue;
      const keys = this.fieldKeys(group, group.label);
      const looks = group.type === 'Tx' ? `/DA${this.defaultLook(10)}` : '';
      this.pdf.object(group.id, `<<${keys}${looks}/Kids[${group.kids.join(' ')}]>>`);
    }
    const fields = [...this.groups.values()].map((group) => `${group.id} 0 R`).join(' ');
    const resources = `/DR<</Font<</${FORM_FONT} ${font}>>>>/DA${this.defaultLook(10)}`;
    return this.pdf.complete(this.pdf.begin(), `<</Fields[${fields}]${resources}>>`);
  }

  private begin(item: FieldItem): void {
    const key = this.nameOf(item);
    const { field, option } = item;
    const known = this.groups.get(key);
    if (known) {
      this.join(known, item);
      return;
    }
    const text = option === null;
    const multiline = text && item.multiline ? MULTILINE : 0;
    const group: Group = {
      id: this.pdf.reserve(),
      name: key,
      type: text ? 'Tx' : 'Btn',
      label: text ? item.name : field.label,
      flags: multiline,
      value: text ? item.value : 'Off',
      many: (this.counts.get(key) ?? 1) > 1,
      kids: [],
      states: new Map(),
    };
    this.groups.set(key, group);
    this.join(group, item);
  }

  private join(group: Group, item: FieldItem): void {
    if (item.field.required) group.flags |= REQUIRED;
    if (item.option === null) return;
    if (item.field.id === group.name) group.label = item.field.label;
    const state = stateOf(item);
    const root = this.fields.get(group.name);
    const elsewhere = root?.kind === 'choice' && root !== item.field && root.options.includes(state);
    const taken = elsewhere || [...group.states.values()].includes(state);
    const own = taken ? `${item.field.id}/${state}` : state;
    group.states.set(stateKey(item), own);
    if (item.on) group.value = own;
  }

  private fieldKeys(group: Group, spoken: string): string {
    const { type, flags } = group;
    const held = type === 'Btn' ? name(group.value) : group.value === '' ? '' : textString(group.value);
    const value = held === '' ? '' : `/V${held}`;
    const flagged = flags === 0 ? '' : `/Ff ${flags}`;
    return `/FT/${type}/T${textString(group.name)}/TU${textString(spoken)}${flagged}${value}`;
  }

  private defaultLook(size: number): string {
    return `(/${FORM_FONT} ${number(size)} Tf 0 g)`;
  }

  private writing(item: FieldItem, below: number): string {
    const height = item.height + below;
    let operators = '';
    let fonts = '';
    if (item.texts.length > 0) {
      const shown = this.show(item, height);
      operators = `/Tx BMC\nq 0 0 ${number(item.width)} ${number(height)} re W n\n${shown.operators}Q\nEMC\n`;
      fonts = `/Font<<${shown.fonts}>>`;
    } else {
      const rules = item.lines.map((line) => {
        const y = item.y + height - line.y - line.height;
        return `${number(line.x - item.x)} ${number(y)} ${number(line.width)} ${number(line.height)} re\n`;
      });
      operators = `${rules.length > 0 ? `${rules.join('')}f\n` : ''}/Tx BMC\nEMC\n`;
    }
    const look = this.appearance(item.width, height, operators, fonts);
    return `/DA${this.defaultLook(item.size)}/AP<</N ${look}>>`;
  }

  private box(item: FieldItem, group: Group): string {
    const state = group.states.get(stateKey(item)) ?? 'yes';
    const on = this.appearance(item.width, item.height, cross(item.height), '');
    const off = this.appearance(item.width, item.height, '', '');
    return `/MK<</CA(8)>>/AS${name(item.on ? state : 'Off')}/AP<</N<<${name(state)} ${on}/Off ${off}>>>>`;
  }

  /** A form of these operators in this size; the same one for all fields that look alike. */
  private appearance(width: number, height: number, operators: string, resources: string): string {
    const keys = `/Type/XObject/Subtype/Form/BBox[0 0 ${number(width)} ${number(height)}]/Resources<<${resources}>>`;
    const known = this.appearances.get(keys + operators);
    if (known) return known;
    const made = this.pdf.stream(keys, Buffer.from(operators === '' ? '\n' : operators, 'latin1'));
    this.appearances.set(keys + operators, made);
    return made;
  }

  /** The name of the field in the file: of a choice, that of the one with which it excludes a tick. */
  private nameOf({ field, option, part }: FieldItem): string {
    if (option === null) return part === 1 ? field.id : `${field.id}+${part}`;
    if (field.kind === 'check') return option === '' ? field.id : `${field.id}/${option}`;
    return this.roots.get(field.id) ?? field.id;
  }
}

function stateOf({ field, option }: FieldItem): string {
  return field.kind === 'check' ? 'yes' : (option ?? '');
}

function stateKey({ field, option }: FieldItem): string {
  return `${field.id} ${option}`;
}

/** For each choice the one whose name they share: the first, following `with`, that points to none but those seen. */
function rootsOf(fields: ReadonlyMap<string, Field>): ReadonlyMap<string, string> {
  const choice = (id: string | null): ChoiceField | null => {
    const field = id === null ? undefined : fields.get(id);
    return field?.kind === 'choice' ? field : null;
  };
  const roots = new Map<string, string>();
  for (const id of fields.keys()) {
    const seen = [id];
    for (let next = choice(choice(id)?.with ?? null); next && !seen.includes(next.id); ) {
      seen.push(next.id);
      next = choice(next.with);
    }
    const known = seen.find((one) => roots.has(one));
    roots.set(id, (known === undefined ? undefined : roots.get(known)) ?? seen.at(-1) ?? id);
  }
  return roots;
}

/** A cross in a square box of that side, from the lower left. */
function cross(side: number): string {
  const [near, far] = [number(side * 0.22), number(side * 0.78)];
  return `1.3 w 1 J ${near} ${near} m ${far} ${far} l ${near} ${far} m ${far} ${near} l S\n`;
}
