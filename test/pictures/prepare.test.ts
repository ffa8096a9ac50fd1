/** A file becomes what a PDF takes: every kind of PNG laid on white, an SVG drawn as large as it is printed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logoSize, pictureSize } from '../../src/layout/picture.ts';
import { mm } from '../../src/layout/units.ts';
import type { Picture, Size } from '../../src/pictures/picture.ts';
import { preparePicture } from '../../src/pictures/prepare.ts';
import { fileSpan } from '../../src/problems/source.ts';
import { type Made, type Pixels, pixelsOf, png } from './png.ts';

const WASM = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
const asItIs = (own: Size): Size => own;
const none = (): never => {
  throw new Error('nothing is to be drawn');
};

function prepare(bytes: Uint8Array | string, printed = asItIs, wasm = () => readFileSync(WASM)) {
  const file = { text: 'a', span: fileSpan({ path: 'theme.yaml', text: 'a' }) };
  return preparePicture(file, Buffer.from(bytes), { printed, wasm });
}

async function picture(bytes: Uint8Array | string, printed = asItIs): Promise<Picture & { pixels: Pixels }> {
  const made = await prepare(bytes, printed);
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join('\n'));
  return { ...made.value, pixels: pixelsOf(made.value.bytes) };
}

async function told(bytes: Uint8Array | string): Promise<readonly string[]> {
  const made = await prepare(bytes);
  return made.problems.map(({ code, message }) => `${code} ${message}`);
}

const svg = (inner: string, attributes = 'viewBox="0 0 40 20"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;

describe('a picture that a PDF takes', () => {
  it('is left as it is, at 96 pixels an inch, and what draws is not called for', async () => {
    const bytes = png({ width: 8, height: 4, color: 2, depth: 8, pixel: () => [1, 2, 3] });
    const made = await prepare(bytes, asItIs, none);
    expect(made).toMatchObject({ ok: true, value: { width: 6, height: 3, bytes } });
  });

  it('is told by its name where it is none', async () => {
    const [problem, more] = (await prepare('GIF89a', asItIs, none)).problems;
    expect([problem?.code, problem?.message, problem?.span.source.path, more]).toEqual([
      'unknown-image',
      '"a" is no PNG, JPEG or SVG',
      'theme.yaml',
      undefined,
    ]);
  });
});

/** A pattern that no mirroring and no shift leaves as it is. */
const marked = (x: number, y: number): boolean => (x * 3 + y * 5 + ((x * y) % 4)) % 7 < 3;

/** Samples of what is marked, and of all else; how both look on white. */
type Look = Omit<Made, 'width' | 'height' | 'pixel'> & {
  readonly samples: readonly [readonly number[], readonly number[]];
  readonly shown: readonly [string, string];
};

const KINDS: Readonly<Record<string, Look>> = {
  'grey of 16 bits': { color: 0, depth: 16, samples: [[0x3333], [0xffff]], shown: ['#333333', '#ffffff'] },
  'grey, one of them clear': {
    ...{ color: 0, depth: 8, clear: [0, 0x33], samples: [[0x33], [0x44]] },
    shown: ['#ffffff', '#444444'],
  },
  'grey of 1 bit, black clear': {
    ...{ color: 0, depth: 1, clear: [0, 1], samples: [[0], [1]] },
    shown: ['#000000', '#ffffff'],
  },
  'colour of 16 bits': {
    ...{
      color: 2,
      depth: 16,
      samples: [
        [0xffff, 0x3333, 0],
        [0, 0x6666, 0xffff],
      ],
    },
    shown: ['#ff3300', '#0066ff'],
  },
  'colour, one of them clear': {
    ...{
      color: 2,
      depth: 8,
      clear: [0, 1, 0, 2, 0, 3],
      samples: [
        [1, 2, 3],
        [3, 2, 1],
      ],
    },
    shown: ['#ffffff', '#030201'],
  },
  'palette of 1 bit, clear in part': {
    ...{ color: 3, depth: 1, palette: [0, 0, 0, 255, 0, 0], clear: [51], samples: [[0], [1]] },
    shown: ['#cccccc', '#ff0000'],
  },
  'palette of 2 bits': {
    ...{ color: 3, depth: 2, palette: [0, 0, 0, 255, 0, 0, 0, 0, 255], clear: [255, 0], samples: [[2], [1]] },
    shown: ['#0000ff', '#ffffff'],
  },
  'palette of 4 bits': {
    ...{ color: 3, depth: 4, palette: [0, 0, 0, 255, 0, 0], clear: [0], samples: [[0], [1]] },
    shown: ['#ffffff', '#ff0000'],
  },
  'palette of 8 bits': {
    ...{ color: 3, depth: 8, palette: [0, 0, 0, 255, 0, 0], clear: [51, 255], samples: [[0], [1]] },
    shown: ['#cccccc', '#ff0000'],
  },
  'grey and alpha': {
    color: 4,
    depth: 8,
    samples: [
      [0, 51],
      [9, 0],
    ],
    shown: ['#cccccc', '#ffffff'],
  },
  'grey and alpha of 16 bits': {
    ...{
      color: 4,
      depth: 16,
      samples: [
        [0, 0x3333],
        [0x3333, 0xffff],
      ],
    },
    shown: ['#cccccc', '#333333'],
  },
  'colour and alpha': {
    ...{
      color: 6,
      depth: 8,
      samples: [
        [0, 0, 0, 51],
        [1, 2, 3, 255],
      ],
    },
    shown: ['#cccccc', '#010203'],
  },
  'colour and alpha of 16 bits': {
    ...{
      color: 6,
      depth: 16,
      samples: [
        [0, 0, 0, 0x3333],
        [0xffff, 0x3333, 0, 0xffff],
      ],
    },
    shown: ['#cccccc', '#ff3300'],
  },
};

describe.each(Object.entries(KINDS))('a PNG of %s', (_, { samples, shown, ...kind }) => {
  it.each([
    ['in rows', 11, 9, false],
    ['interlaced', 11, 9, true],
    ['interlaced, narrow', 3, 5, true],
    ['interlaced, one pixel', 1, 1, true],
  ] as const)('%s is laid on white, pixel by pixel', async (_name, width, height, interlaced) => {
    const pixel = (x: number, y: number) => samples[marked(x, y) === (shown[0] !== '#ffffff') ? 0 : 1];
    const made = await picture(png({ ...kind, width, height, interlaced, pixel }));
    expect([made.width, made.height]).toEqual([width * 0.75, height * 0.75]);
    const expected = (x: number, y: number) => shown[marked(x, y) === (shown[0] !== '#ffffff') ? 0 : 1];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) expect(made.pixels.at(x, y), `${x}, ${y}`).toBe(expected(x, y));
  });
});

describe('a PNG that is laid on white', () => {
  it.each([0, 2, 3] as const)('is decoded where it is interlaced alone: colour type %i', async (color) => {
    const palette = color === 3 ? { palette: [9, 8, 7, 0, 0, 0] } : {};
    const pixel = (x: number, y: number) => (color === 2 ? [9, 8, 7] : [marked(x, y) ? 0 : 1]);
    const depth = color === 3 ? 1 : 8;
    const made = await picture(
      png({ width: 9, height: 9, color, depth, interlaced: true, ...palette, pixel }),
    );
    const shows = { 0: ['#000000', '#010101'], 2: ['#090807', '#090807'], 3: ['#090807', '#000000'] }[color];
    expect(made.pixels.at(4, 7)).toBe(shows[marked(4, 7) ? 0 : 1]);
    expect(made.pixels.at(8, 8)).toBe(shows[marked(8, 8) ? 0 : 1]);
  });

  it('is grey where it has no colour, so that the file is small', async () => {
    const of = (pixel: readonly number[]) =>
      picture(png({ width: 1, height: 1, color: 6, depth: 8, pixel: () => pixel }));
    expect([(await of([5, 5, 5, 90])).pixels.grey, (await of([5, 6, 5, 255])).pixels.grey]).toEqual([
      true,
      false,
    ]);
  });

  it('is told where nothing of it is seen, and where its data is no picture', async () => {
    const clear = { width: 2, height: 2, color: 6, depth: 8 } as const;
    expect(await told(png({ ...clear, pixel: () => [255, 255, 255, 200] }))).toEqual([
      'unknown-image "a" is all white, so that nothing of it is seen on paper',
    ]);
    const cut = png({ ...clear, height: 1, pixel: () => [1, 2, 3, 4] });
    const head = png({ ...clear, height: 2000, pixel: () => [1, 2, 3, 4] }).subarray(0, 33);
    expect(await told(Buffer.concat([head, cut.subarray(33)]))).toEqual(['unknown-image "a" is damaged']);
  });
});

describe('an SVG', () => {
  const HALF = svg('<rect width="20" height="20" fill="#1a4f8b"/>');

  it('is drawn at 600 dots an inch of its printed size, on white', async () => {
    const logo = await picture(HALF, logoSize);
    expect([logo.width, logo.height]).toEqual([30, 15]);
    const printed = logoSize(logo);
    expect(printed.width).toBeCloseTo(mm(24));
    expect(logo.pixels.width).toBe(Math.ceil((mm(24) / 72) * 600));
    expect(logo.pixels.height / (printed.height / 72)).toBeGreaterThanOrEqual(600);
    expect([logo.pixels.at(5, 5), logo.pixels.at(logo.pixels.width - 5, 5)]).toEqual(['#1a4f8b', '#ffffff']);
  });

  it('is no larger than there is room for it, nor than it is of itself', async () => {
    const room = { width: 60, height: 600 };
    const small = await picture(HALF, (own) => pictureSize(own, room));
    expect([small.pixels.width, small.pixels.height]).toEqual([250, 125]);
    const large = svg('<path d="M0 0h90v90z"/>', 'width="100mm" height="1000mm" viewBox="0 0 90 900"');
    const set = await picture(large, (own) => pictureSize(own, room));
    expect([Math.round(set.width), Math.round(set.height)]).toEqual([283, 2835]);
    expect([set.pixels.width, set.pixels.height]).toEqual([500, 5000]);
  });

  it('keeps its proportion, however small it is of itself', async () => {
    const { width, height, pixels } = await picture(
      svg('<path d="M0 0h1v1z"/>', 'viewBox="0 0 1 .4"'),
      logoSize,
    );
    expect(width / height).toBeCloseTo(2.5);
    expect(pixels.width / pixels.height).toBeCloseTo(2.5, 1);
  });

  it('gives the same bytes each time', async () => {
    const file = svg('<circle cx="9" cy="9" r="8" opacity=".3"/><path d="M1 1 40 20" stroke="red"/>');
    expect((await picture(file)).bytes).toEqual((await picture(file)).bytes);
  });

  it.each([
    ['of no size', svg('<path d="M0 0h9v9z"/>', 'width="0" height="9"'), 'has no size'],
    ['that shows nothing', svg('<path d="M90 90h9v9z"/>'), 'shows nothing'],
    [
      'that is white',
      svg('<path fill="#fff" d="M0 0h9v9z"/>'),
      'is all white, so that nothing of it is seen on paper',
    ],
    ['at which the library stops', svg('<path d="M90 0h9v9z" opacity=".5"/>'), 'cannot be drawn'],
    [
      'with an attribute twice',
      svg('<path d="M0 0h9v9z" d=""/>'),
      "is broken: attribute 'd' at 1:81 is already defined",
    ],
  ])('%s is told', async (_, file, why) => {
    expect(await told(file)).toEqual([`unknown-image "a" ${why}`]);
  });

  it('is a picture or Problems, whatever is cut out of it or put in', async () => {
    const whole = svg(
      '<style>g{fill:red}</style><g><path d="M0 0h9v9z"/><use href="#a"/></g>',
      'width="9" height="9"',
    );
    const place = fc.nat(whole.length);
    const put = fc.stringMatching(/^[<>/"'=&;@(){}:#a-z0-9 -]{0,6}$/);
    await fc.assert(
      fc.asyncProperty(place, fc.nat(9), put, async (at, length, more) => {
        const made = await prepare(whole.slice(0, at) + more + whole.slice(at + length));
        expect(made.ok || made.problems.every(({ code }) => code === 'unknown-image')).toBe(true);
      }),
    );
  });

  it('is drawn all the same after one at which the library stopped', async () => {
    await told(svg('<path d="M90 0h9v9z" opacity=".5"/>'));
    expect((await picture(HALF)).pixels.at(5, 5)).toBe('#1a4f8b');
  });
});
