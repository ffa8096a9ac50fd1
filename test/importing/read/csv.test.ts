/** CSV: encodings, separators, cells in quotes, files that are broken or cut off, and long ones. */
import { describe, expect, it } from 'vitest';
import { readMaterial } from '../../../src/importing/read/read.ts';

const TABLE =
  'Skill,Level,Text\nMentoring,Junior,Hört zu – gern\nMentoring,Senior,"Leads; and\n""listens"""\n';
const CELLS = [
  ['Skill', 'Level', 'Text'],
  ['Mentoring', 'Junior', 'Hört zu – gern'],
  ['Mentoring', 'Senior', 'Leads; and\n"listens"'],
];

async function read(bytes: Uint8Array | string, path = 'ladder.csv') {
  const all = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  // In pieces that part letters and cells.
  const chunks = function* () {
    for (let at = 0; at < all.length; at += 7) yield all.subarray(at, at + 7);
  };
  const result = await readMaterial({ path, bytes: { size: all.length, chunks } }, {});
  const codes = result.problems.map(({ code }) => code);
  const [grid] = result.ok ? result.value.grids : [];
  const rows = [...(grid?.rows() ?? [])];
  return {
    codes,
    lines: result.problems.map(({ span }) => span.line),
    cut: result.ok ? result.value.cut : null,
    cells: rows.map((row) => row.map(({ text }) => text)),
    places: rows.map((row) => row[0]?.place.line),
  };
}

/** In UTF-16, the low byte first. */
function wide(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

describe('a table as CSV', () => {
  it.each<readonly [string, Uint8Array | string] | readonly [string, Uint8Array | string, string]>([
    ['with commas', TABLE],
    ['with semicolons', TABLE.replaceAll(',', ';')],
    ['with tabs', TABLE.replaceAll(',', '\t'), 'ladder.tsv'],
    ['that names its separator', `sep=;\n${TABLE.replaceAll(',', ';')}`],
    ['with a mark of UTF-8', `\ufeff${TABLE}`],
    ['in UTF-16', wide(`\ufeff${TABLE}`)],
    ['as the text of a spreadsheet', wide(`\ufeff${TABLE.replaceAll(',', '\t')}`), 'ladder.txt'],
    ['in UTF-16 of the other order', new Uint8Array(Buffer.from(`\ufeff${TABLE}`, 'utf16le').swap16())],
    ['in UTF-16 without a mark', wide(TABLE)],
    ['with CRLF', TABLE.replaceAll('\n', '\r\n')],
    ['with CR', TABLE.replaceAll('\n', '\r')],
    ['without a line end', TABLE.trimEnd()],
    ['whose name says nothing', TABLE, '-'],
    ['that pretends to be a workbook', TABLE, 'ladder.xlsx'],
  ])('%s', async (...[, bytes, path]) => {
    const { cells, codes } = await read(bytes, path);
    expect(cells).toEqual(CELLS);
    expect(codes).toEqual([]);
  });

  it('in Windows-1252 is told to be guessed', async () => {
    const bytes = Uint8Array.from([...TABLE].map((letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0))));
    const { cells, codes } = await read(bytes);
    expect(cells).toEqual(CELLS);
    expect(codes).toEqual(['encoding-guessed']);
  });

  it.each(['ladder.md', 'ladder.html', 'ladder.txt'])(
    'in Windows-1252 is told of other texts too: %s',
    async (path) => {
      const bytes = new Uint8Array(
        Buffer.from('| Skill | Junior |\n|---|---|\n| Zuh\u00f6ren | H\u00f6rt zu. |\n', 'latin1'),
      );
      expect((await read(bytes, path)).codes).toEqual(['encoding-guessed']);
    },
  );

  it('says in which line a record begins', async () => {
    const { places } = await read(`a,b\n"1\n2",x\n\n3,y\n`);
    expect(places).toEqual([1, 2, 4, 5]);
  });
});

describe('a file that is cut off', () => {
  const whole = 'a,b,c\n1,2,3\n4,5,6\n';

  it('in a cell in quotes has its whole records', async () => {
    const { cells, cut, codes, lines } = await read(`${whole}7,8,"nine and`);
    expect(cells).toHaveLength(3);
    expect(cut?.place.line).toBe(4);
    expect([codes, lines]).toEqual([['cut-off'], [4]]);
  });

  it('in a record has its whole records', async () => {
    const { cells, codes } = await read(`${whole}7,8`);
    expect(cells).toHaveLength(3);
    expect(codes).toEqual(['cut-off']);
  });

  it('is none where records have cells as they like', async () => {
    const { cells, codes } = await read('a,b,c\n1,2,3\n4\n5,6,7\n8,9');
    expect(cells).toHaveLength(5);
    expect(codes).toEqual([]);
  });
});

describe('what is no CSV', () => {
  it.each<readonly [string, Uint8Array | string, string]>([
    ['an empty file', '', 'empty-file'],
    ['white alone', '\n \n', 'empty-file'],
    ['bytes', Uint8Array.from({ length: 512 }, (_, i) => i % 256), 'unknown-format'],
    ['a quotation mark that is never closed', `a,b\n1,"2\n${'3,4\n'.repeat(50)}`, 'broken-source'],
    ['a PDF', '%PDF-1.7\n', 'unknown-format'],
  ])('%s is told', async (_, bytes, code) => {
    expect((await read(bytes)).codes).toEqual([code]);
  });
});

it('a long file is read as its rows are asked for', async () => {
  const line = new TextEncoder().encode(`Mentoring,Senior,${'words '.repeat(20)}\n`);
  const chunk = Buffer.concat(Array.from({ length: 500 }, () => line));
  const count = Math.ceil((6 * 1024 * 1024) / chunk.length);
  let given = 0;
  const chunks = function* () {
    yield new TextEncoder().encode('Skill,Level,Text\n');
    for (let i = 0; i < count; i++) {
      given++;
      yield chunk;
    }
  };
  const result = await readMaterial({ path: 'long.csv', bytes: { size: chunk.length * count, chunks } }, {});
  const [grid] = result.ok ? result.value.grids : [];
  given = 0;
  const rows = grid?.rows()[Symbol.iterator]();
  for (let i = 0; i < 10; i++) expect(rows?.next().done).toBe(false);
  expect(given).toBeLessThan(5);
  expect([...(grid?.rows() ?? [])]).toHaveLength(500 * count + 1);
});

it('an empty piece ends nothing', async () => {
  const parts = ['a,b\n1', '', ',2\n'].map((text) => new TextEncoder().encode(text));
  const result = await readMaterial({ path: 'x.csv', bytes: { size: 8, chunks: () => parts } }, {});
  expect(result.ok && [...(result.value.grids[0]?.rows() ?? [])]).toHaveLength(2);
});
