/**
 * A sheet's part -> its rows. What is empty takes no room, however far down or to the right something stands.
 *
 * Kept true: the cells that are held, merged ones and the empty ones between others too, are bounded.
 */
import type { Source } from '../../problems/source.ts';
import type { Cell } from '../material.ts';
import { tidy } from './text-of.ts';
import { isTrue, type Parts, Runs, relationsOf, type Workbook } from './workbook.ts';
import { visitXml } from './xml.ts';

export interface Sheet {
  /** Without empty rows, but for one where some stood between others. */
  readonly rows: readonly (readonly Cell[])[];
  /** What a person would miss, and where. */
  readonly lost: readonly { readonly what: string; readonly row: number; readonly column: number }[];
}

/** Cells of a sheet. */
const MOST = 1_000_000;

interface Found {
  text: string;
  bold: boolean;
  merged: boolean;
  link: string | null;
}

type Rows = Map<number, Map<number, Found>>;

/** null: broken; 'large': more cells than are read. */
export function sheetOf(
  parts: Parts,
  { name, part }: { readonly name: string; readonly part: string },
  book: Workbook,
  source: Source,
): Sheet | null | 'large' {
  const xml = parts.part(part);
  if (xml === null) return null;
  const read = new Reading(book, relationsOf(parts, part));
  const sound = visitXml(xml, {
    open: (element, attributes) => read.open(element, attributes),
    close: (element) => read.close(element),
    text: (piece) => read.text(piece),
  });
  if (!sound) return null;
  if (read.count > MOST || !merge(read.rows, read.merged)) return 'large';
  for (const { range, target } of read.links) link(read.rows, range, target);
  const rows = laidOut(read.rows, source, name);
  return rows ? { rows, lost: read.lost } : 'large';
}

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What is met on the way through a sheet. */
class Reading {
  readonly rows: Rows = new Map();
  readonly merged: Range[] = [];
  readonly links: { readonly range: Range; readonly target: string }[] = [];
  readonly lost: { what: string; row: number; column: number }[] = [];
  count = 0;
  private readonly hidden: { readonly from: number; readonly to: number }[] = [];
  private readonly told = new Set<number>();
  private row = 0;
  private column = 0;
  private type = '';
  private style = 0;
  private value = '';
  private inValue = false;
  private inCell = false;
  private formula = false;
  private readonly runs = new Runs();

  constructor(
    private readonly book: Workbook,
    private readonly targets: ReadonlyMap<string, string>,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { r, t, s, ref, id, location, min, max, hidden } = attributes;
    if (name === 'row') {
      this.row = Number(r ?? this.row + 1) || this.row + 1;
      this.column = 0;
    } else if (name === 'c') {
      this.column = (r === undefined ? undefined : rangeOf(r)?.left) ?? this.column + 1;
      this.type = t ?? 'n';
      this.style = Number(s ?? 0);
      this.value = '';
      this.formula = false;
      this.inCell = true;
      this.runs.begin();
    } else if (name === 'v' && this.inCell) this.inValue = true;
    else if (name === 'f' && this.inCell) this.formula = true;
    else if (this.inCell) this.runs.open(name, attributes);
    else if (name === 'col' && isTrue(hidden)) this.hidden.push({ from: Number(min), to: Number(max) });
    else if (name === 'mergeCell' && ref !== undefined) push(this.merged, rangeOf(ref));
    else if (name === 'hyperlink' && ref !== undefined) {
      const target = (id === undefined ? undefined : this.targets.get(id)) ?? `#${location ?? ''}`;
      const range = rangeOf(ref);
      if (range) this.links.push({ range, target });
    }
  }

  text(piece: string): void {
    if (this.inValue) this.value += piece;
    else if (this.inCell) this.runs.add(piece);
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name !== 'c') this.runs.close(name);
    else {
      this.inCell = false;
      this.end();
    }
  }

  private end(): void {
    const { text, bold } = this.shown();
    const place = { row: this.row, column: this.column };
    if (this.formula && this.value === '' && text === '')
      this.lost.push({ what: 'a formula whose result is not in the file', ...place });
    if (text === '' || this.count > MOST || this.isHidden(text)) return;
    this.count++;
    let cells = this.rows.get(this.row);
    if (!cells) {
      cells = new Map();
      this.rows.set(this.row, cells);
    }
    cells.set(this.column, {
      text,
      bold: bold || this.book.styles.bold(this.style),
      merged: false,
      link: null,
    });
  }

  /** What is told once a column, by what stands first in it. */
  private isHidden(text: string): boolean {
    const { row, column } = this;
    if (!this.hidden.some(({ from, to }) => from <= column && column <= to)) return false;
    if (!this.told.has(column))
      this.lost.push({ what: `the hidden column of "${text}" (show it, to have it read)`, row, column });
    this.told.add(column);
    return true;
  }

  private shown(): { readonly text: string; readonly bold: boolean } {
    switch (this.type) {
      case 's': {
        const shared = this.book.texts[Number(this.value)];
        return { text: tidy(shared?.text ?? ''), bold: shared?.bold ?? false };
      }
      case 'inlineStr':
        return { text: tidy(this.runs.text), bold: this.runs.bold };
      case 'str':
      case 'd':
        return { text: tidy(this.value), bold: false };
      case 'b':
        return { text: this.value === '' ? '' : isTrue(this.value) ? 'TRUE' : 'FALSE', bold: false };
      case 'e':
        this.lost.push({ what: `the error ${this.value}`, row: this.row, column: this.column });
        return { text: '', bold: false };
      default: {
        const number = Number(this.value);
        if (this.value.trim() === '' || Number.isNaN(number)) return { text: '', bold: false };
        return { text: this.book.styles.shown(number, this.style), bold: false };
      }
    }
  }
}

function push<T>(list: T[], item: T | null): void {
  if (item !== null) list.push(item);
}

/** "B7", "B7:D9". */
function rangeOf(ref: string): Range | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(ref);
  if (!match) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** The first cell's text stands in all of its cells, as far as the sheet goes. False where they are too many. */
function merge(rows: Rows, ranges: readonly Range[]): boolean {
  const bottom = Math.max(0, ...rows.keys());
  const right = widthOf(rows);
  let count = 0;
  for (const range of ranges) {
    const first = rows.get(range.top)?.get(range.left);
    if (!first) continue;
    const down = Math.min(range.bottom, bottom);
    const across = Math.min(range.right, right);
    count += (down - range.top + 1) * (across - range.left + 1);
    if (count > MOST) return false;
    for (let row = range.top; row <= down; row++) {
      const cells = rows.get(row) ?? new Map<number, Found>();
      rows.set(row, cells);
      for (let column = range.left; column <= across; column++)
        if (row !== range.top || column !== range.left) cells.set(column, { ...first, merged: true });
    }
  }
  return true;
}

function widthOf(rows: Rows): number {
  let width = 0;
  for (const cells of rows.values()) for (const column of cells.keys()) width = Math.max(width, column);
  return width;
}

function link(rows: Rows, { top, left }: Range, target: string): void {
  const cell = rows.get(top)?.get(left);
  if (cell) cell.link = target;
}

/** null: more than are read. */
function laidOut(rows: Rows, source: Source, sheet: string): Sheet['rows'] | null {
  const found: (readonly Cell[])[] = [];
  let count = 0;
  let before = 0;
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const cells = rows.get(row) ?? new Map<number, Found>();
    if (row > before + 1 && found.length > 0) found.push([]);
    before = row;
    let width = 0;
    for (const column of cells.keys()) width = Math.max(width, column);
    count += width;
    if (count > MOST) return null;
    found.push(
      Array.from({ length: width }, (_, i): Cell => {
        const place = { source, line: null, sheet, row, column: i + 1 };
        const cell = cells.get(i + 1) ?? { text: '', bold: false, merged: false, link: null };
        return { ...cell, items: [], image: null, place };
      }),
    );
  }
  return found;
}
