/**
 * Bytes as text, for readers that need all of it: by a mark at the beginning (UTF-8, UTF-16), else UTF-8, else
 * Windows-1252, in which every byte means something. Line ends are \n afterwards.
 */
import { bad, type Checked, good } from '../../problems/checked.ts';
import { error } from '../../problems/problem.ts';
import { fileSpan, type Source } from '../../problems/source.ts';
import type { SourceFile } from '../import.ts';

/** More than any page that people write; longer tables are CSV or XLSX, which are read in pieces. */
const MOST = 20 * 1024 * 1024;

/** The file as a text. Problems: `too-large`, `empty-file`, `unknown-format` (it is no text). */
export function textOf({ path, bytes }: SourceFile): Checked<Source> {
  const nowhere = fileSpan({ path, text: '' });
  if (bytes.size > MOST) {
    const help = 'import a part of it, or save its tables as CSV';
    return bad([error('too-large', `${path} has more than 20 MB`, nowhere, { help })]);
  }
  const text = decode(Buffer.concat([...bytes.chunks()])).replace(/\r\n?/g, '\n');
  if (text.trim() === '') {
    const help = 'import a file that has something in it';
    return bad([error('empty-file', `${path} is empty`, nowhere, { help })]);
  }
  if (text.includes('\0')) {
    const help = 'save it as CSV, XLSX, Markdown, HTML, JSON or YAML';
    return bad([error('unknown-format', `${path} is no text`, nowhere, { help })]);
  }
  return good({ path, text });
}

/** Any bytes: a text in one of the encodings. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A file's name without folder, ending and leading numbers: "01. planning.md" is "planning". */
export function nameOf(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? '';
  const bare = file.replace(/\.[^.]+$/, '');
  return bare.replace(/^\d+[.)_\-\s]+(?=\S)/, '').trim() || bare;
}
