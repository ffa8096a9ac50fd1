/**
 * pdf.js as Firefox has it, without a screen: its form layer's rules (one box of a field at a time, every place of a
 * text at once) are done here as its display code does them, what is written comes from it.
 */
import { getDocument, version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Action, middleOf } from './scene.ts';
import type { Viewer } from './viewer.ts';

interface Annotation {
  readonly id: string;
  readonly fieldName: string;
  readonly rect: readonly [number, number, number, number];
  readonly checkBox?: boolean;
  readonly fieldValue?: unknown;
  readonly exportValue?: string;
}

interface Stored {
  readonly value: unknown;
}

export const pdfjsViewer: Viewer = {
  name: 'pdf.js',
  version: async () => version,
  fill: async (bytes, actions) => {
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
    const pdf = await task.promise;
    const pages: Annotation[][] = [];
    for (let n = 1; n <= pdf.numPages; n++)
      pages.push((await (await pdf.getPage(n)).getAnnotations()) as Annotation[]);
    const stored = (id: string): unknown =>
      (pdf.annotationStorage.getRawValue(id) as Stored | undefined)?.value;
    for (const action of actions) {
      const clicked = at(pages[action.widget.page] ?? [], action);
      const places = pages.flat().filter(({ fieldName }) => fieldName === clicked.fieldName);
      const ticked = stored(clicked.id) ?? clicked.fieldValue === clicked.exportValue;
      for (const { id } of places) {
        const value = action.text ?? (id === clicked.id && ticked !== true);
        pdf.annotationStorage.setValue(id, { value });
      }
    }
    const saved = await pdf.saveDocument();
    await task.destroy();
    return saved;
  },
};

function at(annotations: readonly Annotation[], { id, widget }: Action): Annotation {
  const { x, y } = middleOf(widget);
  const found = annotations.find(({ fieldName, rect: [left, bottom, right, top] }) => {
    const up = widget.pageHeight - y;
    return fieldName === id && x > left && x < right && up > bottom && up < top;
  });
  if (found === undefined) throw new Error(`pdf.js has no field ${id} where it should be`);
  return found;
}
