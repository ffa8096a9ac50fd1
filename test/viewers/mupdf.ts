/** MuPDF, on which many small viewers stand: fills forms, draws pages, and reads objects without any help of pdf-lib. */
import * as mupdf from 'mupdf';
import type { Picture } from '../pages/picture.ts';
import { type Action, middleOf } from './scene.ts';
import { versionOf } from './versions.ts';
import type { Viewer } from './viewer.ts';

function open(bytes: Uint8Array): mupdf.PDFDocument {
  const document = mupdf.PDFDocument.openDocument(bytes, 'application/pdf').asPDF();
  if (document === null) throw new Error('mupdf says that this is no PDF');
  return document;
}

export const mupdfViewer: Viewer = {
  name: 'mupdf',
  version: async () => versionOf('mupdf'),
  fill: async (bytes, actions) => {
    const document = open(bytes);
    for (const action of actions) {
      const page = document.loadPage(action.widget.page);
      const widget = at(page.getWidgets(), action);
      if (action.text === undefined) widget.toggle();
      else widget.setTextValue(action.text);
      widget.update();
      page.update();
    }
    return new Uint8Array(document.saveToBuffer('incremental').asUint8Array());
  },
};

function at(widgets: readonly mupdf.PDFWidget[], { id, widget }: Action): mupdf.PDFWidget {
  const { x, y } = middleOf(widget);
  const found = widgets.find((candidate) => {
    const [left, top, right, bottom] = candidate.getBounds();
    return candidate.getName() === id && x > left && x < right && y > top && y < bottom;
  });
  if (found === undefined) throw new Error(`mupdf has no field ${id} where it should be`);
  return found;
}

/** Pages (from 0) with their forms. */
export function drawByMupdf(bytes: Uint8Array, dpi: number, pages: readonly number[]): readonly Picture[] {
  const document = open(bytes);
  return pages.map((index) => {
    const scale = dpi / 72;
    const pixmap = document
      .loadPage(index)
      .toPixmap([scale, 0, 0, scale, 0, 0], mupdf.ColorSpace.DeviceGray, false, true);
    const [width, height, stride] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getStride()];
    const pixels = pixmap.getPixels();
    const grey = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) grey.set(pixels.subarray(y * stride, y * stride + width), y * width);
    return { width, height, grey };
  });
}

/** What `readForm` calls `value`, of all fields, by the same rules. */
export function valuesByMupdf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const fields = open(bytes).getTrailer().get('Root', 'AcroForm', 'Fields');
  const values = new Map<string, string>();
  const textOf = (value: mupdf.PDFObject): string => {
    if (value.isString()) return value.asString().replace(/\r\n?/g, '\n');
    return value.isName() && value.asName() !== 'Off' ? value.asName() : '';
  };
  fields.forEach((field) => {
    const key = field.get('FT').asName() === 'Btn' ? 'AS' : 'V';
    const found = [textOf(field.get(key))];
    field.get('Kids').forEach((kid) => {
      found.push(textOf(kid.get(key)));
    });
    values.set(field.get('T').asString(), found.find((text) => text !== '') ?? '');
  });
  return values;
}
