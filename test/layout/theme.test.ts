/** Themes: what a file may say, each mistake at its own word, a company's keys over ours; and what the layout makes of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadThemeFonts } from '../../src/layout/fonts.ts';
import { fieldsOf } from '../../src/layout/page.ts';
import { loadTheme, themeNames } from '../../src/layout/theme.ts';
import { mm } from '../../src/layout/units.ts';
import { fileSpan } from '../../src/problems/source.ts';
import { diskFolder } from '../../src/project/disk.ts';
import { textFolder } from '../folder.ts';
import { compact, laidOut, large, layoutOf } from '../pdf/documents.ts';

const OURS = 'size: 9\nmargin: 12\nline: 7\nbox: 5\n';
/** One pixel high and two wide. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAADElEQVR4nGNgYPgPAAEDAQDC9zGkAAAAAElFTkSuQmCC',
  'base64',
);

function load(own: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folders = [
    textFolder({ 'themes/plain.yaml': own, ...files }, 'own'),
    textFolder({ 'themes/plain.yaml': OURS }, 'ours'),
  ];
  const source = { path: 'a', text: '' };
  return loadTheme(folders, { text: 'plain', span: fileSpan(source) });
}

function told(own: string, files?: Readonly<Record<string, string | Uint8Array>>): readonly string[] {
  return load(own, files).problems.map(
    ({ code, span }) => `${code} ${span.line}:${span.column}-${span.endColumn}`,
  );
}

const face = (name: string) =>
  readFileSync(new URL(`../../dist/fonts/SourceSans3_${name}.ttf`, import.meta.url));

describe('a theme', () => {
  it('is merged key by key, the company over ours', () => {
    const read = load('margin: 20\ncompact: true\n');
    expect(read.ok && read.value).toMatchObject({ size: 9, margin: mm(20), compact: true, accent: null });
  });

  it.each([
    ['compct: true\n', 'unknown-key 1:1-7'],
    ['compact: 1\n', 'wrong-type 1:10-11'],
    ['stacked: one\n', 'wrong-type 1:10-13'],
    ['accent: 12\n', 'wrong-type 1:9-11'],
    ['accent: "#12345"\n', 'invalid-color 1:9-17'],
    ['accent: "#777777"\n', 'low-contrast 1:9-18'],
    ['font: fonts/house\n', ...Array.from({ length: 4 }, () => 'missing-font 1:7-18')],
    ['logo: a.png\nlogo_alt: A\n', 'missing-image 1:7-12'],
    ['line: 70\n', 'out-of-range 1:7-9'],
  ])('%j', (own, ...expected) => {
    expect(told(own)).toEqual(expected);
  });

  it('takes a colour of contrast 4.5 to white', () => {
    expect(told('accent: "#767676"\n')).toEqual([]);
  });

  it('says which file of a font is none', () => {
    const files = Object.fromEntries(
      ['regular', 'semibold', 'bold', 'italic'].map((name) => [`f/${name}.ttf`, face('400Regular')]),
    );
    expect(told('font: f\n', files)).toEqual([]);
    expect(told('font: f\n', { ...files, 'f/bold.ttf': 'OTTO1234' })).toEqual(['broken-font 1:7-8']);
    const read = load('font: f\n', { ...files, 'f/bold.ttf': face('400Regular').subarray(0, 900) });
    const font = read.ok ? read.value.font : null;
    expect(font && loadThemeFonts(font).problems.map(({ code }) => code)).toEqual(['broken-font']);
  });

  it('has a logo with words in its place, as PNG, JPEG or SVG', () => {
    expect(told('logo: a.png\n', { 'a.png': PNG })).toEqual(['missing-key 1:7-12']);
    expect(told('logo: a.gif\nlogo_alt: A\n', { 'a.gif': 'GIF89a' })).toEqual(['unknown-image 1:7-12']);
    expect(told('logo: a.png\nlogo_alt: A\n', { 'a.png': PNG })).toEqual([]);
    expect(told('logo: a.svg\nlogo_alt: A\n', { 'a.svg': '<svg/>' })).toEqual([]);
  });
});

describe('the themes that ship', () => {
  const ours = diskFolder(new URL('../../templates', import.meta.url).pathname, 'templates');
  const span = fileSpan({ path: 'a', text: '' });

  it.each(Object.entries({ plain: { size: 9 }, compact, large }))(
    'are what the tests of pages take: %s',
    (name, expected) => {
      const read = loadTheme([ours], { text: name, span });
      expect(read.problems).toEqual([]);
      const value: Readonly<Record<string, unknown>> = read.ok ? { ...read.value } : {};
      for (const [key, of] of Object.entries(expected))
        if (typeof of === 'number') expect(value[key], key).toBeCloseTo(of);
        else expect(value[key], key).toBe(of);
    },
  );

  it('are named', () => expect(themeNames([ours])).toEqual(['compact', 'large', 'plain']));
});

describe('the page of a theme', () => {
  it('has its logo at the right of the head of page 1, 60 mm wide and 12 high at most', () => {
    const logo = { bytes: PNG, width: 1.5, height: 0.75, alt: 'Northwind' };
    const set = laidOut('# Title\n\ntext\n\n<!-- page -->\n\n# Two', 'A4', null, {}, logo);
    const pages = set.ok ? set.value.pages : [];
    const [first, second] = pages.map((page) => page.items.filter((item) => item.type === 'image'));
    expect(second).toEqual([]);
    expect(first).toMatchObject([{ height: mm(12), width: mm(24) }]);
    expect((first?.[0]?.x ?? 0) + mm(24)).toBeCloseTo(mm(198), 0);
    expect(set.ok && set.value.nodes.filter((node) => node.role === 'Figure')).toMatchObject([
      { alt: 'Northwind' },
    ]);
  });

  it('has its accent on the document’s name and the rules over parts and skills, and nowhere else', () => {
    const text = '---\nname: Card\n---\n\n# Title\n\n## **A** Skill\n\n## Section\n\n> script\n';
    const layout = layoutOf(text);
    expect(layout.accent).toBe(null);
    const marked = layout.pages[0]?.items.filter((item) => 'accent' in item && item.accent);
    expect(marked).toMatchObject([
      { type: 'text', text: 'Card ' },
      { type: 'rule', height: 2 },
    ]);
  });

  it('that is compact has no new page for a section, three lines to write on, and room at a page’s end only as a rest', () => {
    const notes = (id: string, lines: string) =>
      `<!-- notes ${id} "N" lines=${lines} -->\n\n____\n\n<!-- /notes -->`;
    const text = `# One\n\n## More\n\n${notes('m', '4+')}\n\n<!-- page -->\n\n# Two\n\n${notes('n', '5')}`;
    const compact = { compact: true, size: 8.25 };
    const set = laidOut(text, 'A4', null, compact);
    const layout = set.ok ? set.value : null;
    expect(layout?.pages).toHaveLength(1);
    expect(layout && fieldsOf(layout).map((field) => field.lines.length)[1]).toBe(3);
    const full = (count: number) => {
      const more = Array.from({ length: count }, () => 'text').join('\n\n');
      const narrow = laidOut(`${text}\n\n${more}`, 'A4', null, compact);
      if (!narrow.ok) throw new Error('not set');
      const ids = fieldsOf(narrow.value).map(({ field }) => field.id);
      return [narrow.value.pages.length, ids.join()];
    };
    const counts = Array.from({ length: 60 }, (_, i) => full(30 + i));
    expect(counts).toContainEqual([1, 'm,n']);
    expect(counts).toContainEqual([1, 'n']);
  });
});

describe('a ruler of many points', () => {
  const points = (count: number) =>
    Array.from({ length: count }, (_, i) => `- [ ] **P${i}.** What it means.`).join('\n');
  const block = (id: string, count: number) =>
    `<!-- keep -->\n\n## **A** Skill ${id}\n\n<!-- notes n/${id} "N" lines=3+ -->\n\n____\n\n<!-- /notes -->\n\n<!-- choice c/${id} of=${Array.from({ length: count }, (_, i) => `p${i}`).join(',')} as=ruler -->\n\n${points(count)}\n\n<!-- /keep -->`;

  it.each([5, 7])('has its block alone on a page: %i', (count) => {
    const layout = layoutOf([block('x', 3), block('y', count), block('z', 3)].join('\n\n'));
    expect(layout.outline.map(({ text, page }) => [text, page])).toEqual([
      ['Skill x', 0],
      ['Skill y', 1],
      ['Skill z', 2],
    ]);
  });

  it('of three has its points 62 mm apart', () => {
    const boxes = fieldsOf(layoutOf(block('x', 3)))
      .filter(({ option }) => option !== null)
      .map(({ x }) => Math.round(x / mm(1)));
    expect(boxes).toEqual([12, 74, 136]);
  });
});
