/** What a language is called in a Problem: "German" for de. */

const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** The English name of a language by its tag; the tag in quotes, where it is none. */
export function languageName(tag: string): string {
  if (!TAG.test(tag)) return `"${tag}"`;
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
