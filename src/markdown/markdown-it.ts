/** markdown-it, set up once a process: what of its rules differs here, and the two ways in. */
import MarkdownIt, { type Token } from 'markdown-it';
import { BlockState } from './block-state.ts';
import { fail, type Reading } from './reading.ts';

export type { Token };

// A definition of a link or a footnote would vanish from the page: without that rule it is text like any other.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false }).disable('reference');
markdown.block.State = BlockState;

/** Marks that belong to the words before them: formatters wrap them to the start of a line. */
const GOES_ON = /^<!--\s*(?:field|lang)\b/;
const ENDS_A_PARAGRAPH = /^<!--\s*(?:field|lang|choice|check)\b/;

const htmlBlock = markdown.block.ruler.__rules__.find((rule) => rule.name === 'html_block')?.fn;
if (!htmlBlock) throw new Error('markdown-it has no html_block rule');
markdown.block.ruler.at(
  'html_block',
  (state, start, end, silent) => {
    const from = (state.bMarks[start] ?? 0) + (state.tShift[start] ?? 0);
    if (state.src.charCodeAt(from) !== 0x3c) return false;
    // `silent` asks whether this line ends the paragraph above it.
    const text = state.src.slice(from, state.eMarks[start] ?? from);
    return (silent ? ENDS_A_PARAGRAPH : GOES_ON).test(text) ? false : htmlBlock(state, start, end, silent);
  },
  { alt: ['paragraph', 'reference', 'blockquote'] },
);

/** Deeper than this markdown-it reads nothing, and says nothing: a quote is one deep, a list two. */
const DEEPEST = 100;
markdown.set({ maxNesting: DEEPEST });
/** Lines (from 1) that were not read, of the text being parsed. */
let unread: number[] = [];

const tokenize = markdown.block.tokenize;
markdown.block.tokenize = (state, start, end) => {
  const line = state.level < DEEPEST ? end : state.skipEmptyLines(start);
  if (line < end && (state.sCount[line] ?? 0) >= state.blkIndent) unread.push(line + 1);
  tokenize.call(markdown.block, state, start, end);
};

/**
 * The block tokens of a text without CR or NUL; what is inline in them is not read. Link references go to `reading`.
 * Problem `too-deep`: quotes and lists that are not read any more.
 */
export function blockTokens(reading: Reading, text: string): readonly Token[] {
  const tokens: Token[] = [];
  unread = [];
  markdown.block.parse(text, markdown, reading.env, tokens);
  for (const line of unread) {
    const help = 'take away signs of quotes and lists before it';
    fail(reading, 'too-deep', 'Quotes and lists stand too deep in one another: this is not read', line, help);
  }
  return tokens;
}

/** The inline tokens of a text. */
export function inlineTokens(reading: Reading, content: string): readonly Token[] {
  const tokens: Token[] = [];
  markdown.inline.parse(content, markdown, reading.env, tokens);
  return tokens;
}
