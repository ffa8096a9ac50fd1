/** What a path in a template leads to, from where it stands: by the view's shape, through lists, up and to the root. */
import { nearest } from '../problems/nearest.ts';
import type { Shape } from '../views/shape.ts';
import type { Path } from './ast.ts';

/** What is known where a piece of a template stands. */
export interface Scope {
  /** null: not known, since what led here is a Problem already. */
  readonly shape: Shape | null;
  /** Names that a block or a partial was given. */
  readonly params: ReadonlyMap<string, Shape | null>;
  readonly above: Scope | null;
  /** In a list: @index, @first, @last are known. */
  readonly listed: boolean;
}

/** A path that leads nowhere: which part of it, as an offset in it, and what to say. */
export interface Astray {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly help?: string | undefined;
}

/** A single value of any kind. */
export const VALUE: Shape = { kind: 'value', values: null };

/** The shape that a path leads to; null where it is not known, since what led there is a Problem already. */
export function resolve(path: Path, scope: Scope, view: Shape, knowsForm: boolean): Shape | Astray | null {
  if (path.data) return data(path, scope, view, knowsForm);
  let from: Scope | null = scope;
  for (let i = 0; i < path.depth && from; i++) from = from.above;
  if (!from) return astray(path, null, `"${path.original}" leads out of the view`);
  const [first] = path.parts;
  if (first !== undefined && path.depth === 0 && !/^(?:\.|this\b)/.test(path.original)) {
    for (let own: Scope | null = scope; own; own = own.above) {
      const param = own.params.get(first);
      if (param !== undefined) return follow(path, 1, param);
    }
  }
  return follow(path, 0, from.shape);
}

function data(path: Path, scope: Scope, view: Shape, knowsForm: boolean): Shape | Astray | null {
  const [name] = path.parts;
  if (name === 'root') return follow(path, 1, view);
  if (scope.listed && (name === 'index' || name === 'first' || name === 'last')) return VALUE;
  if (name === 'form' && knowsForm) return VALUE;
  const names = ['@root', ...(scope.listed ? ['@index', '@first', '@last'] : [])];
  if (knowsForm) names.push('@form');
  return astray(path, null, `There is no "${path.original}" here`, `there are: ${names.join(', ')}`);
}

function follow(path: Path, from: number, start: Shape | null): Shape | Astray | null {
  let shape = start;
  for (const part of path.parts.slice(from)) {
    if (shape === null) return null;
    if (shape.kind === 'list' && part === 'length') return VALUE;
    const next: Shape | undefined = shape.kind === 'object' ? shape.keys.get(part) : undefined;
    if (next === undefined) return astray(path, part, `There is no "${part}" here`, keysHelp(shape, part));
    shape = next;
  }
  return shape;
}

function astray(path: Path, part: string | null, message: string, help?: string): Astray {
  const whole = path.original;
  if (part === null) return { offset: 0, length: whole.length, message, help };
  return { offset: Math.max(0, whole.lastIndexOf(part)), length: part.length, message, help };
}

/** The names there are at a shape, the nearest to `name` first. */
export function keysHelp(shape: Shape, name: string | undefined): string | undefined {
  if (shape.kind === 'list') return 'this is a list: go through it with {{#each ...}}';
  if (shape.kind === 'value') return 'this is a single value';
  const keys = [...shape.keys.keys()];
  const near = name === undefined ? undefined : nearest(name, keys);
  return `${near ? `did you mean "${near}"? ` : ''}there are: ${keys.join(', ')}`;
}
