/** The catalog, the pages and the outline: what a reader needs to know of a file before it reads. */
import type { Pdf } from '../pdf.ts';
import { each, type Rule, whole } from '../rule.ts';
import { treePairs, type Value } from '../value.ts';
import { values } from './syntax.ts';

const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

function* languages({ catalog, structure, contents }: Pdf): Generator<readonly [string, string]> {
  const said = [catalog, ...structure.all.map(({ value }) => value)].map((value) => value.get('Lang'));
  for (const { text, place } of said) if (text !== undefined) yield [text, place];
  for (const { marks } of contents)
    for (const { properties, place } of marks)
      if (properties['Lang'] !== undefined) yield [properties['Lang'], place];
}

/** The outline's items, each with the one before it. */
function* outline({
  catalog,
}: Pdf): Generator<{ item: Value; before: Value | null; parent: Value; last: boolean }> {
  const seen = new Set<unknown>();
  function* under(parent: Value): ReturnType<typeof outline> {
    let before: Value | null = null;
    for (let item = parent.get('First'); item.present && !seen.has(item.object); item = item.get('Next')) {
      seen.add(item.object);
      yield { item, before, parent, last: !item.get('Next').present };
      yield* under(item);
      before = item;
    }
  }
  yield* under(catalog.get('Outlines'));
}

/** Where a link or an outline's item leads to inside of the file. */
export function destination(from: Value): Value {
  return from.get('Dest').present ? from.get('Dest') : from.get('A').get('D');
}

const ACTIONS = ['GoTo', 'URI'];

export const documentRules: readonly Rule[] = [
  // ISO 14289-1, 6.2 (and ISO 19005-3, 6.7.2.2): MarkInfo says that the file is tagged.
  whole('ua1 6.2-1', ({ catalog }) => {
    return catalog.get('MarkInfo').get('Marked').flag !== true && ['catalog', 'MarkInfo /Marked is not true'];
  }),
  // 7.1: and that no tag is a guess.
  whole('ua1 7.1-4', ({ catalog }) => {
    return catalog.get('MarkInfo').get('Suspects').flag === true && ['catalog', 'Suspects is true'];
  }),
  // 7.1: the window shows the title.
  whole('ua1 7.1-10', ({ catalog }) => {
    const shown = catalog.get('ViewerPreferences').get('DisplayDocTitle').flag === true;
    return !shown && ['catalog', 'ViewerPreferences /DisplayDocTitle is not true'];
  }),
  // 7.1: there is a structure tree.
  whole('ua1 7.1-11', ({ catalog }) => {
    return catalog.get('StructTreeRoot').kind !== 'dict' && ['catalog', 'no StructTreeRoot'];
  }),
  // 7.2: the language of all that says no other; ours is always in the catalog.
  whole('ua1 7.2-34', ({ catalog }) => !catalog.get('Lang').text && ['catalog', 'no Lang']),
  // 7.2 (and ISO 19005-3, 6.7.4): languages are named as RFC 3066 does.
  each(
    'ua1 7.2-29',
    languages,
    ([lang, place]) => !LANGUAGE.test(lang) && [place, `Lang ${JSON.stringify(lang)}`],
  ),
  // 7.18.3: Tab goes in the order of the structure.
  each(
    'ua1 7.18.3-1',
    ({ pages }) => pages,
    ({ value, annotations, number }) => {
      const wrong = annotations.length > 0 && value.get('Tabs').name !== 'S';
      return wrong && [`page ${number}`, 'has annotations, and Tabs is not S'];
    },
  ),
  // ISO 19005-3, 6.5.1: no action but those that lead somewhere; ours lead into the file or to a web address.
  each('3a 6.5.1-1', values, (value) => {
    const actions = [value.get('A'), value.get('OpenAction'), value.get('Next')];
    const wrong = actions
      .map((action) => action.get('S').name)
      .find((name) => name && !ACTIONS.includes(name));
    return wrong !== undefined && [value.place, `the action ${wrong}`];
  }),
  whole('3a 6.5.1-1', ({ catalog }) => {
    return catalog.get('Names').get('JavaScript').present && ['catalog', 'a name tree of JavaScript'];
  }),
  // 6.5.2: nothing happens by itself.
  whole('3a 6.5.2-1', ({ catalog }) => catalog.get('AA').present && ['catalog', 'additional actions']),
  each(
    '3a 6.5.2-2',
    ({ pages }) => pages,
    ({ value, number }) => value.get('AA').present && [`page ${number}`, 'additional actions'],
  ),
  // ISO 32000-1, 12.3.3: each item of the outline is chained to its neighbours, has a title and leads to a page.
  each('pdf 12.3.3', outline, ({ item, before, parent, last }, pdf) => {
    const target = destination(item).items[0];
    if (!item.get('Title').text?.trim()) return [item.place, 'an outline item without a title'];
    if (!target || !pdf.page(target)) return [item.place, 'an outline item that leads to no page'];
    if (item.get('Prev').object !== before?.object) return [item.place, 'Prev is not the item before'];
    if (item.get('Parent').object !== parent.object) return [item.place, 'Parent is not the item above'];
    return last && parent.get('Last').object !== item.object && [parent.place, 'Last is not the last item'];
  }),
  // 12.3.2.2: a link leads to a page of the file.
  each(
    'pdf 12.3.2.2',
    ({ annotations }) => annotations,
    ({ value }, pdf) => {
      const to = destination(value);
      if (value.get('Subtype').name !== 'Link') return null;
      if (!to.present) return !value.get('A').get('URI').text && [value.place, 'a link that leads nowhere'];
      return (!to.items[0] || !pdf.page(to.items[0])) && [value.place, 'a link to no page of the file'];
    },
  ),
  // 12.4.2: page labels, where there are any, begin with the first page and name pages in order.
  whole('pdf 12.4.2', ({ catalog, pages }) => {
    const labels = catalog.get('PageLabels');
    const from = treePairs(labels, 'Nums').map(([key]) => key.number ?? -1);
    const ordered = from.every((page, i) => page > (from[i - 1] ?? -1) && page < pages.length);
    return labels.present && (from[0] !== 0 || !ordered) && [labels.place, `labels of pages ${from}`];
  }),
];
