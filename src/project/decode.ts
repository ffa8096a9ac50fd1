/** Bytes as a person's text: UTF-8 alone, its BOM taken off. */
import { bad, type Checked, good } from '../problems/checked.ts';
import { error } from '../problems/problem.ts';
import { fileSpan, type Source } from '../problems/source.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file. Problems: `not-utf8`. */
export function decode(path: string, bytes: Uint8Array): Checked<Source> {
  try {
    return good({ path, text: utf8.decode(bytes) });
  } catch {
    const span = fileSpan({ path, text: '' });
    return bad([
      error('not-utf8', `${path} is no UTF-8 text`, span, { help: 'save it with the encoding UTF-8' }),
    ]);
  }
}
