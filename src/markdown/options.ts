/**
 * Lists of boxes as choices and checks: what is ticked, which option stands where. An option's place is read, not its
 * text. An unticked choice is null, never a value.
 */
import type { Block, Box, Check, CheckField, Choice, ChoiceField, Inline, Option } from './document.ts';
import { readFields, takeTail } from './fields.ts';
import { inLanguage, plain } from './inline.ts';
import type { MarkParts } from './marks.ts';
import { fail, idsOf, type Reading, takeId } from './reading.ts';
import type { ItemNode, ListNode, Node } from './tree.ts';
import { readBox } from './values.ts';

/** The box that opens an item. */
export function boxOf(item: ItemNode): ReturnType<typeof readBox> {
  const first = item.children[0];
  return first?.type === 'paragraph' ? readBox(first.content) : null;
}

/** Reads the blocks under an item's first line. */
export type Nested = (nodes: readonly Node[]) => readonly Block[];

/** What stands round a list of boxes. */
export interface Around {
  /** Line of the mark, or of the paragraph that it ends. */
  readonly line: number;
  /** Words before it: its name, where the mark has none. */
  readonly visible: string;
  /** The words that stand in line with its boxes. */
  readonly lead: readonly Inline[] | null;
  readonly nested: Nested;
}

interface Item {
  readonly node: ItemNode;
  readonly on: boolean;
  readonly content: string;
}

function itemsOf(reading: Reading, list: ListNode): Item[] {
  return list.items.flatMap((node) => {
    const box = boxOf(node);
    if (box) return [{ node, on: box.on, content: box.rest }];
    const help = 'begin it with [ ], or end the list before it';
    fail(reading, 'no-box', 'This item has no box', node.line, help);
    return [];
  });
}

function fits(reading: Reading, wanted: number, there: number, line: number): void {
  if (wanted === there) return;
  const message = `The mark names ${wanted} options, the list has ${there} boxes`;
  fail(reading, 'boxes-mismatch', message, line, 'one box for each option, in the same order');
}

/** What boxes are called: the mark's label, else the words before them, else the heading over them. */
function nameOf(reading: Reading, mark: MarkParts, visible: string): string {
  return mark.label ?? (visible || reading.heading || (mark.id ?? ''));
}

/** The list after a choice mark. Problems: `no-options`, `boxes-mismatch`, `two-ticks`, `no-box`, those of ids. */
export function readChoice(reading: Reading, mark: MarkParts, list: ListNode, around: Around): Choice {
  const { line } = around;
  takeId(reading, mark.id, line);
  const off = idsOf(mark, 'off');
  const options = [...idsOf(mark, 'of'), ...off];
  const items = itemsOf(reading, list);
  if (!mark.options.has('of')) {
    const help = 'add of=a,b,c: one id for each box';
    fail(reading, 'no-options', 'This choice does not name its options', line, help);
  } else fits(reading, options.length, items.length, line);
  const first = items.findIndex((item) => item.on);
  const second = items.find((item, i) => item.on && i > first);
  if (second)
    fail(reading, 'two-ticks', 'Two boxes of one choice are ticked', second.node.line, 'leave one of them');
  const field: ChoiceField = {
    kind: 'choice',
    id: mark.id ?? '',
    label: nameOf(reading, mark, around.visible),
    required: mark.options.has('required'),
    line,
    options,
    off,
    value: options[first] ?? null,
    with: mark.options.get('with') ?? null,
  };
  reading.fields.push(field);
  const as = mark.options.get('as');
  return {
    type: 'choice',
    line,
    field,
    as: as === 'ruler' || as === 'line' ? as : 'list',
    lead: around.lead,
    options: items.map((item, i) =>
      optionOf(reading, item, { field, option: options[i] ?? '', on: item.on }, around.nested),
    ),
  };
}

/** The field of a check mark over boxes that are on or off. Problems: `boxes-mismatch`, those of ids. */
export function checkField(
  reading: Reading,
  mark: MarkParts,
  on: readonly boolean[],
  line: number,
  visible: string,
): CheckField {
  takeId(reading, mark.id, line);
  const options = idsOf(mark, 'of');
  fits(reading, Math.max(1, options.length), on.length, line);
  const field: CheckField = {
    kind: 'check',
    id: mark.id ?? '',
    label: nameOf(reading, mark, visible),
    required: mark.options.has('required'),
    line,
    options,
    value: options.length === 0 ? (on[0] ? ['yes'] : []) : options.filter((_, i) => on[i]),
  };
  reading.fields.push(field);
  return field;
}

/** The list after a check mark. */
export function readCheck(reading: Reading, mark: MarkParts, list: ListNode, around: Around): Check {
  const items = itemsOf(reading, list);
  const alone = items.length === 1 ? (items[0]?.content.replace(/[*_`\\]|<[^>]*>/g, '').trim() ?? '') : '';
  const on = items.map((item) => item.on);
  const field = checkField(reading, mark, on, around.line, around.visible || alone);
  const options = items.map((item, i) =>
    optionOf(reading, item, { field, option: field.options[i] ?? '', on: item.on }, around.nested),
  );
  return { type: 'check', line: around.line, field, options };
}

/** What is said of a box: the strong that opens its words, else all of them; nothing of a box that is alone in its check. */
function saidOf(field: Box['field'], words: readonly Inline[]): string {
  if (field.kind === 'check' && field.options.length === 0) return '';
  const [first] = words;
  const name = first?.type === 'strong' ? stopped(first.children) : words;
  const said = plain(name).replace(/^ +| +$/g, '');
  // Words that lead to a blank end in a sign that is not said.
  return words.some((inline) => inline.type === 'field') ? said.replace(/[ :;,]+$/, '') : said;
}

function optionOf(reading: Reading, item: Item, mark: Omit<Box, 'said'>, nested: Nested): Option {
  const { line } = item.node;
  const tail = takeTail(reading, item.content, line);
  if (tail.mark)
    fail(reading, 'misplaced-mark', `A "${tail.mark.name}" mark cannot stand in an option`, line);
  const content = readFields(reading, tail.content, { line, cell: false });
  const blocks = nested(item.node.children.slice(1));
  const box: Box = { ...mark, said: saidOf(mark.field, content) };
  const [first, ...rest] = content;
  if (first?.type !== 'strong')
    return { box, word: [], content: inLanguage(content, tail.lang), blocks, line };
  if (rest.length === 0) {
    const word = blocks.length > 0 ? stopped(first.children) : first.children;
    return { box, word: inLanguage(word, tail.lang), content: [], blocks, line };
  }
  const [second, ...others] = rest;
  const after = second?.type === 'text' ? [{ ...second, text: second.text.trimStart() }, ...others] : rest;
  const words = after.filter((inline) => inline.type !== 'text' || inline.text !== '');
  const spoken = plain(words).trim() === '' ? words : inLanguage(words, tail.lang);
  return { box, word: stopped(first.children), content: spoken, blocks, line };
}

/** A point's name without the full stop that ends it before its words. */
function stopped(word: readonly Inline[]): readonly Inline[] {
  const last = word.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith('.')) return word;
  return [...word.slice(0, -1), { type: 'text', text: last.text.slice(0, -1) }];
}
