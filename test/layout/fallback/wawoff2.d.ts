/** The half of wawoff2 that our code has no use for. */
declare module 'wawoff2/compress.js' {
  export default function compress(bytes: Uint8Array): Promise<Uint8Array>;
}
