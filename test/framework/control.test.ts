/** Characters that cannot be printed, in every text of the data: told at their place, never printed or lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILES, load, ok, told } from './data.ts';

const skill = (name: string) => ({
  'skills/s.yaml': `name: ${name}\nroles: all\nexpectations: { a: A, b: B }\n`,
});

describe('a control character in a text', () => {
  it.each(['\0', '\x07', '\x0b', '\x1b', '\x7f', '\x85', '\x9f', '\ufffe', '\u{1ffff}'])(
    '%j is told at its place',
    (sign) => {
      expect(told(load(skill(`"ab${sign}c"`)))).toEqual(['control-character data/skills/s.yaml:1:10']);
    },
  );

  it('is told at the text where it is an escape', () => {
    expect(told(load(skill('"ab\\x07c"')))).toEqual(['control-character data/skills/s.yaml:1:7']);
    expect(told(load(skill('"ab\\ud800c"')))).toEqual(['control-character data/skills/s.yaml:1:7']);
  });

  it('is told in the framework, in a role, in several languages', () => {
    const framework = FILES['framework.yaml'].replace('means: Less.', 'means: "L\x01"');
    expect(told(load({ 'framework.yaml': framework }))).toEqual([
      'control-character data/framework.yaml:4:43',
    ]);
    expect(told(load({ 'roles/baker.yaml': 'name: { en: A, de: "B\x02" }\n' }))).toEqual([
      'control-character data/roles/baker.yaml:1:22',
    ]);
  });
});

describe('any other text', () => {
  it('is loaded as it was written, its white at line ends as one space', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((made) => made.replace(/[\p{Cc}\p{Noncharacter_Code_Point}\p{Surrogate}]/gu, '').trim())
      .filter((made) => made !== '');
    fc.assert(
      fc.property(text, (name) => {
        const [loaded] = ok(load(skill(JSON.stringify(name)))).skills;
        expect(loaded?.name.byLanguage).toEqual({ en: name });
      }),
      { numRuns: 300 },
    );
    const [lines] = ok(load(skill('"a\\r\\nb\\rc"'))).skills;
    expect(lines?.name.byLanguage).toEqual({ en: 'a b c' });
  });
});
