/**
 * Which characters of a document want more than its main font: those that it lacks, with the marks and letters that are set
 * with them, and scripts whose letters join. For most documents there are none, and nothing of this folder but this file and
 * the table of scripts is read.
 */
import type { Document } from '../../markdown/document.ts';
import type { Fonts } from '../fonts.ts';
import { RIGHT_TO_LEFT_LETTER, SIGNS_AMONG, wantsShaping } from './scripts.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is no plain Latin letter
const BEYOND_ASCII = /[^\x00-\x7f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, each
const EACH_BEYOND = /[^\x00-\x7f]/gu;
const plain = new WeakMap<Fonts, Map<string, boolean>>();

/** The characters of a document that the main fonts do not set alone; empty for most. */
export function charactersBeyond(document: Document, fonts: Fonts): ReadonlySet<string> {
  const { text } = document.source;
  // A character may be written as its name or number (&#12354;), which Markdown has read by now.
  if (!/&[#a-z]/i.test(text) && !beyond(text, fonts)) return new Set();
  return charactersIn([document.front, document.blocks, document.fields], fonts);
}

/** The same of every text in a tree of plain data. */
export function charactersIn(data: unknown, fonts: Fonts): ReadonlySet<string> {
  const wanted = new Set<string>();
  eachText(data, (own) => collect(own, fonts, wanted));
  return wanted;
}

function beyond(text: string, fonts: Fonts): boolean {
  return (text.match(EACH_BEYOND) ?? []).some((character) => !isPlain(character, fonts));
}

function isPlain(character: string, fonts: Fonts): boolean {
  const known = plain.get(fonts) ?? new Map<string, boolean>();
  plain.set(fonts, known);
  let is = known.get(character);
  if (is === undefined) {
    const code = character.codePointAt(0) ?? 0;
    const all = Object.values(fonts).every((face) => face.parsed.hasGlyphForCodePoint(code));
    is = all && !wantsShaping(character);
    known.set(character, is);
  }
  return is;
}

function collect(text: string, fonts: Fonts, wanted: Set<string>): void {
  if (!BEYOND_ASCII.test(text) || !beyond(text, fonts)) return;
  for (const word of text.split(/\s+/)) {
    if (!beyond(word, fonts)) continue;
    for (const { segment } of graphemes.segment(word)) {
      if (!beyond(segment, fonts)) continue;
      for (const character of [...segment, ...segment.normalize('NFC')]) wanted.add(character);
    }
  }
  if (RIGHT_TO_LEFT_LETTER.test(text)) for (const sign of SIGNS_AMONG) wanted.add(sign);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Every text in a tree of plain data. */
function eachText(data: unknown, take: (text: string) => void): void {
  if (typeof data === 'string') take(data);
  else if (data instanceof Map) eachText([...data.values()], take);
  else if (typeof data === 'object' && data !== null)
    for (const value of Object.values(data)) eachText(value, take);
}
