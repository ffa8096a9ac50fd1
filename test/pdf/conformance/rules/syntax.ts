/** How the bytes of a file are written: ISO 19005-3, 6.1. */
import type { Pdf } from '../pdf.ts';
import { readRaw } from '../raw.ts';
import { each, type Rule, whole } from '../rule.ts';
import type { Value } from '../value.ts';

const FILTERS = ['FlateDecode', 'DCTDecode', 'ASCIIHexDecode', 'ASCII85Decode', 'RunLengthDecode'];

/** Every value of a file, those inside of others too. */
export function* values(pdf: Pdf): Generator<Value> {
  function* inside(value: Value): Generator<Value> {
    yield value;
    const parts = value.kind === 'array' ? value.items : value.keys.map((key) => value.get(key));
    for (const part of parts) if (!part.ref) yield* inside(part);
  }
  for (const object of pdf.objects) yield* inside(object);
}

const streams = (pdf: Pdf): readonly Value[] => pdf.objects.filter(({ kind }) => kind === 'stream');
const objects = (pdf: Pdf) => readRaw(pdf.bytes).objects;

export const syntaxRules: readonly Rule[] = [
  // 6.1.2: the header is at byte 0, then a comment of at least four bytes over 127.
  whole('3a 6.1.2-1', ({ bytes }) => {
    const start = Buffer.from(bytes.slice(0, 10)).toString('latin1');
    return !/^%PDF-1\.[0-7][\r\n]/.test(start) && ['byte 0', `the header is ${JSON.stringify(start)}`];
  }),
  whole('3a 6.1.2-2', ({ bytes }) => {
    const start = Buffer.from(bytes.slice(0, 20)).toString('latin1');
    return !/^[^\r\n]*\r?\n%[\x80-\xff]{4}/.test(start) && ['byte 9', 'no comment of four bytes over 127'];
  }),
  // 6.1.3: the trailer has an ID and no Encrypt; nothing follows the end-of-file mark.
  whole('3a 6.1.3-1', ({ trailer: { ID } }) => {
    const parts = ID.items.map(({ text }) => text ?? '');
    return (parts.length !== 2 || parts.includes('')) && ['trailer', 'no ID of two strings'];
  }),
  whole('3a 6.1.3-2', ({ trailer }) => trailer.Encrypt.present && ['trailer', 'the file is encrypted']),
  whole('3a 6.1.3-3', ({ bytes }) => {
    const { after } = readRaw(bytes);
    return after > 0 && ['the end', `${after} bytes after %%EOF`];
  }),
  // 6.1.7.1: a stream is as long as it says, its words stand on lines of their own, it is in this file.
  each(
    '3a 6.1.7.1-1',
    objects,
    ({ name, stream }) => stream?.fits === false && [name, `its Length ${stream.length} does not end it`],
  ),
  each('3a 6.1.7.1-2', objects, ({ name, stream }) => {
    const wrong = stream?.fits === true && !stream.parted;
    return wrong && [name, 'no line’s end after stream or before endstream'];
  }),
  each('3a 6.1.7.1-3', streams, (stream) => {
    const keys = stream.keys.filter((key) => ['F', 'FFilter', 'FDecodeParms'].includes(key));
    return keys.length > 0 && [stream.place, `a stream with ${keys}`];
  }),
  // 6.1.7.2: no LZW, no Crypt, nothing that is no filter.
  each('3a 6.1.7.2-1', streams, (stream) => {
    const wrong = stream.get('Filter').each.filter(({ name = '' }) => !FILTERS.includes(name));
    return wrong.length > 0 && [stream.place, `filter ${wrong.map(({ name }) => name)}`];
  }),
  // 6.1.9: single spaces in `1 0 obj`, and lines of their own.
  each(
    '3a 6.1.9-1',
    objects,
    ({ name, spaced }) => !spaced && [name, 'obj or endobj is not spaced as it must'],
  ),
  // 6.1.13: limits of numbers, strings and names.
  each('3a 6.1.13-1', values, ({ number, place }) => {
    return number !== undefined && Math.abs(number) > 2147483647 && [place, `the number ${number}`];
  }),
  each('3a 6.1.13-3', values, ({ text, place }) => {
    return (text?.length ?? 0) > 32767 && [place, `a string of ${text?.length} characters`];
  }),
  each('3a 6.1.13-4', values, ({ name, keys, place }) => {
    const long = [name ?? '', ...keys].find((one) => Buffer.byteLength(one) > 127);
    return long !== undefined && [place, `the name ${long.slice(0, 40)}… is over 127 bytes`];
  }),
];
