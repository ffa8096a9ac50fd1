/** How things are written in a PDF file (ISO 32000-1, 7.3): numbers, names, text strings. One character a byte. */

/** Numbers that were written before, by their hundredths from 0: places on pages, most of them said again and again. */
const WRITTEN: string[] = [];
const MOST = 200_000;

/** A number to the hundredth. */
export function number(n: number): string {
  return hundredths(Math.round(n * 100));
}

/** A number, by its hundredths. */
export function hundredths(whole: number): string {
  if (whole < 0) return `-${hundredths(-whole)}`;
  if (!(whole < MOST)) return `${whole / 100}`;
  const before = WRITTEN[whole];
  if (before !== undefined) return before;
  const made = `${whole / 100}`;
  WRITTEN[whole] = made;
  return made;
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
