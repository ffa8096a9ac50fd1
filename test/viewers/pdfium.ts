/** PDFium, which draws in Chromium and in Android's own viewer, here without a browser round it. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { type Picture, pictureOf } from '../pages/picture.ts';

let library: Promise<PDFiumLibrary> | undefined;

/** Pages (from 0) with their forms. */
export async function drawByPdfium(
  bytes: Uint8Array,
  dpi: number,
  pages: readonly number[],
): Promise<readonly Picture[]> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(bytes);
  const drawn: Picture[] = [];
  for (const index of pages) {
    const { width, height, data } = await document.getPage(index).render({
      scale: dpi / 72,
      render: 'bitmap',
      renderFormFields: true,
    });
    drawn.push(pictureOf(width, height, data));
  }
  document.destroy();
  return drawn;
}
