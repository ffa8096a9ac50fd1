/** Links and widgets as annotations: ISO 14289-1, 7.18; ISO 19005-3, 6.3. */
import type { Annotation, Pdf } from '../pdf.ts';
import { each, type Rule } from '../rule.ts';

const annotations = ({ annotations }: Pdf): readonly Annotation[] => annotations;
const subtype = ({ value }: Annotation): string => value.get('Subtype').name ?? '';
const links = (pdf: Pdf) => pdf.annotations.filter((one) => subtype(one) === 'Link');
const widgets = ({ widgets }: Pdf): readonly Annotation[] => widgets;

/** Whether an element of a type holds it. Said of no annotation where there is no tree, which is told by itself. */
const held = (pdf: Pdf, { value }: Annotation, by: string): boolean =>
  pdf.structure.all.length === 0 || pdf.holders(value).some(([{ standard }]) => standard === by);

const isButton = (pdf: Pdf, { value }: Annotation): boolean => pdf.inherited(value, 'FT').name === 'Btn';

/** What a person would say it is: its own name and where it is. */
const place = ({ value, page }: Annotation): string => {
  const name = value.get('T').text ?? value.get('TU').text ?? value.get('Contents').text ?? '';
  return `${value.place} on page ${page.number} ${name}`.trim();
};

export const annotationRules: readonly Rule[] = [
  // Of the kinds that ISO 19005-3, 6.3.1 allows we make two.
  each('ours annotation-kinds', annotations, (one) => {
    return (
      !['Link', 'Widget'].includes(subtype(one)) && [place(one), `an annotation of the kind ${subtype(one)}`]
    );
  }),
  // 6.3.2: each says that it is printed, and not that it is hidden.
  each('3a 6.3.2-1', annotations, (one) => one.value.get('F').number === undefined && [place(one), 'no F']),
  each('3a 6.3.2-2', annotations, (one) => {
    const flags = one.value.get('F').number ?? 4;
    return ((flags & 4) === 0 || (flags & (1 | 2 | 32 | 256)) !== 0) && [place(one), `F is ${flags}`];
  }),
  // 6.3.3: each looks like something, by one normal appearance; a link need not.
  each('3a 6.3.3-1', annotations, (one) => {
    return subtype(one) !== 'Link' && one.value.get('AP').kind !== 'dict' && [place(one), 'no AP'];
  }),
  each('3a 6.3.3-2', annotations, (one) => {
    const { keys } = one.value.get('AP');
    return keys.length > 0 && keys.join() !== 'N' && [place(one), `AP has ${keys}`];
  }),
  each('3a 6.3.3-3', widgets, (one, pdf) => {
    const look = one.value.get('AP').get('N');
    return (
      isButton(pdf, one) && look.present && look.kind !== 'dict' && [place(one), 'one look for all states']
    );
  }),
  each('3a 6.3.3-4', widgets, (one, pdf) => {
    const look = one.value.get('AP').get('N');
    return (
      !isButton(pdf, one) && look.present && look.kind !== 'stream' && [place(one), 'AP /N is no stream']
    );
  }),
  // ISO 14289-1, 7.18.1: a widget has a spoken name, on its field or in its element.
  each('ua1 7.18.1-3', widgets, (one, pdf) => {
    const spoken = pdf.inherited(one.value, 'TU').text?.trim();
    const alt = pdf.holders(one.value).some(([{ value }]) => value.get('Alt').text?.trim());
    return !spoken && !alt && [place(one), 'neither TU nor Alt'];
  }),
  // 7.18.4: a widget stands in a Form, and a Form holds one widget and nothing else.
  each('ua1 7.18.4-1', widgets, (one, pdf) => !held(pdf, one, 'Form') && [place(one), 'in no Form']),
  each(
    'ua1 7.18.4-2',
    ({ structure }) => structure.all.filter(({ standard }) => standard === 'Form'),
    ({ kids, value }) => {
      const wrong = kids.length !== 1 || kids[0]?.type !== 'object';
      return (
        wrong && [value.place, `a Form that holds ${kids.map(({ type }) => type).join(', ') || 'nothing'}`]
      );
    },
  ),
  // 7.18.5: a link stands in a Link, and says where it leads.
  each('ua1 7.18.5-1', links, (one, pdf) => !held(pdf, one, 'Link') && [place(one), 'in no Link']),
  each(
    'ua1 7.18.5-2',
    links,
    (one) => !one.value.get('Contents').text?.trim() && [place(one), 'no Contents'],
  ),
  // A Link holds its annotations and the words that are clicked.
  each(
    'ours link-parts',
    ({ structure }) => structure.all.filter(({ standard }) => standard === 'Link'),
    ({ kids, value }) => {
      const object = kids.some(({ type }) => type === 'object');
      const words = kids.some(({ type }) => type !== 'object');
      return (
        (!object || !words) && [value.place, object ? 'a Link without words' : 'a Link without an annotation']
      );
    },
  ),
  // ISO 32000-1, 14.7.4.3: one element holds it, and names the page that it is on.
  each('pdf 14.7.4.3-1', annotations, (one, pdf) => {
    const count = pdf.holders(one.value).length;
    return count > 1 && [place(one), `${count} elements hold it`];
  }),
  each('pdf 14.7.4.3-2', annotations, (one, pdf) => {
    const wrong = pdf.holders(one.value).find(([, { page }]) => page !== one.page);
    return (
      wrong !== undefined && [place(one), `its element says that it is on page ${wrong[1].page?.number}`]
    );
  }),
  // 14.7.4.4: it leads to its element.
  each('pdf 14.7.4.4-3', annotations, (one, pdf) => {
    const lost = pdf.holders(one.value).length > 0 && one.value.get('StructParent').number === undefined;
    return lost && [place(one), 'no StructParent'];
  }),
  // 12.5.2: it is inside of its page, and its rectangle is one.
  each('pdf 12.5.2', annotations, (one) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = one.value.get('Rect').numbers;
    const [left = 0, bottom = 0, right = 0, top = 0] = one.page.box;
    const inside = x1 >= left && y1 >= bottom && x2 <= right && y2 <= top && x2 > x1 && y2 > y1;
    return !inside && [place(one), `Rect ${[x1, y1, x2, y2]} on a page of ${one.page.box}`];
  }),
  // The order in which a reader's program goes through the widgets is the order in which they stand on the page.
  each(
    'ours tab-order',
    ({ pages }) => pages,
    (page, pdf) => {
      const spoken = pdf.structure.all.flatMap(({ kids }) =>
        kids.flatMap((kid) => (kid.type === 'object' && kid.page === page ? [kid.object.object] : [])),
      );
      const listed = page.annotations.map(({ object }) => object).filter((object) => spoken.includes(object));
      const at = listed.findIndex((object, i) => spoken.indexOf(object) < spoken.indexOf(listed[i - 1]));
      const first = page.annotations.find(({ object }) => object === listed[at]);
      return (
        first !== undefined && [
          first.place,
          `is before the one that precedes it in Annots of page ${page.number}`,
        ]
      );
    },
  ),
];
