/**
 * Lists of boxes as choices and checks: what is ticked, which option stands where. An option's place is read, not its
 * text. An unticked choice is null, never a value.
 */
import type { Block, Box, Check, CheckField, Choice, ChoiceField, Inline, Option } from './document.ts';
import { inLanguage, plain, readFields, takeTail } from './inline.ts';
import type { MarkParts } from './marks.ts';
import { checkParts, fail, type Reading, takeId } from './reading.ts';
import type { ItemNode, Node } from './tree.ts';

/** A box at the head of an item: ticked or not, and what follows it; null where there is none. */
export function readBox(content: string): { readonly on: boolean; readonly rest: string } | null {
  const match = /^\\?\[\s*([xX]?)\s*\\?\](?:\s+|$)/.exec(content);
  return match ? { on: match[1] !== '', rest: content.slice(match[0].length) } : null;
}

export type Nested = (nodes: readonly Node[]) => readonly Block[];

interface Item {
  readonly node: ItemNode;
  readonly on: boolean;
  readonly content: string;
  readonly lang: string | null;
}

function items(reading: Reading, list: Extract<Node, { type: 'list' }>): Item[] {
  return list.items.flatMap((node) => {
    const first = node.children[0];
    const box = first?.type === 'paragraph' ? readBox(first.content) : null;
    if (!box) return [];
    const tail = takeTail(reading, box.rest, node.line);
    return [{ node, on: box.on, content: tail.content, lang: tail.lang }];
  });
}

function ids(mark: MarkParts, key: string): readonly string[] {
  return (
    mark.options
      .get(key)
      ?.split(',')
      .filter((id) => id !== '') ?? []
  );
}

function fits(reading: Reading, wanted: number, there: number, line: number): void {
  if (wanted !== there) {
    fail(
      reading,
      'boxes-mismatch',
      `The mark names ${wanted} options, the list has ${there} boxes`,
      line,
      'one box for each option, in the same order',
    );
  }
}

/** The list after a choice mark. Problems: `boxes-mismatch`, `two-ticks`, and those of ids and parts. */
export function readChoice(
  reading: Reading,
  mark: MarkParts,
  list: Extract<Node, { type: 'list' }>,
  lead: readonly Inline[] | null,
  line: number,
  nested: Nested,
): Choice {
  checkParts(reading, mark, line, ['of', 'off', 'with', 'as', 'required']);
  takeId(reading, mark.id, line);
  const off = ids(mark, 'off');
  const options = [...ids(mark, 'of'), ...off];
  const boxes = items(reading, list);
  if (!mark.options.has('of'))
    fail(
      reading,
      'no-options',
      'This choice does not name its options',
      line,
      'add of=a,b,c: one id for each box',
    );
  else fits(reading, options.length, boxes.length, line);
  const ticked = boxes.flatMap((item, i) => (item.on ? [i] : []));
  const [first, second] = ticked;
  if (second !== undefined) {
    fail(
      reading,
      'two-ticks',
      'Two boxes of one choice are ticked',
      boxes[second]?.node.line ?? line,
      'leave one of them',
    );
  }
  const field: ChoiceField = {
    kind: 'choice',
    id: mark.id ?? '',
    label: mark.label ?? (lead ? plain(lead).replace(/:\s*$/, '') : ''),
    required: mark.options.get('required') === 'yes',
    line,
    options,
    off,
    value: first === undefined ? null : (options[first] ?? null),
    with: mark.options.get('with') ?? null,
  };
  reading.fields.push(field);
  const as = mark.options.get('as');
  return {
    type: 'choice',
    line,
    field,
    as: as === 'ruler' || as === 'line' ? as : 'list',
    lead,
    options: boxes.map((item, i) =>
      option(reading, item, { field, option: options[i] ?? '', on: item.on }, nested),
    ),
  };
}

/** The field of a check mark, before its boxes are read. */
export function checkField(
  reading: Reading,
  mark: MarkParts,
  on: readonly boolean[],
  line: number,
  label: string,
): CheckField {
  checkParts(reading, mark, line, ['of', 'required']);
  takeId(reading, mark.id, line);
  const options = ids(mark, 'of');
  fits(reading, Math.max(1, options.length), on.length, line);
  const value = options.length === 0 ? (on[0] ? ['yes'] : []) : options.filter((_, i) => on[i]);
  const field: CheckField = {
    kind: 'check',
    id: mark.id ?? '',
    label: mark.label ?? label,
    required: mark.options.get('required') === 'yes',
    line,
    options,
    value,
  };
  reading.fields.push(field);
  return field;
}

/** The list after a check mark. */
export function readCheck(
  reading: Reading,
  mark: MarkParts,
  list: Extract<Node, { type: 'list' }>,
  line: number,
  nested: Nested,
): Check {
  const boxes = items(reading, list);
  const field = checkField(
    reading,
    mark,
    boxes.map((item) => item.on),
    line,
    boxes[0]?.content ?? '',
  );
  const options = boxes.map((item, i) =>
    option(reading, item, { field, option: field.options[i] ?? '', on: item.on }, nested),
  );
  return { type: 'check', line, field, options };
}

function option(reading: Reading, item: Item, box: Box, nested: Nested): Option {
  const content = inLanguage(readFields(reading, item.content, item.node.line), item.lang);
  const first = content[0];
  const blocks = nested(item.node.children.slice(1));
  const line = item.node.line;
  if (first?.type !== 'strong') return { box, word: [], content, blocks, line };
  const [, second, ...rest] = content;
  if (second === undefined)
    return {
      box,
      word: blocks.length > 0 ? stopped(first.children) : first.children,
      content: [],
      blocks,
      line,
    };
  const after: Inline[] =
    second.type === 'text' ? [{ type: 'text', text: second.text.trimStart() }, ...rest] : [second, ...rest];
  return { box, word: stopped(first.children), content: after, blocks, line };
}

/** A point's name without the full stop that ends it before its words. */
function stopped(word: readonly Inline[]): readonly Inline[] {
  const last = word.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith('.')) return word;
  return [...word.slice(0, -1), { type: 'text', text: last.text.slice(0, -1) }];
}
