/**
 * A file as bytes: its objects one after the other, as they are written. The reader of value.ts forgives much; PDF/A does
 * not (ISO 19005-3, 6.1).
 */

export interface RawObject {
  /** `12 0`. */
  readonly name: string;
  readonly at: number;
  /** What stands between the numbers and words, and before and after the object. */
  readonly spaced: boolean;
  readonly stream?: {
    /** How many bytes its dictionary says; null where it says it in another object. */
    readonly length: number | null;
    /** That `endstream` follows a line's end after that many bytes. */
    readonly fits: boolean;
    /** That `stream` and `endstream` have a line's end where they need one. */
    readonly parted: boolean;
  };
}

export interface RawFile {
  readonly objects: readonly RawObject[];
  /** Bytes after the last end-of-file mark, but for one line's end. */
  readonly after: number;
}

const EOL = String.raw`(?:\r\n|\n|\r)`;
const OBJECT = /(\d+)(\s+)(\d+)(\s+)obj/y;
const ENDING = new RegExp(`${EOL}endobj|>>\\s*stream(\\r\\n|\\n|)`, 'g');
const ENDSTREAM = new RegExp(`(${EOL}?)endstream`, 'y');
const ENDOBJ = new RegExp(`\\s*?(${EOL}?)endobj`, 'y');

export function readRaw(bytes: Uint8Array): RawFile {
  const text = Buffer.from(bytes).toString('latin1');
  const objects: RawObject[] = [];
  const match = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  let at = 0;
  for (;;) {
    const gap = match(/(?:\s|%[^\r\n]*)*/y, at)?.[0] ?? '';
    at += gap.length;
    const head = match(OBJECT, at);
    if (!head) break;
    const [all, number = '', one = '', generation = '', two = ''] = head;
    const name = `${number} ${generation}`;
    const opened = /^[\r\n]/.test(text.slice(at + all.length));
    let spaced = /[\r\n]$/.test(gap) && one.length === 1 && two.length === 1 && opened;
    const begin = at;
    const end = match(ENDING, at + all.length);
    if (!end) break;
    at = end.index + end[0].length;
    let stream: RawObject['stream'];
    if (end[1] !== undefined) {
      const said = /\/Length (\d+)(?! \d+ R)/.exec(text.slice(begin, end.index));
      const length = said ? Number(said[1]) : null;
      const exact = length === null ? null : match(ENDSTREAM, at + length);
      const found = exact ?? match(/()endstream/g, at);
      stream = {
        length,
        fits: exact !== null || length === null,
        parted: end[1] !== '' && exact?.[1] !== '',
      };
      at = (found?.index ?? at) + (found?.[0].length ?? 0);
      const last = match(ENDOBJ, at);
      spaced &&= Boolean(last?.[1]);
      at += last?.[0].length ?? 0;
    }
    spaced &&= /^[\r\n]/.test(text.slice(at));
    objects.push({ name, at: begin, spaced, ...(stream && { stream }) });
  }
  const mark = text.lastIndexOf('%%EOF');
  const after = text.slice(mark + 5).replace(/^(?:\r\n|\n|\r)/, '').length;
  return { objects, after: mark < 0 ? text.length : after };
}
