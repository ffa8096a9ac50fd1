/** What is known not to hold in a viewer, and why. Reported where it holds after all: then it goes from here. */

export interface Known {
  /** Who filled the form. */
  readonly viewer: string;
  readonly what: string;
  readonly why: string;
}

export const KNOWN: readonly Known[] = [
  {
    viewer: 'poppler',
    what: 'echo',
    why: 'poppler takes every place of a text for a field of its own: the value stands in the place that was typed into',
  },
  {
    viewer: 'pdf.js',
    what: 'V',
    why: 'pdf.js writes a choice’s /V by the first of its boxes that changed, so it is Off where a box before the ticked one was taken back; the boxes are right, read those',
  },
  {
    viewer: 'mupdf',
    what: 'echo',
    why: 'mupdf draws a text anew on the pages that were opened; the others keep their old look',
  },
  {
    viewer: 'mupdf',
    what: 'fonts',
    why: 'mupdf writes every text anew with its own Helvetica, which is not in the file',
  },
  {
    viewer: 'mupdf',
    what: 'rules',
    why: 'of the same reason: a font that is not in the file',
  },
];
