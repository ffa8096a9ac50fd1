/** What of a web page leads elsewhere: menus, tables of contents. It is no text of the page. */
import { attribute, children, DEEPEST, type Element, isElement, within } from './html-nodes.ts';

/** So many links, and so large a part of the letters in them, make a list of links. */
const LINKS = 6;
const SHARE = 0.6;

export function isNavigation(element: Element): boolean {
  if (element.tagName === 'nav' || attribute(element, 'role') === 'navigation') return true;
  if (!/^(?:div|ul|ol|section|aside|header|footer)$/.test(element.tagName)) return false;
  const counted = count(element, false, 0);
  return (
    counted.links >= LINKS &&
    counted.linked > counted.letters * SHARE &&
    within(element, /^table$/).length === 0
  );
}

interface Counted {
  letters: number;
  linked: number;
  links: number;
}

const known = new WeakMap<Element, Counted>();

function count(element: Element, inLink: boolean, depth: number): Counted {
  const before = known.get(element);
  if (before) return before;
  const sum: Counted = { letters: 0, linked: 0, links: 0 };
  const link = inLink || (element.tagName === 'a' && attribute(element, 'href') !== null);
  if (link && !inLink) sum.links += 1;
  if (depth > DEEPEST || /^(?:script|style)$/.test(element.tagName)) return sum;
  for (const node of element.childNodes) {
    if (!isElement(node) && 'value' in node) {
      const letters = node.value.replace(/\s+/g, '').length;
      sum.letters += letters;
      if (link) sum.linked += letters;
    }
  }
  for (const child of children(element)) {
    const inner = count(child, link, depth + 1);
    sum.letters += inner.letters;
    sum.linked += inner.linked;
    sum.links += inner.links;
  }
  known.set(element, sum);
  return sum;
}
