/**
 * Texts of a size that nobody writes: set whole, in a time that grows with their length. A word and headings as many as
 * these took longer than a test may where it grew with the square.
 */
import { describe, expect, it } from 'vitest';
import { fonts, layoutOf } from '../pdf/documents.ts';
import { textsOf } from '../pdf/places.ts';

const said = (text: string): string =>
  layoutOf(text)
    .pages.flatMap(textsOf)
    .map((item) => item.text)
    .join('')
    .replace(/\s/g, '');

describe('a giant document', () => {
  it.each([
    ['one German word', 'donaudampfschifffahrt'.repeat(6000), '---\nlang: de\n---\n\n'],
    ['headings', '## a\n\n'.repeat(50_000), ''],
    ['a heading and paragraphs', `## a\n\n${'b\n\n'.repeat(5000)}`, ''],
    ['lines of code', `\`\`\`\n${'x\n'.repeat(10_000)}\`\`\`\n`, ''],
    ['a list', '- x\n'.repeat(10_000), ''],
    ['what is kept together', `<!-- keep -->\n\n${'x\n\n'.repeat(10_000)}<!-- /keep -->\n`, ''],
    ['a value', `Name: ${'word '.repeat(20_000)}<!-- field n -->\n`, '---\ntitle: T\n---\n\n'],
  ])('of %s is set whole', (_, text, head) => {
    const letters = text.replace(/<!--.*?-->|[^A-Za-z:]/g, '');
    expect(said(head + text).replace(/[^A-Za-z:]/g, '') === letters).toBe(true);
  });
});

describe('a word of any length', () => {
  it('is as wide as its letters, and has all of them', () => {
    const word = `${'efg\u0301\ud83d\ude00'.repeat(400)}`;
    const { glyphs, missing, width } = fonts.regular.word(word);
    expect(missing).toHaveLength(400);
    expect(glyphs.flatMap(({ codePoints }) => codePoints)).toHaveLength([...word].length);
    expect(Math.abs(width - 20 * fonts.regular.word(word.slice(0, 120)).width)).toBeLessThan(width / 100);
  });
});
