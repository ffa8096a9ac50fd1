/**
 * A theme: the few measures and marks from which a page's look follows, read from templates/themes/NAME.yaml, a company's
 * over ours key by key. Also the paper sizes. `check` reads themes too, so no font is parsed and nothing measured here:
 * of a font or a logo only how it begins is looked at.
 */
import { isMap, isScalar } from 'yaml';
import { kindOf, NO_PICTURE } from '../pictures/picture.ts';
import { bad, type Checked, checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { knownNames, nearest } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import { readYaml } from '../problems/read-yaml.ts';
import { fileSpan, type Source, spanAt } from '../problems/source.ts';
import type { Folder } from '../project/folder.ts';
import { mm } from './units.ts';

/** Lengths in points. */
export interface Theme {
  /** Body text. */
  readonly size: number;
  readonly margin: number;
  /** Distance of the lines to write on. */
  readonly line: number;
  /** A box on a ruler. */
  readonly box: number;
  /** For one sheet: leading and room to write as small as they may be, sections follow one another without new pages. */
  readonly compact?: boolean;
  /** For large print: what stands side by side otherwise stands one under the other. */
  readonly stacked?: boolean;
  /** `#rrggbb`: the rules over skills and parts, the document's name; null: black. */
  readonly accent?: string | null;
  readonly font?: ThemeFont | null;
  readonly logo?: Logo | null;
}

/** A company's own font. */
export interface ThemeFont {
  /** Its folder, as the theme names it. */
  readonly folder: Named;
  readonly files: Readonly<Record<FontFile, Uint8Array>>;
}

/** What a font's folder holds, each as a TrueType file. */
export const FONT_FILES = ['regular', 'semibold', 'bold', 'italic'] as const;
export type FontFile = (typeof FONT_FILES)[number];

/** A picture at the right of the head of page 1. */
export interface Logo {
  readonly file: Named;
  readonly bytes: Uint8Array;
  /** What is said in its place. */
  readonly alt: string;
}

/** Points. `top` and `live`: where the live area begins and how high it is; below `footTop` is the foot. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly live: number;
  readonly footTop: number;
}

const PAPERS: Readonly<Record<string, Paper>> = {
  a4: { width: 595.28, height: 841.89, top: mm(9), live: mm(267), footTop: mm(278.5) },
  'a4 landscape': {
    width: 841.89,
    height: 595.28,
    top: mm(9),
    live: mm(186),
    footTop: mm(197),
  },
  letter: { width: 612, height: 792, top: mm(9), live: mm(249.4), footTop: mm(260.9) },
  'letter landscape': {
    width: 792,
    height: 612,
    top: mm(9),
    live: mm(191.9),
    footTop: mm(202.9),
  },
};

/** The papers there are, as a person writes them. */
export const PAPER_NAMES = ['A4', 'Letter'] as const;

/** A paper by its name ("A4", "Letter", each also with "landscape"), whatever the case; `unknown-paper` if it is none. */
export function paperNamed(name: Named): Checked<Paper> {
  const written = name.text.trim().toLowerCase().replace(/\s+/g, ' ');
  const paper = Object.hasOwn(PAPERS, written) ? PAPERS[written] : undefined;
  if (paper) return good(paper);
  const help = knownNames(name.text, PAPER_NAMES);
  return bad([error('unknown-paper', `There is no paper "${name.text}"`, name.span, { help })]);
}

/** Numbers of a theme, with their bounds as they are written. */
export const THEME_NUMBERS = {
  size: { least: 6, most: 20, scale: 1 },
  margin: { least: 5, most: 40, scale: mm(1) },
  line: { least: 4, most: 15, scale: mm(1) },
  box: { least: 3, most: 10, scale: mm(1) },
} as const;
type NumberKey = keyof typeof THEME_NUMBERS;

const TEXTS = ['font', 'accent', 'logo', 'logo_alt'] as const;
type TextKey = (typeof TEXTS)[number];

const SWITCHES = ['compact', 'stacked'] as const;
type SwitchKey = (typeof SWITCHES)[number];

/** The keys of a theme's file. */
export type ThemeKeys = 'name' | SwitchKey | NumberKey | TextKey;

const KEYS = ['name', ...SWITCHES, ...Object.keys(THEME_NUMBERS), ...TEXTS];

function isNumberKey(text: string): text is NumberKey {
  return Object.hasOwn(THEME_NUMBERS, text);
}

function isTextKey(text: string): text is TextKey {
  return TEXTS.some((key) => key === text);
}

function isSwitchKey(text: string): text is SwitchKey {
  return SWITCHES.some((key) => key === text);
}

/** A text as a theme's file says it, with the folder that it may name a file of. */
interface Said extends Named {
  readonly folder: Folder;
}

/** What the files of a theme say, the first that says a key wins. */
interface Says {
  readonly numbers: Map<NumberKey, number>;
  readonly texts: Map<TextKey, Said>;
  readonly switches: Map<SwitchKey, boolean>;
  /** Keys whose value cannot be used: told already. */
  readonly wrong: Set<NumberKey>;
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

function readKeys(source: Source, folder: Folder, into: Says): Problem[] {
  const { document, problems: broken } = readYaml(source);
  const problems = [...broken];
  if (!isMap(document.contents)) {
    if (problems.length === 0)
      problems.push(error('wrong-type', 'A theme must be a list of keys', fileSpan(source)));
    return problems;
  }
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const at = spanAt(source, key.range?.[0] ?? 0, key.range?.[1] ?? 0);
    const said = isScalar(value) ? value.value : null;
    const span = isScalar(value) ? spanAt(source, value.range?.[0] ?? 0, value.range?.[1] ?? 0) : at;
    if (name === 'name') continue;
    if (isNumberKey(name)) {
      const { least, most, scale } = THEME_NUMBERS[name];
      if (typeof said === 'number' && said >= least && said <= most) {
        if (!into.numbers.has(name)) into.numbers.set(name, said * scale);
        continue;
      }
      into.wrong.add(name);
      const message =
        typeof said === 'number'
          ? `"${name}" must be from ${least} to ${most}`
          : `"${name}" must be a number`;
      problems.push(error(typeof said === 'number' ? 'out-of-range' : 'wrong-type', message, span));
    } else if (isSwitchKey(name)) {
      if (typeof said !== 'boolean')
        problems.push(error('wrong-type', `"${name}" must be true or false`, span));
      else if (!into.switches.has(name)) into.switches.set(name, said);
    } else if (isTextKey(name)) {
      if (typeof said === 'string' && said.trim() !== '') {
        if (!into.texts.has(name)) into.texts.set(name, { text: said.trim(), span, folder });
      } else problems.push(error('wrong-type', `"${name}" must be a text`, span, { help: TEXT_HELP[name] }));
    } else {
      const near = nearest(name, KEYS);
      const help = near === undefined ? `it takes: ${KEYS.join(', ')}` : `did you mean "${near}"?`;
      problems.push(error('unknown-key', `A theme has no "${name}"`, at, { help }));
    }
  }
  return problems;
}

const TEXT_HELP: Readonly<Record<TextKey, string>> = {
  font: 'name a folder in your templates, e.g. font: fonts/house',
  accent: 'write a colour in quotes, since # begins a comment: accent: "#1a4f8b"',
  logo: 'name a picture in your templates, e.g. logo: pictures/logo.svg',
  logo_alt: 'say what the picture shows, for those who do not see it, e.g. logo_alt: Northwind',
};

/** The contrast of a colour (three channels of 0 to 255) to white, 1 to 21, by WCAG 2. */
function contrastToWhite(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

const LEAST_CONTRAST = 4.5;

function accentOf({ text, span }: Said, problems: Problem[]): string | null {
  if (!/^#[0-9a-f]{6}$/i.test(text)) {
    problems.push(error('invalid-color', `"${text}" is no colour`, span, { help: TEXT_HELP.accent }));
    return null;
  }
  const contrast = contrastToWhite([1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16)));
  if (contrast < LEAST_CONTRAST) {
    const shown = Math.floor(contrast * 10) / 10;
    const message = `The contrast of "${text}" to white is ${shown}, and must be ${LEAST_CONTRAST} or more`;
    problems.push(
      error('low-contrast', message, span, { help: 'take a darker colour: it must hold in black and white' }),
    );
  }
  return text.toLowerCase();
}

/** True of a file that begins with one of these, as hexadecimal digits. */
function begins(bytes: Uint8Array, ...with_: readonly string[]): boolean {
  const first = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return with_.some((digits) => first.startsWith(digits));
}

function fontOf({ text, span, folder }: Said, problems: Problem[]): ThemeFont | null {
  const known = problems.length;
  const home = text.replace(/\/+$/, '');
  const file = (name: FontFile): Uint8Array => {
    const bytes = folder.read(`${home}/${name}.ttf`);
    const shown = `${home}/${name}.ttf`;
    const help = `a font is four TrueType files: ${FONT_FILES.map((one) => `${one}.ttf`).join(', ')}`;
    if (!bytes)
      problems.push(error('missing-font', `There is no "${shown}" in ${folder.path}`, span, { help }));
    else if (!begins(bytes, '00010000', '74727565'))
      problems.push(error('broken-font', `"${shown}" is no TrueType font`, span, { help }));
    return bytes ?? new Uint8Array();
  };
  const [regular, semibold, bold, italic] = [file('regular'), file('semibold'), file('bold'), file('italic')];
  return problems.length > known
    ? null
    : { folder: { text: home, span }, files: { regular, semibold, bold, italic } };
}

function logoOf(logo: Said, alt: Said | undefined, problems: Problem[]): Logo | null {
  const { text, span, folder } = logo;
  if (!alt) {
    const help = TEXT_HELP.logo_alt;
    problems.push(error('missing-key', 'A logo needs "logo_alt", the words in its place', span, { help }));
  }
  const bytes = folder.read(text);
  if (!bytes) {
    const slash = text.includes('\\') ? 'write / between a folder and what is in it; ' : '';
    const help = `${slash}its path is relative to the folder of your templates and stays in it; it has 64 MB at most`;
    const message = `No picture "${text}" can be read in ${folder.path}`;
    problems.push(error('missing-image', message, span, { help }));
  } else if (kindOf(bytes) === null) {
    const { why, help } = NO_PICTURE;
    problems.push(error('unknown-image', `"${text}" ${why}`, span, { help }));
  }
  return alt && bytes ? { file: { text, span }, bytes, alt: alt.text } : null;
}

/**
 * A theme by its name, whatever the case. `folders`: the templates' folders, the company's first, ours last. Problems: `unknown-theme`,
 * what is wrong in the file (`broken-yaml`, `unknown-key`, `wrong-type`, `out-of-range`, `missing-key`, `invalid-color`,
 * `low-contrast`) and in those that it names (`missing-font`, `broken-font`, `missing-image`, `unknown-image`).
 */
export function loadTheme(folders: readonly Folder[], name: Named): Checked<Theme> {
  const problems: Problem[] = [];
  const says: Says = { numbers: new Map(), texts: new Map(), switches: new Map(), wrong: new Set() };
  const own = themeNamed(folders, name.text);
  let last: Source | null = null;
  for (const folder of folders) {
    const read = own === null ? null : folder.source(`themes/${own}.yaml`);
    if (!read) continue;
    problems.push(...read.problems);
    if (!read.ok) continue;
    last = read.value;
    problems.push(...readKeys(read.value, folder, says));
  }
  if (!last) {
    if (problems.length > 0) return bad(problems);
    const help = knownNames(name.text, themeNames(folders));
    return bad([error('unknown-theme', `There is no theme "${name.text}"`, name.span, { help })]);
  }
  const need = (key: NumberKey): number => {
    const value = says.numbers.get(key);
    if (value === undefined && !says.wrong.has(key))
      problems.push(error('missing-key', `The theme lacks "${key}"`, fileSpan(last)));
    return value ?? THEME_NUMBERS[key].least * THEME_NUMBERS[key].scale;
  };
  const [font, accent, logo] = [says.texts.get('font'), says.texts.get('accent'), says.texts.get('logo')];
  const theme: Theme = {
    ...{ size: need('size'), margin: need('margin'), line: need('line'), box: need('box') },
    compact: says.switches.get('compact') ?? false,
    stacked: says.switches.get('stacked') ?? false,
    accent: accent ? accentOf(accent, problems) : null,
    font: font ? fontOf(font, problems) : null,
    logo: logo ? logoOf(logo, says.texts.get('logo_alt'), problems) : null,
  };
  return checked(theme, problems);
}
