/**
 * What is bold, by its element or by how it is styled: word processors write no headings, and what looks like one is a span
 * with a weight, in the element itself or in a style sheet of the page.
 */
import { attribute, type Element, isElement, type Node, within } from './html-nodes.ts';

const STYLED = 'data-rubricate-bold';
const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
const WEIGHT = /font-weight\s*:/i;
/** A style sheet's rule for one class. */
const RULE = /(?:^|\})\s*(?:span|p)?\.([\w-]+)\s*\{([^{}]*)(?=\})/g;

/** Writes on each element what its style says of its weight. */
export function markBold(nodes: readonly Node[]): void {
  const sheets = nodes.filter(isElement).flatMap((node) => within(node, /^style$/));
  const classes = new Set(sheets.flatMap(boldClasses));
  const waiting = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    const said = styled(node, classes);
    if (said !== null) node.attrs.push({ name: STYLED, value: said ? 'yes' : 'no' });
    for (const child of node.childNodes) waiting.push(child);
  }
}

function boldClasses({ childNodes }: Element): readonly string[] {
  const rules = childNodes.flatMap((node) => ('value' in node ? [...node.value.matchAll(RULE)] : []));
  return rules.flatMap(([, name = '', said = '']) => (BOLD.test(said) ? [name] : []));
}

function styled(element: Element, classes: ReadonlySet<string>): boolean | null {
  const style = attribute(element, 'style') ?? '';
  if (WEIGHT.test(style)) return BOLD.test(style);
  const own = attribute(element, 'class')?.split(/\s+/) ?? [];
  return own.some((name) => classes.has(name)) ? true : null;
}

/** Whether it makes bold what is in it, or not; null where it leaves that as it is. */
export function boldness(element: Element): boolean | null {
  const said = attribute(element, STYLED);
  if (said !== null) return said === 'yes';
  return /^(?:b|strong|th|h[1-6])$/.test(element.tagName) ? true : null;
}
