/**
 * Values into a document's fields, as a person would type them: the Markdown comes back with the values standing in it, and
 * everything else byte for byte. What could not be read back equal is refused.
 */
import { bad, type Checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { knownNames } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import type { Source } from '../problems/source.ts';
import type { Block, Box, Document, Field } from './document.ts';
import { typed } from './inline.ts';

/** Where a field can be written: the line of a box or of a table's row, and the cell in it. */
interface Spot {
  readonly option: string;
  readonly line: number;
  readonly cell: number | null;
}

export interface FillValue {
  readonly id: Named;
  readonly value: string;
}

/**
 * The source with `values` in their fields: a line or cell takes one line, notes any text, a choice an option's id, a check
 * `yes` or its options' ids parted by commas. Problems at the value's place: `unknown-field`, `unknown-option`,
 * `excluded-choice`, `unwritable-value`.
 */
export function fillDocument(document: Document, values: readonly FillValue[]): Checked<Source> {
  const { source, fields } = document;
  if (values.length === 0) return good(source);
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  const lines: (string | null)[] = source.text.split(/\r?\n/);
  const spots = new Map<string, Spot[]>();
  collect(document.blocks, spots);
  const problems: Problem[] = [];
  const byId = new Map(fields.map((field) => [field.id, field]));
  const chosen = new Map(
    fields.flatMap((field) =>
      field.kind === 'choice' && field.value !== null ? [[field.id, field.value]] : [],
    ),
  );
  for (const { id, value } of values) {
    const field = byId.get(id.text);
    if (!field) {
      problems.push(
        error('unknown-field', `The document has no field "${id.text}"`, id.span, {
          help: knownNames(id.text, [...byId.keys()]),
        }),
      );
      continue;
    }
    if (field.kind === 'choice') {
      const other = field.with ?? fields.find((f) => f.kind === 'choice' && f.with === field.id)?.id;
      if (other !== undefined && chosen.has(other)) {
        const help = `set only one of "${field.id}" and "${other}"`;
        problems.push(
          error('excluded-choice', `"${field.id}" and "${other}" exclude each other`, id.span, { help }),
        );
        continue;
      }
      chosen.set(field.id, value);
    }
    const problem = write(lines, field, value, id, spots.get(field.id) ?? []);
    if (problem) problems.push(problem);
  }
  if (problems.length > 0) return bad(problems);
  return good({ path: source.path, text: lines.filter((text) => text !== null).join(eol) });
}

function write(
  lines: (string | null)[],
  field: Field,
  value: string,
  id: Named,
  spots: readonly Spot[],
): Problem | null {
  switch (field.kind) {
    case 'line':
      return writeLine(lines, field, value, id, spots[0]);
    case 'notes':
      return writeNotes(lines, field.line, value, id);
    case 'choice':
      return tick(lines, [value], field.options, id, spots);
    case 'check':
      if (field.options.length === 0 && value === 'yes') return tick(lines, [''], [''], id, spots);
      return tick(lines, value.split(','), field.options.length === 0 ? ['yes'] : field.options, id, spots);
  }
}

/** Refuses what would not be read back as it is. */
function unwritable(id: Named, why: string): Problem {
  return error('unwritable-value', `The value of "${id.text}" ${why}`, id.span, {
    help: 'write it in other words',
  });
}

function writeLine(
  lines: (string | null)[],
  field: Extract<Field, { kind: 'line' }>,
  value: string,
  id: Named,
  spot: Spot | undefined,
): Problem | null {
  if (/[\r\n]/.test(value)) return unwritable(id, 'has more than one line');
  if (value.includes('<!--') || value.includes('-->')) return unwritable(id, 'holds a comment mark');
  if (typed(value) !== value.replace(/\s+/g, ' ').trim())
    return unwritable(id, 'begins or ends with underscores, or has three in a row');
  const at = (spot?.line ?? field.line) - 1;
  const text = lines[at] ?? '';
  const plain = value.trim().replace(/\s+/g, ' ');
  if (spot && spot.cell !== null) {
    const cells = splitRow(text);
    cells[spot.cell] = ` ${plain.replaceAll('|', '\\|') || '____'} `;
    lines[at] = cells.join('|');
    return null;
  }
  const mark = new RegExp(`<!--\\s*field\\s+${field.id.replace(/[/]/g, '\\/')}(?=\\s)[^\\n]*?-->`).exec(text);
  if (!mark) return unwritable(id, 'has no place in the document');
  const start = text.lastIndexOf('-->', mark.index) < 0 ? 0 : text.lastIndexOf('-->', mark.index) + 3;
  const before = text.slice(start, mark.index);
  const colon = before.indexOf(':');
  const closing = /^[*_]{1,3}(?=\s)/.exec(before.slice(colon + 1))?.[0].length ?? 0;
  const inTable = /^\s*\|/.test(text);
  const safe = inTable ? plain.replaceAll('|', '\\|') : plain;
  lines[at] =
    `${text.slice(0, start)}${before.slice(0, colon + 1 + closing)} ${safe} ${text.slice(mark.index)}`;
  return null;
}

/** A table's row between its unescaped bars; the first piece stands before the first bar. */
function splitRow(text: string): string[] {
  return text.split(/(?<!\\)\|/);
}

function writeNotes(lines: (string | null)[], line: number, value: string, id: Named): Problem | null {
  const body = value
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((text) => text.trimEnd());
  if (body.some((text) => /^\s*(?:\\?_|-|\*){3,}\s*$/.test(text)))
    return unwritable(id, 'has a line of only underscores, hyphens or stars');
  if (value.includes('&lt;!--')) return unwritable(id, 'holds an escaped comment mark');
  let end = line;
  while (end < lines.length && !/^\s*<!--\s*\/\s*notes\b.*-->\s*$/.test(lines[end] ?? '')) end++;
  for (let i = line; i < end; i++) lines[i] = null;
  const text = body.join('\n').replaceAll('<!--', '&lt;!--').trim();
  lines[line - 1] =
    `${lines[line - 1] ?? ''}\n\n${text === '' ? '________________________________________' : text}\n`;
  return null;
}

function tick(
  lines: (string | null)[],
  wanted: readonly string[],
  options: readonly string[],
  id: Named,
  spots: readonly Spot[],
): Problem | null {
  const unknown = wanted.find((option) => !options.includes(option));
  if (unknown !== undefined) {
    return error('unknown-option', `"${id.text}" has no option "${unknown}"`, id.span, {
      help: knownNames(unknown, options),
    });
  }
  for (const spot of spots) {
    const text = lines[spot.line - 1] ?? '';
    const on = wanted.includes(spot.option);
    if (spot.cell !== null) {
      const cells = splitRow(text);
      cells[spot.cell] = on ? ' [x] ' : ' [ ] ';
      lines[spot.line - 1] = cells.join('|');
    } else lines[spot.line - 1] = text.replace(/\\?\[\s*[xX]?\s*\\?\]/, on ? '[x]' : '[ ]');
  }
  return null;
}

function collect(blocks: readonly Block[], spots: Map<string, Spot[]>): void {
  const add = (id: string, spot: Spot): void => {
    const known = spots.get(id);
    if (known) known.push(spot);
    else spots.set(id, [spot]);
  };
  const box = (b: Box | null, line: number, cell: number | null): void => {
    if (b) add(b.field.id, { option: b.option, line, cell });
  };
  for (const block of blocks) {
    switch (block.type) {
      case 'keep':
        collect(block.blocks, spots);
        break;
      case 'row':
        for (const stack of block.stacks) collect(stack, spots);
        break;
      case 'choice':
      case 'check':
        for (const option of block.options) box(option.box, option.line, null);
        break;
      case 'cells':
        for (const cell of block.items) {
          box(cell.box, cell.line, null);
          if (cell.choice) collect([cell.choice], spots);
        }
        break;
      case 'table':
        for (const row of block.rows) {
          row.cells.forEach((cell, i) => {
            if (cell.field) add(cell.field.id, { option: '', line: row.line, cell: i + 1 });
            box(cell.box, row.line, i + 1);
          });
        }
        break;
      default:
        break;
    }
  }
}
