/** Markdown, HTML and text pages as grids and trees. */
import { describe, expect, it } from 'vitest';
import type { Grid, Tree } from '../../../src/importing/material.ts';
import { materialOf } from '../draft-of.ts';

function texts(grid: Grid | undefined): readonly (readonly string[])[] {
  return [...(grid?.rows() ?? [])].map((row) => row.map(({ text }) => text));
}

function outline(tree: Tree | null, depth = 0): readonly string[] {
  if (!tree) return [];
  const own = `${'  '.repeat(depth)}${tree.kind} ${tree.label}${tree.text === '' ? '' : ` = ${tree.text}`}`;
  return [own, ...tree.children.flatMap((child) => outline(child, depth + 1))];
}

describe('a table in Markdown', () => {
  const read = () =>
    materialOf(
      '01. tools.md',
      [
        '# Tools',
        '',
        'Words before.',
        '',
        '| | Junior |',
        '|---|---|',
        '| **Group** | |',
        '| [Git](#git) | Reads a  log<br>- and `writes` one &amp; more |',
        '| Docker | ![Basic](./img/deep.png) |',
      ].join('\n'),
    );

  it('is a grid under its headings, each cell with its line', async () => {
    const { grids, name } = await read();
    expect(name).toBe('tools');
    const [grid] = grids;
    expect(grid).toMatchObject({ under: ['Tools'], before: ['Words before.'], headRows: 1 });
    expect(texts(grid)).toEqual([
      ['', 'Junior'],
      ['Group', ''],
      ['Git', 'Reads a  log\n\n- and writes one & more'],
      ['Docker', 'Basic'],
    ]);
    const rows = [...(grid?.rows() ?? [])];
    expect(rows.map((row) => row[0]?.place.line)).toEqual([5, 7, 8, 9]);
    expect(rows[1]?.[0]?.bold).toBe(true);
    expect(rows[2]?.[0]?.link).toBe('#git');
    expect(rows[3]?.[1]).toMatchObject({ image: 'deep', bold: false });
  });
});

describe('a table in HTML, in Markdown', () => {
  it('fills what its cells span, and knows lists, empty cells and lines', async () => {
    const { grids } = await materialOf(
      'a.md',
      [
        'A [link](http://example.org).',
        '',
        '<table><tr><td>Skill</td><td>A</td><td>B</td></tr>',
        '<tr><td rowspan="2">Craft</td><td colspan="2"><ul><li>one',
        '   goes on</li><li>two</li></ul></td></tr>',
        '',
        '<tr><td>&nbsp;</td><td>x<sup>2</sup></td></tr></table>',
      ].join('\n'),
    );
    expect(texts(grids[0])).toEqual([
      ['Skill', 'A', 'B'],
      ['Craft', 'one goes on\ntwo', 'one goes on\ntwo'],
      ['Craft', '', 'x2'],
    ]);
    const rows = [...(grids[0]?.rows() ?? [])];
    expect(rows[1]?.map(({ merged }) => merged)).toEqual([false, false, true]);
    expect(rows[2]?.[0]?.merged).toBe(true);
    expect(rows[1]?.[1]?.items).toEqual(['one goes on', 'two']);
    expect(rows.map((row) => row[1]?.place.line)).toEqual([3, 4, 7]);
  });
});

describe('a text', () => {
  it('is Markdown where lines of signs make its headings', async () => {
    const { tree, format } = await materialOf('a.txt', 'ONE\n===\n\nTwo\n---\n* first\n* second\n');
    expect(format).toBe('text');
    expect(outline(tree)).toEqual([
      ...['document ', '  heading ONE', '    heading Two', '      item first', '      item second'],
    ]);
  });
});

describe('a text with lists', () => {
  it('has headings in the lines over them', async () => {
    const { tree } = await materialOf('a.txt', 'Levels\n\nOne\n• first\n• second\n\nTwo\n* third\n');
    expect(outline(tree)).toEqual([
      ...['document  = Levels', '  heading One', '    item first', '    item second'],
      ...['  heading Two', '    item third'],
    ]);
    expect(tree?.children.map(({ place }) => place.line)).toEqual([3, 7]);
  });
});

describe('the text of Markdown', () => {
  it('is headings, labels and items, with what stands under each', async () => {
    const { tree } = await materialOf(
      'a.md',
      [
        '# One',
        '',
        'A paragraph that',
        'goes on.',
        '',
        '**Label:** beside it',
        '',
        '- first',
        '  - within',
        '- [ ] second',
        '',
        '## Two',
        '',
        '**All bold**',
        '',
        'Below, with **bold** in it.',
      ].join('\n'),
    );
    expect(outline(tree)).toEqual([
      'document ',
      '  heading One = A paragraph that goes on.',
      '    bold Label: = beside it',
      '      item first',
      '        item within',
      '      item second',
      '    heading Two',
      '      bold All bold = Below, with bold in it.',
    ]);
  });

  it('says what is no part of it', async () => {
    const { lost } = await materialOf(
      'a.md',
      'A [link](http://x.org/a).\n\n```\ncode\n```\n\n<!-- hidden -->\n',
    );
    expect(lost.map(({ what, place }) => `${place.line} ${what}`)).toEqual([
      '1 the address of a link: http://x.org/a',
      '3 a block of code',
      '7 a comment',
    ]);
  });

  it('has the lists of its front matter in the tree, texts in the head', async () => {
    const { tree, head, title } = await materialOf(
      'a.md',
      '---\ntitle: Tester\ntopics:\n  - name: a\n---\n# H\n',
    );
    expect(title).toBe('Tester');
    expect([...head]).toEqual([['title', 'Tester']]);
    expect(outline(tree)).toEqual([
      'document ',
      '  key topics',
      '    entry ',
      '      key name = a',
      '  heading H',
    ]);
    expect(tree?.children[1]?.place.line).toBe(6);
  });
});

describe('a page in HTML', () => {
  it('leaves out scripts and menus, and says so of the menus', async () => {
    const links = Array.from({ length: 8 }, (_, i) => `<a href="p${i}.html">Page number ${i}</a>`).join('');
    const { tree, lost, title, language } = await materialOf(
      'a.html',
      `<html lang="en"><title>T</title><body><div id="menu"><h2>Pages</h2>${links}</div>
       <script>let a;</script><div><h1>IC1</h1><p><strong>Scope</strong>
       <em>How far</em></p><ul><li>Own <b>work</b></li></ul></div>`,
    );
    expect(title).toBe('T');
    expect(language).toBe('en');
    expect(outline(tree)).toEqual([
      'document ',
      '  heading IC1',
      '    bold Scope = How far',
      '      item Own work',
    ]);
    expect(lost.map(({ what }) => what)).toEqual(['a list of links to other pages']);
  });

  it('is read however deep it is nested, up to a bound that is told', async () => {
    const { lost } = await materialOf('a.html', `<html>${'<div>'.repeat(3000)}<p>deep</p>`);
    expect(lost.map(({ what }) => what)).toContain('what is nested too deep to be read');
  });

  it('takes long runs of white as they come', async () => {
    const { tree } = await materialOf('a.html', `<p>a${' '.repeat(300_000)}b</p>`);
    expect(tree?.text.length).toBe(300_002);
  });
});

describe('a page of text', () => {
  it('has tables that follow one another, with words before their first bar', async () => {
    const { grids, tree } = await materialOf(
      'a.txt',
      'Title\nDomain\n2 things| S | Jun |\n|---|---|\n| a | 1 |\n| S | Jun |\n|---|---|\n| b \\| c | 2 |\n',
    );
    expect(grids.map(texts)).toEqual([
      [
        ['S', 'Jun'],
        ['a', '1'],
      ],
      [
        ['S', 'Jun'],
        ['b | c', '2'],
      ],
    ]);
    expect(grids.map(({ under }) => under)).toEqual([['Domain'], []]);
    expect(outline(tree).slice(1)).toEqual(['  item Title', '  item Domain', '  item 2 things']);
  });

  it.each([
    ['T\n| S | Jun |\n|---|---|\n| a | 1 |\n| b | 2', 'a row of a table', 2],
    ['T\n| S | Jun |\n|---|---|\n| a | 1 |\nMore\n| S |', 'the head of a table', 2],
  ])('says where it is cut off: %j', async (text, what, rows) => {
    const { cut, grids } = await materialOf('a.txt', text);
    expect(cut?.what).toBe(what);
    expect(texts(grids[0])).toHaveLength(rows);
  });
});
