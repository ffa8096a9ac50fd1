/** The view of a role with all its levels: the matrix as a person reads it. */
import * as z from 'zod';
import { askedSchema, everyView, levelSchema, requirement, roleSchema, skillFacts, text } from './parts.ts';

const { requirement: _, ...facts } = skillFacts;

const titledLevel = levelSchema.extend({ title: text });

const cellSchema = z.object({
  /** `starts-later`: nothing is asked yet, and this is the first such level; the row's `startsAt` says where it begins. */
  state: z.enum(['asked', 'same-as', 'starts-later', 'not-asked', 'not-defined']),
  requirement,
  asks: askedSchema.nullable(),
  /** `same-as`: the level whose text it is. */
  sameAs: text.nullable(),
});

const rowSchema = z.object({
  ...facts,
  /** The first level at which it is required, if all later ones of the role are too. */
  requiredFrom: text.nullable(),
  /** Else the levels at which it is required. */
  requiredAt: z.array(text),
  /** The first level that asks something, where that is not the role's first. */
  startsAt: text.nullable(),
  cells: z.array(cellSchema),
  /** Columns of the table (from 2, after the names) that stand under a heavy rule, as its mark has them: "3-6", "2+4"; empty where none does. */
  heavy: z.string(),
});

export const roleViewSchema = z.object({
  ...everyView,
  role: roleSchema,
  /** All levels, lowest first. */
  levels: z.array(titledLevel),
  /** The matrix; where there are seven levels or more in two parts, with one level in both. */
  parts: z.array(z.object({ levels: z.array(titledLevel), rows: z.array(rowSchema) })),
  /** Nothing is said of any skill: no word of requirements is printed. */
  nothingSaid: z.boolean(),
});
