import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namePart } from '../../src/files/names.ts';

describe('namePart', () => {
  it.each([
    ['Ada Lovelace', 'ada-lovelace'],
    ['  José  Ñandú! ', 'josé-ñandú'],
    ['Zoe\u0308', 'zoë'],
    ['山田 太郎', '山田-太郎'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con'],
    ['???', ''],
    ["O'Neill", 'o-neill'],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
    ['x'.repeat(60), 'x'.repeat(40)],
  ])('%s -> %s', (text, name) => {
    expect(namePart(text)).toBe(name);
  });

  it('has letters, marks, digits and single hyphens inside alone, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const name = namePart(text);
        expect(name).toMatch(/^([\p{L}\p{M}\p{Nd}]+(-[\p{L}\p{M}\p{Nd}]+)*)?$/u);
        expect([...name].length).toBeLessThanOrEqual(40);
      }),
    );
  });
});
