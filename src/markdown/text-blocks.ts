/** Headings, quotes and the words of paragraphs: what they mean by their place and by the emphasis in them. */

import { commentsIn } from './comments.ts';
import type { Block, Heading, Inline, Paragraph, Quote } from './document.ts';
import { inLanguage, plain, readInline, takeKey } from './inline.ts';
import { anchorOf } from './marks.ts';
import { fail, meet, type Reading } from './reading.ts';

/** A note longer than this stands below its heading. */
const LONGEST_NOTE = 60;
const INLINE_MARK = /^\s*(field|lang|choice|check)\b/;

type Level = Heading['level'];

/** A heading. `opens`: nothing stands before it on its page. Problems: `misplaced-mark`, those of readInline. */
export function readHeading(
  reading: Reading,
  node: { readonly level: number; readonly content: string; readonly line: number },
  opens: boolean,
): Heading {
  const { line } = node;
  let words = '';
  let from = 0;
  for (const { text, inner, index } of commentsIn(node.content)) {
    const name = INLINE_MARK.exec(inner)?.[1];
    if (name === undefined) continue;
    meet(reading, line);
    fail(reading, 'misplaced-mark', `A "${name}" mark cannot stand in a heading`, line, 'put it below');
    words += node.content.slice(from, index);
    from = index + text.length;
  }
  words += node.content.slice(from);
  const content = readInline(reading, words.trim(), { line, cell: false });
  reading.heading = plain(content);
  const { key, content: keyless } = takeKey(content, words);
  const { content: rest, note } = takeNote(keyless, key !== null);
  const level = levelOf(node.level);
  return {
    type: 'heading',
    level,
    role: roleOf(level, key !== null, opens),
    anchor: takeAnchor(reading, anchorOf(reading.heading)),
    key,
    content: rest,
    note,
    noteBelow: note !== null && plain(note).length > LONGEST_NOTE,
    line,
  };
}

function levelOf(level: number): Level {
  const levels: readonly Level[] = [1, 2, 3, 4, 5, 6];
  return levels[level - 1] ?? 6;
}

function roleOf(level: Level, keyed: boolean, opens: boolean): Heading['role'] {
  if (level === 1) return opens ? 'title' : 'part';
  if (level === 2) return keyed ? 'skill' : 'section';
  return level === 3 && keyed ? 'step' : 'small';
}

/** GitHub's anchor: the second of the same words ends in -1. */
function takeAnchor(reading: Reading, words: string): string {
  const { anchors } = reading;
  let anchor = words;
  while (anchors.has(anchor)) {
    const count = (anchors.get(words) ?? 0) + 1;
    anchors.set(words, count);
    anchor = `${words}-${count}`;
  }
  anchors.set(anchor, 0);
  return anchor;
}

/** The emphasis that ends a heading. */
function takeNote(
  content: readonly Inline[],
  keyed: boolean,
): { readonly content: readonly Inline[]; readonly note: readonly Inline[] | null } {
  const last = content.at(-1);
  const before = content.at(-2);
  if (last?.type !== 'emphasis') return { content, note: null };
  if (before === undefined) return keyed ? { content: [], note: last.children } : { content, note: null };
  if (before.type !== 'text' || !before.text.endsWith(' ')) return { content, note: null };
  const text = before.text.trimEnd();
  const rest = content.slice(0, -2);
  return { content: text === '' ? rest : [...rest, { type: 'text', text }], note: last.children };
}

/** A paragraph of these words; `lead`: it stands right after a #. */
export function paragraphOf(
  content: readonly Inline[],
  lang: string | null,
  lead: boolean,
  line: number,
): Paragraph {
  const [only] = content;
  if (content.length === 1 && only?.type === 'emphasis')
    return { type: 'paragraph', role: 'help', content: inLanguage(only.children, lang), brief: null, line };
  const role = lead ? 'lead' : 'plain';
  return { type: 'paragraph', role, content: inLanguage(content, lang), brief: null, line };
}

/** A quote; one strong paragraph alone is a question. */
export function quoteOf(blocks: readonly Block[], line: number): Quote {
  const [first] = blocks;
  const words = first?.type === 'paragraph' && blocks.length === 1 ? questionWords(first.content) : null;
  if (first?.type !== 'paragraph' || words === null) return { type: 'quote', role: 'script', blocks, line };
  return { type: 'quote', role: 'question', blocks: [{ ...first, content: words }], line };
}

/** The words of a paragraph that is one strong, perhaps in another language. */
function questionWords(content: readonly Inline[]): readonly Inline[] | null {
  const [only] = content;
  if (content.length !== 1 || !only) return null;
  if (only.type === 'strong') return only.children;
  if (only.type !== 'foreign') return null;
  const words = questionWords(only.children);
  return words && [{ ...only, children: words }];
}
