/** explain: what a code means, an example, how to mend it; all of them as lines or as JSON. */
import { styleText } from 'node:util';
import { EXPLANATIONS } from '../problems/explanations/all.ts';
import { type Explanation, type Explanations, PLACES } from '../problems/explanations/explanation.ts';
import type { Named } from '../problems/named.ts';
import { nearest } from '../problems/nearest.ts';
import { error } from '../problems/problem.ts';
import type { CommandLine } from './command-line.ts';
import { type Host, hasColours } from './host.ts';
import { conclude } from './report.ts';

const WIDTH = 80;
const INDENT = '    ';

/** One entry of `--json`, whose keys are a promise. */
export interface JsonExplanation {
  readonly code: string;
  readonly severity: readonly string[];
  readonly means: string;
  /** Where the example stands. */
  readonly place: string;
  readonly example: string;
  readonly mend: string;
  /** null where there is nothing to show. */
  readonly mended: string | null;
}

/** Explains one code, or lists all where none is named. Problem: `invalid-value` for a code that there is not. */
export function explain(code: Named | undefined, line: CommandLine, host: Host): number {
  const all: Explanations = EXPLANATIONS;
  const entries = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  const named = code && codeIn(code.text);
  const found = named === undefined ? entries : entries.filter(([own]) => own === named);
  if (code && found.length === 0) {
    const near = nearest(named ?? '', Object.keys(all));
    const help = `${near ? `did you mean "${near}"? ` : ''}"rubricate explain" lists all`;
    return conclude(
      [error('invalid-value', `There is no Problem "${code.text}"`, code.span, { help })],
      host,
    );
  }
  if (line.has('json')) host.stdout.write(`${JSON.stringify(found.map(asJson), null, 2)}\n`);
  else if (code) for (const [own, one] of found) host.stdout.write(asText(own, one, host));
  else host.stdout.write(asLines(found));
  return conclude([], host);
}

/** The code in what a person copied from a report: `error[unknown-level]:` too. */
function codeIn(text: string): string {
  return (/\[([^\]]*)\]/.exec(text)?.[1] ?? text).trim().toLowerCase().replace(/:$/, '');
}

function asJson([code, one]: readonly [string, Explanation]): JsonExplanation {
  const { severity, means, place, example, mend, mended } = one;
  return { code, severity, means, place: PLACES[place], example, mend, mended: mended ?? null };
}

function asLines(entries: readonly (readonly [string, Explanation])[]): string {
  const width = Math.max(...entries.map(([code]) => code.length));
  return entries.map(([code, { means }]) => `${code.padEnd(width)}  ${firstSentence(means)}\n`).join('');
}

function firstSentence(text: string): string {
  return /^.*?[.](?= [A-Z“"]|$)/.exec(text)?.[0] ?? text;
}

function asText(code: string, one: Explanation, host: Host): string {
  const colour = hasColours(host.stdout, host.env);
  const title = colour ? styleText('bold', code, { validateStream: false }) : code;
  const paragraphs = [
    `${title} (${one.severity.join(' or ')})`,
    wrapped(one.means),
    wrapped(`For example, ${PLACES[one.place]}:`),
    indented(one.example),
    wrapped(`What to do: ${one.mend}`),
    ...(one.mended === undefined ? [] : [indented(one.mended)]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, INDENT);
}

/** The words of a text in lines of 80 letters at most. */
function wrapped(text: string): string {
  let line = '';
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
