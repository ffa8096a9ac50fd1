/**
 * What is said of characters that no font has: which they are, by their names, where they are written, and how to get a font
 * that has them. What is mended by one font is told once, at its first character: a text in Japanese lacks a hundred.
 */
import { error, type Problem } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
import { wantedFor } from './fallback/scripts.ts';
import type { Theme } from './theme.ts';

/** What is known of the characters that no font has, before a document is set. */
export interface Lacking {
  /** Unicode's names of them. */
  readonly names: ReadonlyMap<string, string>;
  /** The fonts to fall back on that the project names. */
  readonly tried: readonly string[];
}

export interface About {
  readonly theme: Theme;
  readonly lang: string;
  /** Kana stand in the same texts: Chinese characters are Japanese ones. */
  readonly japanese: boolean;
  readonly lacking: Lacking;
}

/** A character that no font has, where it is written. */
export interface Missing {
  readonly character: string;
  readonly span: Span;
}

interface Group {
  readonly span: Span;
  readonly characters: Set<string>;
  /** What the characters are, by the packages that have them. */
  readonly packages: Map<string, string>;
}

const MOST_NAMED = 6;
const UNSEEN = /[\p{C}\p{Z}]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function hasKana(text: string): boolean {
  return KANA.test(text);
}

/** Problems `missing-glyph`, one for each font that is wanted; of characters that no font is known for, one a line. */
export function missingGlyphs(about: About, missing: readonly Missing[]): readonly Problem[] {
  const groups = new Map<string, Group>();
  for (const { character, span } of missing) {
    const wanted = UNSEEN.test(character) ? null : wantedFor(character, about.lang, about.japanese);
    const untried = wanted?.packages.find((one) => !about.lacking.tried.includes(one));
    const key = untried ?? `${span.source.path}:${span.line}`;
    const group = groups.get(key) ?? { span, characters: new Set(), packages: new Map() };
    groups.set(key, group);
    group.characters.add(character);
    if (wanted && untried !== undefined) group.packages.set(untried, wanted.name);
  }
  return [...groups.values()].map((group) => told(about, group));
}

const UNSEEN_HELP = 'it cannot be seen: take it out, or write a plain space in its place';

function told({ theme, lacking }: About, { span, characters, packages }: Group): Problem {
  const named = [...characters].slice(0, MOST_NAMED).map((character) => called(character, lacking));
  const more = characters.size > MOST_NAMED ? ` and ${characters.size - MOST_NAMED} more` : '';
  const font = theme.font ? `The font in "${theme.font.folder.text}"` : 'Source Sans 3';
  const has = lacking.tried.length > 0 ? 'No font has the' : `${font} has no`;
  const what = `character${characters.size > 1 ? 's' : ''}`;
  return error('missing-glyph', `${has} ${what} ${named.join(', ')}${more}`, span, {
    help: [...characters].every((one) => UNSEEN.test(one)) ? UNSEEN_HELP : helpFor(lacking, packages),
  });
}

/** A mark stands on a circle, as Unicode's charts show it; what cannot be seen is shown by its number alone. */
function called(character: string, { names }: Lacking): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names.get(character);
  const shown = /\p{Mark}/u.test(character)
    ? `"\u25cc${character}"`
    : UNSEEN.test(character)
      ? ''
      : `"${character}"`;
  const said = name === undefined || name.startsWith('<') ? code : `${code}, ${name}`;
  return shown === '' ? said : `${shown} (${said})`;
}

function helpFor({ tried }: Lacking, packages: ReadonlyMap<string, string>): string {
  const otherwise = 'write it with other letters, or take the Markdown alone: --format md';
  if (packages.size === 0) return `name a font that has it in rubricate.yaml, under "fonts"; or ${otherwise}`;
  const which = [...packages].map(([one, name]) => `${one} has ${name}`).join(', ');
  const list = [...packages.keys()].map((one) => JSON.stringify(one)).join(', ');
  const write =
    tried.length > 0
      ? `add ${list} to "fonts" in rubricate.yaml`
      : `in rubricate.yaml write fonts: [${list}]`;
  return `${which}: npm install ${[...packages.keys()].join(' ')}, and ${write}`;
}
