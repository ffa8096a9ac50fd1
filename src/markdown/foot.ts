/** The document's own front matter with its foot: lines of cells, in which fields and page numbers stand by name. */

import { knownNames } from '../problems/nearest.ts';
import type { Field, FootPart, FrontMatter, Inline } from './document.ts';
import type { FrontMatterLines } from './front-matter.ts';
import { readInline } from './inline.ts';
import { FIELD_ID } from './marks.ts';
import { fail, type Reading } from './reading.ts';

const NAMED = /\{([^{}]*)\}/g;
/** Stands for a name in braces while Markdown is read round it; no text has it: Unicode keeps it for such use. */
const PLACE = '\ufdd0';

/**
 * The front matter's known keys and its foot. Problems: `newer-format`, `unknown-language`, `unknown-field` for a name in
 * the foot, those of readInline. */
export function readFront(
  reading: Reading,
  front: FrontMatterLines,
  fields: ReadonlyMap<string, Field>,
): FrontMatter {
  const get = (key: string): string | null => front.entries.get(key) ?? null;
  checkFormat(reading, front);
  const single = get('foot');
  const lines = front.lists.get('foot') ?? (single === null ? [] : [single]);
  const foot = lines.map((text, i) => {
    const line = front.itemLines.get('foot')?.[i] ?? front.lines.get('foot') ?? 1;
    return text.split(' | ').map((cell) => footParts(reading, cell.trim(), fields, line));
  });
  return {
    ...{ kind: get('kind'), name: get('name'), title: get('title'), lang: get('lang') ?? 'en' },
    ...{ paper: get('paper'), theme: get('theme'), framework: get('framework'), date: get('date') },
    ...{ form: get('form'), foot, continued: get('continued') },
    ...{ entries: front.entries, bodyLine: front.bodyLine },
  };
}

/** Version of the Markdown format that is read here. */
const FORMAT = 1;
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

function checkFormat(reading: Reading, front: FrontMatterLines): void {
  const [format, lang] = [front.entries.get('rubricate'), front.entries.get('lang')];
  if (format !== undefined && /^\d+$/.test(format) && Number(format) > FORMAT) {
    const help = 'set it with a newer rubricate';
    const line = front.lines.get('rubricate') ?? 1;
    fail(reading, 'newer-format', `This file is of format ${format}; this is ${FORMAT}`, line, help);
  }
  if (lang !== undefined && lang !== '' && !LANGUAGE.test(lang)) {
    const line = front.lines.get('lang') ?? 1;
    fail(reading, 'unknown-language', `"${lang}" is no language`, line, 'write it as en or de-CH');
  }
}

/** A foot's cell: names in braces are read before Markdown is, so that `&#123;` is a brace and no name. */
function footParts(
  reading: Reading,
  cell: string,
  fields: ReadonlyMap<string, Field>,
  line: number,
): readonly FootPart[] {
  const named: (FootPart | null)[] = [];
  const text = cell.replaceAll(PLACE, '').replace(NAMED, (written, name: string) => {
    if (!FIELD_ID.test(name)) return written;
    named.push(footPart(reading, name, fields, line));
    return PLACE;
  });
  return partsOf(readInline(reading, text, { line, cell: false }), named.values(), (content) => content);
}

function footPart(
  reading: Reading,
  name: string,
  fields: ReadonlyMap<string, Field>,
  line: number,
): FootPart | null {
  if (name === 'page' || name === 'pages') return { type: name };
  const field = fields.get(name);
  if (field?.kind === 'line') return { type: 'field', field };
  const lineFields = [...fields.values()].filter((f) => f.kind === 'line').map((f) => f.id);
  const message = field ? `"${name}" is no field of one line` : `The document has no field "${name}"`;
  fail(reading, 'unknown-field', message, line, knownNames(name, ['page', 'pages', ...lineFields]));
  return null;
}

type Wrap = (content: readonly Inline[]) => readonly Inline[];

/** Parts the content at its places; what stood in an emphasis stands in one on both sides. */
function partsOf(
  content: readonly Inline[],
  named: IterableIterator<FootPart | null>,
  wrap: Wrap,
): readonly FootPart[] {
  return content.flatMap((inline): readonly FootPart[] => {
    if (inline.type === 'text') {
      return inline.text.split(PLACE).flatMap((text, i): FootPart[] => {
        const part: FootPart | null = i === 0 ? null : (named.next().value ?? null);
        const words: FootPart[] =
          text === '' ? [] : [{ type: 'inline', content: wrap([{ type: 'text', text }]) }];
        return part ? [part, ...words] : words;
      });
    }
    if ('children' in inline)
      return partsOf(inline.children, named, (inner) => wrap([{ ...inline, children: inner }]));
    return [{ type: 'inline', content: wrap([inline]) }];
  });
}
