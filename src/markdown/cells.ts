/** The list after a cells mark: fields in a frame, one item a cell; and after a table mark: a table whose cells may be fields. */
import type { Cell, Cells, ChoiceField, Inline, LineField, Table, TableCell, TableRow } from './document.ts';
import { inLanguage, plain, readFields, readInline, takeKey, takeTail, typed } from './inline.ts';
import type { MarkParts } from './marks.ts';
import { checkField, type Nested, readBox, readChoice } from './options.ts';
import { checkParts, fail, type Reading, takeId } from './reading.ts';
import type { Node } from './tree.ts';

/** Cells, with the check mark that may share their list. */
export function readCells(
  reading: Reading,
  mark: MarkParts,
  check: MarkParts | null,
  list: Extract<Node, { type: 'list' }>,
  line: number,
  nested: Nested,
): Cells {
  checkParts(reading, mark, line, []);
  const pattern: number[][] = [[]];
  for (const part of mark.numbers) {
    if (part === '/') pattern.push([]);
    else if (part !== '|') pattern.at(-1)?.push(part);
  }
  const boxes = list.items.map((item) => {
    const first = item.children[0];
    return first?.type === 'paragraph' ? readBox(first.content) : null;
  });
  const field = check
    ? checkField(
        reading,
        check,
        boxes.flatMap((box) => (box ? [box.on] : [])),
        line,
        '',
      )
    : null;
  let next = 0;
  const items = list.items.map((item, i): Cell => {
    const first = item.children[0];
    const box = field ? boxes[i] : null;
    const raw = first?.type === 'paragraph' ? (box ? box.rest : first.content) : '';
    const tail = takeTail(reading, raw, item.line);
    const placed = box && field ? { field, option: field.options[next] ?? '', on: box.on } : null;
    if (box) next++;
    const content = inLanguage(readFields(reading, tail.content, item.line), tail.lang);
    const inner = item.children[1];
    const choice = tail.marks.find((m) => m.name === 'choice');
    if (choice && inner?.type === 'list') {
      const made = readChoice(reading, choice, inner, null, item.line, nested);
      const named = {
        ...made,
        field: { ...made.field, label: made.field.label || plain(content).replace(/:\s*$/, '') },
      };
      return {
        label: colonless(content),
        content: [],
        field: null,
        box: placed,
        choice: relabelled(reading, made, named),
        line: item.line,
      };
    }
    return { ...parted(content), box: placed, choice: null, line: item.line };
  });
  return { type: 'cells', line, pattern, items };
}

/** A choice without a label of its own is spoken by the words over it. */
function relabelled(reading: Reading, made: Cell['choice'], named: Cell['choice']): Cell['choice'] {
  if (!made || !named || made.field.label === named.field.label) return made;
  const at = reading.fields.indexOf(made.field);
  if (at >= 0) reading.fields[at] = named.field;
  const options = named.options.map((option) => ({ ...option, box: { ...option.box, field: named.field } }));
  return { ...named, options };
}

function colonless(content: readonly Inline[]): readonly Inline[] {
  const last = content.at(-1);
  if (last?.type !== 'text') return content;
  return [...content.slice(0, -1), { type: 'text', text: last.text.replace(/:\s*$/, '') }];
}

/** The words before the first colon, what follows, and the field that follows alone. */
function parted(content: readonly Inline[]): Pick<Cell, 'label' | 'content' | 'field'> {
  const at = content.findIndex((inline) => inline.type === 'text' && inline.text.includes(':'));
  const inline = content[at];
  if (inline?.type !== 'text') return { label: content, content: [], field: null };
  const colon = inline.text.indexOf(':');
  const label: Inline[] = [...content.slice(0, at), { type: 'text', text: inline.text.slice(0, colon) }];
  const rest = inline.text.slice(colon + 1).trimStart();
  const following = content
    .slice(at + 1)
    .filter((next, i) => i > 0 || rest !== '' || next.type !== 'text' || next.text.trim() !== '');
  const after: Inline[] = [...(rest === '' ? [] : [{ type: 'text' as const, text: rest }]), ...following];
  const first = after[0];
  if (first?.type === 'field') return { label, content: after.slice(1), field: first.field };
  return { label, content: after, field: null };
}

/** A table with its mark, if it has one. Problems: `cells-mismatch`, `widths-mismatch`, `two-ticks`. */
export function readTable(
  reading: Reading,
  node: Extract<Node, { type: 'table' }>,
  mark: MarkParts | null,
): Table {
  const line = mark ? node.line : node.line;
  if (mark) checkParts(reading, mark, line, ['rows', 'cols', 'lines', 'small', 'ruled']);
  const [headRow, ...bodyRows] = node.rows;
  const columns = headRow?.cells.length ?? 0;
  const { widths, rules } = widthsOf(reading, mark, columns, line);
  const id = mark?.id ?? null;
  if (id !== null) takeId(reading, id, line);
  const list = (key: string): readonly string[] => mark?.options.get(key)?.split(',') ?? [];
  const cols = columnIds(list('cols'), columns);
  const rows = list('rows');
  if (rows.length > 0 && rows.length !== bodyRows.length) {
    fail(
      reading,
      'rows-mismatch',
      `The mark names ${rows.length} rows, the table has ${bodyRows.length}`,
      line,
    );
  }
  const lines = list('lines').map((text) => ({
    count: Number.parseInt(text, 10) || 0,
    grow: text.endsWith('+'),
  }));
  const boxed = columnsOfBoxes(node, id);
  const head = headRow?.cells.map((cell) => textCell(reading, cell.content, headRow.line)) ?? [];
  const body = bodyRows.map((row, r): TableRow => {
    const rowLines = lines.length === 1 ? lines[0] : lines[r];
    const rowId = rows[r] ?? `${r + 1}`;
    const named = plain(
      readInline(silent(reading), (row.cells[0]?.content ?? '').split(/<br\s*\/?>/i)[0] ?? '', row.line),
    );
    const first = textCell(reading, row.cells[0]?.content ?? '', row.line);
    const others =
      id === null
        ? row.cells.slice(1).map((cell) => textCell(reading, cell.content, row.line))
        : formCells(reading, {
            id: `${id}/${rowId}`,
            label: `${mark?.label ?? ''}${mark?.label ? ', ' : ''}${named}`,
            row,
            cols,
            boxed,
            head,
          });
    const cells = [first, ...others];
    const group =
      id === null &&
      cells.length > 1 &&
      opensStrong(first) &&
      cells.slice(1).every((cell) => cell.content.length === 0 && cell.key === null);
    return { line: row.line, group, lines: rowLines ?? null, cells };
  });
  const align = node.align.map((a) => (a === 'right' || a === 'center' ? a : 'left'));
  const small = list('small').flatMap((text) => (/^\d+$/.test(text) ? [Number(text)] : []));
  const ruled = list('ruled').flatMap((text) => (cols.includes(text) ? [cols.indexOf(text) + 2] : []));
  return {
    type: 'table',
    line,
    id,
    label: mark?.label ?? null,
    widths,
    rules,
    align,
    small,
    ruled,
    head,
    rows: body,
  };
}

function silent(reading: Reading): Reading {
  return { ...reading, problems: [], links: [] };
}

function opensStrong(cell: TableCell): boolean {
  return cell.key !== null || cell.content[0]?.type === 'strong';
}

function widthsOf(
  reading: Reading,
  mark: MarkParts | null,
  columns: number,
  line: number,
): { widths: readonly number[] | null; rules: readonly boolean[] } {
  const rules = new Array<boolean>(columns + 1).fill(false);
  const widths: number[] = [];
  for (const part of mark?.numbers ?? []) {
    if (part === '|') rules[widths.length] = true;
    else if (part !== '/') widths.push(part);
  }
  if (widths.length === 0) return { widths: null, rules };
  if (widths.length !== columns) {
    fail(
      reading,
      'widths-mismatch',
      `The mark has ${widths.length} widths, the table ${columns} columns`,
      line,
    );
    return { widths: null, rules };
  }
  return { widths, rules };
}

/** Ids of the columns after the first: as named, else 1, 2, 3; `-` is none. */
function columnIds(named: readonly string[], columns: number): readonly (string | null)[] {
  return Array.from({ length: Math.max(0, columns - 1) }, (_, i) => {
    const id = named.length > 0 ? named[i] : `${i + 1}`;
    return id === undefined || id === '-' ? null : id;
  });
}

/** Columns (from 1) in which a box stands: a bare x is a tick there too. */
function columnsOfBoxes(node: Extract<Node, { type: 'table' }>, id: string | null): ReadonlySet<number> {
  const found = new Set<number>();
  if (id === null) return found;
  for (const row of node.rows.slice(1)) {
    for (const [i, cell] of row.cells.entries()) {
      if (i > 0 && /^\\?\[\s*[xX]?\s*\\?\]$/.test(cell.content.trim())) found.add(i);
    }
  }
  return found;
}

interface FormRow {
  readonly id: string;
  readonly label: string;
  readonly row: { readonly cells: readonly { readonly content: string }[]; readonly line: number };
  readonly cols: readonly (string | null)[];
  readonly boxed: ReadonlySet<number>;
  readonly head: readonly TableCell[];
}

function formCells(reading: Reading, form: FormRow): TableCell[] {
  const { row, cols, boxed } = form;
  const options = [...boxed].sort((a, b) => a - b).flatMap((column) => cols[column - 1] ?? []);
  const ticks = [...boxed].filter((column) => isTick(row.cells[column]?.content ?? '')).sort((a, b) => a - b);
  const [first, second] = ticks;
  if (second !== undefined)
    fail(reading, 'two-ticks', 'Two boxes of one row are ticked', row.line, 'leave one of them');
  const choice: ChoiceField | null =
    options.length === 0
      ? null
      : {
          kind: 'choice',
          id: form.id,
          label: form.label,
          required: false,
          line: row.line,
          options,
          off: [],
          value: first === undefined ? null : (cols[first - 1] ?? null),
          with: null,
        };
  if (choice && takeId(reading, choice.id, row.line)) reading.fields.push(choice);
  return row.cells.slice(1).map(({ content }, i): TableCell => {
    const column = i + 1;
    const col = cols[i];
    if (choice && boxed.has(column) && col) {
      return {
        key: null,
        content: [],
        field: null,
        box: { field: choice, option: col, on: isTick(content) },
      };
    }
    if (!col || content.includes('<!-- field')) {
      const inner = readFields(reading, content, row.line, true);
      return { key: null, content: inner, field: null, box: null };
    }
    const over = form.head[column] ? plain(form.head[column].content) : col;
    const field = cellField(
      reading,
      `${form.id}/${col}`,
      over === '' ? form.label : `${form.label}, ${over}`,
      content,
      row.line,
    );
    return { key: null, content: [], field, box: null };
  });
}

function isTick(content: string): boolean {
  return /^(?:\\?\[\s*[xX]\s*\\?\]|[xX✓])$/.test(content.trim());
}

function cellField(
  reading: Reading,
  id: string,
  label: string,
  content: string,
  line: number,
): LineField | null {
  if (!takeId(reading, id, line)) return null;
  const value = content
    .split(/<br\s*\/?>/i)
    .map((part) => typed(part))
    .join('\n')
    .trim()
    .replaceAll('\\|', '|');
  const field: LineField = { kind: 'line', id, label, required: false, line, value };
  reading.fields.push(field);
  return field;
}

function textCell(reading: Reading, raw: string, line: number): TableCell {
  const tail = takeTail(reading, raw, line);
  const { key, content } = takeKey(readFields(reading, tail.content, line, true));
  return { key, content: inLanguage(content, tail.lang), field: null, box: null };
}
