/**
 * CSV, with commas, semicolons, tabs or bars: one grid. A long file is read anew each time its rows are asked for.
 *
 * Kept true: what is said of the file (cut off, a quotation mark that is never closed, how many rows) was seen by going
 * through all of it once.
 */
import { bad, type Checked, checked } from '../../problems/checked.ts';
import { error, type Problem, warning } from '../../problems/problem.ts';
import { fileSpan, lineSpan, type Source } from '../../problems/source.ts';
import type { SourceFile } from '../import.ts';
import { type Cell, type Grid, type Material, type Place, plainCell } from '../material.ts';
import { encodingOf, textsOf } from './encoding.ts';
import { type CsvRecord, recordsOf, separatorOf } from './records.ts';
import { guessedEncoding, nameOf, noText, tidy } from './text-of.ts';

const MEGABYTE = 1024 * 1024;
/** Bytes of the longest file. */
const MOST = 200 * MEGABYTE;
/** Up to here the text is kept, so that Problems show their lines, and rows need not be read again. */
const KEPT = 4 * MEGABYTE;
/** How much of the text tells the separator. */
const HEAD = 65_536;
/** A cell that is not closed by the end of the file: with more lines, it has swallowed other records. */
const MOST_CUT = 40;

/** Problems: `too-large`, `empty-file`, `unknown-format`, `broken-source`, `encoding-guessed`, `cut-off`. */
export async function readCsv(file: SourceFile): Promise<Checked<Material>> {
  const { path, bytes } = file;
  const nowhere = fileSpan({ path, text: '' });
  if (bytes.size > MOST) {
    const help = 'make several files of it';
    return bad([error('too-large', `${path} has more than ${MOST / MEGABYTE} MB`, nowhere, { help })]);
  }
  const encoding = encodingOf(bytes);
  const text = bytes.size <= KEPT ? [...textsOf(bytes, encoding)].join('') : null;
  const texts = (): Iterable<string> => (text === null ? textsOf(bytes, encoding) : [text]);
  const head = headOf(texts());
  if (head.includes('\0')) {
    return bad([noText(path)]);
  }
  const separator = separatorOf(head);
  const source: Source = { path, text: text ?? '' };
  const problems: Problem[] = [];
  if (!encoding.sure) {
    problems.push(guessedEncoding(source));
  }
  const records = (): Iterable<CsvRecord> => recordsOf(texts(), separator);
  const seen = look(records(), source, problems);
  if (seen.rows === 0 && problems.every(({ severity }) => severity !== 'error')) {
    const help = 'import a file that has something in it';
    return bad([error('empty-file', `${path} is empty`, nowhere, { help })]);
  }
  const place: Place = { source, line: 1, sheet: null, row: null, column: null };
  const grid: Grid = {
    ...{ type: 'grid', sheet: null, under: [], before: [], headRows: 0, place },
    rows: rowsOf(records, source, seen.last, text !== null),
  };
  return checked(
    {
      ...{ source, format: 'csv', name: nameOf(path), title: null, language: null },
      ...{ grids: [grid], tree: null, head: new Map(), cut: seen.cut, lost: [], problems: [] },
    },
    problems,
  );
}

function headOf(texts: Iterable<string>): string {
  let head = '';
  for (const text of texts) {
    head += text;
    if (head.length >= HEAD) break;
  }
  // Half a record would look like one of fewer cells.
  const end = head.length > HEAD ? head.lastIndexOf('\n') + 1 : 0;
  return end > 0 ? head.slice(0, end) : head;
}

interface Seen {
  /** Records that say something. */
  readonly rows: number;
  /** The line of the last record that is whole. */
  readonly last: number;
  readonly cut: Material['cut'];
}

/** Goes through all records once. */
function look(records: Iterable<CsvRecord>, source: Source, problems: Problem[]): Seen {
  let rows = 0;
  let last = 0;
  let width = 0;
  let even = true;
  let cut: Material['cut'] = null;
  for (const { cells, line, end } of records) {
    const place: Place = { source, line, sheet: null, row: null, column: null };
    const short = end === 'no-line-end' && even && rows > 2 && cells.length < width;
    if (end === 'in-quotes' && (cells.at(-1)?.split('\n').length ?? MOST_CUT) >= MOST_CUT) {
      const help = 'close it, or write it twice where it belongs to the text';
      const message = 'A quotation mark in this record is never closed';
      problems.push(error('broken-source', message, lineSpan(source, line), { help }));
    } else if (end === 'in-quotes' || short) {
      cut = { what: `the record that begins in line ${line}`, place };
      const message = `${source.path} ends in the middle of ${cut.what}, which is left out`;
      const help = 'get the whole file, if it was saved only in part';
      problems.push(warning('cut-off', message, lineSpan(source, line), { help }));
    } else {
      last = line;
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (rows > 1) even &&= cells.length === width;
      width = cells.length;
      rows++;
    }
  }
  return { rows, last, cut };
}

/** Rows as cells; `keep`: they are few enough to be made once. */
function rowsOf(
  records: () => Iterable<CsvRecord>,
  source: Source,
  last: number,
  keep: boolean,
): Grid['rows'] {
  const rows = function* (): Iterable<readonly Cell[]> {
    let row = 0;
    for (const { cells, line } of records()) {
      if (line > last) return;
      row++;
      if (row === 1 && cells.length <= 2 && /^sep=.?$/.test(cells.join(''))) continue;
      yield cells.map((text, i) => cellAt(text, { source, line, sheet: null, row, column: i + 1 }));
    }
  };
  let kept: readonly (readonly Cell[])[] | null = null;
  return () => {
    if (!keep) return rows();
    kept ??= [...rows()];
    return kept;
  };
}

function cellAt(text: string, place: Place): Cell {
  return plainCell(tidy(text), place);
}
