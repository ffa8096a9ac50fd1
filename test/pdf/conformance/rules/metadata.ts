/** What a file says of itself: ISO 14289-1, 5 and 7.1; ISO 19005-3, 6.6. */
import type { Pdf } from '../pdf.ts';
import { each, type Rule, whole } from '../rule.ts';
import {
  child,
  DC,
  EXTENSION,
  itemsOf,
  type Packet,
  PDF,
  PDFA_ID,
  PDFUA_ID,
  PROPERTY,
  type Property,
  RDF,
  readXmp,
  SCHEMA,
  XMP,
} from '../xmp.ts';

const PLACE = 'Metadata';

function packet({ catalog }: Pdf): Packet | null {
  const read = readXmp(catalog.get('Metadata').bytes);
  return typeof read === 'string' ? null : read;
}

function property(pdf: Pdf, namespace: string, name: string): Property | undefined {
  return packet(pdf)?.properties.find((one) => one.namespace === namespace && one.name === name);
}

/** Whether a packet can be read; the rules of what it says are silent where it cannot. */
const readable = (pdf: Pdf): boolean => packet(pdf) !== null;

const isIdentified = (pdf: Pdf): boolean =>
  ['part', 'conformance'].some((name) => property(pdf, PDFA_ID, name) !== undefined);

/** Namespaces of ISO 19005-3 and of the XMP specification, which need no extension schema. */
const PREDEFINED = [
  DC,
  XMP,
  PDF,
  PDFA_ID,
  EXTENSION,
  'http://ns.adobe.com/xap/1.0/mm/',
  'http://ns.adobe.com/xap/1.0/rights/',
];

interface SchemaProperty {
  readonly namespace: string;
  readonly name: string;
  readonly missing: readonly string[];
}

/** What the extension schemas define (6.6.2.3.3), and which of the fields that each must have are missing. */
function extensions(pdf: Pdf): readonly SchemaProperty[] {
  const schemas = property(pdf, EXTENSION, 'schemas');
  return itemsOf(schemas?.element).flatMap((schema) => {
    const namespace = child(schema, SCHEMA, 'namespaceURI')?.textContent ?? '';
    const lacking = ['schema', 'namespaceURI', 'prefix'].filter((name) => !child(schema, SCHEMA, name));
    return itemsOf(child(schema, SCHEMA, 'property')).map((one) => {
      const fields = ['name', 'valueType', 'category', 'description'];
      const missing = fields.filter((name) => !child(one, PROPERTY, name)?.textContent);
      const name = child(one, PROPERTY, 'name')?.textContent ?? '';
      return { namespace, name, missing: [...lacking, ...missing] };
    });
  });
}

/** A date of the Info dictionary as XMP writes it: `D:20260102030405Z` is `2026-01-02T03:04:05Z`. */
function isoDate(date: string): string {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d'\d\d'?)?/.exec(date);
  if (!parts) return date;
  const [, year, month, day, hour, minute, second, zone = 'Z'] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone.replace(/^(...)'(..)'?$/, '$1:$2')}`;
}

const TWICE = [
  ['Title', DC, 'title'],
  ['Author', DC, 'creator'],
  ['Subject', DC, 'description'],
  ['Creator', XMP, 'CreatorTool'],
  ['Producer', PDF, 'Producer'],
  ['CreationDate', XMP, 'CreateDate'],
  ['ModDate', XMP, 'ModifyDate'],
] as const;

export const metadataRules: readonly Rule[] = [
  // ISO 14289-1, 7.1 (and ISO 19005-3, 6.6.2.1): the catalog has a metadata stream.
  whole('ua1 7.1-8', ({ catalog }) => {
    const stream = catalog.get('Metadata');
    const right = stream.get('Type').name === 'Metadata' && stream.get('Subtype').name === 'XML';
    return (stream.kind !== 'stream' || !right) && ['catalog', 'no Metadata stream of XML'];
  }),
  // ISO 19005-3, 6.6.2.1: it is XMP: RDF in well-formed XML in UTF-8, whose header says neither bytes nor encoding.
  whole('3a 6.6.2.1-4', ({ catalog }) => {
    const stream = catalog.get('Metadata');
    const read = readXmp(stream.bytes);
    return stream.kind === 'stream' && typeof read === 'string' && [PLACE, read];
  }),
  whole('3a 6.6.2.1-2', (pdf) => {
    const header = packet(pdf)?.header ?? '';
    return /\b(?:bytes|encoding)=/.test(header) && [PLACE, `the packet’s header says ${header}`];
  }),
  // ISO 14289-1, 5: it says which part of PDF/UA.
  whole('ua1 5-1', (pdf) => {
    return readable(pdf) && !property(pdf, PDFUA_ID, 'part') && [PLACE, 'no pdfuaid:part'];
  }),
  whole('ua1 5-2', (pdf) => {
    const part = property(pdf, PDFUA_ID, 'part')?.text;
    return part !== undefined && part !== '1' && [PLACE, `pdfuaid:part is ${part}`];
  }),
  whole('ua1 5-3', (pdf) => {
    const prefix = property(pdf, PDFUA_ID, 'part')?.prefix ?? 'pdfuaid';
    return prefix !== 'pdfuaid' && [PLACE, `pdfuaid:part is written ${prefix}:part`];
  }),
  // ISO 19005-3, 6.6.4: and which part and level of PDF/A.
  whole('3a 6.6.4-1', (pdf) => {
    return readable(pdf) && !isIdentified(pdf) && [PLACE, 'neither pdfaid:part nor pdfaid:conformance'];
  }),
  whole('3a 6.6.4-2', (pdf) => {
    const part = property(pdf, PDFA_ID, 'part')?.text;
    return isIdentified(pdf) && part !== '3' && [PLACE, `pdfaid:part is ${part}`];
  }),
  whole('3a 6.6.4-3', (pdf) => {
    const level = property(pdf, PDFA_ID, 'conformance')?.text;
    return isIdentified(pdf) && level !== 'A' && [PLACE, `pdfaid:conformance is ${level}`];
  }),
  whole('3a 6.6.4-4', (pdf) => {
    const prefix = property(pdf, PDFA_ID, 'part')?.prefix ?? 'pdfaid';
    return prefix !== 'pdfaid' && [PLACE, `pdfaid:part is written ${prefix}:part`];
  }),
  // ISO 14289-1, 7.1: it has the title.
  whole('ua1 7.1-9', (pdf) => {
    return readable(pdf) && !property(pdf, DC, 'title')?.text.trim() && [PLACE, 'no dc:title'];
  }),
  // ISO 19005-3, 6.6.2.3.1: what it says is defined, by the standards or by an extension schema.
  each(
    '3a 6.6.2.3.1-1',
    (pdf) => packet(pdf)?.properties ?? [],
    ({ namespace, name, prefix }, pdf) => {
      const own = extensions(pdf).some((one) => one.namespace === namespace && one.name === name);
      return !PREDEFINED.includes(namespace) && !own && [PLACE, `no schema defines ${prefix}:${name}`];
    },
  ),
  // 6.6.2.3.3: an extension schema has all of its fields.
  each('3a 6.6.2.3.3', extensions, ({ name, missing }) => {
    return missing.length > 0 && [PLACE, `the extension schema of ${name} lacks ${missing.join(', ')}`];
  }),
  // ISO 32000-1, 14.3: what the Info dictionary says too, it says with the same words.
  each(
    'pdf 14.3.3',
    (pdf) => (readable(pdf) ? TWICE : []),
    ([key, namespace, name], pdf) => {
      const info = pdf.trailer.Info.get(key).text;
      const said = property(pdf, namespace, name)?.text;
      const same = said === (info === undefined ? undefined : key.endsWith('Date') ? isoDate(info) : info);
      return !same && [`Info/${key}`, `${JSON.stringify(info)}, and in the metadata ${JSON.stringify(said)}`];
    },
  ),
  // Texts of several languages have one that stands for all, or readers take none.
  each(
    'pdf 14.3.2',
    (pdf) => (packet(pdf)?.properties ?? []).filter(({ name }) => ['title', 'description'].includes(name)),
    ({ name, element }) => {
      const langs = itemsOf(element).map((item) => item.getAttribute('xml:lang'));
      const kind = child(element, RDF, 'Alt');
      return (!kind || !langs.includes('x-default')) && [PLACE, `dc:${name} has no text for x-default`];
    },
  ),
];
