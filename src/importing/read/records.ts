/**
 * The records of a separated text, one after the other, from pieces of it: no more than a record and a piece are held.
 * papaparse parses strings; what it has not seen the end of waits for the next piece.
 */
import Papa from 'papaparse';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
  /** How the text ends: with a line end, without one, in the middle of a cell in quotes. Only the last is not `whole`. */
  readonly end: 'whole' | 'no-line-end' | 'in-quotes';
}

export const SEPARATORS = [',', ';', '\t', '|'];
/** Letters of the longest record: a quotation mark that is never closed would take all that follows. */
export const LONGEST = 1_000_000;

/** Which sign parts the cells, by the beginning of a text. */
export function separatorOf(head: string): string {
  const said = /^sep=(.)\n/.exec(head)?.[1];
  if (said !== undefined) return said;
  const { meta } = Papa.parse(head, { delimitersToGuess: SEPARATORS, preview: 20, newline: '\n' });
  return meta.delimiter;
}

/** All records; ends early, with one that is `in-quotes`, where a record is longer than the longest. */
export function* recordsOf(texts: Iterable<string>, separator: string): Iterable<CsvRecord> {
  let rest = '';
  let line = 1;
  for (const text of texts) {
    if (text === '') continue;
    const input = rest + text;
    const parsed = parse(input, separator);
    let from = 0;
    // The last may go on in the next piece.
    for (const { cells, to } of parsed.slice(0, -1)) {
      yield { cells, line, end: 'whole' };
      line += lineEnds(input, from, to);
      from = to;
    }
    rest = input.slice(from);
    if (rest.length > LONGEST) {
      yield { cells: [], line, end: 'in-quotes' };
      return;
    }
  }
  if (rest === '') return;
  const [last, empty] = parse(rest, separator);
  if (!last) return;
  const end = last.unclosed ? 'in-quotes' : empty ? 'whole' : 'no-line-end';
  yield { cells: last.cells, line, end };
}

interface Parsed {
  readonly cells: readonly string[];
  /** Where the next begins. */
  readonly to: number;
  readonly unclosed: boolean;
}

function parse(input: string, delimiter: string): readonly Parsed[] {
  const found: Parsed[] = [];
  Papa.parse<string[]>(input, {
    ...{ delimiter, newline: '\n' },
    step: ({ data, errors, meta }) =>
      found.push({
        cells: data,
        to: meta.cursor,
        unclosed: errors.some(({ code }) => code === 'MissingQuotes'),
      }),
  });
  return found;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) count++;
  return count;
}
