/**
 * What of a text is white, and what is nothing. White of any width but one that does not break is a space, as a tab is: the
 * setting parts words by it. A soft hyphen is nothing: what fonts draw for it is a hyphen.
 */

const WHITE = /[\t\u1680\u2000-\u2006\u2008\u2028\u2029\u205f]/g;
const SOFT_HYPHEN = '\u00ad';
/** Draws nothing, and is as long as what it stands for. */
const NOTHING = '\u200b';

/** What most texts have none of. */
const ODD = /[\t\u00ad\u1680\u2000-\u2006\u2008\u2028\u2029\u205f]/;

/** A text as it is set. */
export function settable(text: string): string {
  if (!ODD.test(text)) return text;
  return text.replace(WHITE, ' ').replaceAll(SOFT_HYPHEN, '');
}

/** The same, with each character in its place. */
export function settableInPlace(text: string): string {
  return text.replace(WHITE, ' ').replaceAll(SOFT_HYPHEN, NOTHING);
}
