/**
 * Markdown -> Document. In this order: front matter and notes are lifted out by lines (so that a person's text can hold
 * anything), Markdown is read over the rest, marks are folded into blocks, what no block met is told.
 */
import { type Checked, checked } from '../problems/checked.ts';
import { nearest } from '../problems/nearest.ts';
import { error } from '../problems/problem.ts';
import { lineSpan, type Source } from '../problems/source.ts';
import { foldBlocks } from './blocks.ts';
import type { Document, FootPart, FrontMatter, NotesField } from './document.ts';
import { type FrontMatterLines, readFrontMatter } from './front-matter.ts';
import { blockTokens, readInline } from './inline.ts';
import { COMMENT, MARK_NAMES, readMark } from './marks.ts';
import { checkParts, fail, type Reading, takeId, warn } from './reading.ts';
import { readTree } from './tree.ts';

/** The document of a Markdown file. Problems: every mark that cannot be read, with its line; see templates/README.md. */
export function parseDocument(source: Source): Checked<Document> {
  const text = source.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const front = readFrontMatter(source);
  const lines = text.split('\n');
  for (let i = 0; i < front.bodyLine - 1; i++) lines[i] = '';
  const notes = new Map<number, NotesField>();
  const reading: Reading = {
    source,
    problems: [...front.problems],
    fields: [],
    ids: new Map(),
    met: new Map(),
    notes,
    anchors: new Map(),
    links: [],
  };
  const marks = findMarks(reading, lines, front.bodyLine);
  liftNotes(reading, lines, notes, marks);
  const tree = readTree(reading, blockTokens(lines.join('\n')));
  const blocks = foldBlocks(reading, tree);
  for (const [line, count] of marks) {
    if (
      (reading.met.get(line) ?? 0) < count &&
      !reading.problems.some((p) => p.span.line === line && p.severity === 'error')
    ) {
      fail(
        reading,
        'misplaced-mark',
        'This mark means nothing where it stands',
        line,
        'let it stand alone in its line with an empty line before and after, or at the end of its item',
      );
    }
  }
  for (const { anchor, line } of reading.links) {
    if (!reading.anchors.has(anchor))
      fail(
        reading,
        'unknown-link',
        `No heading here has the anchor "${anchor}"`,
        line,
        hint(anchor, reading.anchors.keys()),
      );
  }
  excluded(reading);
  const fields = [...reading.fields].sort((a, b) => a.line - b.line);
  const matter = frontMatter(reading, front, fields);
  return checked({ source, front: matter, blocks, fields }, reading.problems);
}

function hint(anchor: string, known: Iterable<string>): string | undefined {
  const near = nearest(anchor, known);
  return near === undefined ? undefined : `did you mean "#${near}"?`;
}

/** Lines on which marks stand, with how many; broken and misspelt ones are Problems. Those inside notes are a person's text. */
function findMarks(reading: Reading, lines: readonly string[], from: number): Map<number, number> {
  const marks = new Map<number, number>();
  let inNotes = false;
  for (let i = from - 1; i < lines.length; i++) {
    const text = lines[i] ?? '';
    if (!text.includes('<!') && !text.includes('<\u2014')) continue;
    const alone = /^\s*<!--(.*?)-->\s*$/.exec(text);
    const own = alone ? readMark(alone[1] ?? '') : null;
    if (inNotes && !(own && !('other' in own))) continue;
    if (own && !('other' in own) && own.name === 'notes') inNotes = !own.ends;
    else inNotes = false;
    for (const match of text.matchAll(COMMENT)) {
      const mark = readMark(match[1] ?? '');
      if (!('other' in mark)) {
        marks.set(i + 1, (marks.get(i + 1) ?? 0) + 1);
        continue;
      }
      const near = nearest(mark.other, MARK_NAMES);
      if (mark.other !== '' && near !== undefined && Math.abs(near.length - mark.other.length) <= 2) {
        fail(reading, 'unknown-mark', `There is no mark "${mark.other}"`, i + 1, `did you mean "${near}"?`);
      } else if (mark.other !== '') warn(reading, 'comment', 'This comment is not printed', i + 1);
    }
    if (/<!\u2014|<!–|<!-(?!-)|<!--(?!.*-->)/.test(text)) {
      fail(
        reading,
        'broken-mark',
        'This looks like a mark, but it cannot be read',
        i + 1,
        'a mark begins with <!-- and ends with --> in the same line, with plain hyphens',
      );
    }
  }
  return marks;
}

/** Takes what stands between notes marks out of the text, each to its field. */
function liftNotes(
  reading: Reading,
  lines: string[],
  notes: Map<number, NotesField>,
  marks: ReadonlyMap<number, number>,
): void {
  for (let i = 0; i < lines.length; i++) {
    if (!marks.has(i + 1)) continue;
    const alone = /^\s*<!--(.*?)-->\s*$/.exec(lines[i] ?? '');
    const mark = alone ? readMark(alone[1] ?? '') : null;
    if (!mark || 'other' in mark || mark.name !== 'notes') continue;
    if (mark.ends) continue;
    let end = i + 1;
    while (end < lines.length && !marks.has(end + 1)) end++;
    const body = lines.slice(i + 1, end);
    for (let k = i + 1; k < end; k++) lines[k] = '';
    const line = i + 1;
    checkParts(reading, mark, line, ['lines', 'required']);
    takeId(reading, mark.id, line);
    if (mark.label === null)
      fail(
        reading,
        'no-label',
        'Notes need a label in quotes',
        line,
        'say what is written here: <!-- notes id "Label" -->',
      );
    const wanted = mark.options.get('lines') ?? '3';
    const field: NotesField = {
      kind: 'notes',
      id: mark.id ?? '',
      label: mark.label ?? '',
      required: mark.options.get('required') === 'yes',
      line,
      value: notesValue(body),
      lines: Math.max(1, Number.parseInt(wanted, 10) || 3),
      grow: wanted.endsWith('+'),
    };
    notes.set(line, field);
    reading.fields.push(field);
    const close = /^\s*<!--(.*?)-->\s*$/.exec(lines[end] ?? '');
    const closing = close ? readMark(close[1] ?? '') : null;
    if (!closing || 'other' in closing || closing.name !== 'notes' || !closing.ends) {
      fail(
        reading,
        'no-end',
        'These notes have no end',
        line,
        'end them with <!-- /notes --> in a line of its own',
      );
    }
    i = end - 1;
  }
}

/** The lines between, less those of only underscores, hyphens or stars, and less the empty ones at both ends. */
function notesValue(body: readonly string[]): string {
  const kept = body.filter((text) => !/^\s*(?:\\?_|-|\*){3,}\s*$/.test(text));
  while (kept.length > 0 && kept[0]?.trim() === '') kept.shift();
  while (kept.length > 0 && kept.at(-1)?.trim() === '') kept.pop();
  return kept
    .map((text) => text.trimEnd())
    .join('\n')
    .replaceAll('&lt;!--', '<!--');
}

/** A tick in a choice and one in the choice that it excludes. */
function excluded(reading: Reading): void {
  for (const field of reading.fields) {
    if (field.kind !== 'choice' || field.with === null || field.value === null) continue;
    const other = reading.fields.find((f) => f.id === field.with);
    if (other?.kind === 'choice' && other.value !== null) {
      reading.problems.push(
        error(
          'two-ticks',
          `A tick here and one in "${other.label}" exclude each other`,
          lineSpan(reading.source, field.line),
          {
            help: 'leave one of them',
            related: [{ message: 'the other stands here', span: lineSpan(reading.source, other.line) }],
          },
        ),
      );
    }
  }
}

function frontMatter(reading: Reading, front: FrontMatterLines, fields: Document['fields']): FrontMatter {
  const get = (key: string): string | null => front.entries.get(key) ?? null;
  const foot = (front.lists.get('foot') ?? []).map((text) =>
    text.split(' | ').map((cell) => footParts(reading, cell, fields, front)),
  );
  return {
    kind: get('kind'),
    name: get('name'),
    title: get('title'),
    lang: get('lang') ?? 'en',
    paper: get('paper'),
    theme: get('theme'),
    framework: get('framework'),
    date: get('date'),
    form: get('form'),
    foot,
    continued: get('continued'),
    entries: front.entries,
    bodyLine: front.bodyLine,
  };
}

/** A foot's cell: `{page}`, `{pages}`, a field by its id, inline Markdown. */
function footParts(
  reading: Reading,
  cell: string,
  fields: Document['fields'],
  front: FrontMatterLines,
): readonly FootPart[] {
  const line = front.lines.get('foot') ?? 1;
  const bold = /^\*\*(.*)\*\*$/s.exec(cell.trim());
  const inner = bold && /\{/.test(cell) ? (bold[1] ?? '') : cell.trim();
  return inner.split(/(\{[^{}]*\})/).flatMap((piece): FootPart[] => {
    if (piece === '') return [];
    if (piece === '{page}') return [{ type: 'page' }];
    if (piece === '{pages}') return [{ type: 'pages' }];
    const id = /^\{(.*)\}$/.exec(piece)?.[1];
    if (id === undefined) return [{ type: 'inline', content: readInline(reading, piece, line) }];
    const field = fields.find((f) => f.id === id);
    if (field?.kind === 'line') return [{ type: 'field', field }];
    fail(
      reading,
      'unknown-field',
      `The foot names a field "${id}" that the document lacks`,
      line,
      hint(
        id,
        fields.map((f) => f.id),
      )?.replace('#', ''),
    );
    return [];
  });
}
