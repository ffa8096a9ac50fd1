/** HTML as nodes, parsed as browsers do (parse5), with what readers ask of them: tags, attributes, lines, words. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** Deeper than this nothing is read: no page that people write is. */
export const DEEPEST = 200;

/** The attribute that says the line in the source, where the HTML was made from something else. */
export const LINE = 'data-source-line';
/** A comment that says of which line in the source what follows it is: `<!--rubricate source line 12-->`. */
export const SOURCE_LINE = 'rubricate source line ';

/** The children of the document. */
export function parsed(html: string): readonly Node[] {
  return parse(html, { sourceCodeLocationInfo: true }).childNodes;
}

export function isElement(node: Node | undefined): node is Element {
  return node !== undefined && 'tagName' in node;
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

export function children(element: Element): readonly Element[] {
  return element.childNodes.filter(isElement);
}

/** Elements of a name below one, in order, without those within one of them. */
export function within(element: Element, tag: RegExp, depth = 0): readonly Element[] {
  if (depth > DEEPEST) return [];
  return children(element).flatMap((child) =>
    tag.test(child.tagName) ? [child] : within(child, tag, depth + 1),
  );
}

/** The line of each node. A line that is said holds for what follows, until another is. */
export function linesOf(nodes: readonly Node[]): ReadonlyMap<Node, number> {
  const lines = new Map<Node, number>();
  let said: number | null = null;
  let shift = 0;
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const own = node.sourceCodeLocation?.startLine ?? null;
    if (isElement(node)) {
      const line = attribute(node, LINE);
      if (line !== null) said = Number(line);
      if (said !== null || own !== null) lines.set(node, said ?? (own ?? 1) + shift);
      waiting.push(...[...node.childNodes].reverse());
    } else if ('data' in node && node.data.startsWith(SOURCE_LINE)) {
      said = null;
      shift = Number(node.data.slice(SOURCE_LINE.length)) - (own ?? 0);
    } else lines.set(node, said ?? (own ?? 1) + shift);
  }
  return lines;
}
