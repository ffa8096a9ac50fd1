/** The forms that are looked at: made by the built program from the data that ships, blank and filled in. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readForm } from './form.ts';
import { PARTS, type Part } from './scene.ts';

export interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What each field must say; a field that is not named must be empty. */
  readonly values: ReadonlyMap<string, string>;
  /** What a person must be able to do in it. */
  readonly parts: readonly Part[];
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  scorecard: ['scorecard', '--role', 'llm-engineer', '--level', 'senior'],
  packet: ['promotion', '--role', 'llm-engineer', '--to', 'senior'],
};

/** A blank one and one filled in of each kind. */
export async function documents(root: string): Promise<readonly Document[]> {
  const made: Document[] = [];
  for (const [name, words] of Object.entries(KINDS)) {
    const blank = make(root, words, new Map());
    const values = await answersFor(blank);
    const parts = PARTS;
    made.push({ name: `${name} blank`, bytes: blank, values: new Map(), parts });
    made.push({ name: `${name} filled in`, bytes: make(root, words, values), values, parts });
  }
  return made;
}

/** Forms of somebody else; what they say is taken for right. */
export async function documentsAt(paths: readonly string[]): Promise<readonly Document[]> {
  return Promise.all(
    paths.map(async (path) => {
      const bytes = new Uint8Array(readFileSync(path));
      const { fields } = await readForm(bytes);
      const values = new Map(fields.map((f) => [f.id, f.value]));
      return { name: basename(path, '.pdf'), bytes, values, parts: [] };
    }),
  );
}

/** The first two of each kind of field, filled in. */
async function answersFor(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { fields } = await readForm(bytes);
  const values = new Map<string, string>();
  for (const { id, kind, widgets } of fields) {
    const others = fields.filter((field) => field.kind === kind && values.has(field.id));
    if (others.length >= 2 || id.includes('+')) continue;
    const text = kind === 'notes' ? 'Größe: “84 %”.\nZweite Zeile – kurz.' : 'Ana “Nia” Öz';
    values.set(id, kind === 'line' || kind === 'notes' ? text : (widgets.at(-1)?.on ?? ''));
  }
  return values;
}

function make(root: string, words: readonly string[], values: ReadonlyMap<string, string>): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'rubricate-viewers-'));
  try {
    const file = join(folder, 'form.pdf');
    const set = [...values].flatMap(([id, value]) => ['--set', `${id}=${value}`]);
    const program = join(root, 'dist/cli.js');
    execFileSync(process.execPath, [program, ...words, ...set, '--out', file, '--quiet'], { cwd: folder });
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
