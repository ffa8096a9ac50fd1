/** A place of a source in a person's words, and as the span of a Problem. */
import { fileSpan, lineSpan, type Span } from '../problems/source.ts';
import type { Place } from './material.ts';

/** "ladder.xlsx, sheet Delivery, row 4, column C"; "ladder.md, line 12". */
export function placeWords(place: Place): string {
  return [place.source.path, ...within(place)].join(', ');
}

/** The same for a file that is kept: a way that begins elsewhere on one's disk means nothing to others. */
export function placeToKeep(place: Place): string {
  return [pathToKeep(place.source.path), ...within(place)].join(', ');
}

/** The path, or the file's name where it leads out of the folder. */
export function pathToKeep(path: string): string {
  return /^(?:\.\.\/|\/|[A-Za-z]:)/.test(path) ? path.replace(/^.*[\\/]/, '') : path;
}

/** The place without its file; the file where there is no other. */
export function placeWithin(place: Place): string {
  const parts = within(place);
  return parts.length > 0 ? parts.join(', ') : place.source.path;
}

function within({ line, sheet, row, column }: Place): readonly string[] {
  const parts: string[] = [];
  if (sheet !== null) parts.push(`sheet ${sheet}`);
  if (line !== null) parts.push(`line ${line}`);
  else if (row !== null) parts.push(`row ${row}`);
  if (column !== null) parts.push(`column ${columnName(column, sheet !== null)}`);
  return parts;
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
