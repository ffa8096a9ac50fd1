/**
 * The door to HarfBuzz, which shapes what the main font does not have: every script as its readers expect it, variable
 * fonts at a weight, outlines of TrueType and CFF alike. (fontkit, which shapes the main font, puts Thai vowels wrong and
 * fails at Khmer.)
 *
 * Kept true: all measures are thousandths of the size, whole numbers, so that what is measured is what a PDF's width table
 * says. A cluster is what belongs together (a letter with its marks, a ligature): it becomes one glyph of the PDF, which
 * stands for its characters, whatever glyphs of the font it was put together from.
 */
import { Direction, Face, Font, Blob as FontBlob, Buffer as Shaping, shape, Variation } from 'harfbuzzjs';
import { BLANK } from './scripts.ts';

/** What a PDF says of a font; those of one name are one font to it. Measures in thousandths of the size. */
export interface FontInfo {
  readonly name: string;
  readonly ascent: number;
  readonly descent: number;
}

/** A step of an outline: to a point, along a line, a quadratic or cubic curve; or back to where it began. */
export interface Step {
  /** M, L, Q, C or Z, as in SVG. */
  readonly type: string;
  readonly values: readonly number[];
}

/** An outline at its place in the cluster, y upwards from the base line. */
export interface Part {
  readonly steps: readonly Step[];
  readonly x: number;
  readonly y: number;
}

export interface Cluster {
  readonly font: FontInfo;
  /** The characters that it stands for. */
  readonly text: string;
  readonly width: number;
  readonly parts: readonly Part[];
  /** The same for clusters that look alike and stand for the same characters. */
  readonly key: string;
}

const SIZE = 1000;
let opened = 0;

/** A font file that is open, at a weight where it has more than one. */
export class OpenFont implements FontInfo {
  readonly name: string;
  readonly ascent: number;
  readonly descent: number;
  /** It has more than one weight. */
  readonly variable: boolean;
  private readonly id = opened++;
  private readonly face: Face;
  private readonly font: Font;
  private readonly outlines = new Map<number, readonly Step[]>();
  private readonly drawn = new Map<string, boolean>();

  /** `bytes`: TrueType or OpenType. `weight`: 100 to 900. */
  constructor(bytes: Uint8Array, weight: number) {
    this.face = new Face(new FontBlob(bytes));
    this.font = new Font(this.face);
    this.font.setScale(SIZE, SIZE);
    const axis = this.face.getAxisInfos()['wght'];
    const own = this.face.getName(POSTSCRIPT_NAME, 'en').replace(/[^\w-]/g, '') || 'Font';
    this.variable = axis !== undefined;
    if (axis) {
      const at = Math.min(Math.max(weight, axis.min), axis.max);
      this.font.setVariations([new Variation('wght', at)]);
      this.name = `${own.replace(/-.*/, '')}-${at}`;
    } else this.name = own;
    const { ascender, descender } = this.font.hExtents();
    [this.ascent, this.descent] = [ascender, descender];
  }

  /** False of bytes that are no font: HarfBuzz takes them for one without letters. */
  get hasLetters(): boolean {
    return this.face.collectUnicodes().length > 0;
  }

  /** A table of the file, e.g. "OS/2"; null where there is none. */
  table(tag: string): Uint8Array | null {
    return this.face.referenceTable(tag) ?? null;
  }

  /** True where the font can draw the character. A colour font that has no outline for it cannot. */
  has(character: string): boolean {
    let has = this.drawn.get(character);
    if (has === undefined) {
      const glyph = this.font.nominalGlyph(character.codePointAt(0) ?? 0);
      has = glyph !== undefined && (BLANK.test(character) || this.outline(glyph).length > 0);
      this.drawn.set(character, has);
    }
    return has;
  }

  /**
   * A text of one script and direction, in the order in which it is read; null where the font has no glyph for a part of it.
   */
  shape(text: string, rightToLeft: boolean): readonly Cluster[] | null {
    const shaping = new Shaping();
    shaping.addText(text);
    shaping.guessSegmentProperties();
    shaping.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
    shape(this.font, shaping);
    const glyphs = shaping.getGlyphInfosAndPositions();
    const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
    const clusters: Cluster[] = [];
    for (let i = 0; i < glyphs.length; ) {
      const at = glyphs[i]?.cluster ?? 0;
      const parts: Part[] = [];
      let width = 0;
      let key = `${this.id}`;
      for (let glyph = glyphs[i]; glyph?.cluster === at; glyph = glyphs[++i]) {
        const { codepoint: id, xAdvance = 0, xOffset = 0, yOffset = 0 } = glyph;
        if (id === 0) return null;
        parts.push({ steps: this.outline(id), x: width + xOffset, y: yOffset });
        key += ` ${id},${width + xOffset},${yOffset}`;
        width += xAdvance;
      }
      const order = starts.indexOf(at);
      const from = order === 0 ? 0 : at;
      const own = text.slice(from, starts[order + 1]);
      clusters.push({ font: this, text: own, width, parts, key: `${key} ${own}` });
    }
    return rightToLeft ? clusters.reverse() : clusters;
  }

  private outline(glyph: number): readonly Step[] {
    let steps = this.outlines.get(glyph);
    if (!steps) {
      steps = this.font.glyphToJson(glyph);
      this.outlines.set(glyph, steps);
    }
    return steps;
  }
}

const POSTSCRIPT_NAME = 6;
