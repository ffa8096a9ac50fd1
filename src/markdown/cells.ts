/** The list after a cells mark: fields in a frame, one item a cell. */
import type { Cell, Cells, CheckField, Inline } from './document.ts';
import { readFields, readLabelled, takeTail } from './fields.ts';
import { endsInColon, inLanguage, plain, withoutColon } from './inline.ts';
import type { MarkParts } from './marks.ts';
import { boxOf, checkField, type Nested, readChoice } from './options.ts';
import { fail, failWithoutList, type Reading } from './reading.ts';
import type { ItemNode, ListNode } from './tree.ts';

/** Widths row by row; one cell a row where the mark says nothing. Problems: `no-widths`. */
function patternOf(reading: Reading, mark: MarkParts, line: number): readonly (readonly number[])[] {
  const pattern: number[][] = [[]];
  for (const part of mark.numbers) {
    if (part === '/') pattern.push([]);
    else if (part !== '|') pattern.at(-1)?.push(part);
  }
  const full = pattern.filter((row) => row.length > 0);
  if (full.length === pattern.length) return full;
  const help = 'write the widths of the cells in twelfths: <!-- cells 6 6 / 3 9 -->';
  fail(reading, 'no-widths', 'A row of cells has no widths', line, help);
  return full.length > 0 ? full : [[12]];
}

/**
 * Cells, with the check mark that may share their list: an item without a box is then a cell only. Problems: `no-widths`,
 * `crowded-cell` where a cell holds more than it can show, those of fields and boxes.
 */
export function readCells(
  reading: Reading,
  mark: MarkParts,
  check: MarkParts | null,
  list: ListNode,
  line: number,
  nested: Nested,
): Cells {
  const pattern = patternOf(reading, mark, line);
  const on = list.items.flatMap((item) => boxOf(item)?.on ?? []);
  const field = check ? checkField(reading, check, on, line, '') : null;
  let next = 0;
  const items = list.items.map((item) => {
    const box = field ? boxOf(item) : null;
    if (!box || !field) return cell(reading, item, null, null, nested);
    const option = field.options[next++] ?? '';
    return cell(reading, item, { field, option, on: box.on }, box.rest, nested);
  });
  return { type: 'cells', line, pattern, items };
}

type CheckBox = { readonly field: CheckField; readonly option: string; readonly on: boolean };

/** A check's box with the words of its cell. */
function named(box: CheckBox | null, words: readonly Inline[]): Cell['box'] {
  return box && { ...box, said: box.field.options.length === 0 ? '' : plain(words).trim() };
}

function cell(
  reading: Reading,
  item: ItemNode,
  box: CheckBox | null,
  afterBox: string | null,
  nested: Nested,
): Cell {
  const { line } = item;
  const [first, second, ...more] = item.children;
  const raw = afterBox ?? (first?.type === 'paragraph' ? first.content : '');
  const tail = takeTail(reading, raw, line);
  const place = { line, cell: false };
  const crowded = (): void => {
    const help = 'a cell holds one line: a label, a field or a value, or a choice';
    fail(reading, 'crowded-cell', 'This cell holds more than it can show', second?.line ?? line, help);
  };
  if (tail.mark) {
    if (tail.mark.name === 'choice' && second?.type === 'list') {
      if (more.length > 0) crowded();
      const content = readFields(reading, tail.content, place);
      const label = endsInColon(tail.content) ? withoutColon(content) : content;
      const around = { line, visible: plain(label).trim(), lead: null, nested };
      const choice = readChoice(reading, tail.mark, second, around);
      return {
        label: inLanguage(label, tail.lang),
        ...{ content: [], field: null, box: named(box, label), choice, line },
      };
    }
    failWithoutList(reading, tail.mark, line);
  }
  if (second || (first && first.type !== 'paragraph')) {
    crowded();
    nested(first?.type === 'paragraph' ? item.children.slice(1) : item.children);
  }
  const { label, colon, rest } = readLabelled(reading, tail.content, place);
  const spoken = colon ? label : inLanguage(label, tail.lang);
  const [value, ...others] = rest;
  const field = value?.type === 'field' ? value.field : null;
  const content = inLanguage(field ? others : rest, tail.lang);
  return { label: spoken, content, field, box: named(box, [...label, ...rest]), choice: null, line };
}
