/** Tables: ISO 14289-1, 7.2 and 7.5. */
import type { Pdf } from '../pdf.ts';
import { each, type Rule } from '../rule.ts';
import { attribute, children, type StructureElement } from '../structure.ts';
import { holdsOnly, ofType, standsIn } from './text.ts';

const named = ({ role, value }: StructureElement): string => `${role} ${value.place}`;
const tables = ofType('Table');

const GROUPS = ['THead', 'TBody', 'TFoot'];
const isCell = ({ standard }: StructureElement): boolean => standard === 'TH' || standard === 'TD';

interface Grid {
  readonly table: StructureElement;
  /** The cell that is at a row and column, through its spans. */
  readonly cells: readonly (readonly (StructureElement | undefined)[])[];
  readonly columns: number;
  /** Cells that lie on others, or reach under the last row. */
  readonly crossing: readonly StructureElement[];
  readonly below: readonly StructureElement[];
}

function span(cell: StructureElement, key: 'RowSpan' | 'ColSpan'): number {
  return attribute(cell, 'Table', key)?.number ?? 1;
}

/** A table's cells in their places. As many columns as its first row has. */
function gridOf(table: StructureElement): Grid {
  const rows = children(table)
    .flatMap((child) => (GROUPS.includes(child.standard) ? children(child) : [child]))
    .filter(({ standard }) => standard === 'TR');
  const cells: (StructureElement | undefined)[][] = rows.map(() => []);
  const [crossing, below]: StructureElement[][] = [[], []];
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of children(row).filter(isCell)) {
      while (cells[y]?.[x]) x++;
      const [wide, high] = [span(cell, 'ColSpan'), span(cell, 'RowSpan')];
      if (y + high > rows.length) below?.push(cell);
      for (let down = y; down < Math.min(y + high, rows.length); down++)
        for (let across = x; across < x + wide; across++) {
          const line = cells[down] ?? [];
          if (line[across]) crossing?.push(cell);
          line[across] = cell;
        }
      x += wide;
    }
  });
  const columns = (rows[0] ? children(rows[0]) : [])
    .filter(isCell)
    .reduce((sum, cell) => sum + span(cell, 'ColSpan'), 0);
  return { table, cells, columns, crossing: crossing ?? [], below: below ?? [] };
}

const grids = (pdf: Pdf): readonly Grid[] => tables(pdf).map(gridOf);

/** Whether a table's rows have all their cells; what a cell's head is cannot be said where they do not. */
const regular = ({ cells, columns }: Grid): boolean =>
  cells.every((row) => row.length === columns && Array.from(row).every(Boolean));

/** Each data cell with whether a heading cell of its column or row speaks for it. */
function* dataCells(pdf: Pdf): Generator<{ cell: StructureElement; headed: boolean }> {
  for (const grid of grids(pdf).filter(regular)) {
    const { cells } = grid;
    const speaks = (cell: StructureElement | undefined, scope: string): boolean => {
      const said = cell?.standard === 'TH' ? attribute(cell, 'Table', 'Scope')?.name : undefined;
      return said === scope || said === 'Both';
    };
    const seen = new Set<StructureElement>();
    for (const [y, row] of cells.entries())
      for (const [x, cell] of row.entries()) {
        if (cell?.standard !== 'TD' || seen.has(cell)) continue;
        seen.add(cell);
        const above = cells.slice(0, y).some((line) => speaks(line[x], 'Column'));
        const left = row.slice(0, x).some((one) => speaks(one, 'Row'));
        const ids = attribute(cell, 'Table', 'Headers')?.items ?? [];
        yield { cell, headed: above || left || ids.length > 0 };
      }
  }
}

const atMostOne = (id: string, type: string): Rule =>
  each(id, tables, (table) => {
    const count = children(table).filter(({ standard }) => standard === type).length;
    return count > 1 && [named(table), `${count} ${type}`];
  });

const needsBody = (id: string, type: string): Rule =>
  each(id, tables, (table) => {
    const held = children(table).map(({ standard }) => standard);
    return held.includes(type) && !held.includes('TBody') && [named(table), `${type} without TBody`];
  });

export const tableRules: readonly Rule[] = [
  // 7.2: what holds what.
  holdsOnly('ua1 7.2-3', 'Table', 'TR', 'THead', 'TBody', 'TFoot', 'Caption'),
  standsIn('ua1 7.2-4', 'TR', 'Table', 'THead', 'TBody', 'TFoot'),
  standsIn('ua1 7.2-5', 'THead', 'Table'),
  standsIn('ua1 7.2-6', 'TBody', 'Table'),
  standsIn('ua1 7.2-7', 'TFoot', 'Table'),
  standsIn('ua1 7.2-8', 'TH', 'TR'),
  standsIn('ua1 7.2-9', 'TD', 'TR'),
  holdsOnly('ua1 7.2-10', 'TR', 'TH', 'TD'),
  atMostOne('ua1 7.2-11', 'THead'),
  atMostOne('ua1 7.2-12', 'TFoot'),
  needsBody('ua1 7.2-13', 'TFoot'),
  needsBody('ua1 7.2-14', 'THead'),
  each('ua1 7.2-16', tables, (table) => {
    const middle = children(table)
      .slice(1, -1)
      .find(({ standard }) => standard === 'Caption');
    return middle !== undefined && [named(middle), 'a caption in the middle of a table'];
  }),
  holdsOnly('ua1 7.2-36', 'THead', 'TR'),
  holdsOnly('ua1 7.2-37', 'TBody', 'TR'),
  holdsOnly('ua1 7.2-38', 'TFoot', 'TR'),
  atMostOne('ua1 7.2-39', 'Caption'),
  // 7.2: every row has as many cells, spans counted, and none lies on another.
  each(
    'ua1 7.2-15',
    grids,
    ({ crossing: [cell] }) => cell !== undefined && [named(cell), 'lies on another cell'],
  ),
  each(
    'ua1 7.2-41',
    grids,
    ({ below: [cell] }) => cell !== undefined && [named(cell), 'reaches under the last row'],
  ),
  each('ua1 7.2-42', grids, ({ table, cells, columns }) => {
    const long = cells.findIndex((row) => row.length > columns);
    return (
      long >= 0 && [named(table), `row ${long + 1} has ${cells[long]?.length} cells, the first ${columns}`]
    );
  }),
  each('ua1 7.2-43', grids, ({ table, cells, columns }) => {
    const short = cells.findIndex((row) =>
      Array.from({ length: columns }, (_, x) => row[x]).includes(undefined),
    );
    return short >= 0 && [named(table), `row ${short + 1} has fewer cells than the first, ${columns}`];
  }),
  // A table without rows is none.
  each('ours table-rows', grids, ({ table, cells, columns }) => {
    return (cells.length === 0 || columns === 0) && [named(table), 'a table without cells'];
  }),
  // 7.5: a heading cell says what it is the head of.
  each('ua1 7.5-1', ofType('TH'), (cell) => {
    const scope = attribute(cell, 'Table', 'Scope')?.name ?? '';
    return !['Row', 'Column', 'Both'].includes(scope) && [named(cell), 'no Scope'];
  }),
  // And each other cell has a head.
  each(
    'ours cell-head',
    dataCells,
    ({ cell, headed }) => !headed && [named(cell), 'no heading cell is its head'],
  ),
];
