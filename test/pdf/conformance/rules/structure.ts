/** That the structure tree is a tree, and is found from the pages: ISO 14289-1, 7.1; ISO 32000-1, 14.7. */
import type { Page, Pdf } from '../pdf.ts';
import { each, type Fault, type Rule, whole } from '../rule.ts';
import { mapped, STANDARD, type StructureElement } from '../structure.ts';
import { treePairs, type Value } from '../value.ts';

const elements = ({ structure }: Pdf): readonly StructureElement[] => structure.all;
const named = ({ role, value }: StructureElement): string => `${role} ${value.place}`;

/** The number tree that leads from pages and annotations to elements. */
function parentTree({ structure }: Pdf): ReadonlyMap<number, Value> {
  const pairs = treePairs(structure.root.get('ParentTree'), 'Nums');
  return new Map(pairs.map(([key, value]) => [key.number ?? -1, value]));
}

/** From the tree to the pages: each entry is the element that holds that content, or that annotation. */
function* entries(pdf: Pdf): Generator<Fault> {
  const tree = parentTree(pdf);
  const holders = new Map<unknown, readonly StructureElement['kids'][number][]>();
  for (const { value, kids, again } of pdf.structure.all) if (!again) holders.set(value.object, kids);
  const pageOf = new Map(pdf.pages.map((page) => [page.value.get('StructParents').number, page]));
  const annotationOf = new Map(
    pdf.annotations.map((one) => [one.value.get('StructParent').number, one.value]),
  );
  for (const [key, value] of tree) {
    const place = `ParentTree ${key}`;
    const page = pageOf.get(key);
    const annotation = annotationOf.get(key);
    if (page) yield* listed(page, value, holders, place);
    else if (annotation) {
      const kids = holders.get(value.object);
      const held = kids?.some((kid) => kid.type === 'object' && kid.object.object === annotation.object);
      if (!held) yield [place, `does not lead to the element that holds annotation ${annotation.place}`];
    } else yield [place, 'is neither a page’s nor an annotation’s'];
  }
}

function* listed(
  page: Page,
  list: Value,
  holders: ReadonlyMap<unknown, readonly StructureElement['kids'][number][]>,
  place: string,
): Generator<Fault> {
  for (const [mcid, item] of list.items.entries()) {
    if (!item.present) continue;
    const kids = holders.get(item.object);
    const held = kids?.some((kid) => kid.type === 'content' && kid.page === page && kid.mcid === mcid);
    if (!held)
      yield [
        `${place}[${mcid}]`,
        `does not lead to the element that holds MCID ${mcid} of page ${page.number}`,
      ];
  }
}

/** From the elements to the tree: each content and annotation that an element holds is found in it. */
function* unfound(pdf: Pdf): Generator<Fault> {
  const tree = parentTree(pdf);
  for (const { value, kids } of pdf.structure.all)
    for (const kid of kids) {
      if (kid.type === 'content' && kid.page) {
        const key = kid.page.value.get('StructParents').number ?? -1;
        if (!tree.get(key)?.items[kid.mcid]?.present)
          yield [
            value.place,
            `ParentTree ${key} has no entry for MCID ${kid.mcid} of page ${kid.page.number}`,
          ];
      } else if (kid.type === 'object') {
        const key = kid.object.get('StructParent').number;
        if (key !== undefined && !tree.has(key)) yield [value.place, `ParentTree has no ${key}`];
      }
    }
}

/** What may stand where, but for the parts of lists and tables: their own rules say it. */
const PLACED = new Set(['content', ...STANDARD]);
for (const part of ['TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'LI', 'LBody']) PLACED.delete(part);

const HEADINGS = 'H H1 H2 H3 H4 H5 H6';
const PARTS = 'Figure Formula Code Link Annot Form Note Reference';
const WORDS = `${PARTS} Span Quote BibEntry NonStruct Private content`;
const BLOCKS = `${PARTS} ${HEADINGS} P L Table TOC Index Sect Part Art Div NonStruct Private`;
const CELL = `${BLOCKS} ${WORDS} Lbl`;

/**
 * What an element may hold, by ISO/TS 32005, which says it for the types of ISO 32000-1, 14.8.4; those whose parts other
 * clauses say (lists, tables, forms) apart.
 */
const HOLDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  [
    ['Document', `${BLOCKS} Document BlockQuote`],
    ['Sect', `${BLOCKS} BlockQuote Lbl Caption`],
    ['BlockQuote', `${BLOCKS} Document Lbl Caption content`],
    ['P', `${WORDS} L Lbl`],
    ...HEADINGS.split(' ').map((role) => [role, `${WORDS} Lbl Sect`] as const),
    ['Span', `${WORDS} Lbl`],
    ['Lbl', WORDS],
    ['LBody', `${BLOCKS} ${WORDS} BlockQuote Caption`],
    ['TH', CELL],
    ['TD', CELL],
    ['Code', 'Link Span Note Div content'],
  ].map(([role = '', kids = '']) => [role, new Set(kids.split(' '))]),
);

export const structureRules: readonly Rule[] = [
  // 7.1: an element has a parent.
  each('ua1 7.1-12', elements, (element) => {
    return !element.value.get('P').present && [named(element), 'no P'];
  }),
  // ISO 32000-1, 14.7.2: which is the one that holds it.
  each('pdf 14.7.2-1', elements, (element, { structure }) => {
    const holder = element.parent?.value ?? structure.root;
    const said = element.value.get('P');
    return (
      said.present &&
      said.object !== holder.object && [named(element), `P is ${said.place}, not ${holder.place}`]
    );
  }),
  // Nothing is held twice, or holds itself.
  each('pdf 14.7.2-2', elements, (element) => element.again && [named(element), 'is held twice']),
  // One Document holds all of it.
  whole('ours document-element', ({ structure: { top, root } }) => {
    const wrong = top.length !== 1 || top[0]?.standard !== 'Document';
    return top.length > 0 && wrong && [root.place, `holds ${top.map(({ role }) => role)}, not one Document`];
  }),
  // 7.1 (and ISO 19005-3, 6.7.3.4): types are those of ISO 32000-1, 14.8.4, or lead to one.
  each('ua1 7.1-5', elements, (element, { structure }) => {
    const to = mapped(element.role, structure.root.get('RoleMap'));
    return (
      to !== null && !STANDARD.has(to) && [named(element), 'is no standard type, and none by the role map']
    );
  }),
  each('ua1 7.1-6', elements, (element, { structure }) => {
    return (
      mapped(element.role, structure.root.get('RoleMap')) === null && [
        named(element),
        'its role leads in a circle',
      ]
    );
  }),
  each(
    'ua1 7.1-7',
    ({ structure }) => structure.root.get('RoleMap').keys,
    (role, { structure }) => STANDARD.has(role) && [structure.root.place, `the role map changes ${role}`],
  ),
  // ISO 32000-1, 14.7.4.4: the parent tree and the structure tree say the same.
  { id: 'pdf 14.7.4.4-1', faults: entries },
  { id: 'pdf 14.7.4.4-2', faults: unfound },
  whole('pdf 14.7.2-3', (pdf) => {
    const [last, next] = [
      Math.max(-1, ...parentTree(pdf).keys()),
      pdf.structure.root.get('ParentTreeNextKey').number,
    ];
    const wrong = pdf.structure.all.length > 0 && next !== undefined && next <= last;
    return wrong && [pdf.structure.root.place, `ParentTreeNextKey is ${next}, and ${last} is used`];
  }),
  // 14.7.2: elements with an ID are found by it.
  each('pdf 14.7.2-4', elements, (element, { structure }) => {
    const id = element.value.get('ID').text;
    if (id === undefined) return null;
    const found = treePairs(structure.root.get('IDTree'), 'Names').find(([key]) => key.text === id);
    return (
      found?.[1].object !== element.value.object && [named(element), `IDTree does not lead to it from ${id}`]
    );
  }),
  // 14.8.4: what stands in what.
  each('pdf 14.8.4', elements, (element) => {
    const allowed = HOLDS[element.standard];
    const held = element.kids.map((kid) =>
      kid.type === 'element' ? kid.standard : kid.type === 'content' ? 'content' : '',
    );
    const wrong = held.find((kid) => kid !== '' && PLACED.has(kid) && !allowed?.has(kid));
    return allowed !== undefined && wrong !== undefined && [named(element), `holds ${wrong}`];
  }),
  // An element that holds nothing is read as nothing, or as a pause. Cells may be empty: they keep the table's shape.
  each('ours empty-element', elements, (element) => {
    const empty = element.kids.length === 0 && !['TD', 'TH'].includes(element.standard);
    return empty && !element.again && [named(element), 'holds nothing'];
  }),
];
