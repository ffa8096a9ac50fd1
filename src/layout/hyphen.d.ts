/** The narrow part of hyphen that German words are parted by; it comes without types. */
declare module 'hyphen/de/index.js' {
  const german: { hyphenateSync(text: string, options?: { readonly hyphenChar?: string }): string };
  export default german;
}
