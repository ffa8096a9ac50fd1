/** The view of a step from one profile to another: what changes, and what is to be shown. */
import * as z from 'zod';
import { DIFFERENCES } from '../../framework/changes.ts';
import { askedSchema, everyView, levelSchema, roleSchema, skillFacts, text } from './parts.ts';

export const sideSchema = z.object({
  role: roleSchema,
  level: levelSchema,
  title: text,
  /** The level's name, or (from one role to another) the title: what tells the two sides apart. */
  label: text,
});

/** How a skill stands at one side of a step. */
export const stateSchema = z.object({
  state: z.enum(['asked', 'not-asked', 'not-defined']),
  asks: askedSchema.nullable(),
});

/**
 * What is new in what is asked next, where both sides ask something. Statements are compared one by one; two single
 * paragraphs that are mostly the same have their new words marked. Both empty where there is nothing to mark: a
 * difference of rewritten sentences is noise.
 */
export const differenceSchema = z.object({
  /** The next side's paragraph, in pieces that are new or not. */
  pieces: z.array(z.object({ text: z.string(), isNew: z.boolean() })),
  /** The next side's statements; at least one is not new. */
  statements: z.array(z.object({ text, isNew: z.boolean() })),
  lang: z.string().nullable(),
});

export const changeSchema = z.object({
  ...skillFacts,
  /** What became of the requirement. */
  became: z.enum([
    'none',
    'required',
    'optional',
    'optional-now-required',
    'required-now-optional',
    'now-required',
    'no-longer-required',
    'was-required',
    'was-optional',
  ]),
  today: stateSchema,
  next: stateSchema,
  /** Both sides ask the same, word for word. */
  unchanged: z.boolean(),
  difference: differenceSchema,
  /** Number of the skill's block in the document; null where it has none. */
  number: z.number().nullable(),
});

const ratedSchema = z.object({ number: z.number(), id: z.string(), name: text });

/** From one profile to the next. */
export const stepSchema = z.object({
  ...everyView,
  from: sideSchema,
  to: sideSchema,
  sameRole: z.boolean(),
  noneRequired: z.boolean(),
  nothingSaid: z.boolean(),
  /** What is different, heaviest first; what stays the same is in `same`. */
  groups: z.array(
    z.object({
      kind: z.enum(DIFFERENCES),
      changes: z.array(changeSchema),
    }),
  ),
  same: z.array(text),
  /** Something in `groups` has its new words or statements marked. */
  marked: z.boolean(),
  /** Skills that have a block of their own, numbered from 1: all that is required next, then what is new or deeper. */
  skills: z.array(
    z.object({
      ...skillFacts,
      number: z.number(),
      today: stateSchema,
      next: askedSchema,
      /** Today's level asks the same, word for word. */
      unchanged: z.boolean(),
    }),
  ),
  /** Those of `skills` that the committee rates. */
  rated: z.array(ratedSchema),
  /** One for each copy of the committee's first part, from 1. */
  members: z.array(z.object({ number: z.number() })),
  /** True where `rated` is too long to be ticked on the first page (over 12). */
  manyRated: z.boolean(),
});
