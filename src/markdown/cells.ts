/** The list after a cells mark: fields in a frame, one item a cell. */
import type { Cell, Cells, CheckField, Inline } from './document.ts';
import { readFields, takeTail } from './fields.ts';
import { inLanguage, labelWords, plain } from './inline.ts';
import type { MarkParts } from './marks.ts';
import { boxOf, checkField, type Nested, readChoice } from './options.ts';
import { fail, type Reading } from './reading.ts';
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
  const content = readFields(reading, tail.content, { line, cell: false });
  const crowded = (): void => {
    const help = 'a cell holds one line: a label, a field or a value, or a choice';
    fail(reading, 'crowded-cell', 'This cell holds more than it can show', second?.line ?? line, help);
  };
  if (tail.mark) {
    if (tail.mark.name === 'choice' && second?.type === 'list') {
      if (more.length > 0) crowded();
      const around = { line, visible: labelWords(content), lead: null, nested };
      const choice = readChoice(reading, tail.mark, second, around);
      return { label: colonless(content, tail.lang), content: [], field: null, box, choice, line };
    }
    const message = `A "${tail.mark.name}" mark in a cell stands before its list`;
    fail(reading, 'misplaced-mark', message, line);
  }
  if (second || (first && first.type !== 'paragraph')) {
    crowded();
    nested(first?.type === 'paragraph' ? item.children.slice(1) : item.children);
  }
  return { ...parted(content, tail.lang), box, choice: null, line };
}

function colonless(content: readonly Inline[], lang: string | null): readonly Inline[] {
  const last = content.at(-1);
  if (last?.type !== 'text') return inLanguage(content, lang);
  const text = last.text.replace(/\s*:\s*$/, '');
  return inLanguage([...content.slice(0, -1), ...(text === '' ? [] : [{ ...last, text }])], lang);
}

/** The words before the first colon, what follows, and the field that follows alone. */
function parted(content: readonly Inline[], lang: string | null): Pick<Cell, 'label' | 'content' | 'field'> {
  const at = content.findIndex((inline) => plain([inline]).includes(':'));
  const inline = content[at];
  const before = content.slice(0, at);
  const after = content.slice(at + 1);
  if (inline?.type === 'text') {
    const colon = inline.text.indexOf(':');
    const label = [...before, ...textOf(inline.text.slice(0, colon).trimEnd())];
    return { label, ...valued([...textOf(inline.text.slice(colon + 1).trimStart()), ...after], lang) };
  }
  if ((inline?.type === 'strong' || inline?.type === 'emphasis') && /:\s*$/.test(plain([inline])))
    return {
      label: [...before, { ...inline, children: colonless(inline.children, null) }],
      ...valued(after, lang),
    };
  return { label: inLanguage(content, lang), content: [], field: null };
}

function textOf(text: string): readonly Inline[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

/** What follows a label: its field, then other words. */
function valued(after: readonly Inline[], lang: string | null): Pick<Cell, 'content' | 'field'> {
  const [space, ...rest] = after;
  const words = space?.type === 'text' && space.text.trim() === '' ? rest : after;
  const [first, ...others] = words;
  if (first?.type === 'field') return { content: inLanguage(others, lang), field: first.field };
  return { content: inLanguage(words, lang), field: null };
}
