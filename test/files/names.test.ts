import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedName, namePart, safeName, shortName } from '../../src/files/names.ts';

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
    ['con', '_con'],
    ['Aux.x', '_Aux.x'],
    ['COM1 .pdf', '_COM1 .pdf'],
    ['lpt²', '_lpt²'],
    ['nul:', '_nul'],
    ['contract', 'contract'],
    ['com10', 'com10'],
    ['card\u202efdp.exe', 'card-fdp.exe'],
  ])('%s -> %s', (text, name) => expect(safeName(text)).toBe(name));

  it('is one name, whatever the template made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const name = safeName(text);
        expect(name).not.toMatch(/[/\\\0\n\u2028\u202e]|^\.|^ |[. ]$/);
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

describe('foldedName', () => {
  it.each([
    ['Card.md', 'card.MD'],
    ['zo\u00eb', 'ZOE\u0308'],
    ['straße', 'STRASSE'],
    ['ſ', 'S'],
    ['\u212a', 'k'],
  ])('%s and %s are one', (a, b) => expect(foldedName(a)).toBe(foldedName(b)));

  it('is one for names that differ in case, or how accents are written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // In capitals the small iota below a Greek letter is a letter beside it, whose accents are its own.
        fc.pre(!text.normalize('NFD').includes('\u0345'));
        const folded = foldedName(text);
        for (const other of [text.toUpperCase(), text.normalize('NFD'), text.normalize('NFD').toUpperCase()])
          expect(foldedName(other)).toBe(folded);
        expect(foldedName(folded)).toBe(folded);
      }),
    );
  });
});
