/**
 * Characters that no page shows and no file should hold: control signs, halves of a character, and what Unicode says is
 * none. They come into a text from a damaged file or a copy from a terminal; a person does not see them, so they are told.
 */
import { error, type Problem } from './problem.ts';
import { offsetOf, type Source, type Span, spanAt } from './source.ts';

// Tab and line ends are white space.
const CONTROL = /(?![\t\n\r])[\p{Control}\p{Noncharacter_Code_Point}\p{Surrogate}]/u;
/** All of them and what takes two units: a text without it has none, and that is seen in a quarter of the time. */
const SUSPECT = /[^\t\n\r -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/;

/**
 * Problem `control-character` for the first of them in a text that stands in `source` from `start` to `end`; null where
 * there is none. The place is the character's own, or the whole text where it is written as an escape.
 */
export function controlCharacter(
  source: Source,
  text: string,
  [start, end]: readonly [start: number, end: number],
): Problem | null {
  const character = CONTROL.exec(text)?.[0];
  if (character === undefined) return null;
  const at = source.text.slice(start, end).indexOf(character);
  const span =
    at < 0 ? spanAt(source, start, end) : spanAt(source, start + at, start + at + character.length);
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return error('control-character', `This text has the control character U+${code}`, span, {
    help: 'take it out, or write the sign that was meant: it cannot be printed',
  });
}

/** The same for a text that was written at `span`. */
export function controlCharacterAt(text: string, span: Span): Problem | null {
  const start = offsetOf(span);
  return controlCharacter(span.source, text, [start, start + span.endColumn - span.column]);
}

/** The first of each line of a file. */
export function controlCharacters(source: Source): readonly Problem[] {
  if (!SUSPECT.test(source.text) || !CONTROL.test(source.text)) return [];
  let start = 0;
  return source.text.split('\n').flatMap((line) => {
    const from = start;
    start += line.length + 1;
    return controlCharacter(source, line, [from, from + line.length]) ?? [];
  });
}
