/**
 * Which file of ours a company's copy was made from: a comment in the copy, which templates and YAML pass over. By it
 * the copy is told when ours has changed since, also under another name.
 *
 * Kept true: the comment is a line of its own and nothing else of the file is changed; a copy and its comment say the
 * same whatever the line ends are.
 */
import { createHash } from 'node:crypto';
import { lineSpan, type Source, type Span } from '../problems/source.ts';

/** What the comment says. */
export interface Origin {
  /** Path in our templates' folder. */
  readonly path: string;
  /** Ours at that time. */
  readonly version: string;
  /** Of our file's text at that time: 12 hex digits of its SHA-256, line ends as LF. */
  readonly hash: string;
  /** Where the path stands. */
  readonly span: Span;
}

const SAYS = /Copied from (\S+) of rubricate (\S+) \(([0-9a-f]{12})\)\./;
const LINE = new RegExp(`^(?:\\{\\{! |# )${SAYS.source}`);

/** The hash of a text, as an Origin has it. */
export function originHash(text: string): string {
  return createHash('sha256').update(plain(text)).digest('hex').slice(0, 12);
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** A text of ours with the comment: first in the file, but after a document's front matter. `path`: in our folder. */
export function withOrigin(path: string, text: string, version: string): string {
  const says = `Copied from ${path} of rubricate ${version} (${originHash(text)}). Leave this line: by it "rubricate check" tells when ours has changed.`;
  const line = path.endsWith('.yaml') ? `# ${says}\n` : `{{! ${says} }}\n`;
  const front = /^---\n[\s\S]*?\n---\n/.exec(plain(text))?.[0] ?? '';
  return front + line + plain(text).slice(front.length);
}

/** What a file's comment says; null where it has none. */
export function readOrigin(source: Source): Origin | null {
  const lines = source.text.split('\n');
  const at = lines.findIndex((line) => LINE.test(line));
  const [, path = '', version = '', hash = ''] = LINE.exec(lines[at] ?? '') ?? [];
  if (at < 0) return null;
  const line = lineSpan(source, at + 1);
  const column = (lines[at] ?? '').indexOf(path) + 1;
  return { path, version, hash, span: { ...line, column, endColumn: column + path.length } };
}

/** The hash of a file without its comment: that of the original, where nobody has changed the copy. */
export function copyHash(text: string): string {
  return originHash(
    plain(text)
      .split('\n')
      .filter((line) => !LINE.test(line))
      .join('\n'),
  );
}
