/**
 * Fonts to fall back on: in the order in which the project names them, each asked for what the main font and those before it
 * do not have. Before a document is set, the files that its characters want are opened; from then on all is at hand.
 *
 * Kept true: which font a character comes from depends on the project and the character alone, never on what was opened for
 * another document; a file is opened once for all documents of a project.
 */

import { bad, type Checked, good } from '../../problems/checked.ts';
import type { Named } from '../../problems/named.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Folder } from '../../project/folder.ts';
import type { Face, FontFace, Fonts } from '../fonts.ts';
import { FallbackFace } from './fallback-face.ts';
import { OpenFont } from './harfbuzz.ts';
import { MixedFace } from './mixed-face.ts';
import { type FontFile, filesFor, type NamedFont, namedFonts } from './named-font.ts';
import { openFile } from './open-file.ts';
import { IGNORED, MARK } from './scripts.ts';

const WANTED: Readonly<Record<Face, { readonly weight: number; readonly italic: boolean }>> = {
  regular: { weight: 400, italic: false },
  semibold: { weight: 600, italic: false },
  bold: { weight: 700, italic: false },
  italic: { weight: 400, italic: true },
};

/** Fonts that set a document's characters. */
export interface FallbackFonts {
  readonly fonts: Fonts;
  /** Characters that no font has. */
  readonly lacking: ReadonlySet<string>;
}

interface OpenFile {
  readonly bytes: Uint8Array;
  /** One for each weight; of a font that has no more than one, that one. */
  readonly fonts: Map<number, OpenFont>;
}

/** A face with all that it takes letters from. */
interface Chain {
  readonly main: FontFace;
  readonly others: readonly FallbackFace[];
  readonly mixed: MixedFace;
}

class Fallback {
  readonly fonts: Fonts;
  private readonly chains: readonly Chain[];
  private readonly files = new Map<string, Promise<OpenFile | null>>();
  private readonly problems: Problem[] = [];

  constructor(
    private readonly folder: Folder,
    named: readonly NamedFont[],
    main: Fonts,
  ) {
    const chain = (face: Face): Chain => {
      const { weight, italic } = WANTED[face];
      const others = named.map(
        (font) =>
          new FallbackFace(filesFor(font, weight, italic), (file) => this.open(file, weight, font.named)),
      );
      const all = [ownLetters(main[face]), ...others];
      return { main: main[face], others: all, mixed: new MixedFace(main[face], all) };
    };
    const [regular, semibold] = [chain('regular'), chain('semibold')];
    const [bold, italic] = [chain('bold'), chain('italic')];
    this.chains = [regular, semibold, bold, italic];
    this.fonts = { regular: regular.mixed, semibold: semibold.mixed, bold: bold.mixed, italic: italic.mixed };
  }

  /** Opens what the characters want. Problems: `broken-font`, `restricted-font`. */
  async load(characters: ReadonlySet<string>): Promise<Checked<ReadonlySet<string>>> {
    const lacking = new Set<string>();
    for (const { main, others } of this.chains) {
      let left = [...characters];
      for (const other of others) {
        await other.load(left);
        left = left.filter((character) => MARK.test(character) || !other.home(character));
      }
      for (const character of left) {
        const has = main.parsed.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
        const found = has || IGNORED.test(character) || others.some((other) => other.home(character));
        if (!found) lacking.add(character);
      }
    }
    return this.problems.length > 0 ? bad(this.problems) : good(lacking);
  }

  /** A file at a weight; null where it cannot be used, which is told. */
  private async open(file: FontFile, weight: number, named: Named): Promise<OpenFont | null> {
    let reading = this.files.get(file.path);
    if (!reading) {
      reading = this.read(file.path, weight, named);
      this.files.set(file.path, reading);
    }
    const opened = await reading;
    if (!opened) return null;
    const [first] = opened.fonts.values();
    if (first && !first.variable) return first;
    const known = opened.fonts.get(weight) ?? new OpenFont(opened.bytes, weight);
    opened.fonts.set(weight, known);
    return known;
  }

  private async read(path: string, weight: number, named: Named): Promise<OpenFile | null> {
    const opened = await openFile(this.folder, path, weight, named);
    if (opened.ok) return { bytes: opened.value.bytes, fonts: new Map([[weight, opened.value.font]]) };
    this.problems.push(...opened.problems);
    return null;
  }
}

/** The main font's own letters, where they are shaped with others. */
function ownLetters(main: FontFace): FallbackFace {
  let font: OpenFont | null = null;
  const own: FontFile = { path: '', weight: null, italic: false, ranges: null };
  return new FallbackFace([own], async () => {
    font ??= new OpenFont(main.bytes, WANTED[main.face].weight);
    return font;
  });
}

const made = new WeakMap<Folder, WeakMap<Fonts, Fallback>>();

/**
 * The fonts for a document with these characters: the main ones, with those of the project behind them. `names`: fonts as
 * rubricate.yaml names them; `folder`: the project's. Problems: `missing-font`, `broken-font`, `restricted-font`.
 */
export async function fallbackFonts(
  folder: Folder,
  names: readonly Named[],
  main: Fonts,
  characters: ReadonlySet<string>,
): Promise<Checked<FallbackFonts>> {
  const known = made.get(folder) ?? new WeakMap<Fonts, Fallback>();
  made.set(folder, known);
  let fallback = known.get(main);
  if (!fallback) {
    const found = namedFonts(names, folder);
    if (!found.ok) return found;
    fallback = new Fallback(folder, found.value, main);
    known.set(main, fallback);
  }
  const loaded = await fallback.load(characters);
  return loaded.ok ? good({ fonts: fallback.fonts, lacking: loaded.value }) : loaded;
}
