/** Everything in layout/ is in points; the page's measures are said in millimetres, as a printer's rule has them. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
