/** What a glyph's name means, by Adobe's list: the part of it that forms of our languages need. */
import { readFileSync } from 'node:fs';

let known: ReadonlyMap<string, string> | undefined;

/** The letter of a name; undefined where the list has none. */
export function letterNamed(name: string): string | undefined {
  known ??= read();
  return known.get(name);
}

function read(): ReadonlyMap<string, string> {
  const text = readFileSync(new URL('../../fixtures/pdf/glyph-names.txt', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => /^[^#]/.test(line));
  return new Map(lines.map((line) => line.split(';')).map(([name = '', code = '']) => [name, char(code)]));
}

function char(hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16));
}
