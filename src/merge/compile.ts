/**
 * Handlebars, in an environment of its own for each template: parse, put an escape by place round every piece of data in
 * the syntax tree, compile. (Replacing Handlebars' own escape function would change it for the whole process.)
 */
import Handlebars from 'handlebars';
import { bad, type Checked, good } from '../problems/checked.ts';
import { error } from '../problems/problem.ts';
import { lineSpan, type Source } from '../problems/source.ts';
import type { View } from '../views/schema.ts';
import { isPath, type Mustache, type Program, pairsOf, spanOf } from './ast.ts';
import { escapeText, type Place } from './escape.ts';
import { addHelpers, BLOCKS, HELPERS, type MergeData, PRINTS_MARKUP } from './helpers.ts';
import { wordOf } from './messages.ts';
import { findPlaces, type Output } from './places.ts';

/** A part of a template, ready to run. */
export type Compiled = (view: View, data: MergeData) => string;

/** One template's environment: its partials, the places of its data. */
export interface Environment {
  /** Makes a parsed file a partial of this environment. Its program is rewritten. */
  addPartial(name: string, program: Program): void;
  /** Compiles a parsed file. Its program is rewritten. */
  compile(program: Program, output: Output): Compiled;
}

/** The helper that the rewrite puts round data; no template can name it. */
const ESCAPE = 'escape for its place';
const KNOWN = Object.fromEntries([ESCAPE, ...HELPERS, ...BLOCKS].map((name) => [name, true]));
const OPTIONS = { noEscape: true, knownHelpers: KNOWN, knownHelpersOnly: true };

/** A new environment with our helpers and nothing else. */
export function newEnvironment(): Environment {
  const environment = Handlebars.create();
  addHelpers(environment);
  const places: Place[] = [];
  const byPlace = new Map<string, number>();
  environment.registerHelper(ESCAPE, (value: unknown, at: number, isMessage: boolean) => {
    const place = places[at];
    const word = wordOf(value);
    if (word === null || !place) return '';
    const text = isMessage || typeof value === 'object';
    return escapeText(word, place, text ? 'words' : typeof value === 'number' ? 'number' : 'sign');
  });

  /** The number of a place: equal places share one. */
  const numberOf = (place: Place): number => {
    const key = JSON.stringify(place);
    const known = byPlace.get(key);
    if (known !== undefined) return known;
    byPlace.set(key, places.length);
    return places.push(place) - 1;
  };

  const rewrite = (program: Program, output: Output): Program => {
    const found = new Map<Mustache, Place>();
    findPlaces(program, output, PRINTS_MARKUP, (mustache, place) => found.set(mustache, place));
    for (const [mustache, place] of found) wrap(mustache, numberOf(place));
    return program;
  };

  return {
    addPartial(name, program) {
      environment.registerPartial(name, environment.compile(rewrite(program, 'markdown'), OPTIONS));
    },
    compile(program, output) {
      const run = environment.compile<View>(rewrite(program, output), OPTIONS);
      return (view, data) => run(view, { data: { ...data } });
    },
  };
}

/** `{{x}}` becomes `{{escape x place message?}}`, in the tree. */
function wrap(mustache: Mustache, place: number): void {
  const { loc } = mustache;
  const calls =
    isPath(mustache.path) &&
    (mustache.params.length > 0 ||
      pairsOf(mustache).length > 0 ||
      HELPERS.some((name) => name === pathName(mustache)));
  const inner = calls
    ? { type: 'SubExpression', path: mustache.path, params: mustache.params, hash: mustache.hash, loc }
    : mustache.path;
  const number = { type: 'NumberLiteral', value: place, original: place, loc };
  const isMessage = pathName(mustache) === 't';
  const message = { type: 'BooleanLiteral', value: isMessage, original: isMessage, loc };
  mustache.path = { type: 'PathExpression', data: false, depth: 0, parts: [ESCAPE], original: ESCAPE, loc };
  mustache.params = [inner, number, message];
  mustache.hash = { type: 'Hash', pairs: [], loc };
}

function pathName(mustache: Mustache): string {
  return isPath(mustache.path) ? mustache.path.original : '';
}

/**
 * Parses a template. Problem `broken-template`: at the word where the parser says so, else at the line.
 * `text`: the source's text, or a piece of it with all before it blank, so that places hold.
 */
export function parseTemplate(source: Source, text: string): Checked<Program> {
  try {
    return good(Handlebars.parse(text));
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    const loc = locationOf(thrown);
    if (loc) {
      const message = thrown.message.replace(/ - \d+:\d+$/, '');
      return bad([error('broken-template', message, spanOf(source, loc))]);
    }
    const line = /on line (\d+)/.exec(thrown.message);
    if (!line) throw thrown;
    const got = /got '(\w+)'/.exec(thrown.message)?.[1];
    const message =
      got === 'EOF' ? 'The template ends inside a block or an expression' : 'This expression cannot be read';
    const help = 'look for a brace, a bracket or a quote that is missing, or a block without its end';
    return bad([error('broken-template', message, lineSpan(source, Number(line[1])), { help })]);
  }
}

function locationOf(thrown: Error): hbs.AST.SourceLocation | null {
  if (!('lineNumber' in thrown) || typeof thrown.lineNumber !== 'number') return null;
  const column = 'column' in thrown && typeof thrown.column === 'number' ? thrown.column : 0;
  const end = 'endColumn' in thrown && typeof thrown.endColumn === 'number' ? thrown.endColumn : column + 1;
  const line = thrown.lineNumber;
  return { source: '', start: { line, column }, end: { line, column: end } };
}
