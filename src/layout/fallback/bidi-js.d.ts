/** The narrow part of bidi-js; its own types are those of a module that it is not. */
declare module 'bidi-js' {
  export interface Bidi {
    getEmbeddingLevels(text: string, base: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
    getMirroredCharacter(character: string): string | null;
  }
  export default function makeBidi(): Bidi;
}
