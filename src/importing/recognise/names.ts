/** Names as a source writes them, made fit: tidy to read, folded to compare, each with an id of its own. */
import { slug } from '../slug.ts';

const PICTURE =
  /(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1f1e6}-\u{1f1ff}]|\u200d|\ufe0f|\u20e3/gu;
const AROUND = /^[\s:;,\-–—|*_]+|[\s:;,\-–—|*_]+$/gu;

/** Longer than this nothing is a name: it is left as it is. */
const LONG = 500;

/** On one line, without pictures and signs around it: "🌳 Talent:" is "Talent". The words themselves stay. */
export function tidy(name: string): string {
  const words = name.replace(PICTURE, ' ').replace(/\s+/gu, ' ');
  if (words.length > LONG) return words.trim();
  return words.replace(AROUND, '') || name.replace(/\s+/gu, ' ').trim();
}

/** True if tidying took a picture from it: to be told. */
export function hasPicture(name: string): boolean {
  return name.search(PICTURE) >= 0 && tidy(name) !== name.trim();
}

/** Pictures (emoji) in a text, each as it is seen. */
export function picturesIn(text: string): readonly string[] {
  const pictures =
    /(?![©®™])\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*/gu;
  return text.match(pictures) ?? [];
}

/** For comparing: small letters, no accents, pictures or punctuation. */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(PICTURE, '')
    .replace(/\p{M}+/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** Gives each name an id of its own. */
export class Ids {
  private readonly taken = new Set<string>();

  /** `fallback`: of names in other letters, "skill". */
  constructor(private readonly fallback: string) {}

  /** `more`: what tells it from one of the same name, such as its domain. */
  next(name: string, more: string | null = null): string {
    const own = slug(name);
    const long = more === null ? '' : slug(`${more} ${name}`);
    const wanted = [own, own === '' ? '' : long].find((id) => id !== '' && !this.taken.has(id));
    let id = wanted ?? '';
    for (let n = own === '' ? 1 : 2; id === '' || this.taken.has(id); n++)
      id = `${own || this.fallback}-${n}`;
    this.taken.add(id);
    return id;
  }
}
