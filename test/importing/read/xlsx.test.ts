/** Workbooks: what is on their sheets as it is shown, and those that are refused. */
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../src/importing/bytes.ts';
import type { ImportOptions } from '../../../src/importing/options.ts';
import { readMaterial } from '../../../src/importing/read/read.ts';
import { said } from '../draft-of.ts';
import { archive, row, type SheetOf, text, workbook } from './workbooks.ts';

async function read(bytes: Uint8Array, options: ImportOptions = {}, path = 'ladder.xlsx') {
  const result = await readMaterial({ path, bytes: bytesOf(bytes) }, options);
  const grids = result.ok ? result.value.grids : [];
  return {
    codes: result.problems.map(({ code }) => code),
    messages: result.problems.map(({ message }) => message),
    sheets: Object.fromEntries(
      grids.map((grid) => [grid.sheet, [...grid.rows()].map((cells) => cells.map((cell) => cell.text))]),
    ),
    cells: grids.flatMap((grid) => [...grid.rows()].flat()),
    lost: (result.ok ? result.value.lost : []).map(({ what }) => what),
  };
}

const one = (rows: string, more: Partial<SheetOf> = {}) =>
  workbook({ sheets: [{ name: 'A', rows, ...more }] });

describe('a sheet', () => {
  it('has texts of its own, shared ones, and those of formulas', async () => {
    const bytes = workbook({
      sheets: [
        {
          name: 'A',
          rows: row(
            2,
            text('B2', 'Own  text \n next'),
            '<c r="C2" t="s"><v>0</v></c><c r="D2" t="str"><f>B2</f><v>Worked out</v></c><c r="E2" t="b"><v>1</v></c>',
          ),
        },
      ],
      texts: ['<r><t>In </t></r><r><t>runs</t></r><rPh><t>spoken</t></rPh>'],
    });
    const { sheets, cells } = await read(bytes);
    expect(sheets).toEqual({ A: [['', 'Own  text\n next', 'In runs', 'Worked out', 'TRUE']] });
    expect(cells[1]?.place).toMatchObject({ sheet: 'A', row: 2, column: 2 });
  });

  it('has numbers as they are shown', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="&quot;Level &quot;0"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs>';
    const numbers = ['0.7', '0.7', '3', '45000', '0.30000000000000004'];
    const at = [0, 1, 2, 3, 0];
    const rows = row(1, ...numbers.map((n, i) => `<c r="${'ABCDE'[i]}1" s="${at[i]}"><v>${n}</v></c>`));
    const { sheets } = await read(workbook({ sheets: [{ name: 'A', rows }], styles }));
    expect(sheets['A']).toEqual([['0.7', '70%', 'Level 3', '2023-03-15', '0.3']]);
  });

  it('has no hidden columns: they are told', async () => {
    const rows =
      row(1, text('A1', 'Skill'), text('B1', 'Ours'), text('D1', 'Junior')) + row(2, text('B2', 'x'));
    const { sheets, lost } = await read(
      one(rows, { before: '<cols><col min="2" max="3" hidden="1"/></cols>' }),
    );
    expect(sheets).toEqual({ A: [['Skill', '', '', 'Junior']] });
    expect(lost).toEqual(['the hidden column of "Ours" (show it, to have it read)']);
  });

  it('repeats what is merged, and says so', async () => {
    const rows = row(1, text('A1', 'Area'), text('B1', 'x')) + row(2, text('B2', 'y'));
    const { sheets, cells } = await read(
      one(rows, { after: '<mergeCells><mergeCell ref="A1:A9"/></mergeCells>' }),
    );
    expect(sheets['A']).toEqual([
      ['Area', 'x'],
      ['Area', 'y'],
    ]);
    expect(cells.filter(({ merged }) => merged).map(({ place }) => place.row)).toEqual([2]);
  });

  it('has bold cells and links', async () => {
    const bytes = workbook({
      sheets: [
        {
          name: 'A',
          rows: row(1, text('A1', 'Group', 1), text('B1', 'plain')),
          after: '<hyperlinks><hyperlink ref="B1" location="C!A1"/></hyperlinks>',
        },
      ],
      styles: '<fonts><font/><font><b/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>',
    });
    const { cells } = await read(bytes);
    expect(cells.map(({ bold, link }) => ({ bold, link }))).toEqual([
      { bold: true, link: null },
      { bold: false, link: '#C!A1' },
    ]);
  });

  it('may be far from the next, over a thousand empty rows', async () => {
    const empty = Array.from({ length: 1000 }, (_, i) => row(i + 2, `<c r="A${i + 2}" s="1"/>`)).join('');
    const { sheets } = await read(
      one(row(1, text('A1', 'x')) + empty + row(1_048_576, text('B1048576', 'y'))),
    );
    expect(sheets['A']).toEqual([['x'], [], ['', 'y']]);
  });

  it('tells formulas without a result, and errors', async () => {
    const { lost } = await read(
      one(row(1, text('A1', 'x'), '<c r="B1"><f>1+1</f></c><c r="C1" t="e"><v>#REF!</v></c>')),
    );
    expect(lost).toEqual(['a formula whose result is not in the file', 'the error #REF!']);
  });
});

describe('a workbook', () => {
  const sheets = [
    { name: 'Shown', rows: row(1, text('A1', 'x')) },
    { name: 'Hidden', rows: row(1, text('A1', 'y')), hidden: true },
    { name: 'Empty', rows: '' },
  ];

  it('has its visible sheets, and tells the hidden ones', async () => {
    const { sheets: found, lost } = await read(workbook({ sheets }));
    expect(Object.keys(found)).toEqual(['Shown']);
    expect(lost).toEqual(['a hidden sheet (--sheet "Hidden" reads it)']);
  });

  it('has the sheet that is asked for alone', async () => {
    const { sheets: found } = await read(workbook({ sheets }), { sheet: said('hidden') });
    expect(found).toEqual({ Hidden: [['y']] });
    expect((await read(workbook({ sheets }), { sheet: said('Hiden') })).codes).toEqual(['unknown-sheet']);
  });

  it('tells what stands beside the cells', async () => {
    const more = { 'xl/comments1.xml': '<comments/>', 'xl/media/image1.png': 'x' };
    expect(
      (await read(workbook({ sheets: [{ name: 'A', rows: row(1, text('A1', 'x')) }], more }))).lost,
    ).toEqual(['comments on cells', 'pictures']);
  });
});

describe('refused', () => {
  const compound = (name: string) =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
        Buffer.alloc(508),
        Buffer.from(`${name}\0`, 'utf16le'),
      ]),
    );
  const parts = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };
  const long = `<worksheet>${' '.repeat(70 * 1024 * 1024)}</worksheet>`;

  it.each<readonly [string, () => Uint8Array, string]>([
    ['with a password', () => compound('EncryptedPackage'), 'protected-file'],
    ['of an old format', () => compound('Workbook'), 'unknown-format'],
    ['whose parts have a password', () => archive(parts, { locked: true }), 'protected-file'],
    ['with macros', () => archive({ ...parts, 'xl/vbaProject.bin': 'x' }), 'has-macros'],
    ['that unpacks to very much', () => archive({ ...parts, 'xl/worksheets/sheet1.xml': long }), 'zip-bomb'],
    [
      'that unpacks to very much and says little',
      () =>
        archive({ 'xl/workbook.xml': '<workbook/>  ', 'xl/worksheets/sheet1.xml': long }, { size: () => 12 }),
      'zip-bomb',
    ],
    ['that is cut off', () => one(row(1, text('A1', 'x'))).subarray(0, 300), 'broken-source'],
    ['with a broken part', () => workbook({ sheets: [{ name: 'A', rows: '<row' }] }), 'broken-source'],
    [
      'with entities',
      () => archive({ ...parts, 'xl/workbook.xml': '<!DOCTYPE a><workbook/>' }),
      'broken-source',
    ],
    ['without a cell', () => one(''), 'empty-file'],
    ['that is a text', () => archive({ 'word/document.xml': '<a/>' }), 'unknown-format'],
    ['that is an archive', () => archive({ 'a.txt': 'x' }), 'unknown-format'],
  ])('%s', async (_, bytes, code) => {
    expect((await read(bytes())).codes).toEqual([code]);
  });
});
