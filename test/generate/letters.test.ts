/** What `check` takes for granted of our fonts. */
import { expect, it } from 'vitest';
import { UNSURE } from '../../src/generate/letters.ts';
import { fonts } from '../pdf/documents.ts';

it('our fonts have every character that check does not look for in them', () => {
  const sure = Array.from({ length: 0x10000 }, (_, code) => code).filter(
    (code) => code >= 0x20 && code !== 0x7f && !UNSURE.test(String.fromCharCode(code)),
  );
  expect(sure.length).toBeGreaterThan(300);
  for (const { face, parsed } of Object.values(fonts)) {
    const lacking = sure.filter((code) => !parsed.hasGlyphForCodePoint(code));
    expect([face, lacking.map((code) => code.toString(16))]).toEqual([face, []]);
  }
});
