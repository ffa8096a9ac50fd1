/** Files that are text, for readers that need all of it, and how texts and names of files are made fit. */

import { bad, type Checked, good } from '../../problems/checked.ts';
import { advice, error, type Problem } from '../../problems/problem.ts';
import { fileSpan, type Source } from '../../problems/source.ts';
import { bytesOf } from '../bytes.ts';
import type { SourceFile } from '../import.ts';
import type { Material } from '../material.ts';
import { encodingOf, textsOf } from './encoding.ts';

/** More than any page that people write; longer tables are CSV or XLSX, which are read in pieces. */
const MOST = 20 * 1024 * 1024;

/** What `read` makes of the file's text. Problems: its own, `too-large`, `empty-file`, `unknown-format` (it is no text), `encoding-guessed`. */
export function fromText(
  { path, bytes }: SourceFile,
  read: (source: Source) => Checked<Material>,
): Checked<Material> {
  const nowhere = fileSpan({ path, text: '' });
  if (bytes.size > MOST) {
    const help = 'import a part of it, or save its tables as CSV';
    return bad([error('too-large', `${path} has more than 20 MB`, nowhere, { help })]);
  }
  const encoding = encodingOf(bytes);
  const text = [...textsOf(bytes, encoding)].join('');
  if (text.trim() === '') {
    const help = 'import a file that has something in it';
    return bad([error('empty-file', `${path} is empty`, nowhere, { help })]);
  }
  if (text.includes('\0')) return bad([noText(path)]);
  const source: Source = { path, text };
  const made = read(source);
  const problems = [...(encoding.sure ? [] : [guessedEncoding(source)]), ...made.problems];
  return made.ok ? good(made.value, problems) : bad(problems);
}

/** `encoding-guessed`. */
export function guessedEncoding(source: Source): Problem {
  const help = 'look whether letters such as é and ü are right; if not, save it with the encoding UTF-8';
  const message = `${source.path} is no UTF-8 and is read as Windows-1252`;
  return advice('encoding-guessed', message, fileSpan(source), { help });
}

/** `unknown-format`. */
export function noText(path: string): Problem {
  const help = 'save it as CSV, XLSX, Markdown, HTML, JSON or YAML';
  return error('unknown-format', `${path} is no text`, fileSpan({ path, text: '' }), { help });
}

/** Any bytes, perhaps cut off in a letter: a text in one of the encodings. */
export function decode(bytes: Uint8Array): string {
  const all = bytesOf(bytes);
  return [...textsOf(all, encodingOf(all))].join('');
}

/** White at line ends is nobody's text. */
export function tidy(text: string): string {
  if (!/[\r\n]/.test(text)) return text.trim();
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

/** A file's name without folder, ending and leading numbers: "01. planning.md" is "planning". */
export function nameOf(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? '';
  const bare = file.replace(/\.[^.]+$/, '');
  return bare.replace(/^\d+[.)_\-\s]+(?=\S)/, '').trim() || bare;
}
