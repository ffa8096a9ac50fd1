/** What a rule is, and what it finds. */
import type { Pdf } from './pdf.ts';

export interface Finding {
  /**
   * Which rule. `ua1 7.18.4-1` and `3a 6.3.2-1` are clauses of ISO 14289-1 and ISO 19005-3 with veraPDF's number of the test;
   * `pdf 14.7.4.4` is a clause of ISO 32000-1; `ours …` is what we ask of our own files beyond the standards. A clause that
   * is the same in PDF/UA and PDF/A is told once, as PDF/UA's.
   */
  readonly rule: string;
  /** The object, page or byte. */
  readonly where: string;
  readonly message: string;
}

/** What is wrong at a place. */
export type Fault = readonly [where: string, message: string];

export interface Rule {
  readonly id: string;
  readonly faults: (pdf: Pdf) => Iterable<Fault>;
}

/** A rule that looks at each thing of a file and says what is wrong with it; null where nothing is. */
export function each<T>(
  id: string,
  things: (pdf: Pdf) => Iterable<T>,
  wrong: (thing: T, pdf: Pdf) => Fault | null | false,
): Rule {
  return {
    id,
    *faults(pdf) {
      for (const thing of things(pdf)) {
        const fault = wrong(thing, pdf);
        if (fault) yield fault;
      }
    },
  };
}

/** A rule of the file as a whole: what is wrong, or null. */
export function whole(id: string, wrong: (pdf: Pdf) => Fault | null | false): Rule {
  return each(
    id,
    (pdf) => [pdf],
    (pdf) => wrong(pdf),
  );
}
