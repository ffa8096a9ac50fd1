/** File names made of what a person typed: readable, the same everywhere, safe on every disk. */

const LONGEST = 40;

/**
 * A name as part of a file name: NFC, small letters, each run of what is no letter, mark or digit (Unicode) one hyphen,
 * none at the ends, 40 characters at most (CLI.md, File names). '' where nothing is left.
 */
export function namePart(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-');
  const short = [...plain.replace(/^-/, '')].slice(0, LONGEST).join('');
  return short.replace(/-$/, '');
}
