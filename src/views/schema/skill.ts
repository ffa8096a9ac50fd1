/** The view of one skill: what it asks of every role at every level. */
import * as z from 'zod';
import { askedSchema, everyView, levelSchema, paragraphs, requirement, skillFacts, text } from './parts.ts';

const { requirement: _, ...facts } = skillFacts;

const role = z.object({ id: z.string(), name: text });
const asked = {
  state: z.enum(['asked', 'same-as', 'not-defined']),
  requirement,
  asks: askedSchema.nullable(),
  sameAs: text.nullable(),
};

export const skillViewSchema = z.object({
  ...everyView,
  skill: z.object({
    ...facts,
    /** YYYY-MM-DD. */
    updated: z.string().nullable(),
    notes: z.array(z.object({ kind: z.string(), paragraphs })),
    grades: z.array(z.object({ id: z.string(), name: text, paragraphs })),
  }),
  /** Expectations by what is said of them; levels and roles that have one. */
  counts: z.object({
    roles: z.number(),
    levels: z.number(),
    required: z.number(),
    optional: z.number(),
    unsaid: z.number(),
  }),
  roles: z.array(role),
  levels: z.array(
    levelSchema.extend({
      entries: z.array(z.object({ role, ...asked })),
      /** The same, those of which the same is asked as one. */
      groups: z.array(z.object({ roles: z.array(role), ...asked })),
    }),
  ),
});
