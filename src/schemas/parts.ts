/** What the files are made of, with what an editor says of it. */
import * as z from 'zod';

export const LANGUAGE = '^[a-z]{2,3}(-[A-Za-z0-9]+)*$';
const SLUG = '^[a-z0-9]+(-[a-z0-9]+)*$';

/** `schema`, with a sentence that an editor shows. */
export function said<T extends z.ZodType>(schema: T, description: string): T {
  return schema.describe(description);
}

const language = z.string().regex(new RegExp(LANGUAGE));

export const text = z.union([z.string().min(1), z.record(language, z.string().min(1))]);
export const texts = z.array(text);
export const id = z.string().regex(new RegExp(SLUG));
export const ids = z.array(id);
/** YAML reads a day as a text here. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const minutes = z.int().min(0).max(1440);
export const notes = z.array(z.union([text, z.strictObject({ kind: z.string().optional(), text })]));
/** Of ids: levels, roles, points. */
export function byId<T extends z.ZodType>(value: T): z.ZodRecord<typeof id, T> {
  return z.record(id, value);
}

/** A schema for each of these keys, and for no other. */
export type Shape<Keys extends readonly string[]> = Record<Keys[number], z.ZodType>;
