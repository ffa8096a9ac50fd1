/** The theme's logo at the right of the head of page 1. It is no part of the Markdown: the house, not the document. */
import { type Box, columns, leaf } from '../box.ts';
import { type LogoPicture, logoSize } from '../picture.ts';
import { mm } from '../units.ts';
import { type Context, node } from './context.ts';

/** White between a title and the logo. */
const BESIDE = mm(6);

/** The document's logo, as large as it is printed; null without one. */
export function logoOf({ logo }: Context): LogoPicture | null {
  return logo && { ...logo, ...logoSize(logo) };
}

/** What a title beside the logo may be wide. */
export function besideLogo(logo: LogoPicture, width: number): number {
  return width - logo.width - BESIDE;
}

/** The head of page 1 with the logo at its right; `head`: the title's box, or none. */
export function withLogo(context: Context, head: Box, logo: LogoPicture, width: number): Box {
  const { width: wide, height, bytes, alt } = logo;
  const at = node(context, 'Figure', 0, { alt });
  const picture = leaf(height, [{ type: 'image', x: 0, y: 0, width: wide, height, bytes, node: at }]);
  return columns({
    columns: [
      { x: 0, box: head },
      { x: width - wide, box: picture },
    ],
  });
}
