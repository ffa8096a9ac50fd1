/**
 * A font that the project names, before any of its files is opened: a file, a folder of files, or an npm package in the
 * project's node_modules. What the files are is told from their names and, in fontsource's packages, from unicode.json,
 * so that of a font in a hundred parts those alone are read that a document needs.
 */
import type { Named } from '../../problems/named.ts';
import { error, type Problem } from '../../problems/problem.ts';
import type { Folder } from '../../project/folder.ts';

/** A file of the font. */
export interface FontFile {
  /** In the project's folder. */
  readonly path: string;
  /** 100 to 900; null: it is taken for every weight. */
  readonly weight: number | null;
  readonly italic: boolean;
  /** The characters that it was made for; null: whichever it has. */
  readonly ranges: readonly (readonly [from: number, to: number])[] | null;
}

export interface NamedFont {
  readonly named: Named;
  readonly files: readonly FontFile[];
}

const FONT_FILE = /\.(?:ttf|otf|woff2?)$/i;
/** What is read the fastest stands first. */
const ENDINGS = ['ttf', 'otf', 'woff', 'woff2'];

const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/(?:^|[^a-z])(?:thin|hairline)/i, 100],
  [/(?:extra|ultra)[-_ ]?light/i, 200],
  [/demi[-_ ]?light/i, 350],
  [/light/i, 300],
  [/(?:semi|demi)[-_ ]?bold/i, 600],
  [/(?:extra|ultra)[-_ ]?bold/i, 800],
  [/bold/i, 700],
  [/(?:black|heavy)/i, 900],
  [/medium/i, 500],
];

/** Axes other than weight, by fontsource's names of files: the same letters over again. */
const OTHER_AXES =
  /-(?:standard|full|wdth|opsz|slnt|ital|grad|soft|wonk|mono|casl|crsv)-(?:normal|italic)\./i;
const EVERY_WEIGHT = /wght|variable|[-_]VF\b/i;

/** The font's files; null where there are none by this name. `folder`: the project's. */
export function namedFont(named: Named, folder: Folder): NamedFont | null {
  const name = named.text.replace(/^\.\//, '').replace(/\/+$/, '');
  if (FONT_FILE.test(name)) {
    const path = [name, `node_modules/${name}`].find((one) => folder.read(one) !== null);
    return path === undefined ? null : { named, files: [fileOf(path, null)] };
  }
  for (const home of [`node_modules/${name}`, name]) {
    const paths = folder.list(home).filter((path) => FONT_FILE.test(path));
    if (paths.length > 0) return { named, files: filesOf(paths, home, folder) };
  }
  return null;
}

/** The Problem of a name that no font has: `missing-font`. */
export function noSuchFont({ text, span }: Named): Problem {
  const file = FONT_FILE.test(text) || /^\.{0,2}\//.test(text);
  const help = file
    ? 'its path is relative to rubricate.yaml and stays within the project; a font is a TTF, OTF, WOFF or WOFF2 file'
    : `install it beside rubricate.yaml: npm install ${text}`;
  return error('missing-font', `There is no font "${text}" in the project`, span, { help });
}

function filesOf(paths: readonly string[], home: string, folder: Folder): readonly FontFile[] {
  const byStem = new Map<string, string>();
  const rank = (path: string): number => ENDINGS.indexOf(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
  for (const path of paths) {
    const stem = path.replace(FONT_FILE, '');
    const other = byStem.get(stem);
    if (other === undefined || rank(path) < rank(other)) byStem.set(stem, path);
  }
  const all = [...byStem.values()];
  const plain = all.filter((path) => !OTHER_AXES.test(path));
  const parts = partsOf(folder.read(`${home}/unicode.json`));
  const made = (plain.length > 0 ? plain : all).map((path) => fileOf(path, parts));
  // A file for all of a script, then parts.
  return [...made.filter((file) => file.ranges === null), ...made.filter((file) => file.ranges !== null)];
}

function fileOf(path: string, parts: ReadonlyMap<string, FontFile['ranges']> | null): FontFile {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(FONT_FILE, '');
  const part = /-((?:latin|greek|cyrillic)-ext|\w+)-(?:\d{3}|wght|[a-z]+)-(?:normal|italic)$/i.exec(
    name,
  )?.[1];
  return {
    path,
    weight: weightOf(name),
    italic: /italic|oblique/i.test(name),
    ranges: (part === undefined ? null : parts?.get(part)) ?? null,
  };
}

function weightOf(name: string): number | null {
  if (EVERY_WEIGHT.test(name)) return null;
  const figure = /(?:^|[-_])([1-9]00)(?![0-9])/.exec(name)?.[1];
  if (figure !== undefined) return Number(figure);
  return WEIGHTS.find(([word]) => word.test(name))?.[1] ?? 400;
}

/** The parts of a fontsource package, by their names in its files; null where it has no such list. */
function partsOf(bytes: Uint8Array | null): ReadonlyMap<string, FontFile['ranges']> | null {
  if (!bytes) return null;
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null) return null;
  return new Map(
    Object.entries(read).flatMap(([key, value]: readonly [string, unknown]) =>
      typeof value === 'string' ? [[key.replace(/^\[(\d+)\]$/, '$1'), rangesOf(value)] as const] : [],
    ),
  );
}

/** CSS's unicode-range: "U+0-FF,U+131". */
function rangesOf(text: string): readonly (readonly [number, number])[] {
  return text.split(',').flatMap((range) => {
    const [, from, to] = /U\+([0-9a-f]+)(?:-([0-9a-f]+))?/i.exec(range) ?? [];
    if (from === undefined) return [];
    return [[Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)] as const];
  });
}

/** True where the file may have the character. */
export function mayHave(file: FontFile, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return file.ranges === null || file.ranges.some(([from, to]) => code >= from && code <= to);
}

/** The files for a face, each in the nearest weight there is; with slanted ones where the face is and the font has any. */
export function filesFor(font: NamedFont, weight: number, italic: boolean): readonly FontFile[] {
  const slanted = font.files.filter((file) => file.italic === italic);
  const own = slanted.length > 0 ? slanted : font.files;
  const weights = own.flatMap((file) => (file.weight === null ? [] : [file.weight]));
  if (weights.length < own.length) return own.filter((file) => file.weight === null);
  const nearest = weights.reduce((best, one) => {
    const [near, far] = [Math.abs(one - weight), Math.abs(best - weight)];
    return near < far || (near === far && one > best) ? one : best;
  });
  return own.filter((file) => file.weight === nearest);
}
