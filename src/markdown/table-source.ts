/** A table's row in the source, by the bars that part its cells, as GitHub and markdown-it part them. */

/** Where a cell stands in its line: from after its bar to before the next. */
export interface CellRange {
  readonly start: number;
  readonly end: number;
}

/** The cells of a line of a table. A bar after a backslash parts nothing. */
export function rowCells(line: string): readonly CellRange[] {
  const first = line.length - line.trimStart().length;
  const last = line.trimEnd().length;
  const cells: CellRange[] = [];
  let start = first;
  for (let i = first; i < last; i++) {
    if (line.charCodeAt(i) !== 0x7c || (i > first && line.charCodeAt(i - 1) === 0x5c)) continue;
    if (i > first) cells.push({ start, end: i });
    start = i + 1;
  }
  if (start < last) cells.push({ start, end: last });
  return cells;
}
