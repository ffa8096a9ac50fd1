/**
 * Fills the product's forms in real viewers as a person would, saves them, reads them back with a reader that did not
 * write them, and looks at all of them in four renderers. `scripts/viewers.mjs` starts it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawByPdfjs } from '../pictures/pdfjs.ts';
import { type Picture, pngOf } from '../pictures/picture.ts';
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
import { fieldFaults, letterFaults } from './reading.ts';
import { PARTS, sceneFor } from './scene.ts';
import { type Cell, Report, type Row } from './table.ts';
import { versionOf } from './versions.ts';
import type { Viewer } from './viewer.ts';

const DPI = 100;

interface Renderer {
  readonly name: string;
  readonly version: string | null;
  draw(bytes: Uint8Array): Promise<readonly Picture[]> | readonly Picture[];
}

/** A form as somebody wrote it, and what must be seen of it. */
interface Filled extends Document {
  readonly viewer: string;
}

const RENDERERS: readonly Renderer[] = [
  { name: 'poppler', version: versionOfPdftoppm(), draw: (bytes) => drawByPoppler(bytes, DPI) },
  { name: 'mupdf', version: versionOf('mupdf'), draw: (bytes) => drawByMupdf(bytes, DPI) },
  { name: 'pdfium', version: versionOf('@hyzyla/pdfium'), draw: (bytes) => drawByPdfium(bytes, DPI) },
  { name: 'pdf.js', version: versionOf('pdfjs-dist'), draw: (bytes) => drawByPdfjs(bytes, DPI) },
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
  const report = new Report(options.all);
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
    for (const document of own) {
      const { cells, filled } = await fillAndRead(viewer, document, keep);
      rows.push({ name: `${viewer.name} ${version}: ${document.name}`, viewer: viewer.name, cells });
      if (filled) saved.push(filled);
    }
    await viewer.close?.();
  }
  report.table('Filled, saved, read back', [...PARTS, 'rest', 'fonts', 'letters', 'saves'], rows);

  const renderers = RENDERERS.filter(({ name, version }) => version !== null || report.notThere(name));
  const looks: Row[] = [];
  for (const filled of [...own.map((document) => ({ ...document, viewer: '' })), ...saved])
    looks.push(await look(filled, renderers, keep));
  report.table(
    'Shown by',
    renderers.map(({ name, version }) => `${name} ${version}`),
    looks,
  );
  console.log(report.text);
  return report.ok ? 0 : 1;
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
    alone('fonts', missingFonts(form)),
    alone('letters', letterFaults(form, bytes, values, 'first')),
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
  cells.set(...alone('fonts', missingFonts(form)));
  cells.set(...alone('letters', letterFaults(form, bytes, typed, 'first')));
  cells.set(...alone('saves', []));
  return { cells, filled: { ...document, name, viewer: viewer.name, bytes, values: scene.values } };
}

async function look(
  { name, viewer, bytes, values }: Filled,
  renderers: readonly Renderer[],
  keep: Keeper,
): Promise<Row> {
  const form = await readForm(bytes);
  const cells = new Map<string, ReadonlyMap<string, Cell>>();
  for (const { name: renderer, version, draw } of renderers) {
    const pages = await draw(bytes);
    for (const [n, page] of pages.entries()) keep(`${name} ${renderer} ${n + 1}.png`, pngOf(page));
    const faults = faultsOf(form, values, pages, DPI);
    const cell = SIGHTS.map((sight): [string, Cell] => [
      sight,
      faults.filter((fault) => fault.sight === sight).map(({ what }) => what),
    ]);
    cells.set(`${renderer} ${version}`, new Map(cell));
  }
  return { name, viewer, cells };
}
