/** A picture alone in its paragraph: from the project's folder, as wide as it is, at most as wide as the column. */
import type { Image } from '../../markdown/document.ts';
import { error } from '../../problems/problem.ts';
import { lineSpan } from '../../problems/source.ts';
import { type Box, leaf } from '../box.ts';
import { pictureOf } from '../picture.ts';
import { type Context, node } from './context.ts';

/** At 96 pixels an inch; scaled down to the column and the page. Problems: what `image` reports, `unknown-image`. */
export function imageBox(context: Context, image: Image, parent: number, width: number): Box {
  const read = context.image(image.src);
  context.problems.push(...read.problems);
  if (!read.ok) return leaf(0);
  const size = pictureOf(read.value);
  if (!size.ok) {
    const span = lineSpan(context.source, image.line);
    context.problems.push(error('unknown-image', `"${image.src}" ${size.why}`, span, { help: size.help }));
    return leaf(0);
  }
  const scale = Math.min(0.75, width / size.width, context.live / size.height);
  const at = node(context, 'Figure', parent, { alt: image.alt });
  const [wide, high] = [size.width * scale, size.height * scale];
  return leaf(high, [{ type: 'image', x: 0, y: 0, width: wide, height: high, bytes: read.value, node: at }]);
}
