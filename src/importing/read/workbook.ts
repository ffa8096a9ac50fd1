/** The parts of a workbook that hold for all of its sheets: which sheets there are, their shared texts, how numbers look. */
import { format } from 'numfmt';
import { visitXml } from './xml.ts';
import type { Archive } from './zip.ts';

export type Parts = Extract<Archive, { is: 'archive' }>;

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** The part's name in the archive; null of what is no table (a sheet of a chart). */
  readonly part: string | null;
}

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly texts: readonly SharedText[];
  readonly styles: Styles;
}

export interface SharedText {
  readonly text: string;
  /** All of it is. */
  readonly bold: boolean;
}

/** null: it is none, or broken. */
export function workbookOf(parts: Parts): Workbook | null {
  const book = parts.part('xl/workbook.xml');
  if (book === null) return null;
  const targets = relationsOf(parts, 'xl/workbook.xml');
  const sheets: SheetPart[] = [];
  let from1904 = false;
  const sound = visitXml(book, {
    open: (name, { name: title, state, id, date1904 }) => {
      if (name === 'workbookPr') from1904 = isTrue(date1904);
      if (name !== 'sheet' || title === undefined) return;
      const target = id === undefined ? undefined : targets.get(id);
      const part = target && /worksheets\//.test(target) ? target : null;
      sheets.push({ name: title, hidden: state === 'hidden' || state === 'veryHidden', part });
    },
  });
  if (!sound || sheets.length === 0) return null;
  const texts = sharedTexts(parts.part('xl/sharedStrings.xml'));
  const styles = Styles.read(parts.part('xl/styles.xml'), from1904);
  return texts && styles ? { sheets, texts, styles } : null;
}

/** Targets by id, as names of parts; of links that lead out of the file as they stand. */
export function relationsOf(parts: Parts, of: string): ReadonlyMap<string, string> {
  const slash = of.lastIndexOf('/') + 1;
  const folder = of.slice(0, slash);
  const found = new Map<string, string>();
  const xml = parts.part(`${folder}_rels/${of.slice(slash)}.rels`);
  if (xml === null) return found;
  visitXml(xml, {
    open: (name, { Id, Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      found.set(Id, TargetMode === 'External' ? Target : resolve(folder, Target));
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Texts in runs; what says how to pronounce them is left out. */
function sharedTexts(xml: string | null): readonly SharedText[] | null {
  const found: SharedText[] = [];
  if (xml === null) return found;
  const run = new Runs();
  const sound = visitXml(xml, {
    open: (name, attributes) => {
      if (name === 'si') run.begin();
      run.open(name, attributes);
    },
    close: (name) => {
      run.close(name);
      if (name === 'si') found.push({ text: run.text, bold: run.bold });
    },
    text: (piece) => run.add(piece),
  });
  return sound ? found : null;
}

/** A text in the making: `t`, alone or in runs `r` with their looks. */
export class Runs {
  text = '';
  /** All runs that say something are. */
  bold = false;
  private inText = false;
  private aside = false;
  private own = false;
  private inRun = false;

  begin(): void {
    this.text = '';
    this.bold = false;
    this.inText = this.aside = this.own = this.inRun = false;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'rPh') this.aside = true;
    else if (name === 'r') {
      this.inRun = true;
      this.own = false;
    } else if (name === 'b' && this.inRun) this.own = isTrue(attributes['val'] ?? '1');
    else if (name === 't') this.inText = !this.aside;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.aside = false;
    else if (name === 'r') this.inRun = false;
  }

  add(piece: string): void {
    if (!this.inText) return;
    if (piece.trim() !== '') this.bold = this.own && (this.bold || this.text.trim() === '');
    // A sign that XML cannot hold is written by its number.
    this.text += piece.replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Formats that have a number and no text of their own in the file; days as everybody reads them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00' },
  ...{ 12: '# ?/?', 13: '# ??/??', 14: 'yyyy-mm-dd', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy' },
  ...{ 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy-mm-dd h:mm' },
  ...{ 37: '#,##0;(#,##0)', 38: '#,##0;(#,##0)', 39: '#,##0.00;(#,##0.00)', 40: '#,##0.00;(#,##0.00)' },
  ...{ 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@' },
};
/** Days between the two beginnings of time. */
const DAYS_1904 = 1462;

/** How cells look, as far as it says something: their numbers, and whether they are bold. */
export class Styles {
  private constructor(
    private readonly cells: readonly { readonly pattern: string; readonly bold: boolean }[],
    private readonly from1904: boolean,
  ) {}

  static read(xml: string | null, from1904: boolean): Styles | null {
    if (xml === null) return new Styles([], from1904);
    const patterns = new Map(Object.entries(BUILT_IN).map(([id, pattern]) => [Number(id), pattern]));
    const bold: boolean[] = [];
    const cells: { numFmtId: number; fontId: number }[] = [];
    const path: string[] = [];
    const sound = visitXml(xml, {
      open: (name, { numFmtId = '0', formatCode, fontId = '0', val = '1' }) => {
        const parent = path.at(-1);
        path.push(name);
        if (name === 'numFmt' && formatCode !== undefined) patterns.set(Number(numFmtId), formatCode);
        else if (name === 'font' && parent === 'fonts') bold.push(false);
        else if (name === 'b' && parent === 'font' && path.at(-3) === 'fonts')
          bold[bold.length - 1] = isTrue(val);
        else if (name === 'xf' && parent === 'cellXfs')
          cells.push({ numFmtId: Number(numFmtId), fontId: Number(fontId) });
      },
      close: () => path.pop(),
    });
    if (!sound) return null;
    const looks = cells.map(({ numFmtId, fontId }) => ({
      pattern: patterns.get(numFmtId) ?? 'General',
      bold: bold[fontId] ?? false,
    }));
    return new Styles(looks, from1904);
  }

  bold(style: number): boolean {
    return this.cells[style]?.bold ?? false;
  }

  /** A number as it is shown. */
  shown(value: number, style: number): string {
    const pattern = this.cells[style]?.pattern ?? 'General';
    try {
      const days = this.from1904 && /[dmyh]/i.test(pattern.replace(/"[^"]*"|\[[^\]]*\]|General/g, ''));
      return format(pattern, days ? value + DAYS_1904 : value).trim();
    } catch {
      return String(value);
    }
  }
}
