/** The reading half of an import, for `import` and `init --from`: sources -> the files of a data folder, and what was found. */
import type { FileToSave } from '../files/save.ts';
import { type Imported, importFiles } from '../importing/import.ts';
import type { ImportOptions } from '../importing/options.ts';
import { type Report, reportOf } from '../importing/report.ts';
import { foundIn, type Planned, planFiles } from '../importing/write/write.ts';
import type { Named } from '../problems/named.ts';
import type { Problem } from '../problems/problem.ts';
import { diskFolder } from '../project/disk.ts';
import { shipped } from '../project/shipped.ts';
import type { Host } from './host.ts';
import { sourcesOf } from './import-files.ts';

export interface Wanted {
  /** Files, folders, `-`. */
  readonly names: readonly Named[];
  readonly options: ImportOptions;
  /** The data folder that is written to, absolute; perhaps there is none. */
  readonly out: string;
  /** Add to files that are there. */
  readonly merge: boolean;
  /** No line on a terminal that says how far the reading is. */
  readonly quiet: boolean;
  /** What a framework that is not there yet is called; null: as ours. */
  readonly called?: string | null;
}

export interface ReadImport {
  /** null where nothing can be written. */
  readonly planned: Planned | null;
  readonly report: Report | null;
  /** All that was met on the way; an error where there is no plan. */
  readonly problems: readonly Problem[];
}

/** Reads the sources and plans their files; writes nothing. */
export async function readImport(wanted: Wanted, host: Host): Promise<ReadImport> {
  const [{ readMaterial, isReadable }, { recognise }] = await Promise.all([
    import('../importing/read/read.ts'),
    import('../importing/recognise/recognise.ts'),
  ]);
  const sources = await sourcesOf(wanted.names, host, isReadable);
  if (!sources.ok) return { planned: null, report: null, problems: sources.problems };
  const { files, passedOver } = sources.value;
  const progress = progressOn(host, wanted.quiet);
  const imported = await importFiles(files, wanted.options, { readMaterial, recognise, progress });
  progress(0, 0);
  if (!imported.ok) return { planned: null, report: null, problems: imported.problems };
  const { draft, recognised } = imported.value;
  const planned = planFiles(withPassedOver(imported.value, passedOver), {
    data: diskFolder(wanted.out, host.cwd),
    shipped: diskFolder(shipped().data, host.cwd),
    merge: wanted.merge,
    called: wanted.called ?? null,
  });
  const problems = [...imported.problems, ...planned.problems];
  const report = reportOf({
    sources: files.map(({ path }) => path),
    ...{ shape: recognised.shape, why: recognised.why, claims: draft.claims },
    found: planned.ok ? planned.value.found : foundIn(draft),
    levels: draft.levels.map(({ name }) => name),
  });
  return { planned: planned.ok ? planned.value : null, report, problems };
}

/** Files of text as they are saved. */
export function toSave(
  files: readonly { readonly path: string; readonly text: string }[],
): readonly FileToSave[] {
  const encoder = new TextEncoder();
  // Each when it is asked for: thousands need not be in memory twice.
  return files.map(({ path, text }) => ({
    name: path,
    get bytes() {
      return encoder.encode(text);
    },
  }));
}

/** The first role and level at which something is asked, and the next level of that role at which something is. */
export function firstAsked({
  found,
}: Planned): { readonly role: string; readonly level: string; readonly step: string | null } | null {
  for (const { id: role, levels } of found.roles) {
    const asked = levels.filter(({ level }) =>
      found.skills.some((skill) => skill.entries.get(role)?.get(level)?.kind === 'expectation'),
    );
    const [first, second] = asked;
    if (first) return { role, level: first.level, step: second?.level ?? null };
  }
  return null;
}

function withPassedOver({ draft }: Imported, files: readonly string[]): Imported['draft'] {
  const message = 'the file: it is of no format that is read';
  const place = (path: string) => ({
    ...{ source: { path, text: '' }, line: null, sheet: null, row: null, column: null },
  });
  const skipped = files.map((path) => ({ message, place: place(path) }));
  return { ...draft, skipped: [...draft.skipped, ...skipped] };
}

/** One line on a terminal that says how far the reading is, and is gone at its end (0 of 0). */
function progressOn(host: Host, quiet: boolean): (done: number, of: number) => void {
  if (quiet || !host.stderr.isTTY) return () => {};
  const CLEAR = '\r\u001b[K';
  return (done, of) => {
    host.stderr.write(
      of === 0 ? CLEAR : `${CLEAR}${done < of ? `Reading ${done + 1} of ${of} ...` : 'Recognising ...'}`,
    );
  };
}
