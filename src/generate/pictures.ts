/** The pictures of a document, found and made ready before it is set: layout takes them as they are and does not wait. */
import { type LogoPicture, logoSize, pictureSize } from '../layout/picture.ts';
import type { Logo, Paper, Theme } from '../layout/theme.ts';
import type { Document, Image } from '../markdown/document.ts';
import type { Picture, Size } from '../pictures/picture.ts';
import { preparePicture } from '../pictures/prepare.ts';
import { error, type Problem } from '../problems/problem.ts';
import { lineSpan, lineText, type Source, type Span } from '../problems/source.ts';
import { imagesBeside, type Project } from '../project/open.ts';
import { drawingProgram } from '../project/shipped.ts';

export interface PicturePlace {
  readonly project: Project;
  readonly theme: Theme;
  readonly paper: Paper;
  /** The folder that pictures are relative to, absolute. */
  readonly beside: string;
}

export interface Pictures {
  readonly logo: LogoPicture | null;
  /** By their paths in the Markdown. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Of those that cannot be set: `missing-image`, `unknown-image`. */
  readonly problems: readonly Problem[];
}

/** The theme's logo and all pictures of a document. */
export async function loadPictures(document: Document, place: PicturePlace): Promise<Pictures> {
  const { project, theme, paper, beside } = place;
  const problems: Problem[] = [];
  const logo = theme.logo ? await loadLogo(theme.logo, problems) : null;
  const pictures = new Map<string, Picture>();
  if (document.pictures.length === 0) return { logo, pictures, problems };

  const read = imagesBeside(project, beside);
  const room: Size = { width: paper.width - 2 * theme.margin, height: paper.live };
  const seen = new Set<string>();
  for (const image of document.pictures) {
    if (seen.has(image.src)) continue;
    seen.add(image.src);
    const span = spanOf(image, document.source);
    const bytes = read(image.src);
    if (!bytes) {
      const slash = image.src.includes('\\') ? 'write / between a folder and what is in it; ' : '';
      const help = `${slash}its path is relative to the Markdown file and stays within the project; it has 64 MB at most`;
      problems.push(error('missing-image', `No picture "${image.src}" can be read`, span, { help }));
      continue;
    }
    const made = await preparePicture({ text: image.src, span }, bytes, {
      printed: (own) => pictureSize(own, room),
      wasm: drawingProgram,
    });
    problems.push(...made.problems);
    if (made.ok) pictures.set(image.src, made.value);
  }
  return { logo, pictures, problems };
}

async function loadLogo({ file, bytes, alt }: Logo, problems: Problem[]): Promise<LogoPicture | null> {
  const made = await preparePicture(file, bytes, { printed: logoSize, wasm: drawingProgram });
  problems.push(...made.problems);
  return made.ok ? { ...made.value, alt } : null;
}

/** The picture's path in its line; the line, where it is written otherwise (`%20` for a space). */
function spanOf({ src, line }: Image, source: Source): Span {
  const at = lineText(source, line).indexOf(src);
  const whole = lineSpan(source, line);
  return at < 0 ? whole : { ...whole, column: at + 1, endColumn: at + 1 + src.length };
}
