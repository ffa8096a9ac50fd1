/** Lists that no mark makes a form of: their items with the keys that open them, and boxes that are only printed. */
import type { Inline, List, ListItem } from './document.ts';
import { takeKey } from './inline.ts';
import { boxOf, type Nested } from './options.ts';
import { type Reading, warn } from './reading.ts';
import type { ListNode } from './tree.ts';

/** A list; keys and boxes open its items. Problems: those of what stands in it; `unmarked-box` (warning). */
export function readList(reading: Reading, node: ListNode, nested: Nested): List {
  const items = node.items.map((item): ListItem => {
    const { line } = item;
    const [first, ...others] = item.children;
    if (first?.type !== 'paragraph') return { key: null, box: null, blocks: nested(item.children), line };
    const box = boxOf(item);
    if (box) {
      const help = 'to read it back, put a choice or check mark before its list';
      warn(reading, 'unmarked-box', 'This box belongs to no field: it is only printed', line, help);
      const blocks = nested([{ ...first, content: box.rest }, ...others]);
      return { key: null, box: { on: box.on }, blocks, line };
    }
    const blocks = nested(item.children);
    const [head, ...rest] = blocks;
    if (head?.type !== 'paragraph') return { key: null, box: null, blocks, line };
    const { key, content } = keyOf(head.content, first.content);
    return { key, box: null, blocks: key === null ? blocks : [{ ...head, content }, ...rest], line };
  });
  return { type: 'list', ordered: node.ordered, start: node.start, items, line: node.line };
}

/** The key that opens an item, also where its words are in another language: a key is in none. */
function keyOf(content: readonly Inline[], source: string): ReturnType<typeof takeKey> {
  const [only] = content;
  if (content.length !== 1 || only?.type !== 'foreign') return takeKey(content, source);
  const { key, content: words } = takeKey(only.children, source);
  return { key, content: words.length === 0 ? [] : [{ ...only, children: words }] };
}
