import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namePart, safeName, shortName } from '../../src/files/names.ts';

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

describe('safeName', () => {
  it.each([
    ['scorecard-baker-heat+kneading', 'scorecard-baker-heat+kneading'],
    ['../../x/baker', 'x-baker'],
    ['/etc/x', 'etc-x'],
    ['C:\\x', 'C-x'],
    ['..', ''],
    ['Ünï code.v2', 'Ünï code.v2'],
  ])('%s -> %s', (text, name) => expect(safeName(text)).toBe(name));

  it('is one name, whatever the template made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const name = safeName(text);
        expect(name).not.toMatch(/[/\\\0\n]|^\.|^ /);
        expect(safeName(name)).toBe(name);
      }),
    );
  });
});

describe('shortName', () => {
  it('leaves what is short', () => expect(shortName('a+b', '-ada.de')).toBe('a+b-ada.de'));

  it('keeps what comes after a long name, and two long names apart', () => {
    const long = `scorecard-${'skill+'.repeat(60)}`;
    const [one, two] = [shortName(`${long}a`, '-ada.de'), shortName(`${long}b`, '-ada.de')];
    expect(one).toMatch(/^scorecard-(skill\+)+.*-[0-9a-f]{8}-ada\.de$/);
    expect(one).not.toBe(two);
    expect(shortName(`${long}a`, '-ada.de')).toBe(one);
  });

  it('is never more than 200 bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (name, person) => {
          const part = namePart(person);
          expect(Buffer.byteLength(shortName(safeName(name), `-${part}.de`))).toBeLessThanOrEqual(200);
        },
      ),
    );
  });
});
