/** The narrow part of unicode-name that characters are called by; it comes without types. */
declare module 'unicode-name' {
  export function unicodeReadableName(character: string): string;
}
