/** What pages and appearances paint: ISO 14289-1, 7.1; ISO 32000-1, 14.6. */
import type { Content, Mark } from '../content.ts';
import type { Pdf } from '../pdf.ts';
import { each, type Rule } from '../rule.ts';

const isArtifact = ({ tag }: Mark): boolean => tag === 'Artifact';

interface OfPage {
  readonly content: Content;
  readonly number: number;
  /** The numbers of marked content that the structure tree knows on this page. */
  readonly known: ReadonlySet<number>;
}

/** The pages with what the structure tree knows of them; none where there is no tree, which is told by itself. */
function pages(pdf: Pdf): readonly OfPage[] {
  if (pdf.structure.all.length === 0) return [];
  const known = pdf.pages.map(() => new Set<number>());
  for (const { kids } of pdf.structure.all)
    for (const kid of kids) if (kid.type === 'content' && kid.page) known[kid.page.number - 1]?.add(kid.mcid);
  return pdf.contents.map((content, i) => ({ content, number: i + 1, known: known[i] ?? new Set() }));
}

const painted = (pdf: Pdf) =>
  pages(pdf).flatMap((page) => page.content.painted.map((one) => ({ ...one, known: page.known })));

const faults = (kind: string) => (pdf: Pdf) =>
  [...pdf.contents, ...pdf.appearances].flatMap((content) =>
    content.faults.filter((fault) => fault.kind === kind),
  );

const numbersOf = ({ marks }: Content): readonly number[] =>
  marks.flatMap(({ mcid }) => (mcid === undefined ? [] : [mcid]));

/** Content that an element before holds already, or of no page. */
function* heldAgain({ structure }: Pdf) {
  const seen = new Set<string>();
  for (const { kids, value } of structure.all)
    for (const kid of kids) {
      if (kid.type !== 'content') continue;
      const key = `${kid.page?.number} ${kid.mcid}`;
      if (seen.has(key) || !kid.page) yield { value, page: kid.page, mcid: kid.mcid };
      seen.add(key);
    }
}

/** Each painted thing with what the marks around it are. */
const marked = (pdf: Pdf) =>
  pages(pdf).flatMap(({ content, known }) =>
    content.painted.map(({ marks, place }) => ({
      place,
      inside: marks.map((mark) =>
        isArtifact(mark) ? 'artifact' : mark.mcid !== undefined && known.has(mark.mcid) ? 'tagged' : 'other',
      ),
    })),
  );

export const contentRules: readonly Rule[] = [
  // 7.1: everything that is painted is an artifact or is real content that an element holds.
  each('ua1 7.1-3', painted, ({ operator, marks, known, place }) => {
    const held = marks.some(({ mcid }) => mcid !== undefined && known.has(mcid));
    const [last] = marks.slice(-1);
    const around = last ? `inside /${last.tag} ${last.mcid ?? ''}` : 'outside of all marks';
    return (
      !held && !marks.some(isArtifact) && [place, `${operator} is neither tagged nor an artifact, ${around}`]
    );
  }),
  // 7.1: and not both.
  each('ua1 7.1-1', marked, ({ inside, place }) => {
    const tagged = inside.indexOf('tagged');
    return (
      tagged >= 0 && inside.lastIndexOf('artifact') > tagged && [place, 'an artifact inside tagged content']
    );
  }),
  each('ua1 7.1-2', marked, ({ inside, place }) => {
    const artifact = inside.indexOf('artifact');
    return (
      artifact >= 0 && inside.lastIndexOf('tagged') > artifact && [place, 'tagged content inside an artifact']
    );
  }),
  // ISO 32000-1, 14.7.4.2: a number of marked content is one sequence of its page.
  each('pdf 14.7.4.2-1', pages, ({ content, number }) => {
    const numbers = numbersOf(content);
    const twice = numbers.find((mcid, i) => numbers.indexOf(mcid) < i);
    return twice !== undefined && [`page ${number}`, `two sequences have the MCID ${twice}`];
  }),
  // And what an element names is there.
  each('pdf 14.7.4.2-2', pages, ({ content, number, known }) => {
    const missing = [...known].filter((mcid) => !numbersOf(content).includes(mcid));
    return missing.length > 0 && [`page ${number}`, `elements name MCID ${missing}, which it does not have`];
  }),
  // And is held by one element.
  each('pdf 14.7.4.2-3', heldAgain, ({ value, page, mcid }) => [
    value.place,
    page ? `another element holds MCID ${mcid} of page ${page.number} too` : `MCID ${mcid} of no page`,
  ]),
  // 14.6.1: what is opened is ended, in its order: text objects, graphics states, marked content.
  each('pdf 14.6.1', faults('nesting'), ({ place, message }) => [place, message]),
  // ISO 19005-3, 6.2.2: only operators that there are; what they name stands in the stream's own resources.
  each('3a 6.2.2-1', faults('operator'), ({ place, message }) => [place, message]),
  each('3a 6.2.2-2', faults('resource'), ({ place, message }) => [place, message]),
  // 6.1.13: q is nested 28 deep at most.
  each('3a 6.1.13-8', faults('depth'), ({ place, message }) => [place, message]),
];
