/**
 * Fills the product's forms in real viewers as a person would, saves them, reads them back with a reader that did not
 * write them, and looks at all of them in four renderers. `scripts/viewers.mjs` starts it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawByPdfjs } from '../pages/pdfjs.ts';
import { type Picture, pngOf } from '../pages/picture.ts';
import { check } from '../pdf/conformance/check.ts';
import { chromiumViewer } from './chromium.ts';
import { type Document, documents, documentsAt } from './documents.ts';
import { missingFonts } from './fonts.ts';
import { readForm } from './form.ts';
import { faultsOf, SIGHTS } from './look.ts';
import { drawByMupdf, mupdfViewer, valuesByMupdf } from './mupdf.ts';
import { pdfLibViewer } from './pdf-lib.ts';
import { drawByPdfium } from './pdfium.ts';
import { pdfjsViewer } from './pdfjs.ts';
import { drawByPoppler, popplerViewer, versionOfPdftoppm } from './poppler.ts';
import { fieldFaults, letterFaults, storedFaults } from './reading.ts';
import { PARTS, sceneFor } from './scene.ts';
import { type Cell, Report, type Row } from './table.ts';
import { versionOf } from './versions.ts';
import type { Viewer } from './viewer.ts';

const DPI = 100;

interface Renderer {
  readonly name: string;
  readonly version: string | null;
  draw(
    bytes: Uint8Array,
    dpi: number,
    pages: readonly number[],
  ): Promise<readonly Picture[]> | readonly Picture[];
}

/** A form as somebody wrote it, and what must be seen of it. */
interface Filled extends Document {
  readonly viewer: string;
  /** The pages to look at, from 0. */
  readonly pages: readonly number[];
}

const RENDERERS: readonly Renderer[] = [
  { name: 'poppler', version: versionOfPdftoppm(), draw: drawByPoppler },
  { name: 'mupdf', version: versionOf('mupdf'), draw: drawByMupdf },
  { name: 'pdfium', version: versionOf('@hyzyla/pdfium'), draw: drawByPdfium },
  { name: 'pdf.js', version: versionOf('pdfjs-dist'), draw: drawByPdfjs },
];

/** Runs it all and prints what was found; the exit code. */
export async function main(argv: readonly string[], root: string): Promise<number> {
  const { values: options } = parseArgs({
    args: [...argv],
    options: {
      keep: { type: 'string' },
      all: { type: 'boolean', default: false },
      file: { type: 'string', multiple: true, default: [] },
    },
  });
  const keep = keeper(options.keep);
  const whole = options.file.length === 0 && versionOfPdftoppm() !== null;
  const report = new Report({ all: options.all, whole });
  const own = options.file.length > 0 ? await documentsAt(options.file) : await documents(root);
  const viewers = [
    chromiumViewer(join(root, 'test/viewers/chromium-page.js')),
    pdfjsViewer,
    pdfLibViewer,
    popplerViewer(join(root, 'test/viewers/poppler.py')),
    mupdfViewer,
  ];
  const saved: Filled[] = [];
  const rows: Row[] = [];
  for (const document of own) {
    keep(`${document.name}.pdf`, document.bytes);
    rows.push(await readOwn(document));
  }
  for (const viewer of viewers) {
    const version = await viewer.version();
    if (version === null) {
      report.notThere(viewer.name);
      continue;
    }
    for (const document of own.filter(({ fill }) => fill)) {
      const { cells, filled } = await fillAndRead(viewer, document, keep);
      rows.push({ name: `${viewer.name} ${version}: ${document.name}`, viewer: viewer.name, cells });
      if (filled) saved.push(filled);
    }
    await viewer.close?.();
  }
  report.table(
    'Filled, saved, read back',
    [...PARTS, 'rest', 'V', 'fonts', 'letters', 'rules', 'saves'],
    rows,
  );

  const renderers = RENDERERS.filter(({ name, version }) => version !== null || report.notThere(name));
  const looks: Row[] = [];
  for (const document of own) {
    const pages = [...Array((await readForm(document.bytes)).pdf.getPageCount()).keys()];
    looks.push(await look({ ...document, viewer: '', pages }, renderers, keep));
  }
  for (const filled of saved) looks.push(await look(filled, renderers, keep));
  report.table(
    'Shown by',
    renderers.map(({ name, version }) => `${name} ${version}`),
    looks,
  );
  console.log(report.text);
  return report.ok ? 0 : 1;
}

/** Rules of PDF/UA and PDF/A that a file breaks: it stays what it says it is after it was saved. */
async function brokenRules(bytes: Uint8Array): Promise<readonly string[]> {
  const found = (await check(bytes)).filter(({ rule }) => /^(?:ua1|3a) /.test(rule));
  return found.map(({ rule, where, message }) => `${rule}: ${where}: ${message}`);
}

type Keeper = (name: string, content: Uint8Array) => void;

function keeper(folder: string | undefined): Keeper {
  if (folder === undefined) return () => {};
  mkdirSync(folder, { recursive: true });
  return (name, content) => writeFileSync(join(folder, name.replace(/[: ]+/g, '-')), content);
}

/** A cell of a column that is about one thing. */
const alone = (column: string, cell: Cell): [string, ReadonlyMap<string, Cell>] => [
  column,
  new Map([[column, cell]]),
];

/** A form as the product wrote it: all of its values, not one more. */
async function readOwn({ name, bytes, values }: Document): Promise<Row> {
  const form = await readForm(bytes);
  const found = new Map(form.fields.map((field) => [field.id, field.value]));
  const wrong = form.fields.flatMap(({ id }) => fieldFaults(form, id, found, values.get(id) ?? ''));
  const missing = [...values.keys()].filter((id) => !found.has(id)).map((id) => `there is no field ${id}`);
  const cells = new Map([
    alone('rest', [...wrong, ...missing]),
    alone('V', storedFaults(form)),
    alone('fonts', missingFonts(form)),
    alone('letters', letterFaults(form, bytes, values, 'first')),
    alone('rules', await brokenRules(bytes)),
    alone('echo', letterFaults(form, bytes, values, 'other')),
  ]);
  return { name, viewer: '', cells };
}

async function fillAndRead(
  viewer: Viewer,
  document: Document,
  keep: Keeper,
): Promise<{ readonly cells: Row['cells']; readonly filled?: Filled }> {
  const name = `${document.name} by ${viewer.name}`;
  const scene = sceneFor(await readForm(document.bytes));
  let bytes: Uint8Array;
  try {
    bytes = await viewer.fill(document.bytes, scene.actions, (part, png) => keep(`${name} ${part}.png`, png));
  } catch (error) {
    return { cells: new Map([alone('saves', [error instanceof Error ? error.message : String(error)])]) };
  }
  keep(`${name}.pdf`, bytes);
  const form = await readForm(bytes);
  // Who wrote it does not read it.
  const found =
    viewer === pdfLibViewer ? valuesByMupdf(bytes) : new Map(form.fields.map((f) => [f.id, f.value]));
  const faultsAt = (id: string): readonly string[] =>
    fieldFaults(form, id, found, scene.values.get(id) ?? '');
  const typed = new Map(
    scene.actions.flatMap(({ id, text }) => (text === undefined ? [] : [[id, text] as const])),
  );
  const cells = new Map<string, ReadonlyMap<string, Cell>>();
  for (const part of PARTS) {
    const id = scene.parts.get(part);
    const missing = document.parts.includes(part) ? ['the form has no such field'] : null;
    const echo = part === 'echo' ? letterFaults(form, bytes, typed, 'other') : [];
    cells.set(...alone(part, id === undefined ? missing : [...faultsAt(id), ...echo]));
  }
  const played = new Set(scene.parts.values());
  const rest = [...scene.values.keys()].filter((id) => !played.has(id));
  const more = [...found.keys()].filter((id) => !scene.values.has(id)).map((id) => `a new field ${id}`);
  cells.set(...alone('rest', [...rest.flatMap(faultsAt), ...more]));
  cells.set(...alone('V', storedFaults(form)));
  cells.set(...alone('fonts', missingFonts(form)));
  cells.set(...alone('letters', letterFaults(form, bytes, typed, 'first')));
  cells.set(...alone('rules', await brokenRules(bytes)));
  cells.set(...alone('saves', []));
  // Pages that somebody wrote on, and the last, where a text of the first page shows again.
  const last = form.pdf.getPageCount() - 1;
  const pages = [...new Set([...scene.actions.map(({ widget }) => widget.page), last])].sort((a, b) => a - b);
  return { cells, filled: { ...document, name, viewer: viewer.name, bytes, values: scene.values, pages } };
}

async function look(filled: Filled, renderers: readonly Renderer[], keep: Keeper): Promise<Row> {
  const { name, viewer, bytes, pages } = filled;
  const form = await readForm(bytes);
  const cells = new Map<string, ReadonlyMap<string, Cell>>();
  for (const { name: renderer, version, draw } of renderers) {
    const pictures = await draw(bytes, DPI, pages);
    const drawn = new Map(pictures.map((picture, n) => [pages[n] ?? 0, picture]));
    for (const [page, picture] of drawn) keep(`${name} ${renderer} ${page + 1}.png`, pngOf(picture));
    const faults = faultsOf(form, filled, drawn, DPI);
    const cell = SIGHTS.map((sight): [string, Cell] => [
      sight,
      faults.filter((fault) => fault.sight === sight).map(({ what }) => what),
    ]);
    cells.set(`${renderer} ${version}`, new Map(cell));
  }
  return { name, viewer, cells };
}
