/** The view of one role at one level: as an interview uses it, as a whole, and with the loop around it. */
import * as z from 'zod';
import {
  askedSchema,
  everyView,
  levelSchema,
  requirement,
  roleSchema,
  skillFacts,
  skillSchema,
  text,
} from './parts.ts';

/** The interviews of a role, as far as they ask something at this level, and which skill is covered where. */
const loopSchema = z.object({
  interviews: z.array(
    z.object({
      id: z.string(),
      /** Its place in the loop, from 1. */
      number: z.number(),
      name: text,
      minutes: z.number(),
      who: text.nullable(),
      format: text.nullable(),
      /** Minutes at the end for the candidate's questions. */
      questions: z.number(),
      skills: z.array(z.object({ id: z.string(), name: text, minutes: z.number() })),
    }),
  ),
  minutes: z.number(),
  /** Every skill asked at the level, required ones first; `cells`: one for each of `interviews`. */
  coverage: z.array(
    z.object({
      id: z.string(),
      name: text,
      requirement,
      cells: z.array(z.boolean()),
      times: z.number(),
      /** Required ones: covered by none, by one or two, by more. Others are never a gap. */
      state: z.enum(['gap', 'covered', 'too-often']),
    }),
  ),
  /** Required skills that no interview covers; skills that more than two cover. */
  gaps: z.array(text),
  tooOften: z.array(text),
});

/** A skill of the profile, whether an interview asks it or not. */
const criterionSchema = z.object({ ...skillFacts, number: z.number(), asks: askedSchema });

/** One role at one level, as one interview uses it. */
export const profileSchema = z.object({
  ...everyView,
  role: roleSchema,
  level: levelSchema,
  /** "Role, Level", or the level's own title in the role. */
  title: text,
  interview: z
    .object({
      id: z.string(),
      name: text,
      /** Its place in the loop, from 1. */
      number: z.number(),
      count: z.number(),
      who: text.nullable(),
      format: text.nullable(),
    })
    .nullable(),
  /** The other interviews of the loop, with the skills of this level that they cover. */
  others: z.array(z.object({ id: z.string(), name: text, number: z.number(), skills: z.array(text) })),
  minutes: z.number(),
  /** True where single skills were chosen. */
  bySkill: z.boolean(),
  noneRequired: z.boolean(),
  nothingSaid: z.boolean(),
  skills: z.array(skillSchema),
  firstLetter: z.string(),
  lastLetter: z.string(),
  plan: z.object({
    entries: z.array(
      z.object({
        kind: z.enum(['opening', 'skill', 'questions', 'closing', 'end']),
        clock: z.string(),
        minutes: z.number(),
        letter: z.string().nullable(),
        name: text.nullable(),
      }),
    ),
    opening: z.string(),
    questions: z.string(),
    closing: z.string(),
  }),
  scale: z.array(z.object({ id: z.string(), name: text })),
  /** Everything asked at the level, numbered: required first, inside by the order of skills. */
  criteria: z.array(criterionSchema),
  /** null where the role has no interviews. */
  loop: loopSchema.nullable(),
  /** The role's other levels, lowest first. */
  otherLevels: z.array(z.object({ id: z.string(), name: text })),
});
