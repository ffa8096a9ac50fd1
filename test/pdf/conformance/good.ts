/** A file of ours that has every kind of block and field, blank and filled in, for the checker to be tried on. */
import { readFileSync } from 'node:fs';
import { writePdf } from '../../../src/pdf/write.ts';
import { fonts, laidOut } from '../documents.ts';

/** A grey dot: the smallest picture. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

export function goodFile(): Uint8Array {
  const source = readFileSync(new URL('../../fixtures/pdf/form.md', import.meta.url));
  const layout = laidOut(source.toString('utf8'), 'A4', PICTURE);
  if (!layout.ok || layout.problems.length > 0)
    throw new Error(layout.problems.map((p) => p.message).join('\n'));
  return writePdf(layout.value, fonts, { source: { name: 'form.md', bytes: source } });
}
