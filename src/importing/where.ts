/** A place of a source in a person's words, and as the span of a Problem. */
import { fileSpan, lineSpan, type Span } from '../problems/source.ts';
import type { Place } from './material.ts';

/** "ladder.xlsx, sheet Delivery, row 4, column C"; "ladder.md, line 12". */
export function placeWords({ source, line, sheet, row, column }: Place): string {
  const parts = [source.path];
  if (sheet !== null) parts.push(`sheet ${sheet}`);
  if (line !== null) parts.push(`line ${line}`);
  else if (row !== null) parts.push(`row ${row}`);
  if (column !== null) parts.push(`column ${columnName(column, sheet !== null)}`);
  return parts.join(', ');
}

/** As people count it: by letters in a sheet, else by number. */
function columnName(column: number, letters: boolean): string {
  if (!letters) return String(column);
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The line, where there is one, else the file. */
export function placeSpan({ source, line }: Place): Span {
  return line === null ? fileSpan(source) : lineSpan(source, line);
}
