/** poppler, on which Evince, Okular and their kin stand: fills by its GLib binding, draws by pdftoppm, reads by pdftotext. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Picture } from '../pages/picture.ts';
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

/** Pages (from 0) with their forms. */
export function drawByPoppler(bytes: Uint8Array, dpi: number, pages: readonly number[]): readonly Picture[] {
  return inFolder(bytes, (_, file) =>
    pages.map((index) => {
      const page = ['-f', String(index + 1), '-l', String(index + 1)];
      return pictureOfPgm(execFileSync('pdftoppm', ['-r', String(dpi), '-gray', ...page, file], LARGE));
    }),
  );
}

const LARGE = { maxBuffer: 1 << 26 };

function pictureOfPgm(bytes: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40));
  if (head === null) throw new Error('pdftoppm wrote no grey picture');
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    grey: new Uint8Array(bytes.subarray(head[0].length)),
  };
}

/** The text that is shown inside each widget, its words without white space between them. */
export function textsByPoppler(bytes: Uint8Array, widgets: readonly Widget[]): readonly string[] {
  const html = inFolder(bytes, (_, file) =>
    execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', ...LARGE }),
  );
  const pages = html
    .split('<page ')
    .slice(1)
    .map((page) => [...page.matchAll(WORD)].map(wordOf));
  return widgets.map(({ page, left, top, width, height }) => {
    const inside = (pages[page] ?? []).filter(
      ({ x, y }) => x > left && x < left + width && y > top && y < top + height,
    );
    return inside.map(({ text }) => text).join('');
  });
}

const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A word with the place of its middle. */
function wordOf([, left, top, right, bottom, text = '']: RegExpExecArray): {
  readonly x: number;
  readonly y: number;
  readonly text: string;
} {
  return {
    x: (Number(left) + Number(right)) / 2,
    y: (Number(top) + Number(bottom)) / 2,
    text: text.replace(/&(#?\w+);/g, (whole, key: string) => ENTITIES[key] ?? whole),
  };
}
