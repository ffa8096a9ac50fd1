/** Where words without white in them may be parted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/layout/breaks.ts';

const parts = (word: string): string => partsOf(word, false).join('|');

describe('partsOf', () => {
  it('parts Japanese and Chinese between characters, but before no mark that ends and after none that opens', () => {
    expect(parts('面接は、「はい」。')).toBe('面|接|は、|「は|い」。');
    expect(parts('サーバーへ')).toBe('サー|バー|へ');
    expect(parts('ちょっと')).toBe('ちょっ|と');
    expect(parts('人々')).toBe('人々');
    expect(parts('使用《书名》！')).toBe('使|用|《书|名》！');
    expect(parts('約１２％')).toBe('約|１|２％');
  });

  it('parts between such a character and a word of letters, and not within the word', () => {
    expect(parts('LLMの評価')).toBe('LLM|の|評|価');
    expect(parts('（LLM）')).toBe('（LLM）');
  });

  it('parts Thai between words, and never before a mark that repeats', () => {
    expect(parts('ผู้สัมภาษณ์ถามทีม')).toBe('ผู้|สัมภาษณ์|ถาม|ทีม');
    for (const part of partsOf('เก่าๆใหม่ๆ', false)) expect(part).not.toMatch(/^ๆ/);
  });

  it('keeps Korean and Hebrew words whole', () => {
    expect(parts('면접관은')).toBe('면접관은');
    expect(parts('שלום')).toBe('שלום');
  });

  it('parts after hyphens, unless the text is read aloud', () => {
    expect(parts('fine-tuning')).toBe('fine-|tuning');
    expect(partsOf('fine-tuning', true)).toEqual(['fine-tuning']);
    expect(partsOf('評価', true)).toEqual(['評', '価']);
  });

  it('loses nothing and leaves no mark without its letter', () => {
    const letter = fc.constantFrom(...'あっー、。「」日本ABC-–/1２ๆกำน้ำ\u0301\u200b\u200d\u3099 한של');
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 20 }), fc.boolean(), (word, whole) => {
        const all = partsOf(word, whole);
        expect(all.join('')).toBe(word);
        for (const part of all.slice(1)) expect(part).not.toMatch(/^[\p{M}\u200b-\u200d、。」]/u);
      }),
    );
  });
});
