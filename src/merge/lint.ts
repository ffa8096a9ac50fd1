/**
 * A template checked against the schema of its view before it is used: Handlebars says nothing of a name that is not
 * there, and a list under a wrong name would be left out in silence. Partials are checked where they are used, with what
 * they are given there.
 */
import type { CodeOf } from '../problems/code.ts';
import { knownNames, nearest } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import { lineText, type Source, type Span } from '../problems/source.ts';
import type { Shape } from '../views/shape.ts';
import {
  type Block,
  blockParamsOf,
  type Expression,
  isBlock,
  isCall,
  isMustache,
  isPartial,
  isPath,
  isString,
  type Mustache,
  nameOf,
  type Partial,
  type Path,
  type Program,
  pairsOf,
  type Statement,
  spanOf,
  waysOf,
} from './ast.ts';
import { BLOCKS, HELPERS, TESTS } from './helpers.ts';
import { keysHelp, resolve, type Scope, VALUE } from './scope.ts';

/** A parsed file: a template's body, a value of its front matter, or a partial. */
export interface Parsed {
  readonly source: Source;
  readonly program: Program;
}

/** A call of `t`: the keys it can mean, the placeholders it fills, where it stands. */
export interface MessageCall {
  readonly keys: readonly string[];
  readonly fills: readonly string[];
  readonly span: Span;
}

export interface LintContext {
  readonly view: Shape;
  readonly messageKeys: ReadonlySet<string>;
  /** A partial by its name; null where there is none. Reports what it cannot parse itself. */
  partial(name: string): Parsed | null;
  readonly partialNames: readonly string[];
  /** `{{@form}}` is known here: in the foot. */
  readonly knowsForm: boolean;
}

export interface Linted {
  readonly problems: readonly Problem[];
  readonly calls: readonly MessageCall[];
  /** Names of the partials used, also by partials. */
  readonly partials: ReadonlySet<string>;
}

/**
 * All Problems of a template: `unknown-path`, `not-printable`, `not-a-list`, `not-a-text`, `not-a-day`, `unknown-helper`,
 * `unknown-partial`, `partial-in-line`, `unknown-message`, `raw-output`, `unsupported`.
 */
export function lint(parsed: Parsed, context: LintContext): Linted {
  const linter = new Linter(context);
  linter.file(parsed, { shape: context.view, params: new Map(), above: null, listed: false });
  return linter;
}

class Linter implements Linted {
  readonly problems: Problem[] = [];
  readonly calls: MessageCall[] = [];
  readonly partials = new Set<string>();
  private readonly seen = new Map<string, Set<Shape | null>>();
  private readonly context: LintContext;
  private source: Source = { path: '', text: '' };

  constructor(context: LintContext) {
    this.context = context;
  }

  file(parsed: Parsed, scope: Scope): void {
    const outer = this.source;
    this.source = parsed.source;
    this.body(parsed.program.body, scope);
    this.source = outer;
  }

  private fail(code: CodeOf<'error'>, message: string, span: Span, help?: string): null {
    this.problems.push(error(code, message, span, { help }));
    return null;
  }

  private body(statements: readonly Statement[], scope: Scope): void {
    for (const statement of statements) {
      if (isMustache(statement)) this.mustache(statement, scope);
      else if (isBlock(statement)) this.block(statement, scope);
      else if (isPartial(statement)) this.partial(statement, scope);
      else if (statement.type !== 'ContentStatement' && statement.type !== 'CommentStatement') {
        const span = spanOf(this.source, statement.loc);
        this.fail('unsupported', 'Templates have no decorators and no partials with a block', span);
      }
    }
  }

  private mustache(statement: Mustache, scope: Scope): void {
    const span = spanOf(this.source, statement.loc);
    if (!statement.escaped) {
      const help = 'write {{...}}: each text is made safe for its place, and only where it must be';
      this.fail('raw-output', 'Data is never printed raw', span, help);
    }
    const name = nameOf(statement);
    const calls = statement.params.length > 0 || pairsOf(statement).length > 0 || isHelper(name);
    if (calls) {
      this.call(statement, scope);
      if (TESTS.has(name)) this.fail('not-printable', `"${name}" is a test and prints nothing`, span);
      return;
    }
    if (!isPath(statement.path)) return;
    const shape = this.path(statement.path, scope);
    if (shape && !prints(shape)) {
      const what = shape.kind === 'list' ? 'a list' : 'a group of values';
      const help =
        shape.kind === 'list' ? `write {{#each ${name}}}{{this}}{{/each}}` : keysHelp(shape, undefined);
      this.fail('not-printable', `"${name}" is ${what}, which cannot be printed`, span, help);
    }
  }

  /** A call of a helper, or of a test in brackets. */
  private call(node: Mustache | hbs.AST.SubExpression, scope: Scope): Shape | null {
    const name = nameOf(node);
    if (!isHelper(name)) {
      const help = knownNames(name, HELPERS);
      this.fail('unknown-helper', `There is no helper "${name}"`, spanOf(this.source, node.path.loc), help);
    }
    const shapes = node.params.map((param) => this.expression(param, scope));
    for (const { value } of pairsOf(node)) this.expression(value, scope);
    const first = node.params[0];
    if (name === 't') this.message(node, shapes);
    if (name === 'date' && !(first && (shapes[0] === null || shapes[0]?.kind === 'value'))) {
      const span = spanOf(this.source, (first ?? node).loc);
      this.fail('not-a-day', 'This is no day', span, 'write {{date date}}, with a value that is a day');
    }
    if (
      name === 'lang' &&
      first &&
      shapes[0] &&
      !(shapes[0].kind === 'object' && shapes[0].keys.has('lang'))
    ) {
      this.fail('not-a-text', 'This has no language', spanOf(this.source, first.loc), 'give it a text');
    }
    return VALUE;
  }

  private message(node: Mustache | hbs.AST.SubExpression, shapes: readonly (Shape | null)[]): void {
    const first = node.params[0];
    const span = spanOf(this.source, (first ?? node).loc);
    if (!first) {
      this.fail('unknown-message', 'This names no message', span, 'write {{t "key"}}');
      return;
    }
    let keys = [''];
    for (const [i, param] of node.params.entries()) {
      const shape = shapes[i];
      if (shape === null) return;
      const values = isString(param) ? [param.value] : shape?.kind === 'value' ? shape.values : null;
      if (values === null) {
        const help = 'a message is named by words in quotes, or by a value that is one of a few';
        this.fail(
          'unknown-message',
          'It cannot be told which message this is',
          spanOf(this.source, param.loc),
          help,
        );
        return;
      }
      keys = keys.flatMap((key) => values.map((value) => (key === '' ? value : `${key}.${value}`)));
    }
    for (const key of keys) {
      if (this.context.messageKeys.has(key)) continue;
      const near = nearest(key, this.context.messageKeys);
      this.fail('unknown-message', `There is no message "${key}"`, span, near && `did you mean "${near}"?`);
    }
    this.calls.push({ keys, fills: pairsOf(node).map(({ key }) => key), span });
  }

  private expression(node: Expression, scope: Scope): Shape | null {
    if (isPath(node)) return this.path(node, scope);
    if (isCall(node)) return this.call(node, scope);
    return isString(node) ? { kind: 'value', values: [node.value] } : VALUE;
  }

  private block(statement: Block, scope: Scope): void {
    const name = nameOf(statement);
    const { main, otherwise } = waysOf(statement);
    if (!BLOCKS.has(name)) {
      const help = knownNames(name, [...BLOCKS]);
      this.fail(
        'unknown-helper',
        `There is no block "${name}"`,
        spanOf(this.source, statement.path.loc),
        help,
      );
    }
    const [subject] = statement.params;
    let shape = subject ? this.expression(subject, scope) : null;
    let inner = scope;
    if (name === 'each' && shape && shape.kind !== 'list') {
      const at = spanOf(this.source, (subject ?? statement).loc);
      shape = this.fail('not-a-list', `"${written(subject)}" is no list`, at);
    }
    if (name === 'each' || name === 'with') {
      const own = shape?.kind === 'list' ? shape.of : shape;
      const [first, second] = main ? blockParamsOf(main) : [];
      const params = new Map<string, Shape | null>();
      if (first !== undefined) params.set(first, own);
      if (second !== undefined) params.set(second, VALUE);
      inner = { shape: own, params, above: scope, listed: name === 'each' || scope.listed };
    }
    if (main) this.body(main.body, inner);
    if (otherwise) this.body(otherwise.body, scope);
  }

  private partial(statement: Partial, scope: Scope): void {
    const name = nameOf(statement);
    const span = spanOf(this.source, statement.name.loc);
    if (!/^\s*\{\{~?>[^}]*\}\}\s*$/.test(lineText(this.source, statement.loc.start.line))) {
      const help = 'a partial is whole lines; for a piece of a line, write it out';
      this.fail('partial-in-line', 'A partial stands alone in its line', span, help);
    }
    const [given] = statement.params;
    const shape = given ? this.expression(given, scope) : scope.shape;
    const params = new Map(pairsOf(statement).map(({ key, value }) => [key, this.expression(value, scope)]));
    const parsed = this.context.partial(name);
    if (!parsed) {
      if (this.context.partialNames.includes(name)) return;
      const near = nearest(name, this.context.partialNames);
      this.fail('unknown-partial', `There is no partial "${name}"`, span, near && `did you mean "${near}"?`);
      return;
    }
    this.partials.add(name);
    const checkedWith = this.seen.get(name) ?? new Set();
    if (checkedWith.has(shape)) return;
    this.seen.set(name, checkedWith.add(shape));
    this.file(parsed, { shape, params, above: scope, listed: scope.listed });
  }

  /** What a path leads to; null, with a Problem, where it leads nowhere. */
  private path(path: Path, scope: Scope): Shape | null {
    const found = resolve(path, scope, this.context.view, this.context.knowsForm);
    if (found === null || 'kind' in found) return found;
    const span = spanOf(this.source, path.loc, found.offset, found.length);
    return this.fail('unknown-path', found.message, span, found.help);
  }
}

function isHelper(name: string): boolean {
  return HELPERS.some((helper) => helper === name);
}

function prints(shape: Shape): boolean {
  return shape.kind === 'value' || (shape.kind === 'object' && shape.prints);
}

function written(node: Expression | undefined): string {
  return node && isPath(node) ? node.original : '';
}
