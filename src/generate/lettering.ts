/**
 * The fonts of a document: the theme's or ours, and behind them those that the project names, if a character of the document
 * wants them. What shapes those (HarfBuzz, the order of scripts from right to left) is loaded for such documents alone.
 */
import type { Fonts } from '../layout/fonts.ts';
import type { Lacking } from '../layout/missing.ts';
import type { Theme } from '../layout/theme.ts';
import type { Document } from '../markdown/document.ts';
import { type Checked, good } from '../problems/checked.ts';
import type { Project } from '../project/open.ts';

export interface Lettering {
  readonly fonts: Fonts;
  readonly lacking: Lacking;
}

/** The theme's fonts, or ours. Problems: `broken-font`. */
export async function ownFonts(project: Project, theme: Theme): Promise<Checked<Fonts>> {
  const { loadFonts, loadThemeFonts } = await import('../layout/fonts.ts');
  return theme.font ? loadThemeFonts(theme.font) : good(loadFonts(project.fonts));
}

/** The fonts for a document. Problems: `missing-font`, `broken-font`, `restricted-font`. */
export async function loadLettering(
  project: Project,
  theme: Theme,
  document: Document,
): Promise<Checked<Lettering>> {
  const own = await ownFonts(project, theme);
  if (!own.ok) return own;
  const { charactersBeyond } = await import('../layout/fallback/needed.ts');
  return lettering(project, own.value, charactersBeyond(document, own.value));
}

/** The fonts for texts. Problems: `missing-font`, `broken-font`, `restricted-font`. */
export async function letteringFor(
  project: Project,
  fonts: Fonts,
  texts: readonly string[],
): Promise<Checked<Lettering>> {
  const { charactersIn } = await import('../layout/fallback/needed.ts');
  return lettering(project, fonts, charactersIn(texts, fonts));
}

async function lettering(
  project: Project,
  own: Fonts,
  wanted: ReadonlySet<string>,
): Promise<Checked<Lettering>> {
  const named = project.config.fonts ?? [];
  const tried = named.map(({ text }) => text);
  if (wanted.size === 0) return good({ fonts: own, lacking: { names: new Map(), tried } });
  const { fallbackFonts } = await import('../layout/fallback/fallback.ts');
  const found = await fallbackFonts(project.files, named, own, wanted);
  if (!found.ok) return found;
  const { fonts, lacking } = found.value;
  const names = lacking.size === 0 ? new Map<string, string>() : await namesOf(lacking);
  return good({ fonts, lacking: { names, tried } });
}

async function namesOf(characters: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const { unicodeReadableName } = await import('unicode-name');
  return new Map([...characters].map((character) => [character, unicodeReadableName(character)]));
}
