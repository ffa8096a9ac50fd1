/** HTML pages -> headings, labels and lists as a tree, tables as grids. */
import { type Checked, good } from '../../problems/checked.ts';
import type { Source } from '../../problems/source.ts';
import type { SourceFile } from '../import.ts';
import type { Material, Place } from '../material.ts';
import { markBold } from './html-bold.ts';
import { flowOf } from './html-flow.ts';
import { attribute, isElement, linesOf, type Node, parsed, within } from './html-nodes.ts';
import { wordsOf } from './html-words.ts';
import { fromText, nameOf } from './text-of.ts';

/** Problems: those of a text. HTML itself cannot be wrong: it is read as a browser would. */
export async function readHtml(file: SourceFile): Promise<Checked<Material>> {
  return fromText(file, (source) => good(materialOf(source, source.text, { format: 'html', web: true })));
}

interface How {
  readonly format: 'html' | 'markdown';
  readonly web: boolean;
}

/** `html`: the file's text, or what was made of it. */
export function materialOf(source: Source, html: string, { format, web }: How): Material {
  const nodes = parsed(html);
  markBold(nodes);
  const lines = linesOf(nodes);
  const start: Place = { source, line: 1, sheet: null, row: null, column: null };
  const placeOf = (node: Node): Place => ({ ...start, line: lines.get(node) ?? 1 });
  const flow = flowOf(nodes, placeOf, start, web);
  const root = nodes.find(isElement);
  const [title] = root ? within(root, /^title$/) : [];
  return {
    ...{ source, format, name: nameOf(source.path), head: new Map(), cut: null, problems: [] },
    title: (title && wordsOf(title.childNodes).text) || flow.heading,
    language: root ? attribute(root, 'lang') : null,
    ...{ grids: flow.grids, tree: flow.tree, lost: flow.lost },
  };
}
