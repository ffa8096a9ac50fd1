/** How large pictures are printed. Who draws them asks before the page is set, so that they have dots enough. */
import type { Picture, Size } from '../pictures/picture.ts';
import { mm } from './units.ts';

/** A theme's logo, ready to be set. */
export interface LogoPicture extends Picture {
  /** What is said in its place. */
  readonly alt: string;
}

const LOGO: Size = { width: mm(60), height: mm(12) };

/** A logo: as large as 12 mm of height and 60 of width let it be. */
export function logoSize(own: Size): Size {
  return scaled(own, Math.min(LOGO.width / own.width, LOGO.height / own.height));
}

/** A picture: in its own size where there is room for it, else as large as the room lets it be. */
export function pictureSize(own: Size, room: Size): Size {
  return scaled(own, Math.min(1, room.width / own.width, room.height / own.height));
}

function scaled({ width, height }: Size, by: number): Size {
  return { width: width * by, height: height * by };
}
