/**
 * Paragraphs that were broken into lines before in this process. Documents of one framework say the same things: a level's text stands in the
 * rulers of its neighbours, scripts and rules stand in every form.
 *
 * Kept true: what is given is what breaking anew would give; it depends on the texts, their faces and sizes, the column and the fonts.
 */
import type { Fonts } from './fonts.ts';
import type { Breaking, Broken, Run } from './text.ts';

/** Paragraphs that are kept, and the longest of them, in characters. */
const MOST = 20_000;
const LONGEST = 2_000;

const kept = new WeakMap<Fonts, Map<string, Broken>>();

/** The lines of these runs: as they were broken before, their pieces naming the runs of then, or by `anew`. */
export function brokenBefore(
  runs: readonly Run[],
  fonts: Fonts,
  options: Breaking,
  anew: () => Broken,
): Broken {
  const key = keyOf(runs, options);
  if (key === null) return anew();
  let known = kept.get(fonts);
  if (!known) {
    known = new Map();
    kept.set(fonts, known);
  }
  const before = known.get(key);
  if (before) return before;
  const broken = anew();
  if (known.size >= MOST) known.clear();
  known.set(key, broken);
  return broken;
}

/** All that the lines depend on; null where they are not kept: places to write, and numbers that are filled in later. */
function keyOf(runs: readonly Run[], options: Breaking): string | null {
  const { width, hang = 0, whole = false, rightToLeft = false, parts } = options;
  let key = `${width} ${hang} ${whole ? 1 : 0}${rightToLeft ? 1 : 0}${parts ? 1 : 0}`;
  for (const run of runs) {
    if (run.blank || run.written || run.pageOf !== undefined) return null;
    key += `\n${run.face} ${run.size} ${run.german ? 1 : 0}${run.ends ? 1 : 0} ${run.text.length} ${run.text}`;
  }
  return key.length > LONGEST ? null : key;
}
