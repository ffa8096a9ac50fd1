/** Names as ids and names of files. */

/** [a-z0-9-], '' where nothing of the name can be written so. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/(?<=\p{L})#/gu, '-sharp')
    .replace(/\+\+/g, '-plus-plus')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
