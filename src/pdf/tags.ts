/**
 * The logical structure that a screen reader follows (ISO 32000-1, 14.7; PDF/UA-1): elements in the order in which their
 * texts stand on the pages, with the texts, fields and links that belong to them.
 *
 * Kept true: an element is written if something on a page belongs to it or to one below it; cells of such a row all are, so
 * that a table has as many in each; headings begin at 1 and skip no level.
 */
import type { StructureNode, StructureRole } from '../layout/page.ts';
import type { PdfDocument, Reference } from './pdfkit.ts';
import { number, textString } from './syntax.ts';

interface Element {
  readonly id: number;
  readonly role: StructureRole;
  readonly node: StructureNode;
  readonly parent: number;
  /** The page of its first text, from 0; null until there is one. */
  page: number | null;
  readonly kids: string[];
  box: readonly number[] | null;
}

export class Tags {
  /** By the number of the node. */
  private readonly elements: (Element | undefined)[];
  /** In the order of reading. */
  private readonly met: Element[] = [];
  private readonly root: Reference;
  /** By page, the element of each marked content. */
  private readonly marked: number[][];
  /** Elements of the annotations, in the order of their keys. */
  private readonly annotated: number[] = [];
  private readonly cells = new Map<number, number[]>();
  private heading = 0;

  /** `pages`: their references. */
  constructor(
    private readonly pdf: PdfDocument,
    private readonly nodes: readonly StructureNode[],
    private readonly pages: readonly string[],
  ) {
    this.root = pdf.begin();
    this.marked = pages.map(() => []);
    this.elements = new Array<Element | undefined>(nodes.length);
    nodes.forEach(({ role, parent }, i) => {
      if (parent === null || (role !== 'TD' && role !== 'TH')) return;
      const row = this.cells.get(parent);
      if (row) row.push(i);
      else this.cells.set(parent, [i]);
    });
  }

  /** An element takes its place here, whatever belongs to it. */
  meet(at: number): void {
    this.element(at);
  }

  /** A new piece of marked content of an element on a page: the operator that opens it. */
  mark(at: number, page: number): string {
    const element = this.element(at);
    const marked = this.marked[page] ?? [];
    const id = marked.length;
    marked.push(element.id);
    element.page ??= page;
    const here = element.page === page;
    element.kids.push(here ? `${id}` : `<</Type/MCR/Pg ${this.pages[page]}/MCID ${id}>>`);
    return `/${element.role}<</MCID ${id}>>BDC\n`;
  }

  /** An annotation belongs to an element; returns its key in the tree of parents. */
  annotate(at: number, page: number, annotation: string): number {
    const element = this.element(at);
    element.page ??= page;
    const elsewhere = element.page === page ? '' : `/Pg ${this.pages[page]}`;
    element.kids.push(`<</Type/OBJR/Obj ${annotation}${elsewhere}>>`);
    this.annotated.push(element.id);
    return this.pages.length + this.annotated.length - 1;
  }

  /** Where a picture stands, from the lower left of the page. */
  bound(at: number, box: readonly number[]): void {
    this.element(at).box = box;
  }

  /** Writes all elements; returns their root. Page i has the key i in the tree of parents. */
  finish(): Reference {
    const { pdf, root } = this;
    for (const element of this.met) pdf.object(element.id, this.written(element));
    const tree = pdf.reserve();
    const reference = (id: number): string => `${id} 0 R`;
    const pages = this.marked.map((ids, i) => `${i}[${ids.map(reference).join(' ')}]`);
    const annotations = this.annotated.map((id, i) => `${this.pages.length + i} ${reference(id)}`);
    pdf.object(tree, `<</Nums[${[...pages, ...annotations].join(' ')}]>>`);
    const top = this.met.filter((element) => element.parent === root.id);
    const kids = top.map((element) => reference(element.id)).join(' ');
    const next = this.pages.length + this.annotated.length;
    const keys = `/Type/StructTreeRoot/K[${kids}]/ParentTree ${tree} 0 R/ParentTreeNextKey ${next}`;
    return pdf.complete(root, `<<${keys}>>`);
  }

  /** The element of a node; a new one takes its place after all that its parent has by now. */
  private element(at: number): Element {
    const known = this.elements[at];
    if (known) return known;
    const node = this.nodes[at];
    if (!node) throw new Error(`There is no element ${at}.`);
    const above = node.parent === null ? null : this.element(node.parent);
    // Its row may have made it just now.
    const made = this.elements[at];
    if (made) return made;
    const id = this.pdf.reserve();
    const parent = above === null ? this.root.id : above.id;
    const element: Element = { id, role: this.roleOf(node), node, parent, page: null, kids: [], box: null };
    this.elements[at] = element;
    this.met.push(element);
    above?.kids.push(`${id} 0 R`);
    if (node.role === 'TR') for (const cell of this.cells.get(at) ?? []) this.element(cell);
    return element;
  }

  private roleOf({ role }: StructureNode): StructureRole {
    const level = role.length === 2 && role.startsWith('H') ? role[1] : undefined;
    if (level === undefined) return role;
    this.heading = Math.min(Number(level), this.heading + 1);
    return HEADINGS[this.heading - 1] ?? role;
  }

  private written({ role, node, parent, page, kids, box }: Element): string {
    let text = `<</S/${role}/P ${parent} 0 R`;
    if (page !== null) text += `/Pg ${this.pages[page]}`;
    if (node.lang !== undefined) text += `/Lang${textString(node.lang)}`;
    if (node.alt !== undefined) text += `/Alt${textString(node.alt)}`;
    const attributes = attributesOf(node, box);
    if (attributes !== '') text += `/A${attributes}`;
    return kids.length === 0 ? `${text}>>` : `${text}/K[${kids.join(' ')}]>>`;
  }
}

const HEADINGS: readonly StructureRole[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

function attributesOf(node: StructureNode, box: readonly number[] | null): string {
  if (box) return `<</O/Layout/Placement/Block/BBox[${box.map(number).join(' ')}]>>`;
  if (node.numbering) return `<</O/List/ListNumbering/${node.numbering}>>`;
  if (node.summary !== undefined) return `<</O/Table/Summary${textString(node.summary)}>>`;
  const scope = node.scope ? `/Scope/${node.scope}` : '';
  const span = node.span !== undefined && node.span > 1 ? `/ColSpan ${node.span}` : '';
  return scope || span ? `<</O/Table${scope}${span}>>` : '';
}
