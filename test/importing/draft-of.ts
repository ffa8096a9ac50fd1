/** Texts as files of an import, and what is found in them. */
import { bytesOf } from '../../src/importing/bytes.ts';
import type { Draft } from '../../src/importing/draft.ts';
import { importFiles } from '../../src/importing/import.ts';
import type { Material } from '../../src/importing/material.ts';
import type { ImportOptions } from '../../src/importing/options.ts';
import { readMaterial } from '../../src/importing/read/read.ts';
import { recognise } from '../../src/importing/recognise/recognise.ts';
import type { Named } from '../../src/problems/named.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { fileSpan } from '../../src/problems/source.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A value of an option. */
export function said(text: string): Named {
  return { text, span: fileSpan({ path: '(command line)', text }) };
}

export async function materialOf(path: string, text: string): Promise<Material> {
  const read = await readMaterial({ path, bytes: bytesOf(new TextEncoder().encode(text)) }, {});
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.value;
}

export interface Outcome {
  readonly shape: string;
  readonly draft: Draft;
  readonly problems: readonly Problem[];
}

/** The draft; an error where there is none. */
export async function found(files: Files, options: ImportOptions = {}): Promise<Outcome> {
  const imported = await run(files, options);
  if (!imported.ok)
    throw new Error(imported.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const { draft, recognised } = imported.value;
  return { shape: recognised.shape, draft, problems: imported.problems };
}

/** The errors of an import that has no draft: `code: message`. */
export async function refused(files: Files, options: ImportOptions = {}): Promise<readonly string[]> {
  const imported = await run(files, options);
  if (imported.ok) throw new Error(`it was imported as ${imported.value.recognised.shape}`);
  return imported.problems.map(({ code, message }) => `${code}: ${message}`);
}

function run(files: Files, options: ImportOptions) {
  const sources = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: bytesOf(typeof text === 'string' ? new TextEncoder().encode(text) : text),
  }));
  return importFiles(sources, options, { readMaterial, recognise });
}

/** What each skill asks, as `skill/role/level`, role `*` where it is every one. */
export function asked({ skills }: Draft): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    skills.flatMap(({ id, cells }) =>
      cells.map(({ role, level, text, statements, grade, hole, sameAs }) => {
        const asks = statements.length > 0 && text === null ? statements : (text ?? grade ?? hole ?? sameAs);
        return [
          `${id}/${role ?? '*'}/${level}`,
          text !== null && statements.length > 0 ? { text, statements } : asks,
        ];
      }),
    ),
  );
}
