/**
 * pdf-lib, as scripts use it that fill forms: with a font of their own, since its default is a Helvetica that is not in
 * the file. Its `check()` always takes the first state of a field, so boxes are set as its own code sets them, by hand.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { middleOf } from './scene.ts';
import { versionOf } from './versions.ts';
import type { Viewer } from './viewer.ts';

const require = createRequire(import.meta.url);
const FONT = '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
const OFF = PDFName.of('Off');

export const pdfLibViewer: Viewer = {
  name: 'pdf-lib',
  version: async () => versionOf('@cantoo/pdf-lib'),
  fill: async (bytes, actions) => {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    // Our types of fontkit tell less than there is.
    pdf.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
    const font = await pdf.embedFont(readFileSync(require.resolve(FONT)), { subset: true });
    const form = pdf.getForm();
    for (const { id, widget, text } of actions) {
      if (text !== undefined) {
        form.getTextField(id).setText(text);
        continue;
      }
      const { acroField } = form.getCheckBox(id);
      const { x, y } = middleOf(widget);
      const page = pdf.getPage(widget.page);
      const boxes = acroField.getWidgets();
      const clicked = boxes.find((box) => {
        const rect = box.getRectangle();
        const inside = x > rect.x && x < rect.x + rect.width;
        const up = page.getHeight() - y;
        const here = page.node.Annots()?.asArray() ?? [];
        const onPage = here.some((ref) => pdf.context.lookup(ref) === box.dict);
        return onPage && inside && up > rect.y && up < rect.y + rect.height;
      });
      const state = clicked?.getAppearanceState() === OFF ? (clicked.getOnValue() ?? OFF) : OFF;
      for (const box of boxes) box.setAppearanceState(box === clicked ? state : OFF);
      acroField.dict.set(PDFName.of('V'), state);
    }
    form.updateFieldAppearances(font);
    return await pdf.save({ updateFieldAppearances: false });
  },
};
