/**
 * What is broken in a YAML file, in a person's words: the parser knows tokens, a person knows quotes, brackets, columns. The
 * place is where the person has to write something; of several mistakes in a line the first alone is told, since those
 * after it are mostly its consequences.
 */
import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import { error, type Problem } from './problem.ts';
import { type Source, type Span, spanAt } from './source.ts';

interface Words {
  readonly message: string;
  readonly help: string;
}

const CLOSES: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };
const CONFLICT = /^<{7} .*$/m;
const QUOTES = 'put the text in quotes, or below ">-" on lines of its own';
const OTHER_HELP = 'look at the quotes, the brackets and the indentation, here and in the line above';

const words = (message: string, help: string): Words => ({ message, help });

/** By the parser's code and message; the first that fits. */
const WORDS: readonly (readonly [RegExp, Words])[] = [
  [
    /Missing closing/,
    words(
      'This quotation mark is never closed',
      "close it; inside the text write the mark twice ('it''s') or after a backslash (\\\")",
    ),
  ],
  [
    /Flow (?:map|sequence)/,
    words('This bracket is never closed', 'close it; what stands in it goes further right than its key'),
  ],
  [/flow-(?:map|seq)-end/, words('No bracket is open here', `take this one out; else ${QUOTES}`)],
  [/^BAD_ALIAS/, words('A text cannot begin with *', QUOTES)],
  [/^BAD_DIRECTIVE/, words('A line cannot begin with %', 'take the line out')],
  [
    /^BAD_DQ_ESCAPE/,
    words('This backslash means nothing', 'write it twice, or put the text in single quotes'),
  ],
  [/^BAD_SCALAR_START/, words('A text cannot begin with this sign', QUOTES)],
  [/^MULTIPLE_DOCS/, words('A second document begins here', 'one file holds one: take this line out')],
  [/^TAB_AS_INDENT/, words('This line begins with a tab', 'begin it with spaces, two for each step')],
  [
    /block-seq-ind/,
    words('A list begins on a line of its own', 'put it on the next line, or in brackets: [one, two]'),
  ],
  [
    /Block scalar header|Not a YAML token/,
    words('After > or | comes a new line', 'put the text on the next line, further right than its key'),
  ],
  [
    /^UNEXPECTED_TOKEN/,
    words('The value ends before this', `a new line comes after it, in brackets a comma; else ${QUOTES}`),
  ],
  [
    /^(?:MISSING_CHAR|MULTILINE_IMPLICIT_KEY)/,
    words('This should be a key and its value', 'write "key: value", or the text further right than its key'),
  ],
  [
    /^(?:BAD_INDENT|BLOCK_)/,
    words('Keys that belong together start in one column', 'move this line, or the ones beside it'),
  ],
];
const COLON = words('A text with a colon and a space in it needs quotes', QUOTES);
const DEEPER = words(
  'The line below stands further right, as if this value were keys',
  'start keys that belong together in one column',
);

/** The Problems of a file that does not parse, all `broken-yaml`; none where it does. */
export function brokenYaml(source: Source, document: Document.Parsed): readonly Problem[] {
  const { errors } = document;
  const conflict = CONFLICT.exec(source.text);
  if (conflict && errors.length > 0) {
    const span = spanAt(source, conflict.index, conflict.index + conflict[0].length);
    const help = 'keep one of the two sides, and take out the lines of <, = and >';
    return [error('broken-yaml', 'Two versions of this file were not merged', span, { help })];
  }
  const open = errors.length > 0 ? openSigns(source, document) : [];
  const lines = new Map<number, Words & { readonly span: Span }>();
  for (const broken of errors) {
    const said = told(source, open, broken);
    if (!lines.has(said.span.line)) lines.set(said.span.line, said);
  }
  const all = [...lines.values()];
  const rest = all[MOST_TOLD];
  return [
    ...all
      .slice(0, MOST_TOLD)
      .map(({ message, help, span }) => error('broken-yaml', message, span, { help })),
    ...(rest ? [more(all.length - MOST_TOLD, rest.span)] : []),
  ];
}

/** So many lines of a file are told: those after them are mostly their consequences. */
const MOST_TOLD = 50;

function more(count: number, span: Span): Problem {
  const message = `From here on ${count === 1 ? 'one more line' : `${count} more lines`} cannot be read`;
  return error('broken-yaml', message, span, { help: 'mend those above first' });
}

function told(source: Source, open: readonly number[], broken: YAMLError): Words & { readonly span: Span } {
  const { code, message, pos } = broken;
  const [start, end] = pos;
  const opens = /^(?:Missing closing|Flow map|Flow sequence)/.test(message)
    ? open.findLast((at) => at < start)
    : undefined;
  const span = opens === undefined ? visible(source, start, end) : spanAt(source, opens, opens + 1);
  if (code === 'BLOCK_AS_IMPLICIT_KEY')
    return { ...(/:(?=\s)/.test(restOfLine(source, start)) ? COLON : DEEPER), span };
  const known = WORDS.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
  return { ...(known ?? words(`This is no valid YAML: ${message.split('\n')[0] ?? ''}`, OTHER_HELP)), span };
}

function restOfLine(source: Source, start: number): string {
  const end = source.text.indexOf('\n', start);
  return source.text.slice(start, end < 0 ? undefined : end);
}

/** Where quotation marks and brackets open that are not closed, in order. */
function openSigns(source: Source, document: Document.Parsed): readonly number[] {
  const found: (readonly [start: number, end: number])[] = [];
  const innermost = new Map<number, number>();
  visit(document, {
    Node: (_, node) => {
      const hasSigns = isScalar(node) ? isQuoted(node.type) : isCollection(node) && node.flow === true;
      if (!hasSigns || !node.range) return;
      const [start, end] = node.range;
      found.push([start, end]);
      innermost.set(end, Math.max(start, innermost.get(end) ?? start));
    },
  });
  // What ends with a value inside it has no end of its own.
  const isOpen = ([start, end]: readonly [number, number]): boolean =>
    end - start < 2 ||
    CLOSES[source.text[start] ?? ''] !== source.text[end - 1] ||
    innermost.get(end) !== start;
  return found
    .filter(isOpen)
    .map(([start]) => start)
    .sort((a, b) => a - b);
}

function isQuoted(type: string | undefined): boolean {
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
}

/** The place, or the last sign of the file where that is its end. */
function visible(source: Source, start: number, end: number): Span {
  const last = source.text.trimEnd().length;
  return start < last ? spanAt(source, start, end) : spanAt(source, last - 1, last);
}
