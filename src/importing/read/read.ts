/**
 * Which reader a file gets: what its first bytes prove, then its ending, then what its text looks like. A new format is one
 * more entry here and one file beside this one; none is loaded before a file asks for it.
 */
import { bad, type Checked } from '../../problems/checked.ts';
import { error } from '../../problems/problem.ts';
import { fileSpan } from '../../problems/source.ts';
import type { SourceFile } from '../import.ts';
import type { Material } from '../material.ts';
import type { ImportOptions } from '../options.ts';

/** bytes -> what is in them. Problems: broken, protected, too large. */
export type Reader = (file: SourceFile, options: ImportOptions) => Promise<Checked<Material>>;

interface Format {
  /** In small letters, without the dot. */
  readonly endings: readonly string[];
  /** The first bytes (as Latin 1) leave no doubt, whatever the file is called. */
  readonly proof?: RegExp;
  /** How the beginning of its text looks, where the ending says nothing. */
  readonly looks?: RegExp;
  readonly load: () => Promise<Reader>;
}

const FORMATS: readonly Format[] = [
  {
    endings: ['html', 'htm', 'xhtml'],
    looks: /^\s*<(?:!doctype\s+html|html|head|body|div|table|h[1-6]|section|article)\b/i,
    load: async () => (await import('./html.ts')).readHtml,
  },
  {
    endings: ['md', 'markdown', 'mdown', 'mkd', 'mdx'],
    looks: /^(?:---\s*\n[\s\S]*?\n---\s*$|#{1,6} \S|\s*[-*] \S)/m,
    load: async () => (await import('./markdown.ts')).readMarkdown,
  },
  {
    endings: ['txt', 'text'],
    looks: /^.*\|.*\|/m,
    load: async () => (await import('./text.ts')).readText,
  },
];

/** Whether a file of this name is of a format that is read: for folders, where other files lie about. */
export function isReadable(path: string): boolean {
  const ending = endingOf(path);
  return ending !== undefined && FORMATS.some(({ endings }) => endings.includes(ending));
}

function endingOf(path: string): string | undefined {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
}

/** How much is looked at to tell a format. */
const HEAD = 4096;

/** Reads a file of any format. Problems: those of its reader; `unknown-format`. */
export async function readMaterial(file: SourceFile, options: ImportOptions): Promise<Checked<Material>> {
  const head = headOf(file);
  const bytes = String.fromCharCode(...head);
  const text = new TextDecoder().decode(head).replace(/^\ufeff/, '');
  const ending = endingOf(file.path);
  const format =
    FORMATS.find(({ proof }) => proof?.test(bytes)) ??
    FORMATS.find(({ endings }) => ending !== undefined && endings.includes(ending)) ??
    FORMATS.find(({ looks }) => looks?.test(text));
  if (format) return (await format.load())(file, options);
  const message = `${file.path} is of no format that is read`;
  const help = `${FORMATS.flatMap(({ endings }) => endings[0] ?? []).join(', ')} are read`;
  return bad([error('unknown-format', message, fileSpan({ path: file.path, text: '' }), { help })]);
}

function headOf({ bytes }: SourceFile): Uint8Array {
  const head = new Uint8Array(Math.min(HEAD, bytes.size));
  let at = 0;
  for (const chunk of bytes.chunks()) {
    const part = chunk.subarray(0, head.length - at);
    head.set(part, at);
    at += part.length;
    if (at >= head.length) break;
  }
  return head.subarray(0, at);
}
