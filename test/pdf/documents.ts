/** From Markdown to Layout and PDF in tests, with the fonts of the build. */
import { readFileSync } from 'node:fs';
import { loadFonts } from '../../src/layout/fonts.ts';
import { germanParts } from '../../src/layout/hyphens.ts';
import { layoutDocument } from '../../src/layout/layout.ts';
import type { Layout } from '../../src/layout/page.ts';
import type { LogoPicture } from '../../src/layout/picture.ts';
import { paperNamed, type Theme } from '../../src/layout/theme.ts';
import { mm } from '../../src/layout/units.ts';
import type { Document } from '../../src/markdown/document.ts';
import { parseDocument } from '../../src/markdown/parse.ts';
import type { Picture } from '../../src/pictures/picture.ts';
import type { Checked } from '../../src/problems/checked.ts';
import { fileSpan } from '../../src/problems/source.ts';

export const theme: Theme = { size: 9, margin: mm(12), line: mm(7), box: mm(5) };

export const fonts = loadFonts({
  path: 'dist/fonts',
  list: () => [],
  read: (path) => readFileSync(new URL(`../../dist/fonts/${path}`, import.meta.url)),
  source: () => null,
});

export function parsed(text: string): Document {
  const document = parseDocument({ path: 'test.md', text });
  if (!document.ok)
    throw new Error(document.problems.map((p) => `${p.span.line} ${p.code}: ${p.message}`).join('\n'));
  return document.value;
}

export function laidOut(
  text: string,
  paper = 'A4',
  picture: Picture | null = null,
  more: Partial<Theme> = {},
  logo: LogoPicture | null = null,
): Checked<Layout> {
  const source = { path: 'test.md', text };
  const size = paperNamed({ text: paper, span: fileSpan(source) });
  if (!size.ok) throw new Error(`no paper ${paper}`);
  return layoutDocument(parsed(text), {
    theme: { ...theme, ...more },
    parts: germanParts,
    paper: size.value,
    fonts,
    logo,
    picture: () => picture,
  });
}

/** The themes that ship, as their files say. */
export const compact: Partial<Theme> = {
  compact: true,
  size: 8.25,
  margin: mm(10),
  line: mm(6),
  box: mm(4.4),
};
export const large: Partial<Theme> = { stacked: true, size: 14, margin: mm(12), line: mm(10), box: mm(7) };

export function layoutOf(text: string, paper?: string, more?: Partial<Theme>): Layout {
  const layout = laidOut(text, paper, undefined, more);
  if (!layout.ok) throw new Error(layout.problems.map((p) => `${p.code}: ${p.message}`).join('\n'));
  return layout.value;
}
