/** What the checker reads of fontkit beyond what src uses. */
declare module 'fontkit' {
  interface Font {
    readonly numGlyphs: number;
    readonly cmap?: {
      readonly tables: readonly { readonly platformID: number; readonly encodingID: number }[];
    };
  }
}
