/** What is in the Markdown is in the PDF: whole, in order, inside the page, nothing over anything else. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextItem } from '../../src/layout/page.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { fonts, laidOut, layoutOf } from './documents.ts';
import { outside, overlaps } from './places.ts';
import { readPdf } from './readback.ts';

const plain = readFileSync(new URL('../fixtures/pdf/plain.md', import.meta.url), 'utf8');

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

describe('writePdf', () => {
  it('holds every text of the Markdown, in order', async () => {
    const read = await readPdf(writePdf(layoutOf(plain), fonts));
    const text = squeezed(read.texts.map((t) => t.text).join(''));
    const wanted = [
      'A page',
      'Plain Markdown',
      'The lead line, with',
      'emphasis',
      'strong words',
      'code',
      'a link',
      'A section',
      'with a note',
      'First paragraph with an office, a fine flow and "straight quotes" as they were typed. It is long enough to be set on more than one line of the page, so that its words can be counted.',
      'one bullet',
      'another one',
      'nested under it',
      'with a second line of text that belongs to the nested bullet',
      'a box that nobody reads',
      '1',
      'first',
      '2',
      'second',
      'A quoted paragraph.',
      'And a second one.',
      'Skill',
      'Level',
      'Note',
      'Group',
      'Reading',
      '3',
      'Ends where the cell does',
      'Writing',
      '12',
      'quiet',
      'code block',
      'indented',
      'A small heading',
      'Last words.',
      'Left cell',
      'Page 1 of 1',
    ];
    let from = 0;
    for (const part of wanted) {
      const at = text.indexOf(squeezed(part), from);
      expect(at, `"${part}" after position ${from} of: ${text}`).toBeGreaterThanOrEqual(from);
      from = at + squeezed(part).length;
    }
  });

  it('keeps title, links and bookmarks', async () => {
    const read = await readPdf(writePdf(layoutOf(plain), fonts));
    expect(read.title).toBe('R&D <notes>');
    expect(read.links).toEqual(['https://example.org/page']);
    expect(read.outline).toEqual(['Plain Markdown']);
  });

  it('gives the same bytes twice', () => {
    expect(
      Buffer.from(writePdf(layoutOf(plain), fonts)).equals(Buffer.from(writePdf(layoutOf(plain), fonts))),
    ).toBe(true);
  });

  it('reads back whatever the fonts can write, each word by itself', async () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcmnAZ09()\\/[]<>{}%#&ffiftt-–—…„“”‘’·äßÿčłőŠ€№αωΩжЯ\u00a0'),
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { minLength: 1, maxLength: 30 }), async (list) => {
        const text = list.join(' ');
        const layout = layoutOf('# Title\n\nx\n');
        const [page] = layout.pages;
        const [item] = page?.items.filter((i): i is TextItem => i.type === 'text') ?? [];
        if (!page || !item) throw new Error('no text');
        const one = { ...layout, pages: [{ ...page, items: [{ ...item, text, x: 0, size: 2 }] }] };
        const read = await readPdf(writePdf(one, fonts));
        expect(squeezed(read.texts.map((t) => t.text).join(''))).toBe(squeezed(text));
      }),
      { numRuns: 40 },
    );
  });

  it('writes the same bytes whatever was written before', () => {
    const one = layoutOf('# Title\n\nProzessgröße, Ωμέγα\n');
    const first = writePdf(one, fonts);
    writePdf(layoutOf('# Other\n\nμέγα Жук größe, and words of all kinds\n'), fonts);
    expect(Buffer.from(writePdf(one, fonts)).equals(Buffer.from(first))).toBe(true);
  });

  it('measures as it writes', async () => {
    const layout = layoutOf(plain);
    const read = await readPdf(writePdf(layout, fonts));
    const item = layout.pages[0]?.items.find(
      (i): i is TextItem => i.type === 'text' && i.text.startsWith('First paragraph'),
    );
    const text = read.texts.find((t) => t.text.startsWith('First paragraph'));
    expect(text?.x).toBeCloseTo(item?.x ?? 0, 1);
    expect(text?.width).toBeCloseTo(item?.width ?? 0, 0);
  });

  it('says which character the font lacks, and where', () => {
    const layout = laidOut('# Title\n\nA word.\n\nA star \u2b50 here.\n');
    expect(layout.problems.map((p) => [p.code, p.span.line])).toEqual([['missing-glyph', 5]]);
  });

  it('lets no text leave the page or lie on another, whatever it says', () => {
    const words = fc.array(
      fc.string({
        unit: fc.constantFrom(...'abc defghi jklmn opqrst uvwxyz ÄÖÜß-,.;:'),
        minLength: 1,
        maxLength: 80,
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(words, words, (one, two) => {
        const text = one.join(' ').trim() || 'x';
        const cell = two.join(' ').replace(/[|]/g, '').trim() || 'x';
        const layout = layoutOf(
          `# ${cell}\n\n${text}\n\n## ${text} _${cell.replaceAll('_', '')}_\n\n- ${text}\n  - ${cell}\n\n| a | b |\n| --- | --- |\n| ${cell} | x |\n| y | ${cell} |\n`,
        );
        expect(overlaps(layout)).toEqual([]);
        expect(outside(layout)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
