/** The labels of a level's page: headings or bold words with a list or a text under them. */
import type { Requirement } from '../../framework/framework.ts';
import type { Grid, Place, Tree } from '../material.ts';
import { fold, tidy } from './names.ts';
import { wholeText } from './said.ts';

/** What says all of a role at a level. */
export interface Page {
  readonly level: string;
  readonly role: string;
  /** As its heading says it: "IC1 Software Engineer". */
  readonly title: string;
  readonly code?: string | null;
  /** A sentence about the level as a whole, found when its labels are. */
  summary: string | null;
  /** The heading that says the level. */
  readonly heading: Tree;
  /** What holds the labels. */
  readonly within: Tree;
  /** Tables on the page. */
  readonly grids: readonly Grid[];
  readonly place: Place;
}

export interface Label {
  readonly key: string;
  readonly name: string;
  /** The nearest heading over it that is not the level's. */
  readonly domain: string | null;
  /** Words right beside the label. */
  readonly about: string | null;
  readonly text: string | null;
  readonly statements: readonly string[];
  readonly requirement?: Requirement;
  readonly place: Place;
}

/** In order. What is taken goes to `used`; a label without anything under it that is a sentence becomes the page's summary. */
export function labelsOf(page: Page, used: Set<Tree>): readonly Label[] {
  const labels: Label[] = [];
  used.add(page.heading);
  const about = page.heading.text === '' ? [] : [page.heading.text];
  const look = (node: Tree, domain: string | null) => {
    for (const child of node.children) {
      if (child.kind !== 'heading' && child.kind !== 'bold') continue;
      const items = child.children.filter(({ kind }) => kind === 'item');
      const inner = child.children.filter(({ kind }) => kind === 'heading' || kind === 'bold');
      if (items.length > 0 && child !== page.heading) {
        labels.push(labelOf(child, items, domain));
        for (const one of [child, ...items]) used.add(one);
      } else if (child !== page.heading && child.text !== '' && inner.length === 0) {
        labels.push({ ...labelOf(child, [], domain), about: null, text: child.text });
        used.add(child);
      } else if (child.kind === 'bold' && child.text === '' && isSentence(child.label)) {
        about.push(child.label);
        used.add(child);
      }
      if (inner.length > 0)
        look(child, child.kind === 'heading' && child !== page.heading ? tidy(child.label) : domain);
    }
  };
  look(page.within, null);
  page.summary = about.join('\n\n') || null;
  return labels;
}

function labelOf(node: Tree, items: readonly Tree[], domain: string | null): Label {
  const name = tidy(node.label);
  return {
    ...{ key: fold(name), name, domain, about: node.text || null, text: null },
    ...{ statements: items.map(wholeText), place: node.place },
  };
}

function isSentence(label: string): boolean {
  return label.split(/\s+/).length > 6;
}
