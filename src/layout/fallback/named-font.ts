/**
 * A font that the project names, before any of its files is opened: a file, a folder of files, or an npm package in the
 * project's node_modules. What the files are is told from their names and, in fontsource's packages, from unicode.json,
 * so that of a font in a hundred parts those alone are read that a document needs.
 */
import { bad, type Checked, good } from '../../problems/checked.ts';
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
  /** The characters that it has no other than; null: it has to be looked at. */
  readonly ranges: readonly (readonly [from: number, to: number])[] | null;
}

export interface NamedFont {
  readonly named: Named;
  readonly files: readonly FontFile[];
}

const FONT_FILE = /\.(?:ttf|otf|woff2?)$/i;
/** As npm lets packages be called. */
const PACKAGE = /^(?:@[a-z\d~-][a-z\d._~-]*\/)?[a-z\d~-][a-z\d._~-]*$/;
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
function namedFont(named: Named, folder: Folder): NamedFont | null {
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

/** The fonts of these names, in order. Problems: `missing-font`, all at once. */
export function namedFonts(names: readonly Named[], folder: Folder): Checked<readonly NamedFont[]> {
  const found = names.map((name) => namedFont(name, folder) ?? noSuchFont(name));
  const problems = found.filter((one): one is Problem => 'code' in one);
  return problems.length > 0 ? bad(problems) : good(found.filter((one): one is NamedFont => 'files' in one));
}

function noSuchFont({ text, span }: Named): Problem {
  const help =
    PACKAGE.test(text) && !FONT_FILE.test(text)
      ? `install it beside rubricate.yaml: npm install ${text}`
      : 'its path is relative to rubricate.yaml and stays within the project; a font is a TTF, OTF, WOFF or WOFF2 file, or a folder of them';
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
  const part = /-(\d+)-(?:\d{3}|wght|[a-z]+)-(?:normal|italic)$/i.exec(name)?.[1];
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

/**
 * The numbered parts of a fontsource package, by their numbers; null where it has no such list. Of parts that have names
 * (latin, math) it lists what browsers should ask them for, which may be less than they have.
 */
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
      typeof value === 'string' && /^\[\d+\]$/.test(key)
        ? [[key.slice(1, -1), rangesOf(value)] as const]
        : [],
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

/**
 * The files for a face, the likest first: in the nearest weight there is, slanted where the face is and the font can be; then
 * upright; then the regular ones, since fonts have letters in them that they have in no other.
 */
export function filesFor(font: NamedFont, weight: number, italic: boolean): readonly FontFile[] {
  const likest = [nearest(font, weight, italic), nearest(font, weight, false), nearest(font, 400, false)];
  return [...new Set(likest.flat())];
}

function nearest(font: NamedFont, weight: number, italic: boolean): readonly FontFile[] {
  const slanted = font.files.filter((file) => file.italic === italic);
  const own = slanted.length > 0 ? slanted : font.files;
  const weights = own.flatMap((file) => (file.weight === null ? [] : [file.weight]));
  if (weights.length < own.length) return own.filter((file) => file.weight === null);
  const best = weights.reduce((known, one) => {
    const [near, far] = [Math.abs(one - weight), Math.abs(known - weight)];
    return near < far || (near === far && one > known) ? one : known;
  });
  return own.filter((file) => file.weight === best);
}
