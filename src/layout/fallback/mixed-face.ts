/**
 * A face that takes from other fonts what its own does not have. A word is parted into letters (with their marks), each
 * letter given to a font, neighbours of one font shaped together; letters that stand on squares (Chinese, Japanese, Korean)
 * alone, so that a line may be broken between them and is as wide as its letters are.
 *
 * Kept true: the main font comes first; letters that join, stack or bear marks are shaped by HarfBuzz in whichever font has
 * them, the main one too; characters that draw nothing are kept in the text and take no width.
 */
import { FontFace, type Order, RIGHT_TO_LEFT_MARK, type ShapedPiece, type ShapedWord } from '../fonts.ts';
import { mirrored, ORDER } from './bidi.ts';
import type { FallbackFace } from './fallback-face.ts';
import type { Cluster, FontInfo, OpenFont } from './harfbuzz.ts';
import { IGNORED, SIGNS_AMONG, SQUARE, scriptOf, wantsShaping } from './scripts.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is no plain Latin letter
const BEYOND_ASCII = /[^\x00-\x7f]/;
/** Of characters that draw nothing, whatever the font. */
const NOTHING: FontInfo = { name: 'Nothing', ascent: 800, descent: -200 };

/** Letters side by side that are shaped together. `font`: null for the main one, 'nothing' for what draws nothing. */
interface Stretch {
  text: string;
  readonly font: OpenFont | null | 'nothing';
  /** That of its first letter that has one. */
  script: string | null;
}

export class MixedFace extends FontFace {
  override readonly order: Order = ORDER;
  private readonly alone = new Map<string, readonly Cluster[] | null>();

  constructor(
    private readonly main: FontFace,
    private readonly others: readonly FallbackFace[],
  ) {
    super(main.face, main.bytes, main.parsed);
  }

  protected override shape(text: string): ShapedWord {
    if (!BEYOND_ASCII.test(text) || this.isPlain(text)) return super.shape(text);
    const marked = text.startsWith(RIGHT_TO_LEFT_MARK) && text.length > 1;
    const own = marked ? text.slice(1) : text;
    const rightToLeft = marked || ORDER.concerns(own);
    const missing: string[] = [];
    const pieces = this.stretches(own, rightToLeft).map((part) => this.piece(part, rightToLeft, missing));
    const width = pieces.reduce((sum, piece) => sum + widthOf(piece), 0);
    return { width, glyphs: [], missing, pieces: joined(pieces), rightToLeft };
  }

  /** True of a word that the main font sets alone. */
  private isPlain(text: string): boolean {
    for (const character of text) if (!this.isMain(character)) return false;
    return true;
  }

  private isMain(character: string): boolean {
    const code = character.codePointAt(0) ?? 0;
    return this.main.parsed.hasGlyphForCodePoint(code) && !wantsShaping(character);
  }

  private stretches(text: string, rightToLeft: boolean): readonly Stretch[] {
    const stretches: Stretch[] = [];
    const add = (part: string, font: Stretch['font']): void => {
      const last = stretches.at(-1);
      const script = scriptOf(part);
      if (last?.font === font && goesOn(last, part, script)) {
        last.text += part;
        last.script ??= script;
      } else stretches.push({ text: part, font, script });
    };
    for (const { segment } of graphemes.segment(text)) {
      const font = this.fontOf(segment, rightToLeft);
      if (font || this.isPlain(segment)) add(segment, font);
      else for (const one of segment) add(one, IGNORED.test(one) && !this.isMain(one) ? 'nothing' : null);
    }
    return stretches;
  }

  /** The font of a letter with its marks; null: the main one. */
  private fontOf(letter: string, rightToLeft: boolean): OpenFont | null {
    if (this.isPlain(letter) && !(rightToLeft && SIGNS_AMONG.includes(letter))) return null;
    for (const other of this.others) {
      const home = other.home(letter);
      if (home) return home;
    }
    return null;
  }

  private piece({ text, font }: Stretch, rightToLeft: boolean, missing: string[]): ShapedPiece {
    if (font === 'nothing') return { clusters: [{ font: NOTHING, text, width: 0, parts: [], key: text }] };
    const clusters = font && this.clusters(font, text, rightToLeft);
    if (clusters) return { clusters };
    const word = super.shape(rightToLeft ? [...text].map(mirrored).join('') : text);
    missing.push(...(font ? [...text] : word.missing));
    return { glyphs: word.glyphs };
  }

  private clusters(font: OpenFont, text: string, rightToLeft: boolean): readonly Cluster[] | null {
    if (!SQUARE.test(text)) return font.shape(text, rightToLeft);
    let clusters = this.alone.get(text);
    if (clusters === undefined) {
      clusters = font.shape(text, rightToLeft);
      this.alone.set(text, clusters);
    }
    return clusters;
  }
}

/** Signs of no script go with any. */
function goesOn(before: Stretch, text: string, script: string | null): boolean {
  if (typeof before.font === 'string' || before.font === null) return true;
  const oneScript = script === null || before.script === null || script === before.script;
  return oneScript && !SQUARE.test(text) && !SQUARE.test(before.text);
}

function widthOf(piece: ShapedPiece): number {
  let width = 0;
  if ('clusters' in piece) for (const cluster of piece.clusters) width += cluster.width;
  else for (const glyph of piece.glyphs) width += glyph.advance + glyph.kern;
  return width;
}

/** Neighbours of one kind as one piece. */
function joined(pieces: readonly ShapedPiece[]): readonly ShapedPiece[] {
  const out: ShapedPiece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && 'clusters' in last && 'clusters' in piece)
      out[out.length - 1] = { clusters: [...last.clusters, ...piece.clusters] };
    else out.push(piece);
  }
  return out;
}
