/** The narrow part of resvg that draw.ts uses; the package's own types are not found by its `exports`. */
declare module '@resvg/resvg-wasm' {
  export interface RenderedImage {
    /** Pixels. */
    readonly width: number;
    readonly height: number;
    /** A copy: RGBA, the colours multiplied by the alpha. */
    readonly pixels: Uint8Array;
    free(): void;
  }
  export class Resvg {
    constructor(
      svg: string,
      options: {
        readonly font: { readonly loadSystemFonts: false };
        readonly fitTo?: { readonly mode: 'width' | 'height'; readonly value: number };
      },
    );
    render(): RenderedImage;
    /** The picture in the simplest SVG, with its exact size. */
    toString(): string;
    free(): void;
  }
  /** Once a process. */
  export function initWasm(wasm: Uint8Array): Promise<void>;
}
