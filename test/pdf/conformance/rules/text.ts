/** Headings, lists, figures and notes: ISO 14289-1, 7.2 to 7.4, 7.6, 7.9. */
import type { Pdf } from '../pdf.ts';
import { each, type Rule, whole } from '../rule.ts';
import { attribute, children, type StructureElement } from '../structure.ts';
import { type Piece, piecesOf, textOf } from '../text.ts';

const named = ({ role, value }: StructureElement): string => `${role} ${value.place}`;

export const ofType =
  (...types: readonly string[]) =>
  ({ structure }: Pdf): readonly StructureElement[] =>
    structure.all.filter(({ standard }) => types.includes(standard));

/** That an element holds no others than these. */
export function holdsOnly(id: string, type: string, ...allowed: readonly string[]): Rule {
  return each(id, ofType(type), (element) => {
    const wrong = children(element).find(({ standard }) => !allowed.includes(standard));
    return wrong !== undefined && [named(element), `holds ${named(wrong)}`];
  });
}

/** That an element stands in one of these. */
export function standsIn(id: string, type: string, ...allowed: readonly string[]): Rule {
  return each(id, ofType(type), (element) => {
    const { parent } = element;
    return (
      !allowed.includes(parent?.standard ?? '') && [named(element), `stands in ${parent?.role ?? 'the root'}`]
    );
  });
}

const level = ({ standard }: StructureElement): number => Number(/^H([1-6])$/.exec(standard)?.[1] ?? 0);
const numbered = ({ structure }: Pdf) => structure.all.filter((element) => level(element) > 0);

/** Each numbered heading with the level of the one before. */
function headings(pdf: Pdf): readonly { readonly element: StructureElement; readonly before: number }[] {
  const all = numbered(pdf);
  return all.map((element, i) => ({ element, before: i === 0 ? 0 : level(all[i - 1] ?? element) }));
}

/** Elements whose words stand in the text around them. */
const INLINE = ['Span', 'Quote', 'Link', 'Code', 'Reference'];

/** Texts that go on without anything else between: in each, the pieces in the order in which they are read. */
function runs(pdf: Pdf): readonly (readonly Piece[])[] {
  const found: Piece[][] = [];
  const walk = (element: StructureElement): void => {
    if (!INLINE.includes(element.standard)) found.push([]);
    for (const kid of element.kids) {
      if (kid.type === 'content') found.at(-1)?.push(...piecesOf(pdf, kid.page?.number, kid.mcid));
      else if (kid.type === 'element' && !kid.again) walk(kid);
    }
    if (!INLINE.includes(element.standard)) found.push([]);
  };
  for (const element of pdf.structure.top) walk(element);
  return found;
}

/** Pieces that follow one another in a text, but not in one stroke of the pen. */
function* apart(pdf: Pdf): Generator<readonly [Piece, Piece]> {
  for (const run of runs(pdf))
    for (const [i, piece] of run.entries()) {
      const before = run[i - 1];
      if (!before) continue;
      const level = before.page === piece.page && Math.abs(before.y - piece.y) < 0.3 * piece.size;
      const turned = before.reversed || piece.reversed;
      const gap = Math.min(
        Math.abs(piece.x - before.end),
        turned ? Math.abs(before.x - piece.end) : Infinity,
      );
      const touch = gap < 0.08 * piece.size;
      if (!(level && touch)) yield [before, piece];
    }
}

/** Where a word may be parted at a line's end: after a dash or a sign of its own. */
const PARTED = /[\s\u2010-\u2015\u00ad/-]$/;

/** Whether two pieces, one on a line of its own, are one word of the document's Markdown: parted where the line was full. */
function isOneWord({ source }: Pdf, before: Piece, after: Piece): boolean {
  const [end, start] = [/\S+$/.exec(before.text)?.[0], /^\S+/.exec(after.text)?.[0]];
  return (before.y !== after.y || before.page !== after.page) && source.includes(`${end}${start}`);
}

/** A label that counts: 1, 1., a), (iv). */
const COUNTS = /^\(?(?:\d+|[a-zA-Z]|[ivxlcIVXLC]+)[.)]?$/;

export const textRules: readonly Rule[] = [
  // 7.4.2: headings begin with H1 and skip no level on the way down.
  each('ua1 7.4.2-1', headings, ({ element, before }) => {
    return (
      level(element) > before + 1 && [named(element), `follows ${before === 0 ? 'nothing' : `H${before}`}`]
    );
  }),
  // 7.4.4: numbered or not, never both; one H in an element.
  whole('ua1 7.4.4-2', (pdf) => {
    const [plain] = ofType('H')(pdf);
    return plain !== undefined && numbered(pdf).length > 0 && [named(plain), 'among numbered headings'];
  }),
  // A heading says something: it is a line of the list that a reader jumps by.
  each('ours heading-text', numbered, (element, pdf) => {
    return textOf(element, pdf).trim() === '' && [named(element), 'a heading without words'];
  }),
  // 7.2: lists hold items, items hold a label and a body.
  standsIn('ua1 7.2-17', 'LI', 'L'),
  standsIn('ua1 7.2-18', 'LBody', 'LI'),
  holdsOnly('ua1 7.2-19', 'L', 'L', 'LI', 'Caption'),
  holdsOnly('ua1 7.2-20', 'LI', 'Lbl', 'LBody'),
  each('ua1 7.2-40', ofType('L'), (list) => {
    const late = children(list)
      .slice(1)
      .find(({ standard }) => standard === 'Caption');
    return late !== undefined && [named(late), 'a caption that is not the first of its list'];
  }),
  // An item is a label, if any, and then one body.
  each('ours list-item', ofType('LI'), (item) => {
    const held = children(item)
      .map(({ standard }) => standard)
      .join(' ');
    return !/^(?:Lbl )?LBody$/.test(held) && [named(item), `holds ${held || 'nothing'}`];
  }),
  // ISO 32000-1, 14.8.2.5: words are parted by a space that is there, not by the room between them.
  each('pdf 14.8.2.5', apart, ([before, after], pdf) => {
    const parted = PARTED.test(before.text) || /^\s/.test(after.text) || after.text === '';
    return (
      !parted &&
      !isOneWord(pdf, before, after) && [
        `page ${after.page}`,
        `no space between “${before.text}” and “${after.text}”`,
      ]
    );
  }),
  // 7.6: a list whose labels count says how.
  each('ua1 7.6', ofType('L'), (list, pdf) => {
    const labels = children(list).flatMap((item) =>
      children(item).filter(({ standard }) => standard === 'Lbl'),
    );
    const counts = labels.length > 0 && labels.every((label) => COUNTS.test(textOf(label, pdf).trim()));
    const said = attribute(list, 'List', 'ListNumbering')?.name ?? 'None';
    return (
      counts &&
      !/^(?:Decimal|(?:Upper|Lower)(?:Roman|Alpha))$/.test(said) && [
        named(list),
        `counts, and ListNumbering is ${said}`,
      ]
    );
  }),
  // 7.3: a figure is told in words.
  each('ua1 7.3-1', ofType('Figure', 'Formula'), (figure) => {
    const told = figure.value.get('Alt').text || figure.value.get('ActualText').text;
    return !told && [named(figure), 'no Alt'];
  }),
  // ISO 32000-1, 14.8.5.4.3: and has a place on its page.
  each('pdf 14.8.5.4.3', ofType('Figure'), (figure) => {
    return attribute(figure, 'Layout', 'BBox')?.numbers.length !== 4 && [named(figure), 'no BBox'];
  }),
  // 7.9: a note has an ID of its own.
  each('ua1 7.9-1', ofType('Note'), (note) => !note.value.get('ID').text && [named(note), 'no ID']),
];
