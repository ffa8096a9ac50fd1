/** Changes of annotations, the form and fonts that one rule each must find. */
import { PDFString } from '@cantoo/pdf-lib';
import type { Broken } from '../broken.ts';
import { type Mutation, mutation } from '../mutation.ts';
import type { Value } from '../value.ts';

const form = (file: Broken): Value => file.catalog.get('AcroForm');
const isOff = (widget: Value): boolean => widget.get('AS').name === 'Off';
const onState = (widget: Value): string => {
  const state = widget
    .get('AP')
    .get('N')
    .keys.find((key) => key !== 'Off');
  if (!state) throw new Error(`${widget.place} has no on-state`);
  return state;
};
/** The element that holds an annotation. */
const holder = (file: Broken, annotation: Value): Value => {
  const element = file.pdf.structure.all.find(({ kids }) =>
    kids.some((kid) => kid.type === 'object' && kid.object.object === annotation.object),
  );
  if (!element) throw new Error(`no element holds ${annotation.place}`);
  return element.value;
};
const link = (file: Broken): Value => file.annotation('Link');
/** A text field with one widget, which is the field itself. */
const text = (file: Broken): Value => file.widget('Tx', (one) => one.get('T').present);
const box = (file: Broken): Value => file.widget('Btn');
/** Where a field says what it is: itself, or its parent where it has several widgets. */
const fieldOf = (widget: Value): Value => (widget.get('T').present ? widget : widget.get('Parent'));
const lookOf = (widget: Value): Value => widget.get('AP').get('N');

export const annotations: readonly Mutation[] = [
  mutation('ours annotation-kinds', (file) => {
    const page = file.pdf.pages.find(({ annotations }) => annotations.length > 0)?.value;
    const look = file.stream('', { Type: '/XObject', Subtype: '/Form', BBox: [0, 0, 1, 1] });
    const note = { Subtype: '/Text', Rect: [1, 1, 9, 9], F: 4, AP: { N: look }, Contents: 'x' };
    if (page) file.put(page.get('Annots'), file.register(note));
  }),
  mutation('3a 6.3.2-1', (file) => file.set(text(file), 'F', undefined)),
  mutation('3a 6.3.2-2', (file) => file.set(text(file), 'F', 0)),
  mutation('3a 6.3.2-2', (file) => file.set(link(file), 'F', 4 + 2)),
  mutation('3a 6.3.3-1', (file) => file.set(text(file), 'AP', undefined)),
  mutation('3a 6.3.3-2', (file) => file.set(text(file).get('AP'), 'D', lookOf(text(file)))),
  mutation('3a 6.3.3-3', (file) => {
    const widget = file.widget('Btn', isOff);
    file.set(widget.get('AP'), 'N', lookOf(widget).get('Off'));
  }),
  mutation('3a 6.3.3-4', (file) => file.set(text(file).get('AP'), 'N', { On: lookOf(text(file)) })),
  mutation(
    'ua1 7.18.1-3',
    (file) => {
      const widget = text(file);
      for (const value of [widget, fieldOf(widget), holder(file, widget)]) {
        file.set(value, 'TU', undefined);
        file.set(value, 'Alt', undefined);
      }
    },
    { also: ['ours field-name'] },
  ),
  mutation('ua1 7.18.4-1', (file) => file.set(holder(file, text(file)), 'S', '/Annot')),
  mutation('ua1 7.18.4-2', (file) => {
    const element = holder(file, text(file));
    file.set(element, 'K', [...element.get('K').each, file.content(element)]);
    if (!element.get('Pg').present) file.set(element, 'Pg', file.page());
  }),
  mutation('ua1 7.18.5-1', (file) => file.set(holder(file, link(file)), 'S', '/Reference')),
  mutation('ua1 7.18.5-2', (file) => file.set(link(file), 'Contents', '')),
  mutation('ours link-parts', (file) => {
    file.add({ role: 'P', kids: [{ role: 'Link' }] });
  }),
  mutation('pdf 14.7.4.3-1', (file) => {
    const widget = text(file);
    const again = file.add({ role: 'Form', kids: ['nothing'], entries: { Alt: widget.get('TU') } });
    file.set(again, 'K', holder(file, widget).get('K').each[0]);
  }),
  mutation('pdf 14.7.4.3-2', (file) => {
    const [kid] = holder(file, text(file)).get('K').each;
    if (kid) file.set(kid, 'Pg', file.pdf.pages.at(-1)?.value);
  }),
  mutation('pdf 14.7.4.4-3', (file) => file.set(text(file), 'StructParent', undefined), {
    also: ['pdf 14.7.4.4-1'],
  }),
  mutation('pdf 12.5.2', (file) => file.set(text(file), 'Rect', [-5, 5, 20, 20])),
  mutation('ours tab-order', (file) => {
    const page = file.pdf.pages.find(({ annotations }) => annotations.length > 1)?.value;
    if (page) file.set(page, 'Annots', [...page.get('Annots').items].reverse());
  }),
];

export const forms: readonly Mutation[] = [
  mutation('3a 6.4.1-1', (file) => file.set(text(file), 'AA', {})),
  mutation('3a 6.4.1-2', (file) => {
    const parent = file.pdf.fields.find(({ value }) => !value.get('Subtype').present)?.value;
    if (parent) file.set(parent, 'AA', {});
  }),
  mutation('3a 6.4.1-3', (file) => file.set(form(file), 'NeedAppearances', true)),
  mutation('3a 6.4.2-1', (file) => file.set(form(file), 'XFA', [])),
  mutation('pdf 12.7.3.1-1', (file) => {
    const lost = file.pdf.fields.findIndex(({ value }) => value.get('Subtype').present);
    const fields = form(file).get('Fields');
    const at = fields.items.findIndex(({ object }) => object === file.pdf.fields[lost]?.value.object);
    file.put(fields, undefined, at);
  }),
  mutation('pdf 12.7.3.1-2', (file) => {
    file.put(
      form(file).get('Fields'),
      file.register({ FT: '/Tx', T: 'lost', TU: 'Lost', DA: form(file).get('DA') }),
    );
  }),
  mutation('pdf 12.7.3.1-3', (file) => {
    const kid = file.widget('Btn', (one) => one.get('Parent').present && isOff(one));
    const parent = kid.get('Parent');
    const copy = Object.fromEntries(parent.keys.map((key) => [key, parent.get(key)]));
    file.set(kid, 'Parent', file.register(copy));
  }),
  mutation('pdf 12.7.3.2', (file) => {
    const [one, two] = file.pdf.fields.filter(({ value }) => value.get('T').present);
    if (one && two) file.set(two.value, 'T', one.value.get('T'));
  }),
  mutation('pdf 12.7.4', (file) => file.set(fieldOf(text(file)), 'FT', '/Ch')),
  mutation('pdf 12.7.4.2-1', (file) => file.set(lookOf(file.widget('Btn', isOff)), 'Off', undefined)),
  mutation('pdf 12.7.4.2-2', (file) => {
    const widget = file.widget('Btn', isOff);
    file.set(widget, 'AS', `/${onState(widget)}`);
  }),
  mutation('pdf 12.7.4.2-3', (file) => {
    const field = file.pdf.fields.find(({ widgets }) => widgets.every((widget) => isOff(widget)));
    if (field) file.set(field.value, 'V', '/nowhere');
  }),
  mutation('ours box-look', (file) => {
    const look = lookOf(box(file));
    file.set(look, onState(box(file)), look.get('Off'));
  }),
  mutation('pdf 12.7.3.3-1', (file) => {
    file.rewrite(lookOf(text(file)), (look) => look.replace('/Tx BMC', '/Ux BMC'));
  }),
  mutation('pdf 12.7.3.3-2', (file) => file.set(text(file), 'DA', PDFString.of('/Nowhere 10 Tf 0 g'))),
  mutation('ours typed-font', (file) => {
    const fonts = form(file).get('DR').get('Font');
    file.set(fonts, 'Helv', {
      Type: '/Font',
      Subtype: '/Type1',
      BaseFont: '/Helvetica',
      Encoding: '/WinAnsiEncoding',
    });
    file.set(text(file), 'DA', PDFString.of('/Helv 10 Tf 0 g'));
  }),
  mutation('ours value-shown', (file) => file.set(fieldOf(text(file)), 'V', 'not shown')),
  mutation(
    'ours field-name',
    (file) => {
      const widget = file.widget('Tx', (one) => one.get('T').present);
      file.set(widget, 'TU', '');
    },
    { also: ['ours one-name'] },
  ),
  mutation('ours one-name', (file) => file.set(holder(file, box(file)), 'Alt', 'Another')),
  mutation('ours names-differ', (file) => {
    const one = file.widget('Tx', (widget) => widget.get('T').present);
    const two = file.widget('Tx', (widget) => widget.get('T').present && widget.object !== one.object);
    file.set(two, 'TU', one.get('TU'));
    file.set(holder(file, two), 'Alt', one.get('TU'));
  }),
];

/** The font of typed text. */
const typed = (file: Broken): Value => {
  const fonts = form(file).get('DR').get('Font');
  return fonts.get(fonts.keys[0] ?? '');
};
/** A ToUnicode map with one more code in it. */
const means = (map: string, code: string, letter: string): string =>
  map.replace('endcmap', `1 beginbfrange <${code}> <${code}> <${letter}> endbfrange\nendcmap`);
const composite = (file: Broken): Value => file.font('composite');
const descendant = (file: Broken): Value => {
  const [own] = composite(file).get('DescendantFonts').items;
  if (!own) throw new Error('no descendant');
  return own;
};

export const fonts: readonly Mutation[] = [
  mutation('ua1 7.21.4.1-1', (file) =>
    file.set(descendant(file).get('FontDescriptor'), 'FontFile2', undefined),
  ),
  mutation('ua1 7.21.4.1-1', (file) => {
    const widget = file.widget('Tx', (one) => !file.pdf.inherited(one, 'V').text);
    const helvetica = {
      Type: '/Font',
      Subtype: '/Type1',
      BaseFont: '/Helvetica',
      Encoding: '/WinAnsiEncoding',
    };
    file.set(fieldOf(widget), 'V', 'abc');
    file.rewrite(lookOf(widget), (look) => look.replace('/Tx BMC', '/Tx BMC BT /Helv 10 Tf (abc) Tj ET'));
    file.set(lookOf(widget), 'Resources', { Font: { Helv: helvetica } });
  }),
  mutation('ua1 7.21.4.1-2', (file) => {
    file.rewrite(composite(file).get('ToUnicode'), (map) => means(map, 'ff00', '0041'));
    show(file, '<ff00>');
  }),
  mutation('ua1 7.21.8-1', (file) => {
    file.rewrite(composite(file).get('ToUnicode'), (map) => means(map, '0000', '0041'));
    show(file, '<0000>');
  }),
  mutation('ua1 7.21.4.2-2', (file) =>
    file.set(descendant(file).get('FontDescriptor'), 'CIDSet', file.stream('\xff')),
  ),
  mutation('ua1 7.21.5-1', (file) => {
    const [, widths] = descendant(file).get('W').items;
    // A little: more, and words seem to be parted that are not.
    const width = widths?.items[1]?.number ?? 0;
    if (widths) file.put(widths, width + 2, 1);
  }),
  mutation('ua1 7.21.5-1', (file) => {
    const font = typed(file);
    file.put(font.get('Widths'), 3, 'a'.charCodeAt(0) - (font.get('FirstChar').number ?? 0));
  }),
  mutation('ua1 7.21.7-1', (file) => file.set(composite(file), 'ToUnicode', undefined)),
  mutation('ua1 7.21.7-2', (file) => {
    // The letter E, which the good file begins with.
    file.rewrite(composite(file).get('ToUnicode'), (map) => map.replace('<0045>', '<feff>'));
  }),
  mutation('3a 6.2.11.7.3-1', (file) => {
    // The letter E, which the good file begins with.
    file.rewrite(composite(file).get('ToUnicode'), (map) => map.replace('<0045>', '<e000>'));
  }),
  mutation('ua1 7.21.3.3-1', (file) => file.set(composite(file), 'Encoding', '/Unknown-H')),
  mutation('ua1 7.21.3.2-1', (file) => file.set(descendant(file), 'CIDToGIDMap', undefined)),
  mutation('ua1 7.21.6-2', (file) => file.set(typed(file), 'Encoding', '/MacExpertEncoding'), {
    also: ['ours typed-font'],
  }),
  mutation(
    'ua1 7.21.6-2',
    (file) => {
      const differences = [65, '/Zwhatever'];
      file.set(typed(file), 'Encoding', { BaseEncoding: '/WinAnsiEncoding', Differences: differences });
    },
    { also: ['ua1 7.21.5-1', 'ua1 7.21.7-1', 'ua1 7.21.8-1'] },
  ),
  mutation(
    'ua1 7.21.6-1',
    (file) => {
      const withoutLetters = descendant(file).get('FontDescriptor').get('FontFile2');
      file.set(typed(file).get('FontDescriptor'), 'FontFile2', withoutLetters);
    },
    { also: ['ua1 7.21.8-1', 'ua1 7.21.5-1'] },
  ),
  mutation('ua1 7.21.6-3', (file) => file.set(typed(file).get('FontDescriptor'), 'Flags', 4)),
  mutation('3a 6.2.11.2-1', (file) => file.set(composite(file), 'Type', undefined)),
  mutation('3a 6.2.11.2-2', (file) => file.set(typed(file), 'Subtype', '/OpenType')),
  mutation('3a 6.2.11.2-3', (file) => file.set(typed(file), 'BaseFont', undefined), {
    also: ['pdf 9.6.4'],
  }),
  mutation('3a 6.2.11.2-6', (file) => file.put(typed(file).get('Widths'), 3)),
  mutation('pdf 9.8.1', (file) =>
    file.set(descendant(file).get('FontDescriptor'), 'FontName', '/RUBRIC+Other'),
  ),
  mutation('pdf 9.6.4', (file) => {
    for (const value of [composite(file), descendant(file)]) file.set(value, 'BaseFont', '/SourceSans');
    file.set(descendant(file).get('FontDescriptor'), 'FontName', '/SourceSans');
  }),
];

/** Shows codes in the first page's first composite font, as an artifact. */
function show(file: Broken, codes: string): void {
  const font = composite(file);
  const page = file.pdf.pages.find(({ resources }) =>
    resources.get('Font').keys.some((key) => resources.get('Font').get(key).object === font.object),
  );
  const fonts = page?.resources.get('Font');
  const name = fonts?.keys.find((key) => fonts.get(key).object === font.object);
  if (!page || name === undefined) throw new Error('no page has the font');
  file.paint(`/Artifact BMC BT /${name} 9 Tf ${codes} Tj ET EMC`, page.number - 1);
}
