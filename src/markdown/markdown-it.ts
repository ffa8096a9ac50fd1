/** markdown-it, set up once a process: what of its rules differs here, and the two ways in. */
import MarkdownIt, { type Token } from 'markdown-it';
import type { Reading } from './reading.ts';

export type { Token };

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });

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

/** The block tokens of a text without CR or NUL; what is inline in them is not read. Link references go to `reading`. */
export function blockTokens(reading: Reading, text: string): readonly Token[] {
  const tokens: Token[] = [];
  markdown.block.parse(text, markdown, reading.env, tokens);
  return tokens;
}

/** The inline tokens of a text. */
export function inlineTokens(reading: Reading, content: string): readonly Token[] {
  const tokens: Token[] = [];
  markdown.inline.parse(content, markdown, reading.env, tokens);
  return tokens;
}
