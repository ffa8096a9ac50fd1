/** The narrow part of wawoff2 that WOFF2 files are unpacked by; it comes without types. */
declare module 'wawoff2/decompress.js' {
  export default function decompress(bytes: Uint8Array): Promise<Uint8Array>;
}
