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

/** Problems: `missing-font`, `broken-font`, `restricted-font`. */
export async function loadLettering(
  project: Project,
  theme: Theme,
  document: Document,
): Promise<Checked<Lettering>> {
  const [{ loadFonts, loadThemeFonts }, { charactersBeyond }] = await Promise.all([
    import('../layout/fonts.ts'),
    import('../layout/fallback/needed.ts'),
  ]);
  const own = theme.font ? loadThemeFonts(theme.font) : good(loadFonts(project.fonts));
  if (!own.ok) return own;
  const wanted = charactersBeyond(document, own.value);
  const named = project.config.fonts ?? [];
  const tried = named.map(({ text }) => text);
  if (wanted.size === 0) return good({ fonts: own.value, lacking: { names: new Map(), tried } });
  const { fallbackFonts } = await import('../layout/fallback/fallback.ts');
  const found = await fallbackFonts(project.files, named, own.value, wanted);
  if (!found.ok) return found;
  const { fonts, lacking } = found.value;
  const names = lacking.size === 0 ? new Map<string, string>() : await namesOf(lacking);
  return good({ fonts, lacking: { names, tried } });
}

async function namesOf(characters: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const { unicodeReadableName } = await import('unicode-name');
  return new Map([...characters].map((character) => [character, unicodeReadableName(character)]));
}
