/**
 * The letters that people write in data, messages and templates: where one stands that no font has. `check` tells it before a
 * document is made; a document that was made from these files tells it there, not in Markdown that nobody has seen.
 */
import { Lexer } from 'yaml';
import { LIKE_DATA } from '../framework/load.ts';
import type { Missing } from '../layout/missing.ts';
import type { Theme } from '../layout/theme.ts';
import type { Problem } from '../problems/problem.ts';
import { type Source, type Span, spanAt } from '../problems/source.ts';
import type { Folder } from '../project/folder.ts';
import type { Project } from '../project/open.ts';
import { templateFiles } from '../project/template-files.ts';
import { letteringFor, ownFonts } from './lettering.ts';
import type { Setting } from './request.ts';

/** All that documents are made from. */
interface Folders {
  readonly data: Folder;
  readonly templates: readonly Folder[];
}

const BEYOND_ASCII = /\P{ASCII}/u;
/** Not among the characters that our fonts are known to have: those of the texts that ship, and what Europe writes. */
export const UNSURE =
  /[^\p{ASCII}\u00a0-\u017e\u2010\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac\u25cf]/u;

function* sourcesOf({ data, templates }: Folders): Generator<Source> {
  const files = [
    ...data.list().flatMap((path) => (LIKE_DATA.test(path) ? [{ folder: data, path }] : [])),
    ...templates.flatMap((folder) =>
      templateFiles(folder).flatMap(({ group, path }) => (group === 'themes' ? [] : [{ folder, path }])),
    ),
  ];
  for (const { folder, path } of files) {
    const source = folder.source(path);
    if (source?.ok) yield source.value;
  }
}

/** A file's text with white in place of what is never printed: comments. */
function printed({ path, text }: Source): string {
  const white = (part: string): string => part.replace(/[^\n]/g, ' ');
  if (!/\.ya?ml$/.test(path)) return text.replace(/\{\{!(?:--[\s\S]*?--|[^}]*)\}\}/g, white);
  let out = '';
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!text.startsWith(token, out.length)) {
      scalar = token === SCALAR;
      continue;
    }
    out += token.startsWith('#') && !scalar ? white(token) : token;
    scalar = false;
  }
  return out.length === text.length ? out : text;
}

/** What the lexer says before a text. */
const SCALAR = '\u001f';

/** Where a character is written that a document was made with: what was set by hand, then the files; null where in none. */
export function writtenIn(project: Project, sets: readonly Setting[]): (character: string) => Span | null {
  return (character) => {
    for (const { value, valueSpan, id } of sets) if (value.includes(character)) return valueSpan ?? id.span;
    for (const source of sourcesOf(project)) {
      if (!source.text.includes(character)) continue;
      const at = printed(source).indexOf(character);
      if (at >= 0) return spanAt(source, at, at + character.length);
    }
    return null;
  };
}

/**
 * Characters of the files that no font has, told as a document tells them. `theme`: the project's. Nothing is loaded where all
 * letters are among those that our fonts are known to have.
 */
export async function lettersMissing(
  project: Project,
  folders: Folders,
  theme: Theme,
  lang: string,
): Promise<readonly Problem[]> {
  const unsure = theme.font ? BEYOND_ASCII : UNSURE;
  const texts = [...sourcesOf(folders)]
    .filter(({ text }) => unsure.test(text))
    .map((source) => ({ source, text: printed(source) }));
  const own = texts.some(({ text }) => unsure.test(text)) ? await ownFonts(project, theme) : null;
  if (!own?.ok) return own?.problems ?? [];
  const lettering = await letteringFor(
    project,
    own.value,
    texts.map(({ text }) => text),
  );
  if (!lettering.ok) return lettering.problems;
  const { lacking } = lettering.value;
  if (lacking.names.size === 0) return [];
  const characters = [...lacking.names.keys()];
  const missing = texts.flatMap(({ source, text }) =>
    characters
      .flatMap((character) => placesOf(source, text, character))
      .sort((a, b) => a.span.line - b.span.line || a.span.column - b.span.column),
  );
  const { hasKana, missingGlyphs } = await import('../layout/missing.ts');
  const japanese = texts.some(({ text }) => hasKana(text));
  // A warning here: the Markdown needs no font. Where a PDF is asked for it is an error.
  return missingGlyphs({ theme, lang, japanese, lacking }, missing).map((problem) => ({
    ...problem,
    severity: 'warning' as const,
  }));
}

/** Where a character stands in a text, once a line. */
function placesOf(source: Source, text: string, character: string): readonly Missing[] {
  const places: Missing[] = [];
  for (let at = text.indexOf(character); at >= 0; ) {
    places.push({ character, span: spanAt(source, at, at + character.length) });
    const next = text.indexOf('\n', at);
    at = next < 0 ? -1 : text.indexOf(character, next);
  }
  return places;
}

/** What is wrong with the fonts that the project names, also where no letter asks for them. */
export async function brokenFonts({ config, files }: Project): Promise<readonly Problem[]> {
  if (!config.fonts) return [];
  const { inspectFonts } = await import('../layout/fallback/open-file.ts');
  return (await inspectFonts(files, config.fonts)).problems;
}
