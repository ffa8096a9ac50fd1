/** A file of ours that has every kind of block and field, blank and filled in, for the checker to be tried on. */
import { readFileSync } from 'node:fs';
import type { LogoPicture } from '../../../src/layout/picture.ts';
import type { Theme } from '../../../src/layout/theme.ts';
import { writePdf } from '../../../src/pdf/write.ts';
import { fonts, laidOut } from '../documents.ts';

/** A grey dot: the smallest picture. */
export const PICTURE = {
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
  width: 30,
  height: 20,
};

/** The file of test/fixtures/pdf/form.md, whatever is changed of its text, paper and theme. */
export function goodFile({ change = (text) => text, paper, theme, logo }: Choice = {}): Uint8Array {
  const text = change(readFileSync(new URL('../../fixtures/pdf/form.md', import.meta.url), 'utf8'));
  const layout = laidOut(text, paper, PICTURE, theme, logo);
  if (!layout.ok || layout.problems.length > 0)
    throw new Error(layout.problems.map((p) => p.message).join('\n'));
  const source = { name: 'form.md', bytes: new TextEncoder().encode(text) };
  return writePdf(layout.value, fonts, { source });
}

interface Choice {
  readonly change?: (text: string) => string;
  readonly paper?: string;
  readonly theme?: Partial<Theme>;
  readonly logo?: LogoPicture;
}
