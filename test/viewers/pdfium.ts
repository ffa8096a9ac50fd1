/** PDFium, which draws in Chromium and in Android's own viewer, here without a browser round it. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { type Picture, pictureOf } from '../pictures/picture.ts';

/** All pages with their forms. */
export async function drawByPdfium(bytes: Uint8Array, dpi: number): Promise<readonly Picture[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const drawn: Picture[] = [];
  for (const page of document.pages()) {
    const { width, height, data } = await page.render({
      scale: dpi / 72,
      render: 'bitmap',
      renderFormFields: true,
    });
    drawn.push(pictureOf(width, height, data));
  }
  document.destroy();
  library.destroy();
  return drawn;
}
