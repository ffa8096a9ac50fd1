/**
 * Paragraphs that were broken into lines before in this process. Documents of one framework say the same things: a level's text stands in the
 * rulers of its neighbours, scripts and rules stand in every form.
 *
 * Kept true: what is given is what breaking anew would give; it depends on the texts, their faces and sizes, the column and the fonts.
 */
import type { Fonts } from './fonts.ts';
import type { Breaking, Broken, Run } from './lines.ts';

/** Columns that are kept, paragraphs of each, and the longest of them, in characters. */
const MOST_COLUMNS = 2_000;
const MOST = 5_000;
const LONGEST = 2_000;

/** All that lines depend on but the text: the column, and how the runs are set. */
interface Column {
  readonly options: Breaking;
  readonly runs: readonly Run[];
  readonly byText: Map<string, Broken>;
}

/** By the column's width. */
class Kept {
  readonly byWidth = new Map<number, Column[]>();
  private count = 0;

  add(width: number, column: Column): void {
    if (this.count === MOST_COLUMNS) {
      this.byWidth.clear();
      this.count = 0;
    }
    const there = this.byWidth.get(width);
    if (there) there.push(column);
    else this.byWidth.set(width, [column]);
    this.count++;
  }
}

const kept = new WeakMap<Fonts, Kept>();

/** The lines of these runs: as they were broken before, their pieces naming the runs of then, or by `anew`. */
export function brokenBefore(
  runs: readonly Run[],
  fonts: Fonts,
  options: Breaking,
  anew: () => Broken,
): Broken {
  const text = textOf(runs);
  if (text === null) return anew();
  const { byText } = columnOf(runs, fonts, options);
  const before = byText.get(text);
  if (before) return before;
  const broken = anew();
  if (byText.size >= MOST) byText.clear();
  byText.set(text, broken);
  return broken;
}

/** The texts of the runs as one; null where their lines are not kept: places to write, and numbers that are filled in later. */
function textOf(runs: readonly Run[]): string | null {
  let all = '';
  for (const { text, blank, written, pageOf } of runs) {
    if (blank || written || pageOf !== undefined) return null;
    all = runs.length === 1 ? text : `${all}${text.length} ${text}`;
  }
  return all.length > LONGEST ? null : all;
}

function columnOf(runs: readonly Run[], fonts: Fonts, options: Breaking): Column {
  let known = kept.get(fonts);
  if (!known) {
    known = new Kept();
    kept.set(fonts, known);
  }
  for (const column of known.byWidth.get(options.width) ?? [])
    if (alike(column, runs, options)) return column;
  const made: Column = { options, runs, byText: new Map() };
  known.add(options.width, made);
  return made;
}

function alike(column: Column, runs: readonly Run[], options: Breaking): boolean {
  if (column.runs.length !== runs.length || !sameOptions(column.options, options)) return false;
  for (let i = 0; i < runs.length; i++) {
    const [a, b] = [column.runs[i], runs[i]];
    if (!a || !b || !sameLook(a, b)) return false;
  }
  return true;
}

function sameOptions(a: Breaking, b: Breaking): boolean {
  return (
    (a.hang ?? 0) === (b.hang ?? 0) &&
    (a.whole ?? false) === (b.whole ?? false) &&
    (a.rightToLeft ?? false) === (b.rightToLeft ?? false) &&
    a.parts === b.parts
  );
}

function sameLook(a: Run, b: Run): boolean {
  return (
    a.face === b.face &&
    a.size === b.size &&
    (a.german ?? false) === (b.german ?? false) &&
    (a.ends ?? false) === (b.ends ?? false)
  );
}
