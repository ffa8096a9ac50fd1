/**
 * A view's schema as a plain tree, for whoever checks what a template asks of it: which keys there are, which of them
 * are lists, which can be printed.
 */
import * as z from 'zod';
import { textSchema } from './schema/parts.ts';
import { type ViewName, viewSchemas } from './schema.ts';

export type Shape =
  | { readonly kind: 'object'; readonly keys: ReadonlyMap<string, Shape>; readonly prints: boolean }
  | { readonly kind: 'list'; readonly of: Shape }
  /** A value that is printed as it is; `values`: all that it can be, where they are few. */
  | { readonly kind: 'value'; readonly values: readonly string[] | null };

const known = new Map<ViewName, Shape>();

/** The shape of a view. */
export function shapeOf(view: ViewName): Shape {
  const made = known.get(view) ?? read(viewSchemas[view]);
  known.set(view, made);
  return made;
}

function read(schema: unknown): Shape {
  if (schema instanceof z.ZodNullable) return read(schema.unwrap());
  if (schema instanceof z.ZodArray) return { kind: 'list', of: read(schema.element) };
  if (schema instanceof z.ZodObject) {
    const keys = new Map(Object.entries(schema.shape).map(([key, inner]) => [key, read(inner)]));
    return { kind: 'object', keys, prints: schema === textSchema };
  }
  if (schema instanceof z.ZodEnum) return { kind: 'value', values: schema.options.map(String) };
  return { kind: 'value', values: null };
}
