import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, manifestText, parseManifest } from '../../src/files/manifest.ts';

const hash = fc.string({ maxLength: 4 }).map((text) => hashOf(Buffer.from(text)));
const manifest = fc
  .array(
    fc.tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.array(hash, { minLength: 1, maxLength: 3 })),
  )
  .map((entries) => new Map(entries));

describe('a manifest', () => {
  it('is read as it was written, whatever the names, and written the same', () => {
    fc.assert(
      fc.property(manifest, (written) => {
        const text = manifestText(written);
        const read = parseManifest(text);
        expect(read).toEqual(written);
        expect(read instanceof Map && manifestText(read)).toBe(text);
        expect(manifestText(new Map([...written].reverse()))).toBe(text);
      }),
    );
  });

  it.each(['__proto__', 'constructor', '1.md'])('may have the name %s', (name) => {
    const written = new Map([[name, [hashOf(Buffer.from('a'))]]]);
    expect(parseManifest(manifestText(written))).toEqual(written);
  });

  it('is damaged or of a later version, or a manifest: nothing else comes of a text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), manifest.map(manifestText)), fc.nat(60), (text, cut) => {
        for (const damaged of [text, text.slice(0, -cut - 1), `${text.slice(0, cut)}<<<<<<< HEAD\n${text}`]) {
          const read = parseManifest(damaged);
          expect(read instanceof Map || ['damaged', 'newer'].includes(String(read))).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['{"rubricate": 2, "files": []}', 'newer'],
    ['{"rubricate": 1}', 'damaged'],
    ['{"files": {}}', 'damaged'],
    ['{"rubricate": "1", "files": {}}', 'damaged'],
    ['{"rubricate": 1, "files": {"a": [1]}}', 'damaged'],
    ['{"rubricate": 0, "files": {}}', 'damaged'],
  ])('%s is %s', (text, what) => expect(parseManifest(text)).toBe(what));
});
