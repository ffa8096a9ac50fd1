/** Whole documents kept to be read in review: `UPDATE_GOLDEN=1 npx vitest run test/merge` writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** The text is that of test/golden/NAME.md, or of another kind of file. */
export function golden(name: string, text: string, extension: 'md' | 'txt' = 'md'): void {
  const path = fileURLToPath(new URL(`../golden/${name}.${extension}`, import.meta.url));
  if (process.env['UPDATE_GOLDEN']) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
