/**
 * Whether a drawn page shows what its form says: boxes with four sides, a tick where one is picked and nowhere else,
 * lines to write on only where nothing is written, and ink where there is text. Told in parts, since viewers fail in parts.
 */
import type { Picture } from '../pages/picture.ts';
import type { Form, Widget } from './form.ts';

/** `echo`: a text of several places, in the places behind the first. */
export const SIGHTS = ['boxes', 'ticks', 'lines', 'text', 'echo'] as const;
export type Sight = (typeof SIGHTS)[number];

export interface Fault {
  readonly sight: Sight;
  readonly what: string;
}

/** In points. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page that asks for areas in points and answers in shares of ink. */
class Inked {
  constructor(
    private readonly picture: Picture,
    private readonly dpi: number,
  ) {}

  /** Of each row of pixels: its ink in square points (of full black) and the share of its pixels that have any. */
  rows({ left, top, right, bottom }: Area): readonly Row[] {
    const { width, height, grey } = this.picture;
    const pixel = (points: number): number => Math.round((points * this.dpi) / 72);
    const [from, to] = [Math.max(0, pixel(left)), Math.min(width, pixel(right))];
    const rows: Row[] = [];
    for (let y = Math.max(0, pixel(top)); y < Math.min(height, pixel(bottom)); y++) {
      let [ink, any] = [0, 0];
      for (const value of grey.subarray(y * width + from, y * width + to)) {
        if (value > 249) continue; // as good as paper
        ink += (255 - value) / 255;
        any++;
      }
      rows.push({ ink: ink * (72 / this.dpi) ** 2, any: any / (to - from) });
    }
    return rows;
  }

  /** The share of an area that is black. */
  share(area: Area): number {
    const ink = this.rows(area).reduce((sum, row) => sum + row.ink, 0);
    return ink / ((area.right - area.left) * (area.bottom - area.top));
  }
}

interface Row {
  readonly ink: number;
  readonly any: number;
}

/** What a form must show: in each field its value, nothing in one that is not named. */
export interface Wanted {
  readonly values: ReadonlyMap<string, string>;
  /** The fields that show lines to write on as long as they are empty. */
  readonly ruled: ReadonlySet<string>;
}

/** What is not right on those pages of a form (from 0) that were drawn. */
export function faultsOf(
  form: Form,
  { values, ruled }: Wanted,
  pages: ReadonlyMap<number, Picture>,
  dpi: number,
): readonly Fault[] {
  const faults: Fault[] = [];
  for (const { id, kind, widgets } of form.fields) {
    const value = values.get(id) ?? '';
    for (const [index, widget] of widgets.entries()) {
      const picture = pages.get(widget.page);
      if (picture === undefined) continue;
      const page = new Inked(picture, dpi);
      const where = `${id} on page ${widget.page + 1}`;
      const found =
        kind === 'line' || kind === 'notes'
          ? textFaults(page, widget, value, { ruled: ruled.has(id), repeated: index > 0 })
          : boxFaults(page, widget, widget.on === value);
      faults.push(...found.map(({ sight, what }) => ({ sight, what: `${where}: ${what}` })));
    }
  }
  return faults;
}

/** A widget's inside. */
const inset = ({ left, top, width, height }: Widget, x: number, y: number): Area => ({
  left: left + x,
  top: top + y,
  right: left + width - x,
  bottom: top + height - y,
});

/** The box is the square at the left of its widget, the rest is the word beside it. */
function boxFaults(page: Inked, widget: Widget, ticked: boolean): Fault[] {
  const faults: Fault[] = [];
  const { left, top, height } = widget;
  const width = Math.min(widget.width, height);
  const [right, bottom] = [left + width, top + height];
  const across = { left: left + width * 0.2, right: right - width * 0.2 };
  const sides = [
    { ...across, top: top - 1.5, bottom: top + 1.5 },
    { ...across, top: bottom - 1.5, bottom: bottom + 1.5 },
  ];
  for (const side of sides) {
    const rows = page.rows(side);
    if (!rows.some(({ any }) => any > 0.9)) faults.push({ sight: 'boxes', what: 'a side is not drawn' });
  }
  for (const x of [left, right]) {
    const rows = page.rows({
      left: x - 1.5,
      right: x + 1.5,
      top: top + height * 0.2,
      bottom: bottom - height * 0.2,
    });
    if (!rows.every(({ any }) => any > 0.1)) faults.push({ sight: 'boxes', what: 'a side is not drawn' });
  }
  const ink = page.share(inset({ ...widget, width }, width * 0.25, height * 0.25));
  if (ticked && ink < 0.08) faults.push({ sight: 'ticks', what: `no tick (ink ${ink.toFixed(3)})` });
  if (!ticked && ink > 0.02) faults.push({ sight: 'ticks', what: `not empty (ink ${ink.toFixed(3)})` });
  return faults;
}

/** The least ink of a letter of 10 points, in square points: most have four times as much. */
const LETTER = 1;

function textFaults(
  page: Inked,
  widget: Widget,
  value: string,
  { ruled, repeated }: { readonly ruled: boolean; readonly repeated: boolean },
): Fault[] {
  const faults: Fault[] = [];
  const sight = repeated ? 'echo' : 'text';
  const rows = page.rows(inset(widget, 1, 1));
  const lines = rows.filter(({ any }) => any > 0.9).length;
  if (ruled && value === '' && lines === 0) faults.push({ sight: 'lines', what: 'no lines' });
  if (value !== '' && lines > 0) faults.push({ sight: 'lines', what: 'lines through the text' });
  // A line is spread over neighbouring rows: what is full from side to side is no text.
  const ink = rows.reduce((sum, row) => sum + (row.any > 0.9 ? 0 : row.ink), 0);
  const letters = value.replace(/\s/g, '').length;
  if (ink < letters * LETTER) faults.push({ sight, what: `too little ink for its text (${ink.toFixed(1)})` });
  if (letters === 0 && ink > LETTER) faults.push({ sight, what: `not empty (ink ${ink.toFixed(1)})` });
  return faults;
}
