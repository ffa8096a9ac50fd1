/**
 * Markdown -> what HTML gives (html.ts), with the lines of the Markdown: whatever may stand in a table there, HTML in Markdown
 * or the other way round, has one reading. Front matter goes to `head`; where it holds lists, to the tree as well.
 */
import MarkdownIt from 'markdown-it';
import { type Checked, good } from '../../problems/checked.ts';
import type { Source } from '../../problems/source.ts';
import type { SourceFile } from '../import.ts';
import type { Material } from '../material.ts';
import { readFrontMatter } from './front-matter.ts';
import { materialOf } from './html.ts';
import { LINE, SOURCE_LINE } from './html-nodes.ts';
import { fromText } from './text-of.ts';

/** Problems: those of a text. */
export async function readMarkdown(file: SourceFile): Promise<Checked<Material>> {
  return fromText(file, (source) => good(markdownMaterial(source)));
}

/** `text`: as many lines that stand for those of the source, where it is no Markdown itself. */
export function markdownMaterial(source: Source, text: string = source.text): Material {
  const front = readFrontMatter(source);
  // As many lines as before: what stands under the front matter keeps its own.
  const body = '\n'.repeat(front.lines) + text.split('\n').slice(front.lines).join('\n');
  const material = materialOf(source, html(body), { format: 'markdown', web: false });
  const { tree } = material;
  return {
    ...material,
    title: front.head.get('title') ?? material.title,
    language: front.head.get('lang') ?? front.head.get('language') ?? material.language,
    head: front.head,
    tree: tree && front.keys.length > 0 ? { ...tree, children: [...front.keys, ...tree.children] } : tree,
    problems: [...front.problems, ...material.problems],
  };
}

/** The HTML of a Markdown text, which says of everything on which line it stood. */
function html(text: string): string {
  const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
  markdown.core.ruler.push('lines', ({ tokens }) => {
    for (const token of tokens)
      if (token.map && token.nesting >= 0) token.attrSet(LINE, String(token.map[0] + 1));
  });
  const { rules } = markdown.renderer;
  rules['html_block'] = (tokens, i) => {
    const token = tokens[i];
    return `<!--${SOURCE_LINE}${(token?.map?.[0] ?? 0) + 1}-->${token?.content ?? ''}`;
  };
  const code: (typeof rules)['fence'] = (tokens, i) => {
    const token = tokens[i];
    const line = (token?.map?.[0] ?? 0) + 1;
    return `<pre ${LINE}="${line}">${markdown.utils.escapeHtml(token?.content ?? '')}</pre>\n`;
  };
  rules['fence'] = code;
  rules['code_block'] = code;
  return markdown.render(text);
}
