/** What a file is, by how it begins. */
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/pictures/picture.ts';

const kind = (text: string, encoding: BufferEncoding = 'utf8') => kindOf(Buffer.from(text, encoding));

describe('a file', () => {
  it('is a PNG or a JPEG by its first bytes', () => {
    expect(kind('\x89PNG\r\n\x1a\n', 'latin1')).toBe('png');
    expect(kind('\xff\xd8\xff\xe0', 'latin1')).toBe('jpeg');
  });

  it.each([
    '<svg/>',
    '\ufeff\n <svg\nwidth="1">',
    '<?xml version="1.0"?>\n<!-- a --><!-- <b> -->\n<svg >',
    '<!DOCTYPE svg PUBLIC "a" "b"><svg>',
    '<!DOCTYPE svg [\n<!ENTITY a "b">\n]>\n<s:svg xmlns:s="c">',
    `<!-- ${'a'.repeat(20_000)} --><svg>`,
  ])('is an SVG by its first element: %j', (text) => {
    expect(kind(text)).toBe('svg');
  });

  it.each(['', 'GIF89a', '<html><svg>', '<svgs>', 'svg', '<!-- <svg> -->', `${'<!-- a -->'.repeat(99)}<b>`])(
    'is none of them: %j',
    (text) => {
      expect(kind(text)).toBe(null);
    },
  );

  it('is not read as far as it goes', () => {
    expect(kind(`<!-- ${'a'.repeat(1e6)} --><svg>`)).toBe(null);
    expect(kindOf(Buffer.from('xx<svg>').subarray(2))).toBe('svg');
  });
});
