/** A PDF read back with pdf.js: its texts in the order in which they were written, with their places. */
import { getDocument, OPS, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadText {
  readonly text: string;
  readonly page: number;
  /** Points from the left and the bottom of the page; `y` is the base line. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface ReadImage {
  readonly page: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface ReadPdf {
  readonly pages: number;
  /** Of the first page, whole points. */
  readonly paper: string;
  readonly title: string;
  readonly texts: readonly ReadText[];
  readonly links: readonly string[];
  readonly outline: readonly string[];
  readonly fields: readonly ReadField[];
  /** Files inside, by their names. */
  readonly attached: Readonly<Record<string, string>>;
}

/** A place of a form's field, in the order in which the pages list them. */
export interface ReadField {
  readonly name: string;
  /** What is spoken. */
  readonly said: string;
  readonly page: number;
  /** The text, or the state that is on. */
  readonly value: string;
  /** What its look in the file says, where it is a text that is seen. */
  readonly shown: string;
  /** Of a box: its own state. */
  readonly state: string | null;
  readonly multiline: boolean;
  readonly required: boolean;
}

const opened = (bytes: Uint8Array): PDFDocumentLoadingTask =>
  getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });

/** The pictures that its pages draw. Of its own, since pdf.js reads all that is drawn for it. */
export async function imagesOf(bytes: Uint8Array): Promise<readonly ReadImage[]> {
  const task = opened(bytes);
  const pdf = await task.promise;
  const images: ReadImage[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { fnArray, argsArray } = await (await pdf.getPage(n)).getOperatorList();
    fnArray.forEach((operator, i) => {
      if (operator !== OPS.paintImageXObject) return;
      const [, width, height] = argsArray[i] ?? [];
      images.push({ page: n, width: Number(width), height: Number(height) });
    });
  }
  await task.destroy();
  return images;
}

/** Everything else of a file that a test asks for. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = opened(bytes);
  const pdf = await task.promise;
  const texts: ReadText[] = [];
  let paper = '';
  const links: string[] = [];
  const fields: ReadField[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    paper ||= page.view.slice(2).map(Math.floor).join(' ');
    const content = await page.getTextContent({ disableNormalization: true });
    for (const item of content.items) {
      if (!('str' in item) || item.str === '') continue;
      const [a = 0, , , , x = 0, y = 0] = item.transform.map(Number);
      texts.push({ text: item.str, page: n, x, y, width: item.width, size: a });
    }
    for (const annotation of await page.getAnnotations()) {
      if (annotation.url) links.push(String(annotation.url));
      if (annotation.subtype === 'Widget') fields.push(fieldOf(annotation, n));
    }
  }
  const info = await pdf.getMetadata();
  const title = 'Title' in info.info ? String(info.info['Title']) : '';
  const outline = ((await pdf.getOutline()) ?? []).map((entry) => entry.title);
  const files: Readonly<Record<string, { readonly content: Uint8Array }>> =
    (await pdf.getAttachments()) ?? {};
  const attached = Object.fromEntries(
    Object.entries(files).map(([name, { content }]) => [name, new TextDecoder().decode(content)]),
  );
  await task.destroy();
  return { pages: pdf.numPages, paper, title, texts, links, outline, fields, attached };
}

function fieldOf(annotation: Readonly<Record<string, unknown>>, page: number): ReadField {
  const text = (key: string): string => {
    const value = annotation[key];
    return typeof value === 'string' ? value : '';
  };
  return {
    ...{ name: text('fieldName'), said: text('alternativeText'), page, value: text('fieldValue') },
    shown: Array.isArray(annotation['textContent']) ? annotation['textContent'].join('') : '',
    state: annotation['checkBox'] === true ? text('exportValue') : null,
    ...{ multiline: annotation['multiLine'] === true, required: annotation['required'] === true },
  };
}
