/**
 * What is said of characters that no font has: which they are, by their names, what writes them, and how to get a font that
 * has them.
 */
import { error, type Problem } from '../problems/problem.ts';
import { lineSpan, type Source } from '../problems/source.ts';
import { wantedFor } from './fallback/scripts.ts';
import type { Theme } from './theme.ts';

/** What is known of the characters that no font has, before a document is set. */
export interface Lacking {
  /** Unicode's names of them. */
  readonly names: ReadonlyMap<string, string>;
  /** The fonts to fall back on that the project names. */
  readonly tried: readonly string[];
}

interface About {
  readonly source: Source;
  readonly theme: Theme;
  readonly lang: string;
  readonly lacking: Lacking;
}

const MOST_NAMED = 6;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Problem `missing-glyph` for a text, with all that the fonts lack of it. `line`: of the source. */
export function missingGlyphs(about: About, missing: readonly string[], line: number): Problem {
  const { source, theme, lacking } = about;
  const all = [...new Set(missing)];
  const named = all.slice(0, MOST_NAMED).map((character) => called(character, lacking));
  const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : '';
  const font = theme.font ? `The font in "${theme.font.folder.text}"` : 'Source Sans 3';
  const has = lacking.tried.length > 0 ? 'No font has' : `${font} has`;
  const what = `${lacking.tried.length > 0 ? 'the' : 'no'} character${all.length > 1 ? 's' : ''}`;
  const message = `${has} ${what} ${named.join(', ')}${more}`;
  return error('missing-glyph', message, lineSpan(source, line), { help: helpFor(about, all) });
}

/** A mark stands on a circle, as Unicode's charts show it; what cannot be seen is shown by its number alone. */
function called(character: string, { names }: Lacking): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names.get(character);
  const shown = /\p{Mark}/u.test(character)
    ? `"\u25cc${character}"`
    : /[\p{C}\p{Z}]/u.test(character)
      ? ''
      : `"${character}"`;
  const said = name === undefined || name.startsWith('<') ? code : `${code}, ${name}`;
  return shown === '' ? said : `${shown} (${said})`;
}

function helpFor({ source, lang, lacking }: About, characters: readonly string[]): string {
  const japanese = KANA.test(source.text);
  const packages = new Map<string, string>();
  for (const character of characters) {
    const wanted = wantedFor(character, lang, japanese);
    const untried = wanted?.packages.find((one) => !lacking.tried.includes(one));
    if (wanted && untried !== undefined) packages.set(untried, wanted.name);
  }
  const otherwise = 'write it with other letters, or take the Markdown alone: --format md';
  if (packages.size === 0) return `name a font that has it in rubricate.yaml, under "fonts"; or ${otherwise}`;
  const which = [...packages].map(([one, name]) => `${one} has ${name}`).join(', ');
  const list = [...packages.keys()].map((one) => JSON.stringify(one)).join(', ');
  const write =
    lacking.tried.length > 0
      ? `add ${list} to "fonts" in rubricate.yaml`
      : `in rubricate.yaml write fonts: [${list}]`;
  return `${which}: npm install ${[...packages.keys()].join(' ')}, and ${write}`;
}
