/** One font at one weight: its files, and which of them has a character. */
import type { OpenFont } from './harfbuzz.ts';
import { type FontFile, mayHave } from './named-font.ts';
import { BLANK } from './scripts.ts';

export class FallbackFace {
  private readonly homes = new Map<string, OpenFont | null>();

  /** `open` gives null for a file that cannot be used. */
  constructor(
    private readonly files: readonly FontFile[],
    private readonly open: (file: FontFile) => Promise<OpenFont | null>,
  ) {}

  /** Opens the files that have these characters. */
  async load(characters: readonly string[]): Promise<void> {
    let left = characters.filter((character) => !this.homes.has(character));
    for (const file of this.files) {
      const here = left.filter((character) => mayHave(file, character));
      const font = here.length > 0 ? await this.open(file) : null;
      if (!font) continue;
      for (const character of here) if (font.has(character)) this.homes.set(character, font);
      left = left.filter((character) => !this.homes.has(character));
    }
    for (const character of left) this.homes.set(character, null);
  }

  /** The file that has all of a letter with its marks; null where none has, or it was not asked for. */
  home(letter: string): OpenFont | null {
    const whole = this.homeOf([...letter]);
    return whole || letter.length === 1 ? whole : this.homeOf([...letter.normalize('NFC')]);
  }

  private homeOf(characters: readonly string[]): OpenFont | null {
    const drawn = characters.length > 1 ? characters.filter((one) => !BLANK.test(one)) : characters;
    const homes = new Set(drawn.map((one) => this.homes.get(one) ?? null));
    for (const home of homes) if (home && drawn.every((one) => home.has(one))) return home;
    return null;
  }
}
