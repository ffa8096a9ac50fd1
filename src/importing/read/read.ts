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
import { beginning } from './encoding.ts';
import { decode } from './text-of.ts';

/** bytes -> what is in them. Problems: broken, protected, too large. */
export type Reader = (file: SourceFile, options: ImportOptions) => Promise<Checked<Material>>;

interface Format {
  /** In small letters, without the dot. */
  readonly endings: readonly string[];
  /** The first bytes (as Latin 1) leave no doubt, whatever the file is called. */
  readonly proof?: readonly string[];
  /** How the beginning of its text looks, where the ending says nothing. */
  readonly looks?: RegExp;
  /** How it looks in a file that calls itself plain text. */
  readonly plain?: RegExp;
  readonly load: () => Promise<Reader>;
}

const FORMATS: readonly Format[] = [
  {
    endings: ['xlsx', 'xlsm'],
    proof: ['PK\x03\x04', 'PK\x05\x06'],
    load: async () => (await import('./xlsx.ts')).readXlsx,
  },
  {
    endings: ['xls'],
    proof: ['\xd0\xcf\x11\xe0'],
    load: async () => (await import('./cfb.ts')).readCfb,
  },
  {
    endings: ['html', 'htm', 'xhtml'],
    looks: /^\s*<(?:!doctype\s+html|html|head|body|div|table|h[1-6]|section|article)\b/i,
    load: async () => (await import('./html.ts')).readHtml,
  },
  {
    endings: ['json'],
    looks: /^\s*[[{]\s*["{[\]}]/,
    load: async () => (await import('./json.ts')).readJson,
  },
  {
    endings: ['yaml', 'yml'],
    // Keys from its first line on, and no front matter.
    looks:
      /^(?!---\s*\n[\s\S]*?\n---)(?:---\s*\n|#[^\n]*\n|\s*\n)*[\w-]+:(?:[ \t]+[^\n]*)?\n(?:\s|[\w-]+:|-|#)/,
    load: async () => (await import('./yaml.ts')).readYaml,
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
  {
    endings: ['csv', 'tsv', 'tab'],
    looks: /^[^\n]*?([,;\t])[^\n]*\n[^\n]*\1/,
    // Spreadsheets save it so as "text".
    plain: /^[^\n\t|]*\t[^\n|]*\n[^\n\t|]*\t[^|]*$/,
    load: async () => (await import('./csv.ts')).readCsv,
  },
];

/** What is known by its first bytes, and not read. */
const OTHERS: readonly (readonly [readonly string[], string])[] = [
  [['%PDF-'], 'a PDF: import the file that it was made from'],
  [['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF'], 'a picture: import the table that it shows'],
  [['{\\rtf'], 'an RTF document: save it as HTML'],
  [['\x1f\x8b', '7z\xbc\xaf', 'Rar!'], 'an archive: unpack it and import what is in it'],
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

/** Reads a file of any format. Problems: those of its reader; `unknown-format`, `empty-file`. */
export async function readMaterial(file: SourceFile, options: ImportOptions): Promise<Checked<Material>> {
  const { path } = file;
  const span = fileSpan({ path, text: '' });
  const head = beginning(file.bytes, HEAD);
  if (head.length === 0) {
    const help = 'import a file that has something in it';
    return bad([error('empty-file', `${path} is empty`, span, { help })]);
  }
  const bytes = String.fromCharCode(...head);
  const begins = (proof: readonly string[] | undefined): boolean =>
    proof?.some((signs) => bytes.startsWith(signs)) ?? false;
  const [, other] = OTHERS.find(([proof]) => begins(proof)) ?? [];
  if (other !== undefined) {
    const [what = '', help] = other.split(': ');
    return bad([error('unknown-format', `${path} is ${what}`, span, { help })]);
  }
  const text = decode(head);
  const ending = endingOf(path);
  const format =
    FORMATS.find(({ proof }) => begins(proof)) ??
    FORMATS.find(({ plain }) => ending === 'txt' && plain?.test(text)) ??
    FORMATS.find(({ endings, proof }) => !proof && ending !== undefined && endings.includes(ending)) ??
    FORMATS.find(({ looks }) => looks?.test(text));
  if (format) return (await format.load())(file, options);
  const names = FORMATS.flatMap(({ endings }) => endings[0] ?? []).filter((name) => name !== 'xls');
  const help = `${names.join(', ')} are read`;
  return bad([error('unknown-format', `${path} is of no format that is read`, span, { help })]);
}
