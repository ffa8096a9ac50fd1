/**
 * Fields on the pages: what was written in them is gathered from the texts of a page, and a field that goes on on another
 * page is numbered.
 *
 * Kept true: every text that was written stands in exactly one part of its field, inside its rectangle; the parts' values,
 * one after the other, are the field's value.
 */
import type { Field, Box as Tick } from '../markdown/document.ts';
import type { Written } from './box.ts';
import {
  type FieldItem,
  type Item,
  type RuleItem,
  type StructureNode,
  structureNode,
  type TextItem,
} from './page.ts';
import type { Style } from './styles.ts';

interface Place {
  readonly field: Field;
  readonly node: number | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place to write. `typed`: how what is typed there is set; `lines`: drawn while it is empty. */
export function writingItem(place: Place, typed: Style, lines: readonly RuleItem[] = []): FieldItem {
  const { field, node, x, y, width, height } = place;
  return {
    type: 'field',
    x,
    y,
    width,
    height,
    field,
    option: null,
    name: field.label,
    part: 1,
    value: heldIn(field),
    texts: [],
    lines,
    multiline: field.kind === 'notes' || lines.length > 1 || height >= 2 * typed.leading,
    size: typed.size,
    on: false,
    echo: false,
    node,
  };
}

/** A box to tick; its side is the place's height. */
export function boxItem(place: Place, box: Tick): FieldItem {
  const { field, node, x, y, width, height } = place;
  const { label } = box.field;
  return {
    type: 'field',
    x,
    y,
    width,
    height,
    field,
    option: box.option,
    name: label === '' || box.said === '' ? label + box.said : `${label}: ${box.said}`,
    part: 1,
    value: '',
    texts: [],
    lines: [],
    multiline: false,
    size: height,
    on: box.on,
    echo: false,
    node,
  };
}

/** What a page holds before its fields are settled. */
interface Painted {
  readonly items: readonly Item[];
  readonly written: readonly WrittenText[];
}

interface WrittenText {
  readonly item: TextItem;
  readonly of: Written;
}

interface Settling {
  readonly typed: Style;
  /** The lower edge of the live area. */
  readonly bottom: number;
  /** Elements of the structure; a part without an own one gets one. */
  readonly nodes: StructureNode[];
  /** The word for "continued". */
  readonly continued: string;
}

/**
 * The pages' items with what was written in its places. A text that no place of its field holds (writing that goes on from
 * the page before, or from the end of its line) has a place of its own around it.
 */
export function settled(pages: readonly Painted[], setting: Settling): readonly (readonly Item[])[] {
  const reached = new Map<FieldItem, number>();
  const gathered = pages.map((page) => gather(page, setting, reached));
  const last = new Map<Field, { readonly part: number; readonly end: number }>();
  const heard = new Set<number>();
  const more = new Map<Field, number>();
  for (const item of gathered.flat())
    if (isWriting(item)) more.set(item.field, (more.get(item.field) ?? 0) + 1);
  return gathered.map((items) =>
    items.map((item): Item => {
      if (item.type !== 'field') return item;
      const node = ownNode(item, setting.nodes, heard);
      const parts = isWriting(item) ? (more.get(item.field) ?? 1) : 1;
      if (parts === 1) {
        say(item.name, node, setting.nodes);
        return node === item.node ? item : { ...item, node };
      }
      const before = last.get(item.field) ?? { part: 0, end: 0 };
      const part = before.part + 1;
      const whole = heldIn(item.field);
      const end = part === parts ? whole.length : Math.max(before.end, reached.get(item) ?? 0);
      last.set(item.field, { part, end });
      const name = part === 1 ? item.name : `${item.name} (${setting.continued} ${part})`;
      say(name, node, setting.nodes);
      return { ...item, node, name, part, value: whole.slice(before.end, end) };
    }),
  );
}

/** A place to write that is the field itself, not its name said again. */
function isWriting(item: Item): item is FieldItem {
  return item.type === 'field' && item.option === null && !item.echo;
}

function heldIn(field: Field): string {
  return field.kind === 'line' || field.kind === 'notes' ? field.value : '';
}

/** The item's element, or one of its own where another place has it already. Returns its number. */
function ownNode(item: FieldItem, nodes: StructureNode[], heard: Set<number>): number {
  if (item.node !== null && !heard.has(item.node)) {
    heard.add(item.node);
    return item.node;
  }
  const parent = item.node === null ? 0 : (nodes[item.node]?.parent ?? 0);
  nodes.push(structureNode('Form', parent, { alt: item.name }));
  return nodes.length - 1;
}

/** What is said of the element is what is said of the place: a choice's name with the option, a part's number. */
function say(name: string, at: number, nodes: StructureNode[]): void {
  const known = nodes[at];
  if (known && known.alt !== name) nodes[at] = { ...known, alt: name };
}

/** Ink of a text over and under its base line, in parts of its size. */
const RISE = 0.75;
const FALL = 0.25;

function gather(page: Painted, setting: Settling, reached: Map<FieldItem, number>): readonly Item[] {
  /** A place whose writing went on to the next page ends with its page. */
  const within = (item: FieldItem): FieldItem =>
    item.y + item.height > setting.bottom && !item.echo && item.y < setting.bottom
      ? { ...item, height: setting.bottom - item.y }
      : item;
  if (page.written.length === 0) return page.items.map((item) => (isWriting(item) ? within(item) : item));
  const waiting = new Map<Field, WrittenText[]>();
  for (const text of page.written) {
    const known = waiting.get(text.of.field);
    if (known) known.push(text);
    else waiting.set(text.of.field, [text]);
  }
  const filled = (item: FieldItem, texts: readonly WrittenText[]): FieldItem => {
    const right = Math.max(item.x + item.width, ...texts.map(({ item: t }) => t.x + t.width + 1));
    const made = { ...item, width: right - item.x, texts: texts.map((text) => text.item) };
    reached.set(made, texts.at(-1)?.of.end ?? 0);
    return made;
  };
  const items = page.items.map((item): Item => {
    if (!isWriting(item)) return item;
    const texts = waiting.get(item.field);
    if (!texts) return within(item);
    const height = Math.min(item.height, Math.max(setting.bottom - item.y, 0));
    const held = texts.filter((text) => inside(text.item, { ...item, height }));
    waiting.set(
      item.field,
      texts.filter((text) => !held.includes(text)),
    );
    return filled({ ...item, height }, held);
  });
  const all = pageFields(page);
  for (const [field, texts] of waiting) {
    if (texts.length === 0) continue;
    const node = all.get(field) ?? texts[0]?.item.node ?? null;
    const place = around(texts.map((text) => text.item));
    items.push(filled(writingItem({ ...place, field, node }, setting.typed), texts));
  }
  return items;
}

function pageFields(page: Painted): ReadonlyMap<Field, number | null> {
  return new Map(page.items.flatMap((item) => (isWriting(item) ? [[item.field, item.node] as const] : [])));
}

function inside(text: TextItem, place: Pick<Place, 'x' | 'y' | 'height'>): boolean {
  const high = text.y - 0.4 * text.size >= place.y - 1 && text.y <= place.y + place.height + 1;
  return high && text.x >= place.x - 1;
}

function around(texts: readonly TextItem[]): Pick<Place, 'x' | 'y' | 'width' | 'height'> {
  const left = Math.min(...texts.map((text) => text.x));
  const top = Math.min(...texts.map((text) => text.y - RISE * text.size));
  const bottom = Math.max(...texts.map((text) => text.y + FALL * text.size));
  return { x: left, y: top, width: 0, height: bottom - top + 1 };
}
