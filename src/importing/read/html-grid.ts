/** A table of HTML as a grid: what spans rows and columns fills them, marked as merged. */
import { type Cell, type Grid, type Place, plainCell } from '../material.ts';
import { attribute, children, type Element, isElement, type Node } from './html-nodes.ts';
import { wordsOf } from './html-words.ts';

/** More columns than this no table has that people read; a span may ask for any number. */
const WIDEST = 1000;
const TALLEST = 10_000;

export interface Around {
  readonly under: readonly string[];
  readonly before: readonly string[];
  placeOf(node: Node): Place;
  /** Told of each link that leads out of the file. */
  link(address: string, node: Node): void;
}

export function gridOf(table: Element, { under, before, placeOf, link }: Around): Grid {
  const found = rowsOf(table);
  const rows: Cell[][] = found.map(() => []);
  for (const [y, row] of found.entries()) {
    let x = 0;
    for (const element of children(row.element).filter(({ tagName }) => /^t[dh]$/.test(tagName))) {
      while (rows[y]?.[x] !== undefined) x += 1;
      const wide = span(element, 'colspan', WIDEST - x);
      const high = span(element, 'rowspan', Math.min(TALLEST, rows.length - y));
      const words = wordsOf(element.childNodes);
      for (const address of words.links) link(address, element);
      const [image = null] = words.images;
      const leads = words.links[0] ?? null;
      for (let down = 0; down < high; down++)
        for (let right = 0; right < wide; right++) {
          const target = rows[y + down];
          if (!target) continue;
          const place = { ...placeOf(element), row: y + down + 1, column: x + right + 1 };
          target[x + right] = {
            ...{ text: words.text, items: words.items, image, link: leads, place },
            bold: words.text !== '' && (words.bold || (element.tagName === 'th' && !row.head)),
            merged: down > 0 || right > 0,
          };
        }
      x += wide;
    }
  }
  const place = placeOf(table);
  const whole = rows.map((row, y) => filled(row, { ...place, row: y + 1 }));
  return {
    ...{ type: 'grid', sheet: null, under, before, place },
    headRows: headRows(found),
    rows: () => whole,
  };
}

interface Row {
  readonly element: Element;
  /** It stands in thead. */
  readonly head: boolean;
}

function rowsOf(table: Element): readonly Row[] {
  return children(table).flatMap((part): Row[] => {
    if (part.tagName === 'tr') return [{ element: part, head: false }];
    if (!/^t(?:head|body|foot)$/.test(part.tagName)) return [];
    const rows = children(part).filter(({ tagName }) => tagName === 'tr');
    return rows.map((element) => ({ element, head: part.tagName === 'thead' }));
  });
}

/** Those in thead, else the first ones of head cells alone. */
function headRows(rows: readonly Row[]): number {
  const said = rows.filter(({ head }) => head).length;
  if (said > 0) return said;
  const first = rows.findIndex(({ element }) => children(element).some(({ tagName }) => tagName !== 'th'));
  return Math.max(0, first);
}

function span(element: Element, name: string, most: number): number {
  const asked = Number.parseInt(attribute(element, name) ?? '', 10);
  return Math.max(1, Math.min(Number.isNaN(asked) ? 1 : asked, most));
}

/** Without holes that spans of other rows left. */
function filled(row: readonly (Cell | undefined)[], place: Place): readonly Cell[] {
  return Array.from(row, (cell, x): Cell => {
    const at = { ...place, column: x + 1 };
    return cell ?? plainCell('', at);
  });
}

/** The caption of a table. */
export function captionOf(table: Element): string {
  const caption = table.childNodes.find((node) => isElement(node) && node.tagName === 'caption');
  return caption && isElement(caption) ? wordsOf(caption.childNodes).text : '';
}
