/**
 * A theme: the few numbers from which a page's look follows, read from templates/themes/NAME.yaml, a company's over
 * ours key by key. Also the paper sizes.
 */
import { isMap, isScalar, parseDocument } from 'yaml';
import { brokenYaml } from '../problems/broken-yaml.ts';
import { bad, type Checked, checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { knownNames, nearest } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan, type Source, spanAt } from '../problems/source.ts';
import type { Folder } from '../project/folder.ts';
import { mm } from './units.ts';

/** Points, all of them. */
export interface Theme {
  /** Body text. */
  readonly size: number;
  readonly margin: number;
  /** Distance of the lines to write on. */
  readonly line: number;
  /** A box on a ruler. */
  readonly box: number;
}

/** Points; the live area is what lies between the margins, above the foot. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly live: number;
  readonly footTop: number;
  readonly footHeight: number;
}

const PAPERS: Readonly<Record<string, Paper>> = {
  a4: { width: 595.28, height: 841.89, top: mm(9), live: mm(267), footTop: mm(278.5), footHeight: mm(11) },
  'a4 landscape': {
    width: 841.89,
    height: 595.28,
    top: mm(9),
    live: mm(186),
    footTop: mm(197),
    footHeight: mm(5),
  },
  letter: { width: 612, height: 792, top: mm(9), live: mm(249.4), footTop: mm(260.9), footHeight: mm(11) },
  'letter landscape': {
    width: 792,
    height: 612,
    top: mm(9),
    live: mm(191.9),
    footTop: mm(202.9),
    footHeight: mm(5),
  },
};

/** The papers there are, as a person writes them. */
export const PAPER_NAMES = ['A4', 'Letter'] as const;

/** A paper by its name ("A4", "Letter", each also with "landscape"), whatever the case; `unknown-paper` if it is none. */
export function paperNamed(name: Named): Checked<Paper> {
  const paper = PAPERS[name.text.trim().toLowerCase().replace(/\s+/g, ' ')];
  if (paper) return good(paper);
  const help = knownNames(name.text, PAPER_NAMES);
  return bad([error('unknown-paper', `There is no paper "${name.text}"`, name.span, { help })]);
}

const KEYS = {
  size: { least: 6, most: 20, scale: 1 },
  margin: { least: 5, most: 40, scale: mm(1) },
  line: { least: 4, most: 15, scale: mm(1) },
  box: { least: 3, most: 10, scale: mm(1) },
} as const;
type Key = keyof typeof KEYS;

function isKey(text: string): text is Key {
  return Object.hasOwn(KEYS, text);
}

/** The theme's own name, by one in any case; null where there is none. */
export function themeNamed(folders: readonly Folder[], name: string): string | null {
  const names = themeNames(folders);
  const wanted = name.trim().toLowerCase();
  return names.find((own) => own === name) ?? names.find((own) => own.toLowerCase() === wanted) ?? null;
}

/** The names of all themes, ours and the company's, sorted. */
export function themeNames(folders: readonly Folder[]): readonly string[] {
  const names = folders.flatMap((folder) =>
    folder.list('themes').flatMap((path) => /^themes\/([^/]+)\.yaml$/.exec(path)?.[1] ?? []),
  );
  return [...new Set(names)].sort();
}

/** Reads a file's keys into those that no file before it had; a value that cannot be used counts as none in `wrong`. */
function readKeys(source: Source, into: Map<Key, number>, wrong: Set<Key>): Problem[] {
  const document = parseDocument(source.text, { prettyErrors: false });
  const problems = [...brokenYaml(source, document)];
  if (!isMap(document.contents)) {
    if (problems.length === 0)
      problems.push(error('wrong-type', 'A theme must be a list of keys', fileSpan(source)));
    return problems;
  }
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const at = spanAt(source, key.range?.[0] ?? 0, key.range?.[1] ?? 0);
    if (name === 'name') continue;
    if (!isKey(name)) {
      const near = nearest(name, ['name', ...Object.keys(KEYS)]);
      problems.push(
        error('unknown-key', `A theme has no "${name}"`, at, { help: near && `did you mean "${near}"?` }),
      );
      continue;
    }
    const { least, most, scale } = KEYS[name];
    const number = isScalar(value) ? value.value : null;
    const place = isScalar(value) ? spanAt(source, value.range?.[0] ?? 0, value.range?.[1] ?? 0) : at;
    if (typeof number !== 'number') {
      wrong.add(name);
      problems.push(error('wrong-type', `"${name}" must be a number`, place));
    } else if (number < least || number > most) {
      wrong.add(name);
      problems.push(error('out-of-range', `"${name}" must be from ${least} to ${most}`, place));
    } else if (!into.has(name)) {
      into.set(name, number * scale);
    }
  }
  return problems;
}

/**
 * A theme by its name, whatever the case. `folders`: the templates' folders, the company's first, ours last. Problems: `unknown-theme`,
 * and what is wrong in the file (`broken-yaml`, `unknown-key`, `wrong-type`, `out-of-range`, `missing-key`).
 */
export function loadTheme(folders: readonly Folder[], name: Named): Checked<Theme> {
  const problems: Problem[] = [];
  const values = new Map<Key, number>();
  const wrong = new Set<Key>();
  const own = themeNamed(folders, name.text);
  let last: Source | null = null;
  for (const folder of folders) {
    const read = own === null ? null : folder.source(`themes/${own}.yaml`);
    if (!read) continue;
    problems.push(...read.problems);
    if (!read.ok) continue;
    last = read.value;
    problems.push(...readKeys(read.value, values, wrong));
  }
  if (!last) {
    if (problems.length > 0) return bad(problems);
    const help = knownNames(name.text, themeNames(folders));
    return bad([error('unknown-theme', `There is no theme "${name.text}"`, name.span, { help })]);
  }
  const need = (key: Key): number => {
    const value = values.get(key);
    if (value === undefined && !wrong.has(key))
      problems.push(error('missing-key', `The theme lacks "${key}"`, fileSpan(last)));
    return value ?? KEYS[key].least * KEYS[key].scale;
  };
  const theme = { size: need('size'), margin: need('margin'), line: need('line'), box: need('box') };
  return checked(theme, problems);
}
