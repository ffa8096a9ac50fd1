/** A file of a font that the project names, opened: a sound font that may be embedded, or what is wrong with it. */
import { bad, type Checked, good } from '../../problems/checked.ts';
import type { CodeOf } from '../../problems/code.ts';
import type { Named } from '../../problems/named.ts';
import { error, type Problem } from '../../problems/problem.ts';
import type { Folder } from '../../project/folder.ts';
import { type Fault, mayBeEmbedded, unpacked } from './font-file.ts';
import { OpenFont } from './harfbuzz.ts';
import { filesFor, type NamedFont, namedFonts } from './named-font.ts';

const FAULTS: Readonly<
  Record<Fault, { readonly code: CodeOf<'error'>; readonly what: string; readonly help: string }>
> = {
  broken: {
    code: 'broken-font',
    what: 'cannot be read as a font',
    help: 'take it anew from where it is published',
  },
  collection: {
    code: 'broken-font',
    what: 'is a collection of fonts',
    help: 'name a file of one font: TrueType, OpenType, WOFF or WOFF2',
  },
  restricted: {
    code: 'restricted-font',
    what: 'may not be embedded in documents: its maker has set so in the file',
    help: 'take a font with an open licence, such as those of fontsource',
  },
};

/** `path`: in `folder`, the project's; `weight`: for a font that has more than one. Problems: `broken-font`, `restricted-font`. */
export async function openFile(
  folder: Folder,
  path: string,
  weight: number,
  { span }: Named,
): Promise<Checked<{ readonly bytes: Uint8Array; readonly font: OpenFont }>> {
  const told = (fault: Fault) => {
    const { code, what, help } = FAULTS[fault];
    return bad([error(code, `"${path}" ${what}`, span, { help })]);
  };
  const bytes = await unpacked(folder.read(path) ?? new Uint8Array());
  if (typeof bytes === 'string') return told(bytes);
  const font = new OpenFont(bytes, weight);
  if (!font.hasLetters) return told('broken');
  return mayBeEmbedded(font.table('OS/2')) ? good({ bytes, font }) : told('restricted');
}

/** What a font that the project names turns out to be. */
export interface FontFacts {
  readonly named: Named;
  /** Its own name, of its upright face. */
  readonly name: string;
  readonly files: number;
}

/** The fonts to fall back on, a file of each opened; what is wrong with them: `missing-font`, `broken-font`, `restricted-font`. */
export async function inspectFonts(
  folder: Folder,
  names: readonly Named[],
): Promise<{ readonly facts: readonly FontFacts[]; readonly problems: readonly Problem[] }> {
  const found = await Promise.all(
    names.map(async (name): Promise<Checked<FontFacts>> => {
      const fonts = namedFonts([name], folder);
      const [font] = fonts.ok ? fonts.value : [];
      return font ? inspected(folder, font) : bad(fonts.problems);
    }),
  );
  return {
    facts: found.flatMap((one) => (one.ok ? [one.value] : [])),
    problems: found.flatMap((one) => one.problems),
  };
}

async function inspected(folder: Folder, font: NamedFont): Promise<Checked<FontFacts>> {
  const { named, files } = font;
  const [first] = filesFor(font, 400, false);
  if (!first) return bad([]);
  const opened = await openFile(folder, first.path, 400, named);
  return opened.ok ? good({ named, name: opened.value.font.name, files: files.length }) : opened;
}
