/** Changes of the file, its catalog, pages, outline, metadata, colours and attachment that one rule each must find. */
import type { Broken, Entry } from '../broken.ts';
import { type Mutation, mutation, rawMutation } from '../mutation.ts';

const catalog = (key: string, to: Entry) => (file: Broken) => file.set(file.catalog, key, to);
const xmp = (from: string | RegExp, to: string) => (file: Broken) =>
  file.xmp((text) => text.replace(from, to));

/** The attached file's specification, and the file itself. */
const attached = (file: Broken) => {
  const [one] = file.catalog.get('AF').items;
  if (!one) throw new Error('the good file has no attachment');
  return one;
};
const embedded = (file: Broken) => attached(file).get('EF').get('F');

const intent = (file: Broken) => {
  const [one] = file.catalog.get('OutputIntents').items;
  if (!one) throw new Error('the good file has no output intent');
  return one;
};

const outlineItem = (file: Broken) => file.catalog.get('Outlines').get('First');

/** A picture on the first page, as an artifact. */
const picture = (file: Broken, entries: Readonly<Record<string, Entry>>) => {
  const size = { Type: '/XObject', Subtype: '/Image', Width: 1, Height: 1, BitsPerComponent: 8 };
  const image = file.stream('\x00\x00\x00\x00', { ...size, ...entries });
  const resources = file.pdf.pages[0]?.resources;
  if (!resources) throw new Error('no resources');
  if (!resources.get('XObject').present) file.set(resources, 'XObject', {});
  file.set(resources.get('XObject'), 'Picture', image);
  file.paint('q /Artifact BMC /Picture Do EMC Q');
};

export const syntax: readonly Mutation[] = [
  rawMutation('3a 6.1.2-1', (text) => text.replace('%PDF-1.7', '%PDF-2.0')),
  rawMutation('3a 6.1.2-2', (text) => text.replace(/^(%PDF[^\r\n]*\n)%..../s, '$1%abcd')),
  mutation('3a 6.1.3-1', ({ pdf }) => {
    delete pdf.document.context.trailerInfo.ID;
  }),
  mutation('3a 6.1.3-2', (file) => {
    const dict = file.register({ Filter: '/Standard', V: 1, R: 2, O: 'x', U: 'x', P: -4 });
    if (dict.ref) file.pdf.document.context.trailerInfo.Encrypt = dict.ref;
  }),
  rawMutation('3a 6.1.3-3', (text) => `${text}\n\nmore`),
  rawMutation('3a 6.1.7.1-1', (text) => text.replace(/(\nendstream)/, ' \n$1')),
  rawMutation('3a 6.1.7.1-2', (text) => text.replace(/\nendstream/, 'endstream')),
  rawMutation('3a 6.1.9-1', (text) => text.replace(/ 0 obj/, ' 0  obj')),
  mutation('3a 6.1.7.1-3', (file) => file.set(embedded(file), 'FDecodeParms', {})),
  mutation('3a 6.1.7.2-1', (file) => file.stream('', { Filter: '/LZWDecode' })),
  mutation('3a 6.1.13-1', (file) => file.register(2147483648)),
  mutation('3a 6.1.13-3', (file) => file.register('x'.repeat(32768))),
  mutation('3a 6.1.13-4', (file) => file.register(`/${'x'.repeat(128)}`)),
];

export const document: readonly Mutation[] = [
  mutation('ua1 6.2-1', (file) => file.set(file.catalog.get('MarkInfo'), 'Marked', false)),
  mutation('ua1 7.1-4', (file) => file.set(file.catalog.get('MarkInfo'), 'Suspects', true)),
  mutation('ua1 7.1-10', (file) =>
    file.set(file.catalog.get('ViewerPreferences'), 'DisplayDocTitle', undefined),
  ),
  mutation('ua1 7.2-34', catalog('Lang', undefined)),
  mutation('ua1 7.2-29', catalog('Lang', 'english_GB')),
  mutation('ua1 7.2-29', (file) => file.set(file.element('P'), 'Lang', 'de DE')),
  mutation('ua1 7.18.3-1', (file) => file.set(file.page(), 'Tabs', '/R')),
  mutation('3a 6.5.1-1', catalog('OpenAction', { S: '/JavaScript', JS: 'app.alert(1)' })),
  mutation('3a 6.5.1-1', (file) => {
    if (!file.catalog.get('Names').present) file.set(file.catalog, 'Names', {});
    file.set(file.catalog.get('Names'), 'JavaScript', { Names: [] });
  }),
  mutation('3a 6.5.2-1', catalog('AA', {})),
  mutation('3a 6.5.2-2', (file) => file.set(file.page(), 'AA', {})),
  mutation('pdf 12.3.3', (file) => file.set(outlineItem(file), 'Title', ' ')),
  mutation('pdf 12.3.3', (file) => file.set(outlineItem(file), 'Dest', [file.catalog, '/Fit'])),
  mutation('pdf 12.3.3', (file) => file.set(file.catalog.get('Outlines'), 'Last', file.catalog)),
  mutation('pdf 12.3.2.2', (file) => {
    const link = file.annotation('Link');
    file.set(link, 'A', undefined);
    file.set(link, 'Dest', undefined);
  }),
  mutation('pdf 12.4.2', catalog('PageLabels', { Nums: [1, { S: '/D' }] })),
];

const PUA = 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"';

export const metadata: readonly Mutation[] = [
  mutation('ua1 7.1-8', catalog('Metadata', undefined)),
  mutation('3a 6.6.2.1-4', xmp('</rdf:RDF>', '')),
  mutation('3a 6.6.2.1-4', (file) =>
    file.rewrite(file.catalog.get('Metadata'), (text) => text.replace('W5M0', '\xff')),
  ),
  mutation('3a 6.6.2.1-2', xmp('<?xpacket begin', '<?xpacket bytes="9" begin')),
  mutation('ua1 5-1', xmp(/<pdfuaid:part>1<\/pdfuaid:part>/, '')),
  mutation('ua1 5-2', xmp('<pdfuaid:part>1', '<pdfuaid:part>2')),
  mutation(
    'ua1 5-3',
    xmp(/<pdfuaid:part>1<\/pdfuaid:part>/, `<u:part ${PUA.replace('pdfuaid', 'u')}>1</u:part>`),
  ),
  mutation('3a 6.6.4-1', xmp(/<pdfaid:part>3<.*<\/pdfaid:conformance>/s, '')),
  mutation('3a 6.6.4-2', xmp(/<pdfaid:part>3<\/pdfaid:part>/, '')),
  mutation('3a 6.6.4-2', xmp('<pdfaid:part>3', '<pdfaid:part>2')),
  mutation('3a 6.6.4-3', xmp('<pdfaid:conformance>A', '<pdfaid:conformance>B')),
  mutation(
    '3a 6.6.4-4',
    xmp(/<pdfaid:part>3<\/pdfaid:part>/, '<a:part xmlns:a="http://www.aiim.org/pdfa/ns/id/">3</a:part>'),
  ),
  mutation('ua1 7.1-9', (file) => {
    xmp(/<dc:title>.*?<\/dc:title>/s, '')(file);
    file.set(file.pdf.trailer.Info, 'Title', undefined);
  }),
  mutation(
    '3a 6.6.2.3.1-1',
    xmp('<pdfuaid:part>', '<own:x xmlns:own="http://example.org/">x</own:x><pdfuaid:part>'),
  ),
  mutation('3a 6.6.2.3.3', xmp(/<pdfaProperty:category>.*?<\/pdfaProperty:category>/, '')),
  mutation('pdf 14.3.3', (file) => file.set(file.pdf.trailer.Info, 'Title', 'Another')),
  mutation('pdf 14.3.3', (file) => file.set(file.pdf.trailer.Info, 'ModDate', 'D:20200101000000Z')),
  mutation('pdf 14.3.2', xmp(/(<dc:title>.*?)x-default/s, '$1en')),
];

export const colour: readonly Mutation[] = [
  mutation('3a 6.2.3-1', (file) => file.set(intent(file).get('DestOutputProfile'), 'N', 4)),
  mutation('3a 6.2.3-1', (file) =>
    file.rewrite(intent(file).get('DestOutputProfile'), (bytes) => bytes.replace('mntr', 'link')),
  ),
  mutation('3a 6.2.3-2', (file) => {
    const bytes = intent(file).get('DestOutputProfile').bytes;
    file.put(file.catalog.get('OutputIntents'), {
      Type: '/OutputIntent',
      S: '/GTS_PDFA1',
      OutputConditionIdentifier: 'sRGB',
      DestOutputProfile: file.stream(bytes, { N: 3 }),
    });
  }),
  mutation('3a 6.2.4.3-3', (file) => file.paint('/Artifact BMC 0 0 0 1 k 0 0 1 1 re f EMC')),
  mutation('3a 6.2.4.3-2', (file) => {
    const profile = intent(file).get('DestOutputProfile');
    file.rewrite(profile, (bytes) => bytes.replace('RGB ', 'GRAY'));
    file.set(profile, 'N', 1);
    file.paint('/Artifact BMC 1 0 0 rg 0 0 1 1 re f 0 g EMC');
  }),
  mutation(
    '3a 6.2.4.3-4',
    (file) => {
      file.set(file.catalog, 'OutputIntents', undefined);
      file.paint('/Artifact BMC 1 0 0 rg 0 0 1 1 re f 0 g EMC');
    },
    { also: ['3a 6.2.4.3-2'] },
  ),
  mutation('3a 6.2.8-3', (file) => picture(file, { ColorSpace: '/DeviceGray', Interpolate: true })),
  mutation(
    '3a 6.2.10-2',
    (file) => {
      const mask = file.stream('\xff', { Subtype: '/Image', Width: 1, Height: 1, ColorSpace: '/DeviceGray' });
      picture(file, { ColorSpace: '/DeviceGray', SMask: mask });
      file.set(file.catalog, 'OutputIntents', undefined);
    },
    { also: ['3a 6.2.4.3-4'] },
  ),
];

export const attachment: readonly Mutation[] = [
  mutation('3a 6.8-1', (file) => file.set(embedded(file), 'Subtype', '/markdown')),
  mutation('ua1 7.11-1', (file) => file.set(attached(file), 'UF', undefined)),
  mutation('3a 6.8-3', (file) => file.set(attached(file), 'AFRelationship', undefined)),
  mutation('3a 6.8-4', catalog('AF', [])),
  mutation('pdf 7.11.4-1', (file) => file.set(file.catalog.get('Names'), 'EmbeddedFiles', undefined)),
  mutation('pdf 7.11.4-2', (file) => file.set(embedded(file).get('Params'), 'ModDate', undefined)),
  mutation('pdf 7.11.4-3', (file) => file.set(embedded(file).get('Params'), 'Size', 1)),
  mutation('ours attachment-description', (file) => file.set(attached(file), 'Desc', ' ')),
];
