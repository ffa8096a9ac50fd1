/** Fonts to fall back on in tests: those of test/fixtures/fonts, at the paths that a test gives them. */
import { readFileSync } from 'node:fs';
import { type FallbackFonts, fallbackFonts } from '../../../src/layout/fallback/fallback.ts';
import { charactersIn } from '../../../src/layout/fallback/needed.ts';
import type { Face } from '../../../src/layout/fonts.ts';
import type { Checked } from '../../../src/problems/checked.ts';
import type { Named } from '../../../src/problems/named.ts';
import { spanAt } from '../../../src/problems/source.ts';
import type { Folder } from '../../../src/project/folder.ts';
import { textFolder } from '../../folder.ts';
import { fonts as main } from '../../pdf/documents.ts';

export { main };

/** A file of test/fixtures/fonts. */
export function fontFile(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/fonts/${name}`, import.meta.url));
}

/** Names as rubricate.yaml has them, in one line. */
export function named(...names: readonly string[]): readonly Named[] {
  const text = `fonts: [${names.join(', ')}]`;
  const source = { path: 'rubricate.yaml', text };
  return names.map((name) => {
    const at = text.indexOf(name);
    return { text: name, span: spanAt(source, at, at + name.length) };
  });
}

/** A project with files of test/fixtures/fonts, or bytes, by the paths where they are. */
export function projectWith(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const paths = Object.entries(files).map(([path, file]) => {
    const bytes = typeof file === 'string' && !path.endsWith('.json') ? fontFile(file) : file;
    return [path, bytes] as const;
  });
  return textFolder(Object.fromEntries(paths), '.');
}

/** The fonts for a text. */
export function fontsFor(
  folder: Folder,
  names: readonly Named[],
  text: string,
): Promise<Checked<FallbackFonts>> {
  return fallbackFonts(folder, names, main, charactersIn(text, main));
}

/** What sets a word: "RubricateHebrew-Regular:שלום", "main:a" and so on, one after the other. */
export function setBy({ fonts }: FallbackFonts, word: string, face: Face = 'regular'): readonly string[] {
  const { pieces, glyphs } = fonts[face].word(word);
  const own = (some: typeof glyphs): string =>
    `main:${some.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join('')}`;
  if (!pieces) return [own(glyphs)];
  return pieces.flatMap((piece) => {
    if ('glyphs' in piece) return [own(piece.glyphs)];
    const by = new Map<string, string>();
    for (const { font, text } of piece.clusters) by.set(font.name, (by.get(font.name) ?? '') + text);
    return [...by].map(([name, text]) => `${name}:${text}`);
  });
}
