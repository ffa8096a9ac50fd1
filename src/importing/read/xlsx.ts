/** XLSX: each visible sheet a grid. What has macros, a password or more in it than can be read is refused. */
import { bad, type Checked, checked } from '../../problems/checked.ts';
import { knownNames } from '../../problems/nearest.ts';
import { error } from '../../problems/problem.ts';
import { fileSpan, type Source } from '../../problems/source.ts';
import type { SourceFile } from '../import.ts';
import type { Grid, Material } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { protectedFile } from './protected.ts';
import { sheetOf } from './sheet.ts';
import { nameOf } from './text-of.ts';
import { type Parts, type SheetPart, workbookOf } from './workbook.ts';
import { visitXml } from './xml.ts';
import { unpack } from './zip.ts';

const MEGABYTE = 1024 * 1024;
/** Bytes of the longest file. */
const MOST = 50 * MEGABYTE;
/** Parts that are read. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/.*|xl\/worksheets\/.*|docProps\/core\.xml|mimetype)$/;
/** What other archives have in them. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^word\//, 'a Word document: save it as HTML, or its tables as XLSX'],
  [/^ppt\//, 'a presentation: save its tables as XLSX'],
  [/^xl\/workbook\.bin$/, 'a binary workbook (xlsb): save it as XLSX'],
  [/^Index\/.*\.iwa$/, 'a file of Numbers, Pages or Keynote: export it as XLSX'],
  [/^content\.xml$/, 'an OpenDocument file: save it as XLSX'],
];

/** Problems: `too-large`, `zip-bomb`, `protected-file`, `has-macros`, `broken-source`, `unknown-format`, `unknown-sheet`. */
export async function readXlsx(
  { path, bytes }: SourceFile,
  options: ImportOptions,
): Promise<Checked<Material>> {
  const source: Source = { path, text: '' };
  const span = fileSpan(source);
  const tooLarge = (what: string, help: string) =>
    bad([error('too-large', `${path} ${what}`, span, { help })]);
  if (bytes.size > MOST)
    return tooLarge(
      `has more than ${MOST / MEGABYTE} MB`,
      'make several files of it, or save its sheets as CSV',
    );
  const archive = await unpack(Buffer.concat([...bytes.chunks()]), (name) => WANTED.test(name));
  const broken = () => {
    const help = 'open it in the program that wrote it, and save it anew as XLSX';
    return bad([error('broken-source', `${path} is broken, or not whole`, span, { help })]);
  };
  if (archive.is === 'broken') return broken();
  if (archive.is === 'protected') return bad([protectedFile(source)]);
  if (archive.is === 'bomb') {
    const help = 'save its sheets as CSV, if they are really so large';
    return bad([error('zip-bomb', `${path} unpacks to more than can be a framework`, span, { help })]);
  }
  const { names } = archive;
  if (names.some((name) => /vbaProject/i.test(name)) || hasMacroType(archive)) {
    const help = 'save it as a workbook without macros (.xlsx)';
    return bad([error('has-macros', `${path} has macros`, span, { help })]);
  }
  const [, what] = OTHERS.find(([pattern]) => names.some((name) => pattern.test(name))) ?? [];
  if (what !== undefined || !names.some((name) => name.startsWith('xl/'))) {
    const [kind = '', help = ''] = (what ?? 'an archive: unpack it and import the folder').split(': ');
    return bad([error('unknown-format', `${path} is ${kind}`, span, { help })]);
  }
  const book = workbookOf(archive);
  if (!book) return broken();
  const wanted = sheetsWanted(book.sheets, options, source);
  if (!wanted.ok) return wanted;
  const grids: Grid[] = [];
  const lost: { what: string; place: Grid['place'] }[] = [];
  for (const { name, hidden, part } of book.sheets) {
    const place = { source, line: null, sheet: name, row: null, column: null };
    if (!wanted.value.has(name)) {
      const why = options.sheet
        ? 'another sheet than the one that was asked for'
        : `a hidden sheet (--sheet "${name}" reads it)`;
      if (hidden || options.sheet) lost.push({ what: why, place });
      continue;
    }
    if (part === null) {
      lost.push({ what: 'a sheet that is no table', place });
      continue;
    }
    const sheet = sheetOf(archive, { name, part }, book, source);
    if (sheet === null) return broken();
    if (sheet === 'large')
      return tooLarge(`has more cells than are read in the sheet "${name}"`, 'save it as CSV');
    lost.push(
      ...sheet.lost.map(({ what: lacking, row, column }) => ({
        what: lacking,
        place: { ...place, row, column },
      })),
    );
    if (sheet.rows.length === 0) continue;
    grids.push({
      type: 'grid',
      sheet: name,
      under: [],
      before: [],
      headRows: 0,
      rows: () => sheet.rows,
      place,
    });
  }
  lost.push(...asides(names, source));
  if (grids.length === 0) {
    const help = 'import a file that has something in it';
    return bad([error('empty-file', `${path} is empty`, span, { help })]);
  }
  return checked(
    {
      ...{ source, format: 'xlsx', name: nameOf(path), ...saysOfItself(archive) },
      ...{ grids, tree: null, head: new Map(), cut: null, lost, problems: [] },
    },
    wanted.problems,
  );
}

function hasMacroType(parts: Parts): boolean {
  return /macroEnabled/i.test(parts.part('[Content_Types].xml') ?? '');
}

/** Names of the sheets to read. */
function sheetsWanted(
  sheets: readonly SheetPart[],
  { sheet }: ImportOptions,
  source: Source,
): Checked<ReadonlySet<string>> {
  const visible = new Set(sheets.filter(({ hidden }) => !hidden).map(({ name }) => name));
  if (!sheet) return checked(visible, []);
  const own =
    sheets.find(({ name }) => name === sheet.text) ??
    sheets.find(({ name }) => name.trim().toLowerCase() === sheet.text.trim().toLowerCase());
  if (own) return checked(new Set([own.name]), []);
  const help = knownNames(
    sheet.text,
    sheets.map(({ name }) => name),
  );
  return bad([error('unknown-sheet', `${source.path} has no sheet "${sheet.text}"`, sheet.span, { help })]);
}

function saysOfItself(parts: Parts): { readonly title: string | null; readonly language: string | null } {
  let title = '';
  let language = '';
  let at = '';
  visitXml(parts.part('docProps/core.xml') ?? '<none/>', {
    open: (name) => {
      at = name;
    },
    close: () => {
      at = '';
    },
    text: (piece) => {
      if (at === 'title') title += piece;
      if (at === 'language') language += piece;
    },
  });
  return { title: title.trim() || null, language: language.trim() || null };
}

/** What stands beside the cells. */
function asides(names: readonly string[], source: Source): Material['lost'] {
  const place = { source, line: null, sheet: null, row: null, column: null };
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/^xl\/(?:comments\d*|threadedComments\/.*)\.xml$/, 'comments on cells'],
    [/^xl\/media\//, 'pictures'],
    [/^xl\/charts\//, 'charts'],
  ];
  return kinds.flatMap(([pattern, what]) =>
    names.some((name) => pattern.test(name)) ? [{ what, place }] : [],
  );
}
