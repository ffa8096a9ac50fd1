/** Where comments stand in a text. Takes a time that grows with its length, also where many begin and none ends. */

export interface Comment {
  /** With its signs. */
  readonly text: string;
  readonly inner: string;
  readonly index: number;
}

/** The comments that end in the line in which they begin, whether they are marks or not, in order. */
export function commentsIn(text: string): readonly Comment[] {
  const found: Comment[] = [];
  let end = text.indexOf('-->');
  for (let at = 0; end >= 0; ) {
    const index = text.indexOf('<!--', at);
    if (index < 0) break;
    const from = index + 4;
    if (end < from) end = text.indexOf('-->', from);
    if (end < 0) break;
    const line = text.lastIndexOf('\n', end);
    if (line < from) {
      at = end + 3;
      found.push({ text: text.slice(index, at), inner: text.slice(from, end), index });
    } else at = line;
  }
  return found;
}
