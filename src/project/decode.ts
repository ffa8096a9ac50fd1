/** Bytes as a person's text: UTF-8 alone, its BOM taken off. */
import { bad, type Checked, good } from '../problems/checked.ts';
import { error } from '../problems/problem.ts';
import { fileSpan, type Source } from '../problems/source.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes of the longest text that is read: more than a thousand pages. */
export const MOST_TEXT = 2e6;

/** The text of a file. Problems: `not-utf8`, `too-large`. */
export function decode(path: string, bytes: Uint8Array): Checked<Source> {
  if (bytes.length > MOST_TEXT) {
    const help = 'a text, a role, a skill has 2 MB at most: make several of it';
    return bad([error('too-large', `${path} has more than 2 MB`, fileSpan({ path, text: '' }), { help })]);
  }
  try {
    return good({ path, text: utf8.decode(bytes) });
  } catch {
    const span = fileSpan({ path, text: '' });
    return bad([
      error('not-utf8', `${path} is no UTF-8 text`, span, { help: 'save it with the encoding UTF-8' }),
    ]);
  }
}
