/** White of other widths, soft hyphens, and values that are longer than the foot has room for. */
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../pdf/documents.ts';
import { textsOf } from '../pdf/places.ts';

const said = (text: string) =>
  layoutOf(text)
    .pages.flatMap(textsOf)
    .map((item) => item.text.trim());

describe('what is white', () => {
  it.each(['\t', '\u2003', '\u2028', '\u2029', '\u205f', '\u2000'])(
    'parts words, of whatever width: %j',
    (white) => {
      expect(said(`one${white}two\n`)).toEqual(['one two']);
      expect(said(`\`one${white}two\`\n`)).toEqual(['one two']);
    },
  );

  it('is kept where it does not break', () => {
    expect(said('one\u00a0two\u202fthree\n')).toEqual(['one\u00a0two\u202fthree']);
  });
});

describe('a soft hyphen', () => {
  it('draws nothing in a text', () => {
    expect(said('Donau\u00addampf\u00adschiff\n')).toEqual(['Donaudampfschiff']);
  });

  it('draws nothing in what was written, and stays in the value', () => {
    const layout = layoutOf('---\ntitle: T\n---\n\nName: Do\u00adnau <!-- field name -->\n');
    const [field] = layout.pages.flatMap(({ items }) =>
      items.flatMap((i) => (i.type === 'field' ? [i] : [])),
    );
    expect(field?.texts.map(({ text }) => text.replace(/[\u200b\s]/g, ''))).toEqual(['Donau']);
    expect(field?.field.kind === 'line' && field.field.value).toBe('Do\u00adnau');
  });
});

describe('a name in the foot that is longer than its line', () => {
  const foot = (name: string) => {
    const text = `---\ntitle: T\nfoot:\n  - "{name} | Page {page}"\n---\n\nName: ${name} <!-- field name -->\n`;
    const page = layoutOf(text).pages[0];
    if (!page) throw new Error('no page');
    return textsOf(page).filter((item) => item.text.endsWith('…'));
  };

  it('ends between letters, never within one', () => {
    for (let before = 0; before < 3; before++) {
      const [shown] = foot(`${'x'.repeat(before)}${'e\u0301'.repeat(120)}`);
      expect(shown?.text).toMatch(/^x{0,2}(?:e\u0301)+…$/u);
    }
  });

  it('of any length takes no longer', () => {
    expect(foot('W'.repeat(20_000))[0]?.text).toMatch(/^W{10,60}…$/);
  });
});
