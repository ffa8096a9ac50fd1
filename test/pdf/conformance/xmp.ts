/** The XMP packet of a file (ISO 16684-1) as its properties, each with its namespace; or why it cannot be read. */
import { DOMParser, type Element, type Node } from '@xmldom/xmldom';

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const PDFA_ID = 'http://www.aiim.org/pdfa/ns/id/';
export const PDFUA_ID = 'http://www.aiim.org/pdfua/ns/id/';
export const DC = 'http://purl.org/dc/elements/1.1/';
export const XMP = 'http://ns.adobe.com/xap/1.0/';
export const PDF = 'http://ns.adobe.com/pdf/1.3/';
export const EXTENSION = 'http://www.aiim.org/pdfa/ns/extension/';
export const SCHEMA = 'http://www.aiim.org/pdfa/ns/schema#';
export const PROPERTY = 'http://www.aiim.org/pdfa/ns/property#';

export interface Property {
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  /** Its text, or that of its first item. */
  readonly text: string;
  /** Null where it is written as an attribute. */
  readonly element: Element | null;
}

export interface Packet {
  readonly properties: readonly Property[];
  /** The attributes of the packet's header. */
  readonly header: string;
}

/** The packet, or a sentence that says what is wrong with it. */
export function readXmp(bytes: Uint8Array): Packet | string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return 'it is not UTF-8';
  }
  let root: Element | null;
  try {
    const stop = (_: string, message: string): never => {
      throw new Error(message);
    };
    root = new DOMParser({ onError: stop }).parseFromString(text, 'text/xml').documentElement;
  } catch (error) {
    return `it is no XML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`;
  }
  const rdf = root?.localName === 'RDF' ? root : elements(root)[0];
  if (rdf?.namespaceURI !== RDF || rdf.localName !== 'RDF') return 'it holds no rdf:RDF';
  const properties: Property[] = [];
  for (const description of elements(rdf)) {
    if (description.namespaceURI !== RDF || description.localName !== 'Description')
      return `rdf:RDF holds ${description.nodeName}`;
    for (const attribute of Array.from(description.attributes)) {
      const { namespaceURI, prefix, localName, value } = attribute;
      if (!namespaceURI || namespaceURI === RDF || prefix === 'xmlns' || prefix === 'xml') continue;
      properties.push({
        namespace: namespaceURI,
        prefix: prefix ?? '',
        name: localName ?? '',
        text: value,
        element: null,
      });
    }
    for (const element of elements(description)) properties.push(propertyOf(element));
  }
  const header = /<\?xpacket (?=[^?]*begin=)(.*?)\?>/.exec(text)?.[1];
  return header === undefined ? 'it has no header' : { properties, header };
}

/** The elements right inside an element. */
export function elements(node: Node | null | undefined): readonly Element[] {
  const isElement = (child: Node): child is Element => child.nodeType === 1;
  return node ? Array.from(node.childNodes).filter(isElement) : [];
}

/** A child of a namespace, and its text; '' where there is none. */
export function child(
  node: Element | null | undefined,
  namespace: string,
  name: string,
): Element | undefined {
  return elements(node).find((one) => one.namespaceURI === namespace && one.localName === name);
}

/** The items of a bag, sequence or alternative inside a property. */
export function itemsOf(element: Element | null | undefined): readonly Element[] {
  return elements(elements(element)[0]).filter((item) => item.localName === 'li');
}

function propertyOf(element: Element): Property {
  const [first] = itemsOf(element);
  return {
    namespace: element.namespaceURI ?? '',
    prefix: element.prefix ?? '',
    name: element.localName ?? '',
    text: (first ?? element).textContent ?? '',
    element,
  };
}
