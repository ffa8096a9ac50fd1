/** poppler, on which Evince, Okular and their kin stand: fills by its GLib binding, draws by pdftoppm, reads by pdftotext. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Picture } from '../pictures/picture.ts';
import type { Widget } from './form.ts';
import { middleOf } from './scene.ts';
import type { Viewer } from './viewer.ts';

/** A python of one's own seldom has the system's bindings. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

function inFolder<T>(bytes: Uint8Array, use: (folder: string, file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'rubricate-poppler-'));
  try {
    writeFileSync(join(folder, 'form.pdf'), bytes);
    return use(folder, join(folder, 'form.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function popplerViewer(script: string): Viewer {
  let python = '';
  return {
    name: 'poppler',
    version: async () => {
      for (const name of PYTHONS) {
        const { status, stdout } = spawnSync(name, [script], { encoding: 'utf8' });
        python = name;
        if (status === 0) return stdout.trim();
      }
      return null;
    },
    fill: async (bytes, actions) =>
      inFolder(bytes, (folder, file) => {
        const clicks = actions.map(({ widget, text }) => {
          const { x, y } = middleOf(widget);
          return { page: widget.page, x, y: widget.pageHeight - y, text: text ?? null };
        });
        const saved = join(folder, 'saved.pdf');
        execFileSync(python, [script, file, saved], { input: JSON.stringify(clicks) });
        return new Uint8Array(readFileSync(saved));
      }),
  };
}

/** What `pdftoppm -v` calls itself, or null where it is not there. */
export function versionOfPdftoppm(): string | null {
  const { stderr } = spawnSync('pdftoppm', ['-v'], { encoding: 'utf8' });
  return /version ([\d.]+)/.exec(stderr ?? '')?.[1] ?? null;
}

export function drawByPoppler(bytes: Uint8Array, dpi: number): readonly Picture[] {
  return inFolder(bytes, (folder, file) => {
    execFileSync('pdftoppm', ['-r', String(dpi), '-gray', file, join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return pages.sort().map((name) => pictureOfPgm(readFileSync(join(folder, name))));
  });
}

function pictureOfPgm(bytes: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40));
  if (head === null) throw new Error('pdftoppm wrote no grey picture');
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    grey: new Uint8Array(bytes.subarray(head[0].length)),
  };
}

/** The text that is shown inside each widget. */
export function textsByPoppler(bytes: Uint8Array, widgets: readonly Widget[]): readonly string[] {
  return inFolder(bytes, (_, file) =>
    widgets.map(({ page, left, top, width, height }) => {
      const area = { f: page + 1, l: page + 1, x: left, y: top, W: width, H: height };
      const options = Object.entries(area).flatMap(([key, value]) => [`-${key}`, String(Math.round(value))]);
      return execFileSync('pdftotext', [...options, '-r', '72', file, '-'], { encoding: 'utf8' });
    }),
  );
}
