/** Pages drawn by pdf.js on its own canvas: the same on every machine, since all fonts are in the file. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Picture, pictureOf } from './picture.ts';

const HOME = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What pdf.js draws on in Node. */
interface Canvases {
  create(
    width: number,
    height: number,
  ): {
    readonly canvas: null;
    readonly context: {
      getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
    };
  };
}

/** Pages (from 0) with their forms. */
export async function drawByPdfjs(
  bytes: Uint8Array,
  dpi: number,
  pages: readonly number[],
): Promise<readonly Picture[]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    standardFontDataUrl: `${join(HOME, 'standard_fonts')}/`,
    cMapUrl: `${join(HOME, 'cmaps')}/`,
  });
  const pdf = await task.promise;
  const canvases = pdf.canvasFactory as Canvases;
  const drawn: Picture[] = [];
  for (const index of pages) {
    const page = await pdf.getPage(index + 1);
    const viewport = page.getViewport({ scale: dpi / 72 });
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
    const { canvas, context } = canvases.create(width, height);
    await page.render({ canvas, canvasContext: context, viewport }).promise;
    drawn.push(pictureOf(width, height, context.getImageData(0, 0, width, height).data));
  }
  await task.destroy();
  return drawn;
}
