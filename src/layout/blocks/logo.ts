/** The theme's logo at the right of the head of page 1. It is no part of the Markdown: the house, not the document. */
import { error } from '../../problems/problem.ts';
import { type Box, columns, leaf } from '../box.ts';
import { pictureOf } from '../picture.ts';
import type { Logo } from '../theme.ts';
import { mm } from '../units.ts';
import { type Context, node } from './context.ts';

const HIGHEST = mm(12);
const WIDEST = mm(60);
/** White between a title and the logo. */
const BESIDE = mm(6);

export interface LogoSize {
  readonly logo: Logo;
  readonly width: number;
  readonly height: number;
}

/** How large the logo is printed: 12 mm high at most, 60 wide; null without one. Problems: `unknown-image`. */
export function logoSize(context: Context): LogoSize | null {
  const { logo } = context.theme;
  if (!logo) return null;
  const size = pictureOf(logo.bytes);
  if (!size.ok) {
    const message = `"${logo.file.text}" ${size.why}`;
    context.problems.push(error('unknown-image', message, logo.file.span, { help: size.help }));
    return null;
  }
  const scale = Math.min(HIGHEST / size.height, WIDEST / size.width);
  return { logo, width: size.width * scale, height: size.height * scale };
}

/** What a title beside the logo may be wide. */
export function besideLogo(size: LogoSize, width: number): number {
  return width - size.width - BESIDE;
}

/** The head of page 1 with the logo at its right; `head`: the title's box, or none. */
export function withLogo(context: Context, head: Box, size: LogoSize, width: number): Box {
  const { logo, width: wide, height } = size;
  const at = node(context, 'Figure', 0, { alt: logo.alt });
  const picture = leaf(height, [
    { type: 'image', x: 0, y: 0, width: wide, height, bytes: logo.bytes, node: at },
  ]);
  return columns({
    columns: [
      { x: 0, box: head },
      { x: width - wide, box: picture },
    ],
  });
}
