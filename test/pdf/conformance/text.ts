/** What an element says, as a reader's program reads it out. */
import type { Shown } from './content.ts';
import type { DocumentFont } from './fonts.ts';
import type { Pdf } from './pdf.ts';
import type { StructureElement } from './structure.ts';

/** A piece of text, with where it stands. */
export interface Piece extends Shown {
  readonly text: string;
  /** From 1. */
  readonly page: number;
}

const known = new WeakMap<Pdf, ReadonlyMap<string, readonly Piece[]>>();

/** The pieces of marked content, by page and number. */
function allPieces(pdf: Pdf): ReadonlyMap<string, readonly Piece[]> {
  const before = known.get(pdf);
  if (before) return before;
  const fonts = new Map<unknown, DocumentFont>(pdf.fonts.map(({ font }) => [font.value.object, font]));
  const made = new Map<string, Piece[]>();
  pdf.contents.forEach(({ painted }, i) => {
    for (const { shown, marks } of painted) {
      const mcid = marks.findLast((mark) => mark.mcid !== undefined)?.mcid;
      if (!shown || mcid === undefined) continue;
      const key = `${i + 1} ${mcid}`;
      const text = fonts.get(shown.font.object)?.decode(shown) ?? '';
      const pieces = made.get(key) ?? [];
      pieces.push({ ...shown, text, page: i + 1 });
      made.set(key, pieces);
    }
  });
  known.set(pdf, made);
  return made;
}

/** The pieces of one marked content. */
export function piecesOf(pdf: Pdf, page: number | undefined, mcid: number): readonly Piece[] {
  return allPieces(pdf).get(`${page} ${mcid}`) ?? [];
}

/** The text of one marked content. */
export function contentText(pdf: Pdf, page: number | undefined, mcid: number): string {
  return piecesOf(pdf, page, mcid)
    .map(({ text }) => text)
    .join('');
}

/** The text of an element and of all that it holds, or what replaces it. */
export function textOf(element: StructureElement, pdf: Pdf): string {
  const instead = element.value.get('ActualText').text;
  if (instead !== undefined) return instead;
  return element.kids
    .map((kid) => {
      if (kid.type === 'element') return kid.again ? '' : textOf(kid, pdf);
      return kid.type === 'content' ? contentText(pdf, kid.page?.number, kid.mcid) : '';
    })
    .join('');
}
