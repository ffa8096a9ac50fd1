/**
 * A Markdown document set as PDF: the second half of the way, for what was just merged and for a file that a person
 * edited. layout/ and pdf/ (and with them the fonts and pdfkit) are loaded here, when the first PDF is made.
 */
import { loadTheme, paperNamed } from '../layout/theme.ts';
import { parseDocument } from '../markdown/parse.ts';
import { bad, type Checked, checked } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import type { Problem } from '../problems/problem.ts';
import { lineSpan, type Source, type Span } from '../problems/source.ts';
import { dayProblem } from '../project/config.ts';
import type { Project } from '../project/open.ts';
import { loadLettering } from './lettering.ts';

/** What wins over the document's front matter. */
export interface TypesetOptions {
  readonly paper?: Named | undefined;
  readonly theme?: Named | undefined;
  /** YYYY-MM-DD. */
  readonly date?: Named | undefined;
  /** The folder that pictures are relative to, absolute. */
  readonly beside: string;
  /** Where a character is written, if the Markdown was made and nobody has seen it. */
  readonly written?: (character: string) => Span | null;
}

export interface Typeset {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export const DEFAULT_PAPER = 'A4';
export const DEFAULT_THEME = 'plain';

/** A value of the front matter, with its place. */
function frontValue(source: Source, key: string, value: string | null, otherwise: string): Named {
  if (value === null) return { text: otherwise, span: lineSpan(source, 1) };
  const line = source.text.split('\n').findIndex((text) => text.startsWith(`${key}:`)) + 1;
  return { text: value, span: lineSpan(source, Math.max(1, line)) };
}

/** Landscape is the document's own, whatever paper was asked for. */
function paperOf(source: Source, written: string | null, asked: Named | undefined): Named {
  const own = frontValue(source, 'paper', written, DEFAULT_PAPER);
  if (asked === undefined) return own;
  const turned = /\blandscape\b/i.test(own.text) && !/\blandscape\b/i.test(asked.text);
  return turned ? { text: `${asked.text} landscape`, span: asked.span } : asked;
}

/** The file as it goes into the PDF that is set from it. */
function attached(source: Source): { readonly name: string; readonly bytes: Uint8Array } {
  const name = source.path.split(/[/\\]/).at(-1) ?? '';
  const bytes = new TextEncoder().encode(source.text);
  return { name: /\.(?:md|markdown)$/i.test(name) ? name : 'document.md', bytes };
}

/**
 * Sets a Markdown file. Problems: those of markdown/ (marks, HTML), of the theme and paper, of layout/ (glyphs, what does
 * not fit), of its pictures. Their spans are in `source`, or in the options.
 */
export async function typeset(
  project: Project,
  source: Source,
  options: TypesetOptions,
): Promise<Checked<Typeset>> {
  const parsed = parseDocument(source);
  if (!parsed.ok) return parsed;
  const { front } = parsed.value;
  const problems: Problem[] = [...parsed.problems];
  const paper = paperNamed(paperOf(source, front.paper, options.paper));
  const themeName = options.theme ?? frontValue(source, 'theme', front.theme, DEFAULT_THEME);
  const theme = loadTheme(project.templates, themeName);
  problems.push(...paper.problems, ...theme.problems);
  const day = options.date ?? (front.date === null ? undefined : frontValue(source, 'date', front.date, ''));
  const wrongDay = day ? dayProblem(day) : null;
  if (wrongDay) problems.push(wrongDay);
  if (!paper.ok || !theme.ok || wrongDay) return bad(problems);

  const [{ layoutDocument }, { loadPictures }, { writePdf }] = await Promise.all([
    import('../layout/layout.ts'),
    import('./pictures.ts'),
    import('../pdf/write.ts'),
  ]);
  const lettering = await loadLettering(project, theme.value, parsed.value);
  problems.push(...lettering.problems);
  if (!lettering.ok) return bad(problems);
  const { fonts, lacking } = lettering.value;
  const parts = /^lang:\s*["']?de\b|<!--\s*lang\s+de\b/im.test(source.text)
    ? (await import('../layout/hyphens.ts')).germanParts
    : undefined;
  const document = options.date
    ? { ...parsed.value, front: { ...front, date: options.date.text } }
    : parsed.value;
  const made = await loadPictures(document, {
    ...{ project, theme: theme.value, paper: paper.value, beside: options.beside },
  });
  problems.push(...made.problems);
  const set = layoutDocument(document, {
    ...{ theme: theme.value, paper: paper.value, fonts, lacking, parts, logo: made.logo },
    written: options.written,
    picture: (path) => made.pictures.get(path) ?? null,
  });
  problems.push(...set.problems);
  if (!set.ok) return bad(problems);
  const bytes = writePdf(set.value, fonts, { source: attached(source) });
  return checked({ bytes, pages: set.value.pages.length }, problems);
}
