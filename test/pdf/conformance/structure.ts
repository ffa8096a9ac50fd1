/**
 * The structure tree (ISO 32000-1, 14.7) as it is reached from its root: elements with what they hold, in order. It repairs
 * nothing: an element that is met twice is kept as often, but is walked into once.
 */
import type { PDFObject } from '@cantoo/pdf-lib';
import type { Page, Pdf } from './pdf.ts';
import type { Value } from './value.ts';

/** Marked content of a page. */
export interface ContentKid {
  readonly type: 'content';
  readonly page: Page | undefined;
  readonly mcid: number;
}

/** An annotation or XObject (OBJR). */
export interface ObjectKid {
  readonly type: 'object';
  readonly page: Page | undefined;
  readonly object: Value;
}

export type Kid = StructureElement | ContentKid | ObjectKid;

export interface StructureElement {
  readonly type: 'element';
  readonly value: Value;
  /** As written, and as the role map leads to. */
  readonly role: string;
  readonly standard: string;
  /** The element that holds it; null under the root. */
  readonly parent: StructureElement | null;
  readonly kids: readonly Kid[];
  /** That it was met before, or holds itself. */
  readonly again: boolean;
}

export interface Structure {
  readonly root: Value;
  readonly top: readonly StructureElement[];
  /** Every element, in the order in which it is read. */
  readonly all: readonly StructureElement[];
}

/** The types of ISO 32000-1, 14.8.4. */
export const STANDARD: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP ' +
    'Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** Where a role map leads; null where it goes in a circle. */
export function mapped(role: string, map: Value): string | null {
  const seen = new Set<string>();
  let now = role;
  for (let next = map.get(now).name; next !== undefined; next = map.get(now).name) {
    if (seen.has(now)) return null;
    seen.add(now);
    if (STANDARD.has(now)) return now;
    now = next;
  }
  return now;
}

export function readStructure(pdf: Pdf): Structure {
  const root = pdf.catalog.get('StructTreeRoot');
  const roles = root.get('RoleMap');
  const all: StructureElement[] = [];
  const seen = new Set<PDFObject>();

  const element = (value: Value, parent: StructureElement | null): StructureElement => {
    const role = value.get('S').name ?? '';
    const kids: Kid[] = [];
    const again = value.object !== undefined && seen.has(value.object);
    const standard = mapped(role, roles) ?? role;
    const made: StructureElement = { type: 'element', value, role, standard, parent, kids, again };
    all.push(made);
    if (again || !value.object) return made;
    seen.add(value.object);
    const page = pdf.page(value.get('Pg'));
    for (const kid of value.get('K').each) {
      const { number } = kid;
      const own = kid.get('Pg').present ? pdf.page(kid.get('Pg')) : page;
      const type = kid.get('Type').name;
      if (number !== undefined) kids.push({ type: 'content', page, mcid: number });
      else if (type === 'MCR') kids.push({ type: 'content', page: own, mcid: kid.get('MCID').number ?? -1 });
      else if (type === 'OBJR') kids.push({ type: 'object', page: own, object: kid.get('Obj') });
      else kids.push(element(kid, made));
    }
    return made;
  };
  const top = root.get('K').each.map((kid) => element(kid, null));
  return { root, top, all };
}

/** The elements that an element holds. */
export function children(element: StructureElement): readonly StructureElement[] {
  return element.kids.filter((kid) => kid.type === 'element');
}

/** An attribute of an owner, such as `Table` or `Layout` (ISO 32000-1, 14.7.5). Attribute classes are not read: we write none. */
export function attribute({ value }: StructureElement, owner: string, key: string): Value | undefined {
  const sets = value.get('A').each;
  return sets.find((set) => set.get('O').name === owner && set.get(key).present)?.get(key);
}
