/**
 * The way of an import: files -> what was read of each -> the shape that they have -> the draft of a framework. The two
 * steps that know formats and shapes are given, so that this knows neither.
 */
import { all, bad, type Checked, checked, hasErrors } from '../problems/checked.ts';
import type { Problem } from '../problems/problem.ts';
import type { Bytes } from './bytes.ts';
import type { Draft, Recognised, Remark } from './draft.ts';
import type { Material } from './material.ts';
import type { ImportOptions } from './options.ts';
import { unusedNames } from './unused.ts';

/** A file to import. `path`: as a person knows it, with its ending; `-` of standard input. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Bytes;
}

/** read/read.ts: one file, by its content and ending. Problems: what is no framework, broken, protected, too large. */
export type ReadMaterial = (file: SourceFile, options: ImportOptions) => Promise<Checked<Material>>;

/** recognise/recognise.ts: the surest shape. Problems: none fits, a near tie, what only a person can say. */
export type Recognise = (materials: readonly Material[], options: ImportOptions) => Checked<Recognised>;

export interface Steps {
  readonly readMaterial: ReadMaterial;
  readonly recognise: Recognise;
  /** Told before each step that may take long: how many files are read, of how many. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

export interface Imported {
  readonly materials: readonly Material[];
  readonly recognised: Recognised;
  readonly draft: Draft;
}

/** Files -> draft. All files are read before anything is said, so that their Problems are told together. */
export async function importFiles(
  files: readonly SourceFile[],
  options: ImportOptions,
  { readMaterial, recognise, progress }: Steps,
): Promise<Checked<Imported>> {
  const read: Checked<Material>[] = [];
  for (const [done, file] of files.entries()) {
    progress?.(done, files.length);
    read.push(await readMaterial(file, options));
  }
  progress?.(files.length, files.length);
  const materials = all(read);
  if (!materials.ok) return materials;
  const problems: Problem[] = [
    ...materials.problems,
    ...materials.value.flatMap((material) => material.problems),
  ];
  if (hasErrors(problems)) return bad(problems);
  const recognised = recognise(materials.value, options);
  problems.push(...recognised.problems);
  if (!recognised.ok) return bad(problems);
  const found = recognised.value.draft();
  problems.push(...unusedNames(found, options));
  if (hasErrors(problems)) return bad(problems);
  const draft = { ...found, skipped: [...found.skipped, ...materials.value.flatMap(lostOf)] };
  return checked({ materials: materials.value, recognised: recognised.value, draft }, problems);
}

/** What of a file no recogniser sees: what its format has besides, and where it ends too early. */
function lostOf({ lost, cut }: Material): readonly Remark[] {
  const missing = cut
    ? [{ message: `the rest of the file, which is cut off in ${cut.what}`, place: cut.place }]
    : [];
  return [...lost.map(({ what, place }) => ({ message: what, place })), ...missing];
}
