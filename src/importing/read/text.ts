/**
 * Pages that were saved as text: lines, and tables whose cells bars part. A line of a table may have words before its first
 * bar; a page may end anywhere: what is whole is taken, what is not is said (`cut`).
 */
import { type Checked, good } from '../../problems/checked.ts';
import type { Source } from '../../problems/source.ts';
import type { SourceFile } from '../import.ts';
import { type Cell, type Grid, type Material, type Place, plainCell, type Tree } from '../material.ts';
import { markdownMaterial } from './markdown.ts';
import { fromText, nameOf } from './text-of.ts';

const RULE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/;
/** Headings, with signs before them or a line of signs under them. */
const MARKDOWN = /^#{1,6} \S|^(?!.*\|).*\p{L}.*\n(?:={3,}|-{3,})[ \t]*$/mu;

/** Problems: those of a text. */
export async function readText(file: SourceFile): Promise<Checked<Material>> {
  return fromText(file, (source) => {
    const markdown = MARKDOWN.test(source.text) ? source.text : withHeadings(source.text);
    return good(
      markdown === null ? material(source) : { ...markdownMaterial(source, markdown), format: 'text' },
    );
  });
}

const BULLET = /^\s*[•·▪◦‣●○*-]\s+(?=\S)/u;

/** Short lines right over lists are headings; null where there are not several of them, or where there are tables. */
function withHeadings(text: string): string | null {
  const lines = text.split('\n');
  const heads = lines.map(
    (line, y) =>
      line.trim() !== '' &&
      line.length <= 60 &&
      !BULLET.test(line) &&
      !/[.:|]\s*$/.test(line) &&
      BULLET.test(lines[y + 1] ?? ''),
  );
  if (text.includes('|') || heads.filter((is) => is).length < 2) return null;
  return lines.map((line, y) => (heads[y] ? `# ${line.trim()}` : line.replace(BULLET, '- '))).join('\n');
}

function material(source: Source): Material {
  const lines = source.text.split('\n');
  const start: Place = { source, line: 1, sheet: null, row: null, column: null };
  const at = (line: number): Place => ({ ...start, line: line + 1 });
  const plain: { readonly text: string; readonly line: number }[] = [];
  const grids: Grid[] = [];
  let before: string[] = [];
  let cut: Material['cut'] = null;
  const say = (text: string, line: number) => {
    if (text.trim() === '') return;
    plain.push({ text: text.trim(), line });
    before.push(text.trim());
  };
  for (let y = 0; y < lines.length; y++) {
    const line = lines[y] ?? '';
    const bar = line.indexOf('|');
    if (bar < 0) say(line, y);
    else if (!RULE.test(lines[y + 1] ?? '')) {
      if (y === lines.length - 1 && /^\s*\|/.test(line.slice(bar))) {
        say(line.slice(0, bar), y);
        cut = { what: 'the head of a table', place: at(y) };
      } else say(line, y);
    } else {
      say(line.slice(0, bar), y);
      const rows: (readonly Cell[])[] = [cellsOf(line.slice(bar), at(y), 1)];
      const place = at(y);
      for (y += 2; isRow(lines, y); y++) {
        const row = lines[y] ?? '';
        if (y === lines.length - 1 && !/\|\s*$/.test(row)) cut = { what: 'a row of a table', place: at(y) };
        else rows.push(cellsOf(row, at(y), rows.length + 1));
      }
      y -= 1;
      grids.push({
        type: 'grid',
        sheet: null,
        under: titleOver(before),
        before,
        headRows: 1,
        rows: () => rows,
        place,
      });
      before = [];
    }
  }
  const tree: Tree = {
    ...{ type: 'tree', kind: 'document', label: '', depth: null, place: start },
    text: '',
    children: plain.map(
      ({ text, line }): Tree => ({
        ...{ type: 'tree', kind: 'item', label: text, text: '', children: [], depth: null, place: at(line) },
      }),
    ),
  };
  return {
    ...{ source, format: 'text', name: nameOf(source.path), title: plain[0]?.text ?? null, language: null },
    ...{ grids, tree, head: new Map(), cut, lost: [], problems: [] },
  };
}

/** A short line before a table is its heading; one that counts ("4 skills") is none. */
function titleOver(before: readonly string[]): readonly string[] {
  const line = [...before].reverse().find((one) => !/^\d+\s+\S+$/.test(one));
  return line === undefined || line.length > 60 || /[.。:!?]$/.test(line) ? [] : [line];
}

/** A line of the table, and not the head of the next. */
function isRow(lines: readonly string[], y: number): boolean {
  return /^\s*\|/.test(lines[y] ?? '') && !RULE.test(lines[y + 1] ?? '');
}

/** Between bars; one that is written as \| is part of the text. */
function cellsOf(row: string, place: Place, number: number): readonly Cell[] {
  const parts = row
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/);
  return parts.map((part, x): Cell => {
    const text = part.trim().replaceAll('\\|', '|');
    const at = { ...place, row: number, column: x + 1 };
    return plainCell(text, at);
  });
}
