/**
 * Words that are wider than what is left for them: a long German one is parted by patterns, with a hyphen that is no part of
 * the text; any other that is wider than a whole line is parted anywhere. All of it goes on the lines, in order.
 */
import { letterAt } from './breaks.ts';
import type { Fonts } from './fonts.ts';
import type { Breaking, Run } from './lines.ts';

/** A word, or what of it stands in one run. */
export interface Part {
  readonly run: Run;
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

/** Letters enough for a word to be parted by patterns. */
const LONG = /\p{L}{19}/u;
/** Longer than any German word: parted anywhere, since looking for its parts on each line takes the square of its length. */
const NO_WORD = 300;
/** Letters are measured one by one where a word is parted; kerning may add a little. */
const KERNED = 0.97;

/** As much of a long German word as fits in `room` with its hyphen, the hyphen, and the rest; null where nothing does. */
export function partedGerman(
  { run, start, end }: Part,
  fonts: Fonts,
  { parts, whole }: Breaking,
  room: number,
): readonly [head: Part, hyphen: Part, rest: Part] | null {
  if (!run.german || !parts || whole) return null;
  const text = run.text.slice(start, end);
  if (text.length > NO_WORD || !LONG.test(text)) return null;
  const face = fonts[run.face];
  const hyphen = face.width('-', run.size);
  const all = parts(text);
  for (let count = all.length - 1; count > 0; count--) {
    const head = all.slice(0, count).join('');
    const width = face.width(head, run.size);
    if (width + hyphen > room + 0.01) continue;
    const at = start + head.length;
    const mark: Run = { text: '-', face: run.face, size: run.size, node: null };
    return [
      { run, start, end: at, width },
      { run: mark, start: 0, end: 1, width: hyphen },
      { run, start: at, end, width: face.width(run.text.slice(at, end), run.size) },
    ];
  }
  return null;
}

/** A word that begins a line and is wider than it, in parts that fit into `room`; null where a line ends. */
export function* partedAnywhere(word: readonly Part[], fonts: Fonts, room: number): Generator<Part | null> {
  let used = 0;
  let begun = false;
  for (const part of word) {
    const { run } = part;
    if (run.blank) {
      begun = true;
      yield { ...part, width: room };
      continue;
    }
    if (run.pageOf !== undefined) {
      // A page's number is filled in later, as one text.
      if (used > 0 && used + part.width > room) {
        used = 0;
        yield null;
      }
      used += part.width;
      begun = true;
      yield part;
      continue;
    }
    const face = fonts[run.face];
    const from = (start: number, end: number): Part => ({
      ...{ run, start, end },
      width: face.width(run.text.slice(start, end), run.size),
    });
    let { start } = part;
    let wide = 0;
    for (let at = start; at < part.end; ) {
      const letter = letterAt(run.text, at).slice(0, part.end - at);
      const more = (face.word(letter).width * run.size) / 1000;
      if (used + wide + more > room * KERNED && (at > start || begun)) {
        if (at > start) yield from(start, at);
        yield null;
        start = at;
        wide = 0;
        used = 0;
        begun = false;
      }
      wide += more;
      at += letter.length;
    }
    used += wide;
    if (part.end === start) continue;
    begun = true;
    yield from(start, part.end);
  }
}
