/** How things are written in a PDF file (ISO 32000-1, 7.3): numbers, names, text strings. One character a byte. */

/** A number to the hundredth. */
export function number(n: number): string {
  return `${Math.round(n * 100) / 100}`;
}

/** A name with its slash; what is no regular character is escaped. */
export function name(text: string): string {
  let out = '/';
  for (const byte of Buffer.from(text, 'utf8')) {
    const plain = byte > 0x20 && byte < 0x7f && !'()<>[]{}/%#'.includes(String.fromCharCode(byte));
    out += plain ? String.fromCharCode(byte) : `#${byte.toString(16).padStart(2, '0')}`;
  }
  return out;
}

const BEYOND_ASCII = /[^\x20-\x7e]/;

/** A text string: as it stands where it is ASCII, else UTF-16. */
export function textString(text: string): string {
  if (!BEYOND_ASCII.test(text)) return `(${text.replace(/[()\\]/g, '\\$&')})`;
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
}
