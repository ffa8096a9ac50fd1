/** What an element says, as a reader's program reads it out. */
import type { DocumentFont } from './fonts.ts';
import type { Pdf } from './pdf.ts';
import type { StructureElement } from './structure.ts';

const texts = new WeakMap<Pdf, ReadonlyMap<string, string>>();

/** The texts of marked content, by page and number. */
function contentTexts(pdf: Pdf): ReadonlyMap<string, string> {
  const known = texts.get(pdf);
  if (known) return known;
  const fonts = new Map<unknown, DocumentFont>(pdf.fonts.map(({ font }) => [font.value.object, font]));
  const made = new Map<string, string>();
  pdf.contents.forEach(({ painted }, i) => {
    for (const { shown, marks } of painted) {
      const mcid = marks.findLast((mark) => mark.mcid !== undefined)?.mcid;
      if (!shown || mcid === undefined) continue;
      const key = `${i + 1} ${mcid}`;
      const text = fonts.get(shown.font.object)?.decode(shown.bytes) ?? '';
      made.set(key, (made.get(key) ?? '') + text);
    }
  });
  texts.set(pdf, made);
  return made;
}

/** The text of one marked content. */
export function contentText(pdf: Pdf, page: number | undefined, mcid: number): string {
  return contentTexts(pdf).get(`${page} ${mcid}`) ?? '';
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
