/** A picture alone in its paragraph: from the project's folder, as wide as it is, at most as wide as the column. */
import type { Image } from '../../markdown/document.ts';
import { type Box, leaf } from '../box.ts';
import { pictureSize } from '../picture.ts';
import { type Context, node } from './context.ts';

/** Scaled down to the column and the page. */
export function imageBox(context: Context, image: Image, parent: number, column: number): Box {
  const picture = context.picture(image.src);
  if (!picture) return leaf(0);
  const { width, height } = pictureSize(picture, { width: column, height: context.live });
  const at = node(context, 'Figure', parent, { alt: image.alt });
  return leaf(height, [{ type: 'image', x: 0, y: 0, width, height, bytes: picture.bytes, node: at }]);
}
