/**
 * The one door to resvg: an SVG, or a PNG that a PDF does not take as it is, drawn on white. The same file gives the same
 * pixels on every machine, since the library is WebAssembly without system fonts, files or network.
 */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { onWhite } from './encode.ts';
import {
  type Fault,
  faulty,
  type Picture,
  POINTS_PER_PIXEL,
  type Size,
  type Usable,
  usable,
} from './picture.ts';
import type { Raster } from './raster.ts';

/** What paper shows of a drawing. */
const DOTS_PER_INCH = 600;

const BROKEN: Fault = { why: 'is damaged', help: 'save or copy it once more' };
const EMPTY: Fault = {
  why: 'shows nothing',
  help: 'look whether what it shows lies within its edges (its viewBox)',
};
const WHITE: Fault = {
  why: 'is all white, so that nothing of it is seen on paper',
  help: 'take the form of it that is made for a white ground',
};
const NO_SIZE: Fault = {
  why: 'has no size',
  help: 'give its <svg> a viewBox, or a width and a height, greater than 0',
};
const CANNOT: Fault = {
  why: 'cannot be drawn',
  help: 'let nothing of it lie beyond its edges, or save it as PNG',
};

let started: Promise<void> | undefined;

/** Makes ready to draw, once a process; `wasm`: the bytes of the package's index_bg.wasm. */
export function startDrawing(wasm: () => Uint8Array): Promise<void> {
  started ??= initWasm(wasm());
  return started;
}

const NO_FONTS = { font: { loadSystemFonts: false } } as const;

/** An SVG at 600 dots an inch of its printed size. `printed`: how large, by its own size; both in points. */
export function drawSvg(svg: string, printed: (own: Size) => Size): Usable<Picture> {
  const own = attempt(() => ownSize(svg));
  if (!own.ok) return own;
  if (own.value.width <= 0 || own.value.height <= 0) return faulty(NO_SIZE);
  const { width, height } = printed(own.value);
  const dots = (length: number): number => Math.max(1, Math.ceil((length * DOTS_PER_INCH) / 72));
  const fitTo =
    width > height
      ? ({ mode: 'width', value: dots(width) } as const)
      : ({ mode: 'height', value: dots(height) } as const);
  return laidOnWhite(() => new Resvg(svg, { ...NO_FONTS, fitTo }), own.value, EMPTY);
}

/** A PNG, pixel by pixel. */
export function drawPng(bytes: Uint8Array, { width, height }: Raster): Usable<Picture> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const size = `width="${width}" height="${height}"`;
  const image = `<image ${size} image-rendering="optimizeSpeed" href="data:image/png;base64,${data}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${image}</svg>`;
  const own = { width: width * POINTS_PER_PIXEL, height: height * POINTS_PER_PIXEL };
  return laidOnWhite(() => new Resvg(svg, NO_FONTS), own, BROKEN);
}

function ownSize(svg: string): Size {
  const tree = new Resvg(svg, NO_FONTS);
  // `width` and `height` of the library are whole numbers.
  const [, width, height] = /^<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(tree.toString()) ?? [];
  tree.free();
  return { width: Number(width ?? 0) * POINTS_PER_PIXEL, height: Number(height ?? 0) * POINTS_PER_PIXEL };
}

/** `nothing`: what is wrong where no dot was drawn. */
function laidOnWhite(make: () => Resvg, own: Size, nothing: Fault): Usable<Picture> {
  const drawn = attempt(() => {
    const tree = make();
    const image = tree.render();
    const { pixels, width, height } = image;
    image.free();
    tree.free();
    return { pixels, width, height };
  });
  if (!drawn.ok) return drawn;
  const laid = onWhite(drawn.value.pixels, drawn.value.width, drawn.value.height);
  if (laid === 'empty') return faulty(nothing);
  return laid === 'white' ? faulty(WHITE) : usable({ bytes: laid.png, ...own });
}

/** The library throws at what it cannot read, and stops short at some that it cannot draw. */
function attempt<T>(work: () => T): Usable<T> {
  try {
    return usable(work());
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    if (/invalid size|size is zero/.test(said)) return faulty(NO_SIZE);
    const [, cause] = /parsing failed cause (.*)/.exec(said) ?? [];
    return faulty(
      cause ? { why: `is broken: ${cause}`, help: 'export it once more, or mend its XML' } : CANNOT,
    );
  }
}
