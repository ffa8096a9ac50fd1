/**
 * What a file says about itself in XMP: its title and dates, and that it is PDF/UA-1 and PDF/A-3a. pdfkit's own writes texts
 * unescaped and cannot state both.
 */

export interface DocumentInfo {
  readonly title: string;
  readonly subject: string;
  /** BCP 47. */
  readonly lang: string;
  readonly date: Date;
}

/** Without what XML 1.0 cannot hold. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
  return allowed.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
}

/** PDF/A wants every schema that is not its own described (ISO 19005-3, 6.6.2.3.3): PDF/UA's is such a one. */
const EXTENSION = [
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>',
].join('\n');

/** The XMP packet. `creator` and `producer` as in the information dictionary. */
export function metadata(info: DocumentInfo, creator: string, producer: string): string {
  const day = info.date.toISOString().replace(/\.\d+Z$/, 'Z');
  const alternative = (key: string, value: string): string =>
    `<dc:${key}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></dc:${key}>`;
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
    alternative('title', info.title),
    ...(info.subject === '' ? [] : [alternative('description', info.subject)]),
    `<dc:language><rdf:Bag><rdf:li>${escaped(info.lang)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${day}</xmp:CreateDate><xmp:ModifyDate>${day}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool><pdf:Producer>${escaped(producer)}</pdf:Producer>`,
    '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
    `</rdf:Description>\n${EXTENSION}\n</rdf:RDF></x:xmpmeta>`,
    '<?xpacket end="r"?>',
  ].join('\n');
}
