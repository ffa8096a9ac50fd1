/**
 * Texts in the language of a document: the document's own where it is there, else the framework's, else the first there
 * is. What is not in the document's language says so, and is counted once.
 */
import type { Text } from '../framework/framework.ts';
import type { TextView } from './schema.ts';

export interface ViewLanguage {
  /** The document's. */
  readonly document: string;
  /** The framework's: plain strings in the data are in it. */
  readonly framework: string;
}

export interface Reader {
  /** All of a text in one line; paragraphs are parted by a space. */
  line(text: Text): TextView;
  lineOrNull(text: Text | null): TextView | null;
  /** Its paragraphs; none where there is no text. */
  paragraphs(text: Text | null): TextView[];
  /** Texts met so far that are in another language, by that language in order of code points. */
  foreign(): { lang: string; count: number }[];
}

const PARAGRAPHS = /\n\s*\n/;

/** Reads texts in `language`. One reader for a document: it counts. */
export function textReader(language: ViewLanguage): Reader {
  const foreign = new Map<string, Set<Text>>();
  const pick = (text: Text): TextView => {
    const { byLanguage } = text;
    const own = byLanguage[language.document];
    if (own !== undefined) return { text: own, lang: null };
    const lang =
      byLanguage[language.framework] !== undefined ? language.framework : Object.keys(byLanguage)[0];
    if (lang === undefined) return { text: '', lang: null };
    const others = foreign.get(lang);
    if (others) others.add(text);
    else foreign.set(lang, new Set([text]));
    return { text: byLanguage[lang] ?? '', lang };
  };
  const line = (text: Text): TextView => {
    const picked = pick(text);
    return picked.text.includes('\n') ? { ...picked, text: picked.text.replace(/\s*\n\s*/g, ' ') } : picked;
  };
  return {
    line,
    lineOrNull: (text) => (text === null ? null : line(text)),
    paragraphs(text) {
      if (text === null) return [];
      const { text: all, lang } = pick(text);
      return all
        .split(PARAGRAPHS)
        .map((part) => ({ text: part.replace(/\s*\n\s*/g, ' ').trim(), lang }))
        .filter((part) => part.text !== '');
    },
    foreign: () =>
      [...foreign]
        .map(([lang, texts]) => ({ lang, count: texts.size }))
        .sort((a, b) => (a.lang < b.lang ? -1 : 1)),
  };
}
