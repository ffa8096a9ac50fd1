/** The forms that are looked at: made by the built program from the data that ships, blank and filled in. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readForm } from './form.ts';
import type { Wanted } from './look.ts';
import { PARTS, type Part } from './scene.ts';

export interface Document extends Wanted {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a person must be able to do in it. */
  readonly parts: readonly Part[];
  /** Whether the viewers fill it in. */
  readonly fill: boolean;
}

interface Kind {
  readonly name: string;
  readonly words: readonly string[];
  /** What is filled in, and what the fields of the PDF say then. */
  readonly set: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  /** Whether the viewers change it once more. */
  readonly refill: boolean;
}

const SCORECARD = {
  candidate: 'Zoë “Zed” Müller-O’Neill',
  interviewer: 'Łódź Ångström',
  more: 'C: “no”',
  'evidence/llm-evaluation':
    'Größe: “84 %” – nicht 81.\nZweite Zeile mit einem Wort mehr als auf eine Zeile davon passt, wie ich glaube.',
  'rating/llm-evaluation': 'meets',
  'unsure/llm-evaluation': 'yes',
};
const PACKET = {
  person: 'Zoë “Zed” Müller-O’Neill',
  ask: 'Größe: “84 %” – nicht 81.\nZweite Zeile.',
  'top/1/what': 'Ein Satz, der in der Zelle einer Tabelle steht und umbrochen werden muss.',
  'standing-self/llm-evaluation': 'partly',
  reach: 'teams',
};
const KINDS: readonly Kind[] = [
  {
    name: 'scorecard',
    words: ['scorecard', '--role', 'llm-engineer', '--level', 'senior'],
    set: { ...SCORECARD, 'not-assessed/llm-fine-tuning': 'not-asked' },
    // The two choices exclude each other: one field, whose name is the rating's.
    values: { ...SCORECARD, 'rating/llm-fine-tuning': 'not-asked' },
    refill: true,
  },
  {
    name: 'packet',
    words: ['promotion', '--role', 'llm-engineer', '--to', 'senior'],
    set: { ...PACKET, shown: 'llm-evaluation,retrieval' },
    values: { ...PACKET, 'shown/llm-evaluation': 'yes', 'shown/retrieval': 'yes' },
    refill: false, // eleven pages take their time
  },
];

/** A blank one and one filled in of each kind. */
export async function documents(root: string): Promise<readonly Document[]> {
  const made = KINDS.flatMap(({ name, words, set, values, refill }) => [
    documentOf(`${name} blank`, make(root, words, {}), new Map()),
    documentOf(`${name} filled in`, make(root, words, set), new Map(Object.entries(values)), refill),
  ]);
  return Promise.all(made);
}

/** Forms of somebody else; what they say is taken for right. */
export async function documentsAt(paths: readonly string[]): Promise<readonly Document[]> {
  return Promise.all(
    paths.map(async (path) => {
      const bytes = new Uint8Array(readFileSync(path));
      const { fields } = await readForm(bytes);
      const values = new Map(fields.map((f) => [f.id, f.value]));
      return { ...(await documentOf(basename(path, '.pdf'), bytes, values)), parts: [] };
    }),
  );
}

async function documentOf(
  name: string,
  bytes: Uint8Array,
  values: ReadonlyMap<string, string>,
  fill = true,
): Promise<Document> {
  const { fields } = await readForm(bytes);
  const ruled = fields.filter(({ widgets }) => widgets.some((widget) => widget.ruled));
  return { name, bytes, values, ruled: new Set(ruled.map(({ id }) => id)), parts: PARTS, fill };
}

function make(root: string, words: readonly string[], set: Readonly<Record<string, string>>): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'rubricate-viewers-'));
  try {
    const file = join(folder, 'form.pdf');
    const options = Object.entries(set).flatMap(([id, value]) => ['--set', `${id}=${value}`]);
    const program = join(root, 'dist/cli.js');
    execFileSync(process.execPath, [program, ...words, ...options, '--out', file, '--quiet'], {
      cwd: folder,
    });
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
