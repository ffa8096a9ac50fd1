/**
 * Markdown -> Document. In this order: front matter and notes are lifted out by lines (so that a person's text can hold
 * anything), Markdown is read over the rest, marks are folded into blocks, what no block met is told.
 */
import { type Checked, checked } from '../problems/checked.ts';
import { controlCharacters } from '../problems/control-character.ts';
import { knownNames, nearest } from '../problems/nearest.ts';
import { error } from '../problems/problem.ts';
import { lineSpan, type Source } from '../problems/source.ts';
import { foldBlocks } from './blocks.ts';
import type { Document, Field } from './document.ts';
import { readFront } from './foot.ts';
import { readFrontMatter } from './front-matter.ts';
import { blockTokens } from './markdown-it.ts';
import { liftNotes, type MarkCounts } from './notes.ts';
import { fail, newReading, type Reading, warn } from './reading.ts';
import { readTree } from './tree.ts';

/**
 * The document of a Markdown file. Problems, all at once and each with its line: marks that cannot be read or stand where
 * they mean nothing, ids, boxes and cells that do not fit, two ticks, links and foot to nothing (`unknown-link`,
 * `unknown-field`), HTML and pictures that cannot be set; `control-character`; `no-front-matter` (warning).
 */
export function parseDocument(source: Source): Checked<Document> {
  const reading = newReading(source);
  reading.problems.push(...controlCharacters(source));
  const front = readFrontMatter(source);
  reading.problems.push(...front.problems);
  const lines = linesOf(source.text);
  lines.fill('', 0, front.bodyLine - 1);
  const counts = liftNotes(reading, lines, front.bodyLine);
  const tree = readTree(reading, blockTokens(reading, lines.join('\n').replaceAll('\0', '\ufffd')), lines);
  const blocks = foldBlocks(reading, tree);
  const fields = [...reading.fields].sort((a, b) => a.line - b.line);
  const byId = new Map(fields.map((field) => [field.id, field]));
  const matter = readFront(reading, front, byId);
  unmet(reading, counts);
  links(reading);
  excluded(reading, byId);
  if (front.bodyLine === 1 && counts.size > 0 && front.problems.length === 0) {
    const help = 'a form begins with --- and "key: value" lines: name, title, foot';
    warn(reading, 'no-front-matter', 'This form has no front matter', 1, help);
  }
  const { pictures, problems } = reading;
  return checked({ source, front: matter, blocks, fields, pictures }, problems);
}

/** The lines of a text, as Problems number them: a line ends in LF or CR LF; a CR alone ends none. */
function linesOf(text: string): string[] {
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (!whole.includes('\r')) return whole.split('\n');
  return whole.replaceAll('\r\n', '\n').replaceAll('\r', ' ').split('\n');
}

/** Marks that no block met, but for lines of which an error was told already. */
function unmet(reading: Reading, counts: MarkCounts): void {
  const told = new Set(reading.problems.flatMap((p) => (p.severity === 'error' ? [p.span.line] : [])));
  for (const [line, count] of counts) {
    if ((reading.met.get(line) ?? 0) >= count || told.has(line)) continue;
    const help =
      'let it stand alone in its line with an empty line before and after, or at the end of its words';
    fail(reading, 'misplaced-mark', 'This mark means nothing where it stands', line, help);
  }
}

function links(reading: Reading): void {
  for (const { anchor, line } of reading.links) {
    if (reading.anchors.has(anchor)) continue;
    const near = nearest(anchor, reading.anchors.keys());
    const help = near === undefined ? undefined : `did you mean "#${near}"?`;
    fail(reading, 'unknown-link', `No heading here has the anchor "${anchor}"`, line, help);
  }
}

/** A tick in a choice and one in the choice that it excludes. Problems: `two-ticks`, `unknown-choice`. */
function excluded(reading: Reading, byId: ReadonlyMap<string, Field>): void {
  for (const field of reading.fields) {
    if (field.kind !== 'choice' || field.with === null) continue;
    const other = byId.get(field.with);
    if (other?.kind !== 'choice' || other === field) {
      const choices = [...byId.values()].filter((f) => f.kind === 'choice' && f !== field).map((f) => f.id);
      const help = knownNames(field.with, choices);
      fail(reading, 'unknown-choice', `There is no choice "${field.with}"`, field.line, help);
    } else if (field.value !== null && other.value !== null) {
      // Two that name each other are one mistake.
      if (other.with === field.id && other.line < field.line) continue;
      const span = lineSpan(reading.source, field.line);
      reading.problems.push(
        error('two-ticks', `A tick here and one in "${other.label}" exclude each other`, span, {
          help: 'leave one of them',
          related: [{ message: 'the other stands here', span: lineSpan(reading.source, other.line) }],
        }),
      );
    }
  }
}
