/** Changes of the structure tree and of what pages paint that one rule each must find. */
import { type Broken, type Tag, tag } from '../broken.ts';
import { type Mutation, mutation } from '../mutation.ts';
import { treePairs } from '../value.ts';

/** A tree with something wrong in it, at the end of the document. */
const added = (rule: string, tree: Tag, ...also: readonly string[]): Mutation =>
  mutation(rule, (file) => file.add(tree), { also });

const head = (scope = 'Column', spans = {}): Tag => ({ role: 'TH', table: { Scope: `/${scope}`, ...spans } });
const cell = (spans?: { RowSpan?: number; ColSpan?: number }): Tag => ({
  role: 'TD',
  ...(spans && { table: spans }),
});
const heads = (count = 2): Tag => tag('TR', ...Array.from({ length: count }, () => head()));
const row = (count = 2): Tag => tag('TR', ...Array.from({ length: count }, () => cell()));
const caption: Tag = tag('Caption');
const item: Tag = tag('LI', tag('LBody'));
const nothing = (role: string): Tag => ({ role, kids: ['nothing'] });

/** The parent tree's entry of a key: the page's list, or the element of an annotation. */
const parentEntry = (file: Broken, key: number | undefined) => {
  const tree = file.root.get('ParentTree');
  const pair = treePairs(tree, 'Nums').find(([one]) => one.number === key);
  if (!pair) throw new Error(`the parent tree has no ${key}`);
  return pair[1];
};

const pageEntry = (file: Broken) => parentEntry(file, file.page().get('StructParents').number);

/** Trees that are right: no rule may find anything in them. */
export const right: Readonly<Record<string, Tag>> = {
  'a table of all parts': tag(
    'Table',
    caption,
    tag('THead', heads()),
    tag('TBody', row(), row()),
    tag('TFoot', row()),
  ),
  'a table with spans': tag(
    'Table',
    tag('TR', head(), head('Column', { ColSpan: 2 })),
    tag('TR', head('Row', { RowSpan: 2 }), cell(), cell()),
    tag('TR', cell({ ColSpan: 2 })),
  ),
  'a list in a list': tag('L', item, tag('LI', tag('Lbl'), tag('LBody', tag('P'), tag('L', item)))),
  'a heading': { role: 'H2', entries: { ActualText: 'Two' } },
  'a paragraph of parts': tag('P', tag('Span'), tag('Quote', tag('Code'))),
};

export const tables: readonly Mutation[] = [
  added('ua1 7.2-3', tag('Table', heads(), tag('P'))),
  added('ua1 7.2-4', tag('Sect', heads())),
  added('ua1 7.2-5', tag('Sect', tag('THead', heads()))),
  added('ua1 7.2-6', tag('Sect', tag('TBody', heads()))),
  added('ua1 7.2-7', tag('Sect', tag('TFoot', heads()))),
  added('ua1 7.2-8', tag('Sect', head())),
  added('ua1 7.2-9', tag('Sect', cell())),
  added('ua1 7.2-10', tag('Table', tag('TR', head(), tag('P')))),
  added('ua1 7.2-11', tag('Table', tag('THead', heads()), tag('THead', heads()), tag('TBody', row()))),
  added('ua1 7.2-12', tag('Table', heads(), tag('TBody', row()), tag('TFoot', row()), tag('TFoot', row()))),
  added('ua1 7.2-13', tag('Table', heads(), tag('TFoot', row()))),
  added('ua1 7.2-14', tag('Table', tag('THead', heads()), row())),
  added(
    'ua1 7.2-15',
    tag('Table', tag('TR', head(), head('Column', { RowSpan: 2 })), tag('TR', cell({ ColSpan: 2 }))),
  ),
  added('ua1 7.2-16', tag('Table', heads(), caption, row())),
  added('ua1 7.2-36', tag('Table', tag('THead', heads(), tag('P')), tag('TBody', row()))),
  added('ua1 7.2-37', tag('Table', heads(), tag('TBody', row(), tag('P')))),
  added('ua1 7.2-38', tag('Table', heads(), tag('TBody', row()), tag('TFoot', row(), tag('P')))),
  added('ua1 7.2-39', tag('Table', caption, heads(), row(), caption)),
  added('ua1 7.2-41', tag('Table', heads(), tag('TR', cell(), cell({ RowSpan: 2 })))),
  added('ua1 7.2-42', tag('Table', heads(), row(3))),
  added('ua1 7.2-43', tag('Table', heads(3), row(2))),
  added('ours table-rows', tag('Table', caption)),
  added('ua1 7.5-1', tag('Table', tag('TR', tag('TH'), tag('TH')), row()), 'ours cell-head'),
  added('ours cell-head', tag('Table', row(), row())),
];

export const texts: readonly Mutation[] = [
  added('ua1 7.2-17', tag('Sect', item)),
  added('ua1 7.2-18', tag('Sect', tag('LBody'))),
  added('ua1 7.2-19', tag('L', item, tag('P'))),
  added('ua1 7.2-20', tag('L', tag('LI', tag('P'))), 'ours list-item'),
  added('ua1 7.2-40', tag('L', item, caption)),
  added('ours list-item', tag('L', tag('LI', tag('LBody'), tag('Lbl')))),
  mutation('ua1 7.6', (file) => {
    file.add(tag('L', tag('LI', { role: 'Lbl', entries: { ActualText: '1.' } }, tag('LBody'))));
  }),
  mutation('ua1 7.4.2-1', (file) => {
    file.add({ role: 'H1', entries: { ActualText: 'One' } });
    file.add({ role: 'H3', entries: { ActualText: 'Three' } });
  }),
  added('ua1 7.4.4-2', { role: 'H', entries: { ActualText: 'Plain' } }),
  added('ours heading-text', tag('H1')),
  added('ua1 7.3-1', { role: 'Figure', entries: { A: { O: '/Layout', BBox: [0, 0, 1, 1] } } }),
  added('pdf 14.8.5.4.3', { role: 'Figure', entries: { Alt: 'A figure' } }),
  mutation('pdf 14.8.2.5', (file) => {
    // A space of the headings' font is a letter now, so that nothing parts a heading from its note.
    const bold = file.pdf.fonts.find(({ font }) => font.composite && font.name.endsWith('-Bold'));
    if (!bold) throw new Error('no font of headings');
    file.rewrite(bold.font.value.get('ToUnicode'), (map) => map.replace('<0020>', '<0041>'));
  }),
  added('ua1 7.9-1', tag('P', tag('Note'))),
];

export const tree: readonly Mutation[] = [
  mutation('ua1 7.1-11', (file) => file.set(file.catalog, 'StructTreeRoot', undefined)),
  mutation('ua1 7.1-12', (file) => file.set(file.element('P'), 'P', undefined)),
  mutation('pdf 14.7.2-1', (file) => file.set(file.element('P'), 'P', file.root)),
  mutation('pdf 14.7.2-2', (file) => {
    const twice = file.add(tag('P'));
    file.put(file.element('Document').get('K'), twice);
  }),
  mutation('ours document-element', (file) => file.set(file.element('Document'), 'S', '/Sect')),
  added('ua1 7.1-5', tag('Story')),
  mutation('ua1 7.1-6', (file) => {
    file.set(file.root, 'RoleMap', { Story: '/Tale', Tale: '/Story' });
    file.add(tag('Story'));
  }),
  mutation('ua1 7.1-7', (file) => file.set(file.root, 'RoleMap', { BlockQuote: '/P' })),
  mutation('pdf 14.7.4.4-1', (file) => file.put(pageEntry(file), file.element('Document'), 0)),
  mutation('pdf 14.7.4.4-1', (file) => {
    const widget = file.annotation('Widget');
    const nums = treeLeaf(file, widget.get('StructParent').number);
    file.put(nums.list, file.element('Document'), nums.at + 1);
  }),
  mutation('pdf 14.7.4.4-2', (file) => {
    const list = pageEntry(file);
    file.put(list, undefined, list.items.length - 1);
  }),
  mutation('pdf 14.7.2-3', (file) => file.set(file.root, 'ParentTreeNextKey', 0)),
  mutation('pdf 14.7.2-4', (file) => file.set(file.element('P'), 'ID', 'lost')),
  added('pdf 14.8.4', tag('P', tag('P'))),
  added('pdf 14.8.4', tag('P', tag('Table', heads()))),
  added('pdf 14.8.4', tag('Sect')),
  added('ours empty-element', nothing('P')),
];

/** The array of the parent tree that has a key, and where. */
function treeLeaf(file: Broken, key: number | undefined) {
  const find = (node: ReturnType<typeof parentEntry>): { list: typeof node; at: number } | undefined => {
    const list = node.get('Nums');
    const at = list.items.findIndex((item, i) => i % 2 === 0 && item.number === key);
    if (at >= 0) return { list, at };
    return node
      .get('Kids')
      .items.map(find)
      .find((one) => one !== undefined);
  };
  const found = find(file.root.get('ParentTree'));
  if (!found) throw new Error(`the parent tree has no ${key}`);
  return found;
}

const PAINTED = '0 0 1 1 re f';

export const content: readonly Mutation[] = [
  mutation('ua1 7.1-3', (file) => file.paint(PAINTED)),
  mutation('ua1 7.1-3', (file) => file.paint(`/P BMC ${PAINTED} EMC`)),
  mutation('ua1 7.1-3', (file) => file.paint(`/P <</MCID 9999>> BDC ${PAINTED} EMC`)),
  mutation('ua1 7.1-1', (file) => {
    file.add(tag('P'));
    inLastMark(file, (painted) => `/Artifact BMC ${painted} EMC`);
  }),
  mutation('ua1 7.1-2', (file) => {
    file.add(tag('P'));
    aroundLastMark(file, (mark) => `/Artifact BMC ${mark} EMC`);
  }),
  mutation('pdf 14.7.4.2-1', (file) => file.paint('/P <</MCID 0>> BDC EMC')),
  mutation('pdf 14.7.4.2-2', (file) => {
    file.add(tag('P'));
    aroundLastMark(file, () => ' ');
  }),
  mutation('pdf 14.7.4.2-3', (file) => {
    const first = file.add(tag('P'));
    const second = file.add(nothing('P'));
    file.set(second, 'K', first.get('K'));
  }),
  mutation('pdf 14.6.1', (file) => file.paint(`/Artifact BMC q ${PAINTED} EMC Q`)),
  mutation('pdf 14.6.1', (file) => file.paint('EMC')),
  mutation('pdf 14.6.1', (file) => file.paint('/Artifact BMC')),
  mutation('pdf 14.6.1', (file) => file.paint('BT q Q ET')),
  mutation('pdf 14.6.1', (file) => file.paint('1 0 0 1 0 0 Tm')),
  mutation('3a 6.2.2-1', (file) => file.paint('1 2 foo')),
  mutation('3a 6.2.2-2', (file) => file.paint('BT /Nowhere 9 Tf ET')),
  mutation('3a 6.1.13-8', (file) => file.paint(`${'q '.repeat(29)}${'Q '.repeat(29)}`)),
];

/** Changes the sequence that was painted last, which add() made. */
function aroundLastMark(file: Broken, change: (mark: string) => string): void {
  const last = file.page().get('Contents').items.at(-1);
  if (!last) throw new Error('no content');
  file.rewrite(last, change);
}

function inLastMark(file: Broken, change: (painted: string) => string): void {
  aroundLastMark(file, (mark) => mark.replace(PAINTED, change));
}
